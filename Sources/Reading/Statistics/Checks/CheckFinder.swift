import Archive

/// Puts a report's figures beside each other: rates, sums, and what cannot be more than another.
///
/// A check that does not hold is a question about the text. It is raised only where figures, units, scopes and periods
/// leave no plain innocent reading.
struct CheckFinder {
  let quantities: [Quantity]
  /// By text block, as `Quantity.place.textBlock` counts.
  let passages: [Passage]
  let metrics: [String: Metric]
  /// Quantities of each metric, in the order of the text.
  let byMetric: [String: [Int]]

  init(quantities: [Quantity], passages: [Passage], metrics: [String: Metric]) {
    self.quantities = quantities
    self.passages = passages
    self.metrics = metrics
    byMetric = quantities.indices.reduce(into: [:]) { found, index in
      if let metric = quantities[index].metric { found[metric, default: []].append(index) }
    }
  }

  /// In the order of the text.
  func checks() -> [Check] {
    (rateChecks() + sumChecks() + orderChecks() + repeatChecks()).enumerated().sorted {
      ($0.element.quantities.first ?? 0, $0.offset) < ($1.element.quantities.first ?? 0, $1.offset)
    }.map(\.element)
  }

  /// A plain figure of the report's own time: no change, target, limit or last year's value.
  func isPlain(_ index: Int) -> Bool {
    // Field by field: the whole of it would be copied with its four texts.
    let period = quantities[index].period
    return quantities[index].kind == .level && quantities[index].approximation == .exact
      && period != .prior && period != .target
  }

  func isSameSentence(_ one: Int, _ other: Int) -> Bool {
    quantities[one].place.textBlock == quantities[other].place.textBlock
      && quantities[one].sentence == quantities[other].sentence
  }

  /// The quantities of one sentence stand side by side.
  func sentence(of index: Int) -> Range<Int> {
    var low = index
    var high = index + 1
    while low > 0, isSameSentence(low - 1, index) { low -= 1 }
    while high < quantities.count, isSameSentence(high, index) { high += 1 }
    return low..<high
  }

  /// The folded text between two places of one sentence, and the sentence itself.
  func text(between one: Int, and other: Int) -> Scalars {
    let passage = passages[quantities[one].place.textBlock]
    let start = passage.text.scalar(at: quantities[one].place.range.upperBound)
    let end = passage.text.scalar(at: quantities[other].place.range.lowerBound)
    return passage.text.folded[min(start, end)..<max(start, end)]
  }

  /// The folded text of the clause before a quantity, back to the last full stop or number's end.
  func clause(before index: Int) -> Scalars {
    let passage = passages[quantities[index].place.textBlock]
    let end = passage.text.scalar(at: quantities[index].place.range.lowerBound)
    var start = end
    while start > 0, end - start < 60, passage.text.folded[start - 1] != "。",
      passage.text.folded[start - 1] != ","
    {
      start -= 1
    }
    return passage.text.folded[start..<end]
  }
}

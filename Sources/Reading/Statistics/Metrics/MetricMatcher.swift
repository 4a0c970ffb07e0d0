import Archive

/// Gives quantities their metrics: unit and wording must agree, and where they do not, there is none.
///
/// Linear in the text: the words of all patterns are found in one pass, and a pattern is tried on a number only where
/// one of its words stands near, within bounds that do not depend on the text's length.
struct MetricMatcher: Sendable {
  let metrics: [Metric]
  let index: MetricIndex

  init(vocabulary: MetricVocabulary) {
    metrics = vocabulary.metrics
    index = MetricIndex(vocabulary)
  }

  /// Sets the metric of each quantity of one passage, in the order of the text.
  ///
  /// - Parameter outlineFolded: the titles of `outline`, folded.
  func assign(
    _ found: inout [FoundQuantity], in passage: Passage, outline: [Heading], outlineFolded: [[Unicode.Scalar]]
  ) {
    var session = MetricSession(matcher: self, outline: outline, titles: outlineFolded)
    session.assign(&found, in: passage)
  }
}

/// The giving of metrics to one report's quantities, passage by passage: what headings say and the marks of what was
/// tried are kept from one to the next.
struct MetricSession {
  private let matcher: MetricMatcher
  private var search: MetricSearch

  init(matcher: MetricMatcher, outline: [Heading], titles: [[Unicode.Scalar]]) {
    self.matcher = matcher
    search = MetricSearch(
      index: matcher.index,
      headings: HeadingWords(index: matcher.index, outline: outline, titles: titles))
  }

  mutating func assign(_ found: inout [FoundQuantity], in passage: Passage) {
    guard let first = found.firstIndex(where: { $0.quantity.kind != .norm }),
      let last = found.lastIndex(where: { $0.quantity.kind != .norm })
    else { return }
    search.enter(
      passage, sentences: found[first].sentence.lowerBound..<found[last].sentence.upperBound)
    var resolution = MetricResolution(metrics: matcher.metrics, index: matcher.index, count: found.count)
    for position in found.indices where found[position].quantity.kind != .norm {
      search.look(
        at: found[position].range, unit: found[position].quantity.unit, in: found[position].sentence)
      resolution.settle(found, at: position, search.candidates, in: passage.text.folded)
    }
    resolution.dropParts(found)
    for position in found.indices {
      guard let metric = resolution.metric(at: position) else { continue }
      found[position].quantity.metric = matcher.metrics[metric].id
    }
  }
}

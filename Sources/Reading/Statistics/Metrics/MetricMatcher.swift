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
    guard !found.isEmpty else { return }
    var search = MetricSearch(
      index: index, passage: passage,
      headings: HeadingWords(index: index, outline: outline, titles: outlineFolded))
    var resolution = MetricResolution(metrics: metrics, index: index, count: found.count)
    for position in found.indices where found[position].quantity.kind != .norm {
      let candidates = search.candidates(for: found[position])
      resolution.settle(found, at: position, candidates, in: passage.text.folded)
    }
    resolution.dropParts(found)
    for position in found.indices {
      found[position].quantity.metric = resolution.metric(at: position).map { metrics[$0].id }
    }
  }
}

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
  private var scratch: MetricScratch

  init(matcher: MetricMatcher, outline: [Heading], titles: [[Unicode.Scalar]]) {
    self.matcher = matcher
    scratch = MetricScratch(
      headings: HeadingWords(index: matcher.index, outline: outline, titles: titles), index: matcher.index)
  }

  mutating func assign(_ found: inout [FoundQuantity], in passage: Passage) {
    guard !found.isEmpty else { return }
    let metrics = matcher.metrics
    var search = MetricSearch(index: matcher.index, passage: passage, scratch: scratch)
    // The arrays must have one owner, or the first mark would copy them.
    scratch.release()
    var resolution = MetricResolution(metrics: metrics, index: matcher.index, count: found.count)
    for position in found.indices where found[position].quantity.kind != .norm {
      let candidates = search.candidates(
        for: found[position].range, unit: found[position].quantity.unit, in: found[position].sentence)
      resolution.settle(found, at: position, candidates, in: passage.text.folded)
    }
    resolution.dropParts(found)
    for position in found.indices {
      guard let metric = resolution.metric(at: position) else { continue }
      found[position].quantity.metric = metrics[metric].id
    }
    scratch = search.scratch
  }
}

/// What a search marks as it goes; counters only grow, so nothing need be cleared between passages.
struct MetricScratch {
  var headings: HeadingWords
  /// The quantity for which a wording was tried last; the sentence in which a word was seen last.
  var triedFor: [Int]
  var seenIn: [Int]
  var quantityNumber = 0
  var sentenceNumber = 0

  init(headings: HeadingWords, index: MetricIndex) {
    self.headings = headings
    triedFor = [Int](repeating: 0, count: index.wordings.count)
    seenIn = [Int](repeating: 0, count: index.wordCount)
  }

  mutating func release() { (triedFor, seenIn) = ([], []) }
}

import Archive

/// The measures that reports state and the wordings by which their numbers are known, from `metrics.yml`.
public struct MetricVocabulary: Sendable {
  /// In the order of the file.
  public let metrics: [Metric]
  /// What finds each metric, in the same order.
  let rules: [MetricRule]
  /// Families of words that say what a clause is about; a `{-}` does not pass from one to another.
  let subjects: [[[Unicode.Scalar]]]
  /// Indices of metrics: the first is meant where the second fits too.
  let beats: [(winner: Int, loser: Int)]

  /// Everything that is wrong in the file, by line.
  public struct Failure: Error {
    public let errors: [TableError]
  }

  /// - Parameters:
  ///   - yaml: the file's bytes.
  ///   - file: its name, for messages.
  ///   - topics: ids that a metric's topic may be.
  public init(yaml: [UInt8], file: String, topics: Set<String>) throws(Failure) {
    var reader = MetricFileReader(file: file, topics: topics)
    reader.read(yaml)
    guard reader.errors.isEmpty else { throw Failure(errors: reader.errors.sorted { $0.line < $1.line }) }
    metrics = reader.metrics
    rules = reader.rules
    subjects = reader.subjects
    beats = reader.beats
  }

  /// Rates that can be recomputed from two counts, in the order of the file.
  public var ratePairs: [(rate: String, numerator: String, denominator: String)] {
    metrics.compactMap { metric in
      guard let numerator = metric.numerator, let denominator = metric.denominator else { return nil }
      return (metric.id, numerator, denominator)
    }
  }
}

/// What finds one metric.
struct MetricRule: Sendable {
  /// Units that the number may have.
  var units: [String] = []
  var patterns: [MetricPattern] = []
  /// One of these must stand in the sentence or in the headings above.
  var need: [[Unicode.Scalar]] = []
  /// None of these may stand shortly before the number.
  var not: [[Unicode.Scalar]] = []
  /// Overrides `not`.
  var unless: [[Unicode.Scalar]] = []
  /// None of these may stand in the sentence.
  var notSentence: [[Unicode.Scalar]] = []
}

/// The vocabulary that pages need: measures and topics in the curator's order.
public struct Indicators: Sendable {
  public let metrics: [Metric]
  public let topics: [Topic]
  private let metricIndex: [String: Int]
  private let topicIndex: [String: Int]

  public init(metrics: [Metric], topics: [Topic]) {
    self.metrics = metrics
    self.topics = topics
    metricIndex = Dictionary(metrics.enumerated().map { ($1.id, $0) }) { first, _ in first }
    topicIndex = Dictionary(topics.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  public static let none = Indicators(metrics: [], topics: [])

  public func metric(_ id: String) -> Metric? { metricIndex[id].map { metrics[$0] } }
  public func topic(_ id: String) -> Topic? { topicIndex[id].map { topics[$0] } }
}

/// One value of a metric: which report states it, and where.
public struct Observation: Hashable, Sendable {
  /// Index into `Catalog.reports`.
  public let report: Int
  /// Index into that report's quantities.
  public let quantity: Int

  public init(report: Int, quantity: Int) {
    self.report = report
    self.quantity = quantity
  }
}

/// Who says what, the other way round: from a metric, a law or a topic to the reports.
public struct StatisticsIndex: Sendable {
  /// Values in the series of each metric, by report.
  public let observations: [String: [Observation]]
  /// Citations of each law or document, by report; `quantity` is the index of the citation.
  public let citations: [String: [Observation]]
  /// Sections about each topic, by report; `quantity` is the index into the outline.
  public let sections: [String: [Observation]]

  public init(_ reports: [Report]) {
    var observations: [String: [Observation]] = [:]
    var citations: [String: [Observation]] = [:]
    var sections: [String: [Observation]] = [:]
    for (index, report) in reports.enumerated() {
      for (number, quantity) in report.quantities.enumerated() where quantity.isInSeries {
        guard let metric = quantity.metric else { continue }
        observations[metric, default: []].append(Observation(report: index, quantity: number))
      }
      for (number, citation) in report.citations.enumerated() {
        citations[citation.law, default: []].append(Observation(report: index, quantity: number))
      }
      for (number, section) in report.sections.enumerated() {
        guard let topic = section.topic else { continue }
        sections[topic, default: []].append(Observation(report: index, quantity: number))
      }
    }
    self.observations = observations
    self.citations = citations
    self.sections = sections
  }
}

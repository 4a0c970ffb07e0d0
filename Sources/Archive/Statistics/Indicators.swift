/// The vocabulary that pages need: measures, topics, the lists that these are aligned with and laws, in the curator's
/// order.
///
/// A class, since pages ask for it once for each section of a report.
public final class Indicators: Sendable {
  public let metrics: [Metric]
  public let topics: [Topic]
  public let frameworks: [Framework]
  public let laws: [Law]
  private let metricIndex: [String: Int]
  private let topicIndex: [String: Int]
  private let lawIndex: [String: Int]

  public init(metrics: [Metric], topics: [Topic], frameworks: [Framework] = [], laws: [Law] = []) {
    self.metrics = metrics
    self.topics = topics
    self.frameworks = frameworks
    self.laws = laws
    metricIndex = Dictionary(metrics.enumerated().map { ($1.id, $0) }) { first, _ in first }
    topicIndex = Dictionary(topics.enumerated().map { ($1.id, $0) }) { first, _ in first }
    lawIndex = Dictionary(laws.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  public static let none = Indicators(metrics: [], topics: [])

  public func metric(_ id: String) -> Metric? { metricIndex[id].map { metrics[$0] } }
  public func topic(_ id: String) -> Topic? { topicIndex[id].map { topics[$0] } }
  /// Nil for what reports cite and the vocabulary does not list.
  public func law(_ id: String) -> Law? { lawIndex[id].map { laws[$0] } }
}

/// One value of a metric: which report states it, and where.
public struct Observation: Hashable, BitwiseCopyable, Sendable {
  // Indexes hold millions of them.
  @usableFromInline let reportNumber: Int32
  @usableFromInline let quantityNumber: Int32

  @inlinable public init(report: Int, quantity: Int) {
    reportNumber = Int32(report)
    quantityNumber = Int32(quantity)
  }

  /// Index into `Catalog.reports`.
  @inlinable public var report: Int { Int(reportNumber) }
  /// Index into that report's quantities.
  @inlinable public var quantity: Int { Int(quantityNumber) }
}

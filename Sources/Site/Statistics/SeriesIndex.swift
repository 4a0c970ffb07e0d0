import Archive

/// The metrics that the archive's reports state, in the curator's order, and how to find them.
struct SeriesIndex: Sendable {
  /// Those with values.
  let series: [Series]
  /// Those that no report states yet.
  let unseen: [Metric]
  private let byId: [String: Int]

  init(_ catalog: Catalog) {
    var series: [Series] = []
    var unseen: [Metric] = []
    var byId: [String: Int] = [:]
    for metric in catalog.indicators.metrics where byId[metric.id] == nil {
      if let found = Series(metric, catalog.statistics.observations[metric.id] ?? [], in: catalog) {
        byId[metric.id] = series.count
        series.append(found)
      } else {
        unseen.append(metric)
      }
    }
    self.series = series
    self.unseen = unseen
    self.byId = byId
  }

  /// Nil for a metric without values, which has no page.
  func series(_ metric: String?) -> Series? { metric.flatMap { byId[$0] }.map { series[$0] } }

  /// Metrics that one report states, in the curator's order.
  func stated(in report: Report) -> [Series] {
    Set(report.quantities.filter(\.isInSeries).compactMap(\.metric).compactMap { byId[$0] }).sorted()
      .map { series[$0] }
  }
}

/// Values of several bodies in one year, and over the years.
enum Summary {
  /// Nil for fewer than three values, whose middle says nothing.
  static func median(_ values: [Double]) -> Double? {
    values.count < 3 ? nil : quantile(values.sorted(), 0.5)
  }

  /// Between the two nearest values, as spreadsheets do.
  static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    let position = share * Double(sorted.count - 1)
    let low = Int(position)
    let high = min(low + 1, sorted.count - 1)
    return sorted[low] + (sorted[high] - sorted[low]) * (position - Double(low))
  }
}

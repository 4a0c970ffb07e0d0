import Archive

/// The metrics that the archive's reports state, in the curator's order, and how to find them.
final class SeriesIndex: Sendable {
  /// Those with values.
  let series: [Series]
  /// Those that no report states yet.
  let unseen: [Metric]
  private let byId: [String: Int]
  private let metrics: [Metric]
  /// Place in `series` by place in `metrics`; nil for those without values.
  private let seriesOf: [Int?]
  /// Of every quantity of every report what it is of, so that no page looks up a name.
  private let numbers: [Number]
  /// Where each report's stand in `numbers`.
  private let starts: [Int]

  private struct Number: BitwiseCopyable {
    /// Place in `metrics`, or -1 for a quantity of no known metric.
    let metric: Int16
    let isInSeries: Bool
  }

  /// What a few reports state, gone through once.
  private struct Piece: Sendable {
    var numbers: [Number] = []
    /// By place in the metrics.
    var stated: [[Series.Stated]]

    init(_ reports: Range<Int>, _ rows: [ReportRows], _ metrics: [Metric], _ metricOf: [Int16]) {
      stated = [[Series.Stated]](repeating: [], count: metrics.count)
      let isStock = metrics.map { $0.flow == .stock }
      for report in reports {
        for (quantity, figure) in rows[report].figures.enumerated() {
          let metric = figure.metric < 0 ? -1 : metricOf[Int(figure.metric)]
          let isInSeries = metric >= 0 && figure.isInSeries
          numbers.append(Number(metric: metric, isInSeries: isInSeries))
          guard isInSeries else { continue }
          stated[Int(metric)].append(
            Series.Stated(
              Observation(report: report, quantity: quantity), figure, isStock: isStock[Int(metric)]))
        }
      }
    }
  }

  init(_ catalog: Catalog, tableLimit: Int) {
    var metrics: [Metric] = []
    var numberById: [String: Int] = [:]
    for metric in catalog.indicators.metrics.prefix(Int(Int16.max)) where numberById[metric.id] == nil {
      numberById[metric.id] = metrics.count
      metrics.append(metric)
    }
    // By number of the name.
    var metricOf = [Int16](repeating: -1, count: catalog.texts.count)
    for number in metrics.indices {
      if let name = catalog.names.known(metrics[number].id) { metricOf[Int(name)] = Int16(number) }
    }
    let (known, numberOf) = (metrics, metricOf)
    let (pieces, bodies, _) = Parallel.together(
      { Parallel.pieces(catalog.rows.count) { Piece($0, catalog.rows, known, numberOf) } },
      { ReportBodies(catalog) }, {})
    numbers = pieces.flatMap(\.numbers)
    var starts = [0]
    starts.reserveCapacity(catalog.rows.count + 1)
    for rows in catalog.rows { starts.append(starts[starts.count - 1] + rows.figures.count) }
    self.starts = starts
    let made = Parallel.each(known.count) { metric in
      Series(known[metric], pieces.map { $0.stated[metric] }, in: catalog, bodies, tableLimit: tableLimit)
    }
    var series: [Series] = []
    var unseen: [Metric] = []
    var byId: [String: Int] = [:]
    seriesOf = metrics.indices.map { number in
      guard let found = made[number] else {
        unseen.append(metrics[number])
        return nil
      }
      byId[found.metric.id] = series.count
      series.append(found)
      return series.count - 1
    }
    self.series = series
    self.unseen = unseen
    self.byId = byId
    self.metrics = metrics
  }

  /// Nil for a metric without values, which has no page.
  func series(_ metric: String?) -> Series? { metric.flatMap { byId[$0] }.map { series[$0] } }

  /// What a quantity of a report is of.
  func metric(of quantity: Int, in report: Int) -> Metric? {
    let number = Int(numbers[starts[report] + quantity].metric)
    return number < 0 ? nil : metrics[number]
  }

  /// The place in `series` of what a quantity is of; nil for what has no page.
  func page(of quantity: Int, in report: Int) -> Int? {
    let number = Int(numbers[starts[report] + quantity].metric)
    return number < 0 ? nil : seriesOf[number]
  }

  /// Whether the quantity is a value of a metric's series.
  func isInSeries(_ quantity: Int, of report: Int) -> Bool { numbers[starts[report] + quantity].isInSeries }

  /// Metrics that reports state, in the curator's order.
  func stated(in reports: some Sequence<Int>) -> [Series] {
    var isStated = [Bool](repeating: false, count: metrics.count)
    for report in reports {
      for number in numbers[starts[report]..<starts[report + 1]] where number.isInSeries {
        isStated[Int(number.metric)] = true
      }
    }
    return isStated.indices.filter { isStated[$0] }.compactMap { seriesOf[$0] }.map { series[$0] }
  }
}

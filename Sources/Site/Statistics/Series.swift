import Archive

/// Everything the archive holds of one metric.
///
/// A class, since many pages hold many of them.
final class Series: Sendable {
  let metric: Metric
  /// By report, each report's in the order of its text.
  let observations: [Observation]
  let reportCount: Int
  let regionCount: Int
  let firstYear: Int
  let lastYear: Int
  /// Years with values, ascending.
  let years: [Int]
  /// Divisions whose values stand on a page of their own, because the metric's page cannot hold them; by code.
  let divided: [Adcode]
  /// Beside the first observation of each report the value that `principal` finds in it, not a number where there is
  /// none: charts ask for all of them.
  private let principals: [Double]
  /// Where each report's values begin in `observations`, and behind them where the last one's end.
  private let starts: [Int32]
  /// Numbers of the names of the units that its values are counted in alike.
  private let usualUnits: [Int32]
  private let rows: [ReportRows]

  /// A value with what is drawn of it, noted while its row is at hand.
  struct Stated: BitwiseCopyable, Sendable {
    let observation: Observation
    /// The value where it may be a principal one, else not a number.
    let principal: Double

    init(_ observation: Observation, _ figure: ReportRows.Figure, isStock: Bool) {
      self.observation = observation
      principal = Series.isPrincipal(figure, isStock: isStock) ? figure.value.approximate : .nan
    }
  }

  /// Nil when no report states the metric.
  ///
  /// - Parameters:
  ///   - stated: all values, by report, in pieces that divide no report.
  ///   - tableLimit: bytes of a table that needs not be divided.
  init?(
    _ metric: Metric, _ stated: [[Stated]], in catalog: Catalog, _ bodies: ReportBodies, tableLimit: Int
  ) {
    let count = stated.reduce(0) { $0 + $1.count }
    var weights = SeriesWeights(bodies, limit: tableLimit)
    var hasRegion = [Bool](repeating: false, count: catalog.places.count)
    var hasYear = [Bool](repeating: false, count: catalog.years.count)
    var starts: [Int32] = []
    starts.reserveCapacity(catalog.reports.count + 1)
    var observations: [Observation] = []
    observations.reserveCapacity(count)
    var principals = [Double](repeating: .nan, count: count)
    var reportCount = 0
    var (last, first) = (-1, 0)
    for value in stated.joined() {
      let report = value.observation.report
      if report != last {
        if last >= 0 { weights.add(last, values: observations.count - first) }
        (last, first) = (report, observations.count)
        while starts.count <= report { starts.append(Int32(first)) }
        reportCount += 1
        hasRegion[bodies.region[report]] = true
        hasYear[bodies.year[report]] = true
      }
      if principals[first].isNaN { principals[first] = value.principal }
      observations.append(value.observation)
    }
    if last >= 0 { weights.add(last, values: count - first) }
    let years = catalog.years.indices.filter { hasYear[$0] }.map { catalog.years[$0] }
    guard let firstYear = years.first, let lastYear = years.last else { return nil }
    self.metric = metric
    self.observations = observations
    while starts.count <= catalog.reports.count { starts.append(Int32(observations.count)) }
    self.starts = starts
    usualUnits = MeasuredAlike.units(as: metric.unit).compactMap { catalog.names.known($0) }
    self.principals = principals
    rows = catalog.rows
    self.reportCount = reportCount
    regionCount = hasRegion.count { $0 }
    self.years = years
    self.firstYear = firstYear
    self.lastYear = lastYear
    divided = weights.divided(columns: min(lastYear - firstYear + 1, SiteIndex.longestSpan), in: catalog)
  }

  /// The values that one report states.
  func values(of report: Int) -> ArraySlice<Observation> {
    observations[Int(starts[report])..<Int(starts[report + 1])]
  }

  /// Whether a value's unit says no more than the metric's own.
  func isUsual(_ unit: Int32) -> Bool { usualUnits.contains(unit) }

  /// The value of a report that is drawn and compared: the first in its text that is about its own year and not
  /// about one department. Values gathered over years are no value of a year, unless the metric is a stock.
  func principal(of report: Int) -> Observation? {
    guard value(of: report) != nil else { return nil }
    return values(of: report).first {
      Series.isPrincipal(rows[$0.report].figures[$0.quantity], isStock: metric.flow == .stock)
    }
  }

  /// The value of the principal; nil when there is none.
  func value(of report: Int) -> Double? {
    let first = Int(starts[report])
    guard first < Int(starts[report + 1]), !principals[first].isNaN else { return nil }
    return principals[first]
  }

  private static func isPrincipal(_ figure: ReportRows.Figure, isStock: Bool) -> Bool {
    let isOfTheYear = figure.period == .year || (isStock && figure.period == .asAt)
    return isOfTheYear && figure.scope != .department
  }
}

/// Units that count the same: cases are counted in 件, 宗 or 起 alike.
private enum MeasuredAlike {
  private static let groups = [["件", "宗", "起", "例"], ["人", "人次", "名"], ["次", "场", "场次"], ["%", "％"]]

  /// The unit itself and none at all among them.
  static func units(as unit: String) -> [String] {
    ["", unit] + groups.filter { $0.contains(unit) }.joined()
  }
}

extension [Observation] {
  /// Those in one report, of observations that stand by report.
  func of(_ report: Int) -> ArraySlice<Observation> {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].report < report { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < count, self[end].report == report { end += 1 }
    return self[low..<end]
  }
}

/// How heavy the tables of a metric would be, to divide those that would make a page of more than 300 KB.
private struct SeriesWeights {
  private struct Weight {
    var bodies = 0
    var values = 0

    /// Bytes of HTML at 70 a value, 14 an empty cell and 130 a row's head.
    func bytes(columns: Int) -> Int { values * 70 + bodies * (columns * 14 + 130) }
  }

  private let bodies: ReportBodies
  private let limit: Int
  private var whole = Weight()
  private var isCounted: [Bool]
  /// By number of the place; of provinces only.
  private var byProvince: [Weight]
  /// Divisions directly below a province that hold others with values, by number of the place, each with the number of
  /// its province; -1 for all others.
  private var provinceAbove: [Int]
  /// The same where a division has stood in two provinces.
  private var alsoBelow: [(division: Int, province: Int)] = []

  init(_ bodies: ReportBodies, limit: Int) {
    self.bodies = bodies
    self.limit = limit
    isCounted = [Bool](repeating: false, count: bodies.count)
    byProvince = [Weight](repeating: Weight(), count: bodies.placeCount)
    provinceAbove = [Int](repeating: -1, count: bodies.placeCount)
  }

  mutating func add(_ report: Int, values: Int) {
    let province = bodies.province[report]
    whole.values += values
    byProvince[province].values += values
    let body = bodies.body[report]
    if !isCounted[body] {
      isCounted[body] = true
      whole.bodies += 1
      byProvince[province].bodies += 1
    }
    guard let between = bodies.between[report] else { return }
    if provinceAbove[between] < 0 {
      provinceAbove[between] = province
    } else if provinceAbove[between] != province {
      alsoBelow.append((between, province))
    }
  }

  func divided(columns: Int, in catalog: Catalog) -> [Adcode] {
    guard whole.bytes(columns: columns) > limit else { return [] }
    func isHeavy(_ province: Int) -> Bool {
      byProvince[province].bytes(columns: columns) > limit
    }
    // Places stand by code, and so do those that are divided.
    return catalog.places.indices.filter { number in
      byProvince[number].values > 0 || (provinceAbove[number] >= 0 && isHeavy(provinceAbove[number]))
        || alsoBelow.contains { $0.division == number && isHeavy($0.province) }
    }.map { catalog.places[$0].adcode }
  }
}

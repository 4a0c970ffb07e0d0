import Archive

/// Everything the archive holds of one metric.
struct Series: Sendable {
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
  /// For every report of the archive the value that `principal` finds in it, not a number where there is none: charts
  /// ask for all of them.
  private let principals: [Double]

  /// The values that one report states.
  func values(of report: Int) -> ArraySlice<Observation> { observations.of(report) }

  /// Of each of so many reports whether it states the metric.
  func stated(among reports: Int) -> [Bool] {
    var isStated = [Bool](repeating: false, count: reports)
    for observation in observations { isStated[observation.report] = true }
    return isStated
  }

  /// The value of a report that is drawn and compared: the first in its text that is about its own year and not
  /// about one department. Values gathered over years are no value of a year, unless the metric is a stock.
  func principal(of report: Int, in reports: [Report]) -> Observation? {
    values(of: report).first { Series.isPrincipal($0, of: metric, in: reports) }
  }

  /// The value of the principal; nil when there is none.
  func value(of report: Int) -> Double? { principals[report].isNaN ? nil : principals[report] }

  private static func isPrincipal(
    _ observation: Observation, of metric: Metric, in reports: [Report]
  ) -> Bool {
    let period = reports[observation.report].quantities[observation.quantity].period
    let isOfTheYear = period == .year || (metric.flow == .stock && period == .asAt)
    return isOfTheYear && reports[observation.report].quantities[observation.quantity].scope != .department
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

extension Series {
  /// Nil when no report states the metric.
  init?(_ metric: Metric, _ observations: [Observation], in catalog: Catalog) {
    var weights = SeriesWeights()
    var regions: Set<Adcode> = []
    var years: Set<Int> = []
    var reportCount = 0
    var next = 0
    while next < observations.count {
      let report = observations[next].report
      let first = next
      while next < observations.count, observations[next].report == report { next += 1 }
      guard let region = catalog.reports[report].masthead.region,
        let year = catalog.reports[report].masthead.year
      else { continue }
      reportCount += 1
      regions.insert(region.adcode)
      years.insert(year)
      weights.add(region, unit: catalog.reports[report].masthead.unit, values: next - first)
    }
    guard let firstYear = years.min(), let lastYear = years.max() else { return nil }
    self.metric = metric
    self.observations = observations
    var principals = [Double](repeating: .nan, count: catalog.reports.count)
    for observation in observations
    where principals[observation.report].isNaN
      && Series.isPrincipal(observation, of: metric, in: catalog.reports)
    {
      principals[observation.report] =
        catalog.reports[observation.report].quantities[observation.quantity].value.approximate
    }
    self.principals = principals
    self.reportCount = reportCount
    regionCount = regions.count
    self.years = years.sorted()
    self.firstYear = firstYear
    self.lastYear = lastYear
    divided = weights.divided(columns: min(lastYear - firstYear + 1, SiteIndex.longestSpan))
  }
}

/// How heavy the tables of a metric would be, to divide those that would make a page of more than 300 KB.
private struct SeriesWeights {
  private struct Weight {
    var bodies: Set<Body> = []
    var values = 0

    /// Bytes of HTML at 70 a value, 14 an empty cell and 130 a row's head.
    func bytes(columns: Int) -> Int { values * 70 + bodies.count * (columns * 14 + 130) }
  }

  /// The rest of a page, its charts and rate pairs among them, takes less than 120 KB.
  private static let limit = 150_000

  private var whole = Weight()
  private var last: Body?
  private var byProvince: [Adcode: Weight] = [:]
  /// Divisions directly below a province that hold others with values.
  private var below: [Adcode: Set<Adcode>] = [:]

  mutating func add(_ region: Region, unit: String?, values: Int) {
    let body = Body(adcode: region.adcode, unit: unit)
    let province = region.path[0].adcode
    whole.values += values
    byProvince[province, default: Weight()].values += values
    // A body's reports follow one another, but for its zones.
    if body == last { return }
    last = body
    whole.bodies.insert(body)
    byProvince[province, default: Weight()].bodies.insert(body)
    if region.path.count > 2 { below[province, default: []].insert(region.path[1].adcode) }
  }

  func divided(columns: Int) -> [Adcode] {
    guard whole.bytes(columns: columns) > SeriesWeights.limit else { return [] }
    return byProvince.flatMap { province, weight -> [Adcode] in
      let isHeavy = weight.bytes(columns: columns) > SeriesWeights.limit
      return [province] + (isHeavy ? Array(below[province] ?? []) : [])
    }.sorted()
  }
}

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
  /// Divisions whose values stand on a page of their own, because the metric's page cannot hold them; by code.
  let divided: [Adcode]

  /// The values that one report states.
  func values(of report: Int) -> ArraySlice<Observation> {
    var low = 0
    var high = observations.count
    while low < high {
      let middle = (low + high) / 2
      if observations[middle].report < report { low = middle + 1 } else { high = middle }
    }
    let rest = observations[low...]
    return rest.prefix { $0.report == report }
  }

  /// The value of a report that is drawn and compared: the first in its text that is about its own year and not
  /// about one department. Values gathered over years are no value of a year, unless the metric is a stock.
  func principal(of report: Int, in reports: [Report]) -> Observation? {
    values(of: report).first { observation in
      let quantity = reports[report].quantities[observation.quantity]
      let isOfTheYear = quantity.period == .year || (metric.flow == .stock && quantity.period == .asAt)
      return isOfTheYear && quantity.scope != .department
    }
  }
}

extension Series {
  /// Nil when no report states the metric.
  init?(_ metric: Metric, _ observations: [Observation], in catalog: Catalog) {
    var weights = SeriesWeights()
    var regions: Set<Adcode> = []
    var years: Set<Int> = []
    var reportCount = 0
    var last: Int?
    for observation in observations {
      let masthead = catalog.reports[observation.report].masthead
      guard let region = masthead.region, let year = masthead.year else { continue }
      if last != observation.report { reportCount += 1 }
      last = observation.report
      regions.insert(region.adcode)
      years.insert(year)
      weights.add(region, unit: masthead.unit)
    }
    guard let firstYear = years.min(), let lastYear = years.max() else { return nil }
    self.metric = metric
    self.observations = observations
    self.reportCount = reportCount
    regionCount = regions.count
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
  private var byProvince: [Adcode: Weight] = [:]
  /// Divisions directly below a province that hold others with values.
  private var below: [Adcode: Set<Adcode>] = [:]

  mutating func add(_ region: Region, unit: String?) {
    let body = Body(adcode: region.adcode, unit: unit)
    let province = region.path[0].adcode
    whole.bodies.insert(body)
    whole.values += 1
    byProvince[province, default: Weight()].bodies.insert(body)
    byProvince[province, default: Weight()].values += 1
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

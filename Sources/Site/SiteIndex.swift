import Archive

/// What every page is made from: the catalog, the settings and a few indexes that the catalog does not keep.
struct SiteIndex: Sendable {
  let catalog: Catalog
  let settings: SiteSettings
  let assets: Assets
  /// By slug, reserved slugs left out.
  let freePages: [FreePage]
  let series: SeriesIndex
  let laws: LawIndex
  let topics: TopicIndex
  /// Where each report stands among all, by division, body and year.
  private let rank: [Int]
  /// Indices into the catalog's reports by year, each in the catalog's order.
  private let byYear: [Int: [Int]]

  init(catalog: Catalog, settings: SiteSettings, freePages: [FreePage], assets: Assets) {
    self.catalog = catalog
    self.settings = settings
    self.assets = assets
    self.freePages = freePages
    var byYear: [Int: [Int]] = [:]
    for (index, report) in catalog.reports.enumerated() {
      if let year = report.masthead.year { byYear[year, default: []].append(index) }
    }
    self.byYear = byYear
    rank = SiteIndex.ranks(catalog.reports)
    series = SeriesIndex(catalog)
    laws = LawIndex(catalog)
    topics = TopicIndex(catalog)
  }

  func reports(ofYear year: Int) -> [Int] { byYear[year] ?? [] }

  /// The report's title, or words in its place.
  func title(of report: Report) -> String {
    Text.present(report.masthead.title)
      ?? Words.title(region: report.masthead.region?.name ?? "", year: report.masthead.year ?? 0)
  }

  /// The years that tables by year show. Every year of the span, so that gaps are seen, unless one stray
  /// year makes the span longer than any archive's: then the years held.
  var tableYears: [Int] {
    guard let first = catalog.years.first, let last = catalog.years.last else { return [] }
    return last - first < SiteIndex.longestSpan ? Array(first...last) : catalog.years
  }
  static let longestSpan = 60

  /// The years that a metric's tables show.
  func years(of series: Series) -> [Int] {
    tableYears.filter { (series.firstYear...series.lastYear).contains($0) }
  }

  /// The years that charts span; never more than tables do.
  var chartYears: ClosedRange<Int>? {
    guard let last = catalog.years.last, let first = catalog.years.first else { return nil }
    return max(first, last - SiteIndex.longestSpan + 1)...last
  }

  /// What stands in the reports of one year, in page order.
  typealias YearList = (year: Int, list: [Observation])

  /// The last year first.
  func byYear(_ observations: [Observation]) -> [YearList] {
    let byYear = Dictionary(grouping: inPageOrder(observations)) {
      catalog.reports[$0.report].masthead.year ?? 0
    }
    return byYear.keys.sorted(by: >).map { ($0, byYear[$0] ?? []) }
  }

  /// By division, body and year, as tables show them; each report's in the order of its text.
  func inPageOrder(_ observations: [Observation]) -> [Observation] {
    observations.sorted {
      (rank[$0.report], $0.quantity) < (rank[$1.report], $1.quantity)
    }
  }

  private static func ranks(_ reports: [Report]) -> [Int] {
    let keys = reports.map { (Body($0), $0.masthead.year ?? 0) }
    let order = reports.indices.sorted { left, right in
      if let one = keys[left].0, let other = keys[right].0, one != other { return one < other }
      return (keys[left].1, left) < (keys[right].1, right)
    }
    var rank = Array(repeating: 0, count: reports.count)
    for (place, index) in order.enumerated() { rank[index] = place }
    return rank
  }
}

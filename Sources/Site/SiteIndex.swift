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
  let sentences = Sentences()
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

  /// The last year first, each year's by division and body.
  func byYear(_ observations: [Observation]) -> [(year: Int, list: [Observation])] {
    let byYear = Dictionary(grouping: inPageOrder(observations)) {
      catalog.reports[$0.report].masthead.year ?? 0
    }
    return byYear.keys.sorted(by: >).map { ($0, byYear[$0] ?? []) }
  }

  /// By division, body and year, as tables show them; each report's in the order of its text.
  func inPageOrder(_ observations: [Observation]) -> [Observation] {
    let keyed = observations.compactMap { observation -> (Body, Int, Observation)? in
      let report = catalog.reports[observation.report]
      return Body(report).map { ($0, report.masthead.year ?? 0, observation) }
    }
    return keyed.sorted { left, right in
      if left.0 != right.0 { return left.0 < right.0 }
      return (left.1, left.2.report, left.2.quantity) < (right.1, right.2.report, right.2.quantity)
    }.map { $0.2 }
  }
}

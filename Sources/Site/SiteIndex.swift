import Archive

/// What every page is made from: the catalog, the settings and a few indexes that the catalog does not keep.
struct SiteIndex: Sendable {
  let catalog: Catalog
  let settings: SiteSettings
  let assets: Assets
  /// By slug, reserved slugs left out.
  let freePages: [FreePage]
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
}

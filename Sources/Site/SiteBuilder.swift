import Archive
import Mustache

/// The whole site as values: every page and file that the archive makes, none of them rendered yet.
///
/// Pure, and independent of the order in which reports were read: the same catalog, settings, free pages and
/// assets give the same pages in the same order.
public struct SiteBuilder: Sendable {
  private let site: SiteIndex
  private let formats: ReportFormats
  /// Free pages that cannot be shown: their address belongs to a page of the site or to another free page.
  public let conflicts: [FreePage]

  public init(
    catalog: Catalog, settings: SiteSettings, pages: [FreePage], assets: Assets, formats: ReportFormats
  ) {
    let ordered = pages.sorted { Array($0.slug.utf8).lexicographicallyPrecedes(Array($1.slug.utf8)) }
    var taken = Set(Route.reservedSlugs.map { Route.free($0).path })
    var free: [FreePage] = []
    var conflicts: [FreePage] = []
    for page in ordered {
      if taken.insert(Route.free(page.slug).path).inserted {
        free.append(page)
      } else {
        conflicts.append(page)
      }
    }
    self.conflicts = conflicts
    self.formats = formats
    site = SiteIndex(catalog: catalog, settings: settings, freePages: free, assets: assets)
  }

  /// Every page template with the shape of the values it is given. A template's name is its path below
  /// `Templates` without `.html`, so partials are called as `{{>partials/date}}`.
  public static let templates: [(template: String, shape: Shape)] = [
    (HomePage.template, HomePage.schema.shape),
    (ReportPage.template, ReportPage.schema.shape),
    (RegionPage.template, RegionPage.schema.shape),
    (YearPage.template, YearPage.schema.shape),
    (CoveragePage.template, CoveragePage.schema.shape),
    (ChecksPage.template, ChecksPage.schema.shape),
    (FreePageContext.template, FreePageContext.schema.shape),
    (NotFoundPage.template, NotFoundPage.schema.shape),
  ]

  /// All pages: the site's own, free pages, years, regions, reports, each kind in ascending order.
  public var pages: [Page] {
    let site = site
    var pages = [
      Page(path: Route.home.path, template: HomePage.template) { HomePage.schema.record(HomePage(site)) },
      Page(path: Route.notFound.path, template: NotFoundPage.template) {
        NotFoundPage.schema.record(NotFoundPage(site))
      },
      Page(path: Route.coverage.path, template: CoveragePage.template) {
        CoveragePage.schema.record(CoveragePage(site))
      },
      Page(path: Route.checks.path, template: ChecksPage.template) {
        ChecksPage.schema.record(ChecksPage(site))
      },
    ]
    pages += site.freePages.map { page in
      Page(path: Route.free(page.slug).path, template: FreePageContext.template) {
        FreePageContext.schema.record(FreePageContext(site, page))
      }
    }
    pages += site.catalog.years.map { year in
      Page(path: Route.year(year).path, template: YearPage.template) {
        YearPage.schema.record(YearPage(site, year))
      }
    }
    pages += site.catalog.places.map { place in
      Page(path: Route.region(place.adcode).path, template: RegionPage.template) {
        RegionPage.schema.record(RegionPage(site, place))
      }
    }
    pages += site.catalog.reports.enumerated().map { index, report in
      Page(path: Route.report(report.id ?? "").path, template: ReportPage.template) {
        ReportPage.schema.record(ReportPage(site, index))
      }
    }
    return pages
  }

  /// The other forms of every report, by id.
  public var files: [PlainFile] {
    let formats = formats
    return site.catalog.reports.flatMap { report in
      let id = report.id ?? ""
      return [
        PlainFile(path: Route.reportMarkdown(id).path) { formats.markdown(report) },
        PlainFile(path: Route.reportData(id).path) { formats.json(report) },
      ]
    }
  }
}

import Archive
import Mustache

/// A report in a list or table of reports.
struct ReportRow: Sendable {
  let href: String
  let title: String
  let titleDerived: Bool
  /// The division's name as of the report's year.
  let region: String
  let unit: String?
  let issuer: String?
  let year: Int
  let published: DayView?

  init(_ site: SiteIndex, _ index: Int, link: Linker) {
    let report = site.catalog.reports[index]
    href = link.href(.report(report.id ?? ""))
    title = Text.short(site.title(of: report))
    titleDerived = report.masthead.titleDerived
    region = site.words.division(report.masthead.region)
    unit = Text.present(report.masthead.unit).map { Text.short($0, limit: 40) }
    issuer = Text.present(report.masthead.issuer).map { Text.short($0) }
    year = site.facts[index].year
    published = report.masthead.published.map { DayView($0, site.words) }
  }

  static let schema = Schema<ReportRow>(
    "report row",
    [
      .text("href", "link to the report") { $0.href },
      .text("title", "the report's title, long ones cut") { $0.title },
      .flag("titleDerived", "the title was made up from other evidence") { $0.titleDerived },
      .text("region", "name of the division in the report's year") { $0.region },
      .text("unit", "the zone, department or township that reports, if not the government itself") {
        $0.unit
      },
      .text("issuer", "who reports, as printed") { $0.issuer },
      .number("year", "the year the report covers") { $0.year },
      .record("published", "the day of publication", of: DayView.schema) { $0.published },
    ])
}

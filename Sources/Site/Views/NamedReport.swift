import Mustache

/// A report in a row of names: the division stands for it.
struct NamedReport: Sendable {
  let href: String
  let region: String
  let unit: String?

  init(_ site: SiteIndex, _ index: Int, link: Linker) {
    let report = site.catalog.reports[index]
    href = link.href(.report(report.id ?? ""))
    region = site.words.division(report.masthead.region)
    unit = Text.present(report.masthead.unit).map { Text.short($0, limit: 40) }
  }

  static let schema = Schema<NamedReport>(
    "report by name",
    [
      .text("href", "link to the report") { $0.href },
      .text("region", "name of the division in the report's year") { $0.region },
      .text("unit", "the zone, department or township, missing for the government itself") { $0.unit },
    ])
}

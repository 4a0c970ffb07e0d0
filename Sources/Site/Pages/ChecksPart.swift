import Archive
import Mustache

/// `checks/<year>.html`: the year's figures that do not follow from one another, where `checks.html` cannot hold
/// those of all years.
struct ChecksPart: Sendable {
  let layout: Layout
  let year: Int
  let doubtful: [DoubtfulReport]
  let parts: [PartLink]

  static let template = "checks-year"
  static let schema = Schema<ChecksPart>(
    "checks of a year",
    Layout.fields { $0.layout } + [
      .number("year", "the year") { $0.year },
      .list("doubtful", "reports with checks that do not hold", of: DoubtfulReport.schema) { $0.doubtful },
      .list("parts", "the pages of all years", of: PartLink.schema) { $0.parts },
    ])

  init(_ site: SiteIndex, _ part: YearPart) {
    let link = Linker(.checksPart(part))
    year = part.year
    layout = Layout(
      site, .checksPart(part), title: Words.year(part.year),
      breadcrumb: [Link(href: link.href(.checks), label: Words.checks)])
    parts = PartLink.all(ChecksPage.parts(site), current: part) { link.href(.checksPart($0)) }
    let reports = ChecksPage.inDoubt(site).first { $0.year == part.year }?.reports ?? []
    doubtful = reports[part.range].map { DoubtfulReport(site, $0, link: link) }
  }
}

import Archive
import Mustache

/// `checks/<year>.html`: the year's figures that do not follow from one another, or those of some divisions, where
/// `checks.html` cannot hold those of all years.
struct ChecksPart: Sendable {
  let layout: Layout
  let year: Int
  let name: String
  let doubtful: [DoubtfulReport]
  let parts: [PartLink]
  let beside: [PartLink]

  static let template = "checks-year"
  static let schema = Schema<ChecksPart>(
    "checks of a year",
    Layout.fields { $0.layout } + [
      .number("year", "the year") { $0.year },
      .text("name", "the year and the divisions, in words") { $0.name },
      .list("doubtful", "reports with checks that do not hold", of: DoubtfulReport.schema) { $0.doubtful },
    ] + PartLink.fields { ($0.parts, $0.beside) })

  /// `list` is what `ChecksPage.list` gives; `index` says which of its pages.
  init(_ site: SiteIndex, list: PartedList, index: Int) {
    let page = list.pages[index]
    let link = site.linker(.checksPart(page.part))
    func href(_ part: YearPart?) -> String { ChecksPart.href(part, link) }
    year = page.part.year
    name = list.title(of: index)
    layout = Layout(
      site, .checksPart(page.part), title: name,
      breadcrumb: [Link(href: href(nil), label: site.words[.indexChecks])]
        + PartLink.trail(list, to: index, href: href))
    parts = PartLink.below(list, index, href: href)
    beside = PartLink.beside(list, index, href: href)
    doubtful = list.shown(on: page).flatMap(\.list).map { DoubtfulReport(site, $0.report, link: link) }
  }

  static func href(_ part: YearPart?, _ link: Linker) -> String {
    link.href(part.map { .checksPart($0) } ?? .checks)
  }
}

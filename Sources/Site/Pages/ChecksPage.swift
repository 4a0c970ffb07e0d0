import Archive
import Mustache

/// `checks.html`: figures that do not follow from one another, what the program was unsure of, report by report,
/// and files it could not place.
struct ChecksPage: Sendable {
  let layout: Layout
  let doubtCount: Int
  let doubtful: [DoubtfulReport]
  let parts: [PartLink]
  let beside: [PartLink]
  let findingCount: Int
  let reports: [Item]
  /// Reports with findings that the page leaves out because there are too many; nil when it has all.
  let omitted: Int?
  let unplaced: [Item]
  /// The same for files without region or year.
  let omittedUnplaced: Int?

  /// A report, or a file that is not one yet, with its findings.
  struct Item: Sendable {
    /// Nil for a file without a page.
    let href: String?
    let title: String
    let file: String
    let findings: [FindingRow]

    static let schema = Schema<Item>(
      "item with findings",
      [
        .text("href", "link to the report, missing for a file without a page") { $0.href },
        .text("title", "the report's title, or the best there is") { $0.title },
        .text("file", "the file's path below Content/reports") { $0.file },
        .list("findings", "what the program was unsure of", of: FindingRow.schema) { $0.findings },
      ])
  }

  static let template = "checks"
  static let schema = Schema<ChecksPage>(
    "checks",
    Layout.fields { $0.layout } + [
      .count("doubtCount", "how many checks of figures do not hold") { $0.doubtCount },
      .list("doubtful", "reports with such checks, when one page holds all", of: DoubtfulReport.schema) {
        $0.doubtful
      },
      .count("findingCount", "how many findings there are in all") { $0.findingCount },
      .list("reports", "reports with findings, by id", of: Item.schema) { $0.reports },
      .count("omitted", "reports with findings that are not listed here, missing when there are none") {
        $0.omitted
      },
      .list("unplaced", "files without region or year, by path", of: Item.schema) { $0.unplaced },
      .count("omittedUnplaced", "such files that are not listed here, missing when there are none") {
        $0.omittedUnplaced
      },
    ] + PartLink.fields { ($0.parts, $0.beside) })

  /// With more than this the page would weigh more than 300 KB.
  static let itemLimit = 200
  static let listedLimit = 400
  static let findingLimit = 10
  /// Reports with figures in doubt on one page; each has one or two such checks of 900 bytes, seldom more.
  static let doubtfulLimit = 80
  static let doubtLimit = 4

  init(_ site: SiteIndex) {
    let link = site.linker(.checks)
    let catalog = site.catalog
    layout = Layout(site, .checks)
    doubtCount = catalog.reports.indices.reduce(0) { $0 + catalog.doubts(of: $1) }
    let list = ChecksPage.list(site)
    parts = PartLink.below(list, nil) { ChecksPart.href($0, link) }
    beside = []
    doubtful = list.shown(on: nil).flatMap(\.list).map { DoubtfulReport(site, $0.report, link: link) }

    let unsure = catalog.reports.filter { !$0.diagnostics.isEmpty }
    findingCount = (unsure + catalog.unplaced).reduce(0) { $0 + $1.diagnostics.count }
    reports = ChecksPage.items(unsure, site.words) { report in
      (link.href(.report(report.id ?? "")), Text.short(site.title(of: report)))
    }
    unplaced = ChecksPage.items(catalog.unplaced, site.words) { report in
      (nil, Text.short(Text.present(report.masthead.title) ?? report.file))
    }
    omitted = ChecksPage.omitted(unsure.count - reports.count)
    omittedUnplaced = ChecksPage.omitted(catalog.unplaced.count - unplaced.count)
  }

  /// Reports with checks that do not hold.
  static func list(_ site: SiteIndex) -> PartedList {
    let reports = site.catalog.reports.indices.filter { index in
      site.catalog.doubts(of: index) > 0
    }
    return PartedList(
      site.byYear(site.inPageOrder(reports.map { Observation(report: $0, quantity: 0) })),
      limit: doubtfulLimit, in: site)
  }

  private static func items(
    _ reports: [Report], _ words: Words, naming: (Report) -> (href: String?, title: String)
  ) -> [Item] {
    var items: [Item] = []
    var listed = 0
    for report in reports.prefix(itemLimit) {
      let (href, title) = naming(report)
      let findings = report.diagnostics.prefix(findingLimit).map { FindingRow($0, words) }
      listed += findings.count
      if listed > listedLimit { break }
      items.append(
        Item(href: href, title: title, file: Text.short(report.file, limit: 200), findings: findings))
    }
    return items
  }

  private static func omitted(_ count: Int) -> Int? { count > 0 ? count : nil }
}

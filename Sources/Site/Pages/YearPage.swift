import Archive
import Mustache

/// `years/<year>.html`: all reports about one year, by province and prefecture.
struct YearPage: Sendable {
  let layout: Layout
  let year: Int
  let total: Int
  let previous: Link?
  let next: Link?
  let provinces: [Province]
  /// Lists say titles while they are short; thousands of reports are listed by the division's name alone.
  let showsTitles: Bool

  struct Province: Sendable {
    let name: String
    let href: String
    let anchor: String
    let total: Int
    let reports: [ReportRow]

    static let schema = Schema<Province>(
      "year page's province",
      [
        .text("name", "the province") { $0.name },
        .text("href", "link to the province's page") { $0.href },
        .text("anchor", "id of the province's part of the page") { $0.anchor },
        .count("total", "how many reports follow") { $0.total },
        .list("reports", "the reports, by division", of: ReportRow.schema) { $0.reports },
      ])
  }

  static let template = "year"
  static let schema = Schema<YearPage>(
    "year",
    Layout.fields { $0.layout } + [
      .number("year", "the year") { $0.year },
      .count("total", "how many reports the year has") { $0.total },
      .record("previous", "the nearest earlier year with reports", of: Link.schema) { $0.previous },
      .record("next", "the nearest later year with reports", of: Link.schema) { $0.next },
      .list("provinces", "the year's reports by province", of: Province.schema) { $0.provinces },
      .flag("showsTitles", "few enough reports to list them with their titles") { $0.showsTitles },
    ])

  static let titleLimit = 400

  init(_ site: SiteIndex, _ year: Int) {
    let catalog = site.catalog
    let link = site.linker(.year(year))
    let reports = site.reports(ofYear: year)
    self.year = year
    total = reports.count
    layout = Layout(site, .year(year))
    func neighbour(_ year: Int?) -> Link? { year.map { Link(href: link.href(.year($0)), label: String($0)) } }
    previous = neighbour(catalog.years.last { $0 < year })
    next = neighbour(catalog.years.first { $0 > year })
    showsTitles = reports.count <= YearPage.titleLimit

    // By the division's place on the way from its province, the government's own report first.
    var byProvince: [Adcode: [Int]] = [:]
    for index in reports {
      byProvince[site.facts[index].province, default: []].append(index)
    }
    provinces = byProvince.keys.sorted().map { code in
      let rows = YearPage.ordered(byProvince[code] ?? [], site.facts).map { ReportRow(site, $0, link: link) }
      return Province(
        name: site.words.division(code, catalog.place(code)?.name ?? ""), href: link.href(.region(code)),
        anchor: "r\(code)",
        total: rows.count, reports: rows)
    }
  }

  private static func ordered(_ reports: [Int], _ facts: [ReportFact]) -> [Int] {
    func key(_ index: Int) -> (Int, Int, Int) {
      (facts[index].adcode.number, facts[index].isGovernment ? 0 : 1, index)
    }
    return reports.sorted { key($0) < key($1) }
  }
}

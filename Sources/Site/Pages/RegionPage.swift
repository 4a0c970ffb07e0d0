import Archive
import Mustache

/// `regions/<adcode>.html`: one division, what it has reported and what lies below it.
struct RegionPage: Sendable {
  let layout: Layout
  let name: String
  let adcode: String
  let level: String
  let total: Int
  /// The government's own reports, the last year first.
  let reports: [ReportRow]
  let units: [Unit]
  let children: [CountedLink]
  /// Nil for a division with nothing below it and nothing but units' reports of its own.
  let matrix: Matrix?
  let series: [RegionSeries]
  /// Divisions directly below it of which no report is held.
  let absent: [String]
  /// Since the archive's first year.
  let changes: [DivisionChange]
  let lengths: [LengthRow]
  let space: SpaceTable?

  /// A zone, department or township of the division.
  struct Unit: Sendable {
    let name: String
    let reports: [ReportRow]

    static let schema = Schema<Unit>(
      "unit",
      [
        .text("name", "the zone, department or township") { $0.name },
        .list("reports", "its reports, the last year first", of: ReportRow.schema) { $0.reports },
      ])
  }

  static let template = "region"
  static let schema = Schema<RegionPage>(
    "region",
    Layout.fields { $0.layout } + [
      .text("name", "name of the division, as in its latest report") { $0.name },
      .text("adcode", "its six-digit code") { $0.adcode },
      .text("level", "its level, in a word") { $0.level },
      .count("total", "how many reports it and all below it have") { $0.total },
      .list("reports", "its government's own reports, the last year first", of: ReportRow.schema) {
        $0.reports
      },
      .flag("hasReports", "the government itself has reported") { !$0.reports.isEmpty },
      .list("units", "zones, departments and townships that report, by name", of: Unit.schema) { $0.units },
      .flag("hasUnits", "zones, departments or townships have reported") { !$0.units.isEmpty },
      .list("children", "divisions directly below it that have reports", of: CountedLink.schema) {
        $0.children
      },
      .flag("hasChildren", "divisions below it have reports") { !$0.children.isEmpty },
      .list("series", "the metrics its government states, in the curator's order", of: RegionSeries.schema) {
        $0.series
      },
      .flag("hasSeries", "its government states metrics") { !$0.series.isEmpty },
      .texts("absent", "divisions directly below it, as of the archive's last year, without any report") {
        $0.absent
      },
      .flag("hasAbsent", "there are such divisions") { !$0.absent.isEmpty },
      .count("absentCount", "how many there are") { $0.absent.count },
      .list(
        "changes", "how the division came about or ended, since the archive's first year",
        of: DivisionChange.schema
      ) {
        $0.changes
      },
      .list("lengths", "how long its government's reports are, the last year first", of: LengthRow.schema) {
        $0.lengths
      },
      .flag("hasLengths", "headings tell how long their parts are") { !$0.lengths.isEmpty },
      .record(
        "space", "how much of its government's latest report each topic takes, missing without headings",
        of: SpaceTable.schema
      ) {
        $0.space
      },
      .record("matrix", "which years are held of it and of all below it", of: Matrix.schema) { $0.matrix },
    ])

  init(_ site: SiteIndex, _ place: Catalog.Place) {
    let catalog = site.catalog
    let route = Route.region(place.adcode)
    let link = site.linker(route)
    name = site.words.division(place.adcode, place.name)
    adcode = place.adcode.description
    level = site.words.level(place.level)
    total = place.total
    layout = Layout(
      site, route, title: name,
      breadcrumb: catalog.path(to: place.adcode).dropLast().map {
        Link(href: link.href(.region($0.adcode)), label: site.words.division($0.adcode, $0.name))
      })
    children = place.children.compactMap { catalog.place($0) }.map {
      CountedLink(
        href: link.href(.region($0.adcode)), label: site.words.division($0.adcode, $0.name), total: $0.total)
    }
    matrix = children.isEmpty && place.reports.isEmpty ? nil : Matrix(site, under: place, link: link)

    series = RegionSeries.all(place, in: site, link: link)

    let newestFirst = place.reports.sorted { left, right in
      let years = (site.facts[left].year, site.facts[right].year)
      return years.0 == years.1 ? left < right : years.0 > years.1
    }
    let own = newestFirst.filter { site.facts[$0].isGovernment }
    reports = own.map { ReportRow(site, $0, link: link) }
    lengths = LengthRow.all(own, in: site, link: link)
    space = SpaceTable(place, in: site, link: link)
    absent = RegionPage.absent(place, in: site)
    changes = DivisionChange.all(place.adcode, in: site, link: link)
    var byUnit: [String: [Int]] = [:]
    for index in newestFirst where !site.facts[index].isGovernment {
      if let unit = catalog.reports[index].masthead.unit { byUnit[unit, default: []].append(index) }
    }
    units = byUnit.keys.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }.map { name in
      Unit(name: Text.short(name), reports: (byUnit[name] ?? []).map { ReportRow(site, $0, link: link) })
    }
  }

  /// A report about a division's zone or department, or about what lies below it, stands for it here.
  private static func absent(_ place: Catalog.Place, in site: SiteIndex) -> [String] {
    guard let gazetteer = site.gazetteer, let year = site.catalog.years.last else { return [] }
    return gazetteer.children(of: place.adcode, year: year)
      .filter { site.catalog.place($0.adcode) == nil }
      .map { site.words.division($0.adcode, $0.name) }
  }
}

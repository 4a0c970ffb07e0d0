import Archive
import Mustache

/// `coverage.html`: which reports the archive holds, by division and year.
struct CoveragePage: Sendable {
  let layout: Layout
  let reportCount: Int
  let years: [Matrix.Year]
  let provinces: [Province]
  /// The matrices stand on this page; in a large archive each province's page has its own.
  let isDetailed: Bool
  let duty: Duty

  struct Province: Sendable {
    let name: String
    let href: String
    let anchor: String
    let total: Int
    let counts: [Count]
    /// Nil in a large archive.
    let matrix: Matrix?

    static let schema = Schema<Province>(
      "coverage page's province",
      [
        .text("name", "the province") { $0.name },
        .text("href", "link to the province's page") { $0.href },
        .text("anchor", "id of the province's part of the page") { $0.anchor },
        .count("total", "how many reports the province has") { $0.total },
        .list("counts", "one for every year of the table", of: Count.schema) { $0.counts },
        .record("matrix", "the province's divisions by year, missing in a large archive", of: Matrix.schema) {
          $0.matrix
        },
      ])
  }

  struct Count: Sendable {
    let total: Int?
    let step: Int?

    static let schema = Schema<Count>(
      "count of a year",
      [
        .count("total", "how many reports, missing when there are none") { $0.total },
        .number("step", "its quarter among the table's counts, 1 to 4, missing when there are none") {
          $0.step
        },
      ])

    /// A row for each province, a cell for each year; nil stands for none.
    static func table(_ totals: [[Int?]]) -> [[Count]] {
      let shades = Shades(totals.joined().compactMap { $0 })
      return totals.map { $0.map { Count(total: $0, step: $0.map(shades.step)) } }
    }
  }

  static let template = "coverage"
  static let schema = Schema<CoveragePage>(
    "coverage",
    Layout.fields { $0.layout } + [
      .count("reportCount", "how many reports the archive holds") { $0.reportCount },
      .list("years", "columns of the table of provinces", of: Matrix.Year.schema) { $0.years },
      .list("provinces", "provinces with reports", of: Province.schema) { $0.provinces },
      .record("duty", "dates of publication beside the duty", of: Duty.schema) { $0.duty },
      .flag("isDetailed", "every province's matrix stands on this page") { $0.isDetailed },
    ])

  /// With more divisions than this the page would weigh more than 300 KB at twenty years.
  static let detailLimit = 120

  init(_ site: SiteIndex) {
    let catalog = site.catalog
    let link = site.linker(.coverage)
    layout = Layout(site, .coverage)
    reportCount = catalog.reports.count
    let columns = site.tableYears
    let held = Set(catalog.years)
    years = columns.map {
      Matrix.Year(year: $0, href: held.contains($0) ? link.href(.year($0)) : nil)
    }
    isDetailed = catalog.places.count <= CoveragePage.detailLimit
    let isDetailed = isDetailed
    duty = Duty(site, link: link)

    var counts: [Adcode: [Int: Int]] = [:]
    for report in catalog.reports {
      guard let province = report.masthead.region?.path.first, let year = report.masthead.year else {
        continue
      }
      counts[province.adcode, default: [:]][year, default: 0] += 1
    }
    let places = catalog.provinces
    let table = Count.table(places.map { place in columns.map { counts[place.adcode]?[$0] } })
    provinces = zip(places, table).map { place, row in
      Province(
        name: site.words.division(place.adcode, place.name), href: link.href(.region(place.adcode)),
        anchor: "r\(place.adcode)",
        total: place.total, counts: row,
        matrix: isDetailed ? Matrix(site, under: place, link: link) : nil)
    }
  }
}

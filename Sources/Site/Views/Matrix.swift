import Archive
import Mustache

/// A table of divisions by years that shows which reports the archive holds and which it does not.
struct Matrix: Sendable {
  let years: [Year]
  let rows: [Row]
  /// Only the divisions directly below the first are shown: all of them would make a page of more than 300 KB.
  let isPartial: Bool

  struct Year: Sendable {
    let year: Int
    /// Nil when the archive has no report of that year.
    let href: String?

    static let schema = Schema<Year>(
      "matrix year",
      [
        .number("year", "the year") { $0.year },
        .text("href", "link to the year's page, missing when it has none") { $0.href },
      ])
  }

  struct Row: Sendable {
    let name: String
    let href: String
    /// 0 for the first level shown.
    let depth: Int
    let cells: [Cell]

    static let schema = Schema<Row>(
      "matrix row",
      [
        .text("name", "name of the division") { $0.name },
        .text("href", "link to the division's page") { $0.href },
        .number("depth", "how far below the table's first row it stands: 0, 1, 2") { $0.depth },
        .list("cells", "one for every year of the table", of: Cell.schema) { $0.cells },
      ])
  }

  struct Cell: Sendable {
    let year: Int
    let href: String?
    /// Held, but only from a zone, a department or a township.
    let isUnit: Bool
    var isLate = false
    /// There was no such division in the year.
    var isVacant = false

    static let schema = Schema<Cell>(
      "matrix cell",
      [
        .number("year", "the year") { $0.year },
        .text("href", "link to the report, missing when none is held") { $0.href },
        .flag("isUnit", "only a zone, department or township of the division has reported") { $0.isUnit },
        .flag("isLate", "its date of publication is later than 1 April of the next year, from 2018 on") {
          $0.isLate
        },
        .flag("isVacant", "there was no such division in the year, as the table of divisions has it") {
          $0.isVacant
        },
      ])
  }

  static let schema = Schema<Matrix>(
    "matrix",
    [
      .list("years", "the columns", of: Year.schema) { $0.years },
      .list("rows", "the divisions, each above those it holds", of: Row.schema) { $0.rows },
      .flag("isPartial", "only the divisions directly below the first are shown, because there are too many")
      {
        $0.isPartial
      },
    ])

  /// At about 100 bytes a cell.
  static let cellLimit = 2_000

  /// The division and everything below it that the archive knows.
  init(_ site: SiteIndex, under top: Catalog.Place, link: Linker) {
    let columns = site.tableYears
    let held = Set(site.catalog.years)
    years = columns.map { Year(year: $0, href: held.contains($0) ? link.href(.year($0)) : nil) }
    let all = site.catalog.descent(from: top.adcode)
    let highest = all.first.map { site.catalog.depth(of: $0) } ?? 0
    let depths = all.map { site.catalog.depth(of: $0) - highest }
    let isPartial = all.count * columns.count > Matrix.cellLimit && depths.contains { $0 > 1 }
    self.isPartial = isPartial
    rows = zip(all, depths).filter { !isPartial || $1 < 2 }.map { number, depth in
      let place = site.catalog.places[number]
      return Row(
        name: site.words.division(place.adcode, place.name), href: link.href(.region(place.adcode)),
        depth: depth,
        cells: Matrix.cells(site, place, columns, link: link))
    }
  }

  private static func cells(
    _ site: SiteIndex, _ place: Catalog.Place, _ years: [Int], link: Linker
  ) -> [Cell] {
    // A place's reports are sorted by year, the government's own first.
    var rest = place.reports[...]
    let holders = site.gazetteer?.holders(of: place.adcode) ?? []
    return years.map { year in
      rest = rest.drop { site.facts[$0].year < year }
      guard let index = rest.first, site.facts[index].year == year else {
        return Cell(
          year: year, href: nil, isUnit: false,
          isVacant: !holders.isEmpty && !holders.contains { $0.isInForce(year) })
      }
      let report = site.catalog.reports[index]
      return Cell(
        year: year, href: link.href(.report(report.id ?? "")), isUnit: report.masthead.unit != nil,
        isLate: Duty.isLate(report.masthead))
    }
  }
}

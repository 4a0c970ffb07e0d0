import Archive
import Mustache

/// A metric's values by body and year.
struct MetricTable: Sendable {
  let years: [Int]
  let rows: [Row]

  struct Row: Sendable {
    let name: String
    let unit: String?
    let href: String
    let depth: Int
    let cells: [Cell]

    static let schema = Schema<Row>(
      "metric table's row",
      [
        .text("name", "name of the division") { $0.name },
        .text("unit", "the zone, department or township, missing for the government itself") { $0.unit },
        .text("href", "link to the division's page") { $0.href },
        .number("depth", "0 for a province, 1, 2 below") { $0.depth },
        .list("cells", "one for every year of the table", of: Cell.schema) { $0.cells },
      ])
  }

  struct Cell: Sendable {
    let values: [ValueView]
    /// Values that the cell leaves out, because a report states too many.
    let more: Int?
    let isSilent: Bool

    static let schema = Schema<Cell>(
      "metric table's cell",
      [
        .list("values", "what the year's reports state", of: ValueView.schema) { $0.values },
        .count("more", "how many more they state, missing when all are shown") { $0.more },
        .flag("isSilent", "a report is held, and does not state the metric") { $0.isSilent },
      ])
  }

  static let schema = Schema<MetricTable>(
    "metric table",
    [
      .list("years", "the columns", of: Matrix.Year.schema) { table in
        table.years.map { Matrix.Year(year: $0, href: nil) }
      },
      .list("rows", "who states the metric, by division", of: Row.schema) { $0.rows },
    ])

  /// The bodies of these divisions that state the metric; `places` are indices into the catalog's.
  init(_ series: Series, of places: [Int], in site: SiteIndex, link: Linker) {
    let columns = site.years(of: series)
    years = columns
    let reports = site.catalog.reports
    rows = places.flatMap { number -> [Row] in
      let place = site.catalog.places[number]
      if place.reports.allSatisfy({ site.facts[$0].isGovernment }) {
        return [MetricTable.row(series, place, nil, place.reports, columns, site, link)].compactMap { $0 }
      }
      let units = Set(place.reports.map { reports[$0].masthead.unit })
      return units.map { Body(adcode: place.adcode, unit: $0) }.sorted().compactMap { body in
        let own = place.reports.filter { reports[$0].masthead.unit == body.unit }
        return MetricTable.row(series, place, body.unit, own, columns, site, link)
      }
    }
  }

  /// `reports` stand by year, as a place's do.
  private static func row(
    _ series: Series, _ place: Catalog.Place, _ unit: String?, _ reports: [Int], _ years: [Int],
    _ site: SiteIndex, _ link: Linker
  ) -> Row? {
    var isStated = false
    var rest = reports[...]
    let cells = years.map { year -> Cell in
      rest = rest.drop { site.facts[$0].year < year }
      let held = rest.prefix { site.facts[$0].year == year }
      if held.isEmpty { return Cell(values: [], more: nil, isSilent: false) }
      let values = held.flatMap { series.values(of: $0) }
      if !values.isEmpty { isStated = true }
      return Cell(
        values: values.prefix(ValueView.cellLimit).map {
          ValueView($0, of: series, in: site, link: link)
        },
        more: values.count > ValueView.cellLimit ? values.count - ValueView.cellLimit : nil,
        isSilent: values.isEmpty)
    }
    guard isStated else { return nil }
    return Row(
      name: site.words.division(place.adcode, place.name), unit: unit.map { Text.short($0, limit: 40) },
      href: link.href(.region(place.adcode)),
      depth: place.level.depth, cells: cells)
  }
}

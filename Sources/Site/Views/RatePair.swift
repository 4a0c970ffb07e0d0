import Archive
import Mustache

/// A stated rate beside the numbers it could be reckoned from, as one report states all of them.
struct RatePair: Sendable {
  let name: String
  let unit: String?
  let href: String
  let year: Int
  let rate: [ValueView]
  let numerator: [ValueView]
  let denominator: [ValueView]
  /// In percent, when both parts are stated once for the whole and exactly.
  let computed: String?

  static let schema = Schema<RatePair>(
    "rate with its parts",
    [
      .text("name", "name of the division") { $0.name },
      .text("unit", "the zone, department or township, missing for the government itself") { $0.unit },
      .text("href", "link to the report") { $0.href },
      .number("year", "the year") { $0.year },
      .list("rate", "the rate as stated", of: ValueView.schema) { $0.rate },
      .list("numerator", "the part as stated", of: ValueView.schema) { $0.numerator },
      .list("denominator", "the whole as stated", of: ValueView.schema) { $0.denominator },
      .text(
        "computed", "the rate that the two give, in percent, missing unless each is stated once and exactly"
      ) {
        $0.computed
      },
    ])

  /// Of the reports that state the rate and at least one of its parts; at most `limit`. `places` are indices into the
  /// catalog's.
  static func all(
    _ series: Series, of places: [Int], in site: SiteIndex, link: Linker, limit: Int
  ) -> (pairs: [RatePair], total: Int) {
    let numerator = site.series.series(series.metric.numerator)
    let denominator = site.series.series(series.metric.denominator)
    guard numerator != nil || denominator != nil else { return ([], 0) }
    var pairs: [RatePair] = []
    var total = 0
    for number in places {
      let place = site.catalog.places[number]
      for index in place.reports where !series.values(of: index).isEmpty {
        let above = numerator?.values(of: index) ?? []
        let below = denominator?.values(of: index) ?? []
        if above.isEmpty && below.isEmpty { continue }
        total += 1
        if pairs.count == limit { continue }
        let report = site.catalog.reports[index]
        let href = link.href(.report(report.id ?? ""))
        let page = href + "#"
        func views(_ values: ArraySlice<Observation>, _ series: Series?) -> [ValueView] {
          guard let series else { return [] }
          return values.prefix(ValueView.cellLimit).map { ValueView($0, of: series, in: site, page: page) }
        }
        pairs.append(
          RatePair(
            name: site.words.division(place.adcode, place.name),
            unit: report.masthead.unit.map { Text.short($0, limit: 40) },
            href: href, year: report.masthead.year ?? 0,
            rate: views(series.values(of: index), series), numerator: views(above, numerator),
            denominator: views(below, denominator), computed: computed(above, below, site.catalog)))
      }
    }
    return (pairs, total)
  }

  static func computed(
    _ above: ArraySlice<Observation>, _ below: ArraySlice<Observation>, _ catalog: Catalog
  ) -> String? {
    // A department's number beside the whole region's makes neither of them doubtful.
    func only(_ values: ArraySlice<Observation>) -> ReportRows.Figure? {
      let whole = values.map { catalog.rows[$0.report].figures[$0.quantity] }
        .filter { $0.scope != .department && $0.period == .year }
      return whole.count == 1 ? whole[0] : nil
    }
    guard let part = only(above), let whole = only(below) else { return nil }
    guard part.approximation == .exact, whole.approximation == .exact, whole.value.approximate > 0 else {
      return nil
    }
    return Figure.text(part.value.approximate / whole.value.approximate * 100, decimals: 2)
  }
}

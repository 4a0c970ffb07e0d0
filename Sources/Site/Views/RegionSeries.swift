import Archive
import Mustache

/// A metric as one government states it over the years, with its neighbours beside it.
struct RegionSeries: Sendable {
  let href: String
  let name: String
  let unit: String
  let spark: Sparkline?
  let latest: [ValueView]
  let latestYear: Int
  /// Middle of the divisions beside this one, of the same year; nil for fewer than three values.
  let median: String?
  let medianCount: Int
  let neighbours: [Neighbour]
  /// What the divisions directly below state for that year, added up; nil for rates and for fewer than two.
  let below: String?
  let belowCount: Int
  /// The sum is more than the division's own value, which should hold it.
  let isExceeded: Bool

  struct Neighbour: Sendable {
    let name: String
    let value: ValueView

    static let schema = Schema<Neighbour>(
      "neighbour's value",
      [
        .text("name", "name of the division") { $0.name },
        .record("value", "its value of the same year", of: ValueView.schema) { $0.value },
      ])
  }

  static let schema = Schema<RegionSeries>(
    "metric of a division",
    [
      .text("href", "link to the metric's page") { $0.href },
      .text("metric", "the metric") { $0.name },
      .text("unit", "its unit") { $0.unit },
      .record("spark", "the values over the years", of: Sparkline.schema) { $0.spark },
      .list("latest", "the values of the last report that states it", of: ValueView.schema) { $0.latest },
      .number("latestYear", "the year of that report") { $0.latestYear },
      .text(
        "median", "middle value of the divisions beside this one in that year, missing for fewer than three"
      ) {
        $0.median
      },
      .count("medianCount", "how many divisions it is the middle of") { $0.medianCount },
      .list("neighbours", "a few of them", of: Neighbour.schema) { $0.neighbours },
      .flag("hasNeighbours", "one of them states the metric in that year") { !$0.neighbours.isEmpty },
      .text(
        "below",
        "what the divisions directly below state for that year, added up; missing for rates and fewer than two"
      ) {
        $0.below
      },
      .count("belowCount", "how many of them state it") { $0.belowCount },
      .flag("isExceeded", "that sum is more than the division's own value") { $0.isExceeded },
    ])

  static let neighbourLimit = 3

  /// Of the government's own reports, not of its zones and departments.
  static func all(_ place: Catalog.Place, in site: SiteIndex, link: Linker) -> [RegionSeries] {
    let catalog = site.catalog
    guard let years = site.chartYears else { return [] }
    let own = place.reports.filter { site.facts[$0].isGovernment }
    let stated = site.series.stated(in: own)
    if stated.isEmpty { return [] }
    let family = (place.parent.flatMap { catalog.place($0)?.children } ?? catalog.provinces.map(\.adcode))
      .filter { $0 != place.adcode }.compactMap { catalog.place($0) }.filter { $0.level == place.level }
    // Who has reported beside this division, by year: most metrics end in the same one.
    var reporting: [Int: [(place: Catalog.Place, reports: [Int])]] = [:]
    func neighbours(in year: Int) -> [(place: Catalog.Place, reports: [Int])] {
      if let known = reporting[year] { return known }
      let found = family.compactMap { place -> (Catalog.Place, [Int])? in
        let reports = place.reports.filter { site.facts[$0].year == year && site.facts[$0].isGovernment }
        return reports.isEmpty ? nil : (place, reports)
      }
      reporting[year] = found
      return found
    }
    let children = place.children.compactMap { catalog.place($0) }
    /// Of the children's governments; values of departments and of more than a year are left out.
    func metricSum(_ series: Series, _ year: Int) -> (count: Int, sum: Double) {
      guard series.metric.kind != .rate, series.metric.flow == .flow else { return (0, 0) }
      var found: (count: Int, sum: Double) = (0, 0)
      for child in children {
        let report = child.reports.first { site.facts[$0].year == year && site.facts[$0].isGovernment }
        guard let report, let value = series.value(of: report) else { continue }
        found = (found.count + 1, found.sum + value)
      }
      return found
    }
    return stated.compactMap { series in
      var values: [Chart.Value] = []
      // By year, as a place's reports stand.
      for index in own {
        let year = site.facts[index].year
        guard let value = series.value(of: index), values.last?.year != year else { continue }
        values.append((year, value))
      }
      guard let last = own.last(where: { !series.values(of: $0).isEmpty }) else { return nil }
      let year = site.facts[last].year
      let beside = neighbours(in: year).compactMap { neighbour -> (Catalog.Place, Observation)? in
        neighbour.reports.lazy.compactMap { series.principal(of: $0) }.first
          .map { (neighbour.place, $0) }
      }
      let amounts = beside.compactMap { series.value(of: $1.report) }
      let own = values.last { $0.year == year }?.value
      let below = metricSum(series, year)
      return RegionSeries(
        href: link.href(.metric(series.metric.id)), name: site.words.name(of: series.metric),
        unit: site.words.word(series.metric.unit),
        spark: Sparkline(values, years: years, isRate: series.metric.kind == .rate),
        latest: series.values(of: last).prefix(ValueView.cellLimit).map {
          ValueView($0, of: series, in: site, link: link)
        },
        latestYear: year, median: Summary.median(amounts).map { Figure.text($0) }, medianCount: amounts.count,
        neighbours: beside.prefix(neighbourLimit).map {
          Neighbour(
            name: site.words.division($0.adcode, $0.name),
            value: ValueView($1, of: series, in: site, link: link))
        },
        below: below.count > 1 ? Figure.text(below.sum) : nil, belowCount: below.count,
        isExceeded: below.count > 1 && own.map { below.sum > $0 } ?? false)
    }
  }
}

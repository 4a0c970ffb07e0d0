import Archive
import Mustache

/// The highest and the lowest values that governments of one level state for one year.
struct Extremes: Sendable {
  let year: Int
  /// Of the level with most values.
  let level: String
  /// How many governments of that level state a value for the year.
  let count: Int
  let hasBases: Bool
  let highest: Side
  let lowest: Side

  /// One end of the order.
  struct Side: Sendable {
    let rows: [RatePair]
    /// The next value, which more governments share than there is room for, and how many do.
    let shared: (count: Int, value: String)?

    static let schema = Schema<Side>(
      "end of an order",
      [
        .list("rows", "values with their numerators and denominators, the utmost first", of: RatePair.schema)
        {
          $0.rows
        },
        .flag("hasRows", "there are such values") { !$0.rows.isEmpty },
        .count("sharedCount", "how many state the next value, missing when they are listed as well") {
          $0.shared?.count
        },
        .text("sharedValue", "that value") { $0.shared?.value },
      ])
  }

  static let schema = Schema<Extremes>(
    "highest and lowest values",
    [
      .number("year", "the last year that enough governments state a value for") { $0.year },
      .text("level", "the level of government that states most values, in a word") { $0.level },
      .count("count", "how many of its governments state one") { $0.count },
      .flag("hasBases", "it is a rate with a numerator or a denominator") { $0.hasBases },
      .record("highest", "the highest values", of: Side.schema) { $0.highest },
      .record("lowest", "the lowest values, none where all others are among the highest", of: Side.schema) {
        $0.lowest
      },
    ])

  /// With fewer values an order says little.
  static let least = 8
  /// Values shown at each end.
  static let limit = 5
  /// Years looked at for enough values: what was long ago is no answer.
  private static let yearLimit = 3

  private typealias Entry = (report: Int, value: Double)

  /// Nil for amounts, whose units differ, and where no level has enough values.
  init?(_ series: Series, in site: SiteIndex, link: Linker) {
    guard series.metric.kind != .amount else { return nil }
    for year in series.years.suffix(Extremes.yearLimit).reversed() {
      let levels = Extremes.values(series, in: year, site)
      // The higher level where two have as many.
      guard let level = levels.keys.sorted().max(by: { (levels[$0]?.count ?? 0) < (levels[$1]?.count ?? 0) }),
        let entries = levels[level], entries.count >= Extremes.least
      else { continue }
      self.init(series, entries, level: level, year: year, in: site, link: link)
      return
    }
    return nil
  }

  private init(
    _ series: Series, _ entries: [Entry], level: DivisionLevel, year: Int, in site: SiteIndex, link: Linker
  ) {
    self.year = year
    self.level = site.words.level(level)
    count = entries.count
    let numerator = site.series.series(series.metric.numerator)
    let denominator = site.series.series(series.metric.denominator)
    hasBases = numerator != nil || denominator != nil
    // Equal values by division, as the reports stand.
    let descending = entries.sorted { ($1.value, $0.report) < ($0.value, $1.report) }
    let top = Extremes.end(of: descending)
    let taken = top.rows.count + (top.shared?.count ?? 0)
    let bottom = Extremes.end(
      of: descending.dropFirst(taken).sorted { ($0.value, $0.report) < ($1.value, $1.report) })
    func side(_ end: (rows: [Entry], shared: (count: Int, entry: Entry)?)) -> Side {
      Side(
        rows: end.rows.compactMap {
          RatePair($0.report, series, numerator, denominator, in: site, link: link)
        },
        shared: end.shared.map { ($0.count, Figure.text($0.entry.value, decimals: 2)) })
    }
    (highest, lowest) = (side(top), side(bottom))
  }

  /// By level of government; each government once.
  private static func values(_ series: Series, in year: Int, _ site: SiteIndex) -> [DivisionLevel: [Entry]] {
    var found: [DivisionLevel: [Entry]] = [:]
    var seen: Set<Adcode> = []
    var last = -1
    for observation in series.observations where observation.report != last {
      last = observation.report
      let fact = site.facts[last]
      guard fact.year == year, fact.isGovernment, let value = series.value(of: last),
        seen.insert(fact.adcode).inserted
      else { continue }
      found[fact.level, default: []].append((last, value))
    }
    return found
  }

  /// The first of a sorted list; those who share a value are listed all or counted.
  private static func end(of entries: [Entry]) -> (rows: [Entry], shared: (count: Int, entry: Entry)?) {
    var rows: [Entry] = []
    var rest = entries[...]
    while rows.count < limit, let first = rest.first {
      let equal = rest.prefix { $0.value == first.value }
      if rows.count + equal.count > limit { return (rows, (equal.count, first)) }
      rows += equal
      rest = rest.dropFirst(equal.count)
    }
    return (rows, nil)
  }
}

extension RatePair {
  /// A government's value of the year with the numbers that the same report states for its parts.
  fileprivate init?(
    _ index: Int, _ series: Series, _ numerator: Series?, _ denominator: Series?, in site: SiteIndex,
    link: Linker
  ) {
    guard let principal = series.principal(of: index) else { return nil }
    let report = site.catalog.reports[index]
    let href = link.href(.report(report.id ?? ""))
    let page = href + "#"
    func views(_ values: some Sequence<Observation>, _ series: Series?) -> [ValueView] {
      guard let series else { return [] }
      return values.prefix(ValueView.cellLimit).map { ValueView($0, of: series, in: site, page: page) }
    }
    let above = numerator?.values(of: index) ?? []
    let below = denominator?.values(of: index) ?? []
    self.init(
      name: site.words.division(report.masthead.region), unit: nil,
      href: href, year: report.masthead.year ?? 0,
      rate: views(CollectionOfOne(principal), series), numerator: views(above, numerator),
      denominator: views(below, denominator),
      computed: RatePair.computed(above, below, site.catalog))
  }
}

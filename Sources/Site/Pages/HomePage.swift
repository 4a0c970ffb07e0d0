import Archive
import Mustache

/// `index.html`: what the archive holds and the ways in.
struct HomePage: Sendable {
  let layout: Layout
  let reportCount: Int
  let regionCount: Int
  let provinceCount: Int
  let yearCount: Int
  let firstYear: Int?
  let lastYear: Int?
  let newest: [ReportRow]
  let tiles: [Tile]
  let provinces: [CountedLink]
  let years: [CountedLink]
  let unplacedCount: Int?
  /// Those stated by most reports.
  let metrics: [CountedLink]
  let topics: [CountedLink]
  let laws: [CountedLink]

  static let template = "home"
  static let schema = Schema<HomePage>(
    "home",
    Layout.fields { $0.layout } + [
      .count("reportCount", "how many reports the archive holds") { $0.reportCount },
      .count("regionCount", "how many divisions have reports of their own") { $0.regionCount },
      .count("provinceCount", "how many provinces have reports in them") { $0.provinceCount },
      .count("yearCount", "how many years have reports") { $0.yearCount },
      .number("firstYear", "the first year with reports, missing in an empty archive") { $0.firstYear },
      .number("lastYear", "the last year with reports, missing when it is the first") { $0.lastYear },
      .list("tiles", "the 34 provinces, for a map of tiles, by code", of: Tile.schema) { $0.tiles },
      .flag("hasTiles", "the archive holds reports to show on such a map") { $0.reportCount > 0 },
      .list("newest", "reports published last", of: ReportRow.schema) { $0.newest },
      .list("provinces", "provinces with reports", of: CountedLink.schema) { $0.provinces },
      .list("years", "years with reports, the last first", of: CountedLink.schema) { $0.years },
      .list("metrics", "metrics that most reports state", of: CountedLink.schema) { $0.metrics },
      .flag("hasMetrics", "there are metrics") { !$0.metrics.isEmpty },
      .list("topics", "topics of the first level, with their sections", of: CountedLink.schema) { $0.topics },
      .flag("hasTopics", "there are topics") { !$0.topics.isEmpty },
      .list("laws", "laws and documents that most reports cite", of: CountedLink.schema) { $0.laws },
      .flag("hasLaws", "there are such documents") { !$0.laws.isEmpty },
      .count("unplacedCount", "files without region or year, missing when there are none") {
        $0.unplacedCount
      },
    ])

  static let newestLimit = 10
  static let leadingLimit = 8

  init(_ site: SiteIndex) {
    let link = site.linker(.home)
    let catalog = site.catalog
    layout = Layout(site, .home, description: site.settings.subtitle)
    reportCount = catalog.reports.count
    regionCount = catalog.places.count { !$0.reports.isEmpty }
    provinces = CountedLink.withShares(
      catalog.provinces.map {
        CountedLink(
          href: link.href(.region($0.adcode)), label: site.words.division($0.adcode, $0.name), total: $0.total
        )
      })
    tiles = Tile.all(site, link: link)
    provinceCount = provinces.count
    yearCount = catalog.years.count
    firstYear = catalog.years.first
    lastYear = catalog.years.count > 1 ? catalog.years.last : nil
    years = CountedLink.withShares(
      catalog.years.reversed().map {
        CountedLink(href: link.href(.year($0)), label: String($0), total: site.reports(ofYear: $0).count)
      })
    newest = HomePage.newest(catalog).map { ReportRow(site, $0, link: link) }
    metrics = HomePage.leading(site.series.series, by: \.reportCount).map {
      CountedLink(
        href: link.href(.metric($0.metric.id)), label: Text.short(site.words.name(of: $0.metric)),
        total: $0.reportCount)
    }
    topics = site.topics.branches.map(\.topic).compactMap { topic in
      let total = site.topics.sections(topic.id).count
      return total == 0
        ? nil
        : CountedLink(href: link.href(.topic(topic.id, nil)), label: site.words.name(of: topic), total: total)
    }
    laws = HomePage.leading(site.laws.laws.filter { $0.page != nil }, by: \.reportCount).map {
      CountedLink(
        href: link.href(.law($0.page ?? "", nil)), label: Text.short($0.name, limit: 40),
        total: $0.reportCount)
    }
    unplacedCount = catalog.unplaced.isEmpty ? nil : catalog.unplaced.count
  }

  /// Those published last, then those without a date of publication by year; by id among equals.
  private static func newest(_ catalog: Catalog) -> [Int] {
    func key(_ index: Int) -> (Int, Int, Int) {
      let report = catalog.reports[index]
      guard let day = report.masthead.published else { return (1, -(report.masthead.year ?? 0), index) }
      return (0, -(day.year * 512 + day.month * 32 + day.day), index)
    }
    // A few of very many: most are passed with one look.
    var newest: [(Int, Int, Int)] = []
    for candidate in catalog.reports.indices.lazy.map(key) {
      if newest.count == newestLimit, let last = newest.last, last < candidate { continue }
      newest.insert(candidate, at: newest.firstIndex { candidate < $0 } ?? newest.count)
      if newest.count > newestLimit { newest.removeLast() }
    }
    return newest.map(\.2)
  }

  /// The first few of those with the highest counts, in their own order among equals.
  private static func leading<Item>(_ items: [Item], by count: (Item) -> Int) -> [Item] {
    items.enumerated().sorted { (count($1.element), $0.offset) < (count($0.element), $1.offset) }
      .prefix(leadingLimit).map(\.element)
  }
}

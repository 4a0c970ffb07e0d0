import Archive
import Mustache

/// `metrics/<metric>.html`, and `metrics/<metric>-<adcode>.html` for a part of a metric stated too often for one
/// page: what is counted, how it went, and every value with the way to its sentence.
struct MetricPage: Sendable {
  let layout: Layout
  let words: Words
  let series: Series
  let topic: Link?
  let numerator: Link?
  let denominator: Link?
  /// Rates reckoned from this metric.
  let rates: [Link]
  /// The division that the page is about; nil on the metric's own page.
  let place: Link?
  let wholeHref: String?
  let charts: [Chart]
  /// On the metric's own page only.
  let provinces: [ProvinceTrend]
  /// On the metric's own page only.
  let extremes: Extremes?
  let table: MetricTable
  /// Divisions whose values stand on pages of their own.
  let parts: [CountedLink]
  let pairs: [RatePair]
  let omittedPairs: Int?
  let silentCount: Int?
  /// The values by year as CSV; on the metric's own page only.
  let files: [Link]
  let citing: Citing

  static let template = "metric"
  static let schema = Schema<MetricPage>(
    "metric",
    Layout.fields { $0.layout } + [
      .text("name", "the metric") { $0.words.name(of: $0.series.metric) },
      .text("otherName", "the metric in English, on English pages in Chinese") {
        Text.present($0.words.otherName($0.series.metric.zh, english: $0.series.metric.en))
      },
      .text("otherLanguage", "the language of that name") { $0.words.otherLanguage },
      .text("unit", "its unit") { $0.words.word($0.series.metric.unit) },
      .text("kind", "count, rate or amount, in a word") { $0.words.kind($0.series.metric.kind) },
      .flag("isStock", "it is a stock as at a day, not what happened in a year") {
        $0.series.metric.flow == .stock
      },
      .flag("isFlow", "it is what happened in a year") { $0.series.metric.flow == .flow },
      .flag("readsUp", "more is normally read as better") { $0.series.metric.direction == .up },
      .flag("readsDown", "less is normally read as better") { $0.series.metric.direction == .down },
      .text("variants", "differences of definition that were seen") {
        $0.words.variants(of: $0.series.metric)?.text
      },
      .text("variantsLanguage", "the language that they are written in") {
        $0.words.variants(of: $0.series.metric)?.language
      },
      .record("topic", "the topic it belongs to", of: Link.schema) { $0.topic },
      .record("numerator", "for a rate: what is divided", of: Link.schema) { $0.numerator },
      .record("denominator", "for a rate: by what", of: Link.schema) { $0.denominator },
      .list("rates", "rates reckoned from it", of: Link.schema) { $0.rates },
      .flag("hasRates", "there are such rates") { !$0.rates.isEmpty },
      .record("place", "the division the page is about, missing on the metric's own page", of: Link.schema) {
        $0.place
      },
      .text("wholeHref", "link to the metric's own page, missing there") { $0.wholeHref },
      .count("valueCount", "how many values the archive has of it; on its own page only") {
        $0.place == nil ? $0.series.observations.count : nil
      },
      .count("reportCount", "how many reports state it; on its own page only") {
        $0.place == nil ? $0.series.reportCount : nil
      },
      .count("regionCount", "how many divisions state it; on its own page only") {
        $0.place == nil ? $0.series.regionCount : nil
      },
      .number("firstYear", "the first year with a value") { $0.series.firstYear },
      .number("lastYear", "the last year with a value, missing when it is the first") {
        $0.series.lastYear == $0.series.firstYear ? nil : $0.series.lastYear
      },
      .list("charts", "one for each level of government", of: Chart.schema) { $0.charts },
      .flag("hasCharts", "there are charts") { !$0.charts.isEmpty },
      .list(
        "provinces", "how it went in each province, on the metric's own page", of: ProvinceTrend.schema
      ) {
        $0.provinces
      },
      .flag("hasProvinces", "a province states it for several years") { !$0.provinces.isEmpty },
      .record(
        "extremes",
        "who stands highest and lowest; missing where few governments state it, and on pages of a division",
        of: Extremes.schema
      ) {
        $0.extremes
      },
      .record("table", "the values by body and year", of: MetricTable.schema) { $0.table },
      .flag("hasRows", "the table has rows") { !$0.table.rows.isEmpty },
      .list("parts", "divisions whose values stand on pages of their own", of: CountedLink.schema) {
        $0.parts
      },
      .flag("hasParts", "there are such pages") { !$0.parts.isEmpty },
      .list(
        "pairs", "for a rate: the values beside the numbers they could be reckoned from", of: RatePair.schema
      ) {
        $0.pairs
      },
      .flag("hasPairs", "there are such values") { !$0.pairs.isEmpty },
      .count("omittedPairs", "how many more there are, missing when all are shown") { $0.omittedPairs },
      .count("silentCount", "divisions of the page that have reports, none of which states the metric") {
        $0.silentCount
      },
      .list("files", "the values of each year as CSV, on the metric's own page", of: Link.schema) {
        $0.files
      },
      .flag("hasFiles", "there are such files") { !$0.files.isEmpty },
      .record("citing", "how to cite the page", of: Citing.schema) { $0.citing },
    ])

  /// With more the page could weigh more than 300 KB.
  static let pairLimit = 150

  /// `region` is one of `series.divided`, or nil for the metric's own page.
  init(_ site: SiteIndex, _ series: Series, region: Adcode? = nil) {
    let metric = series.metric
    let route = region.map { Route.metricRegion(metric.id, $0) } ?? Route.metric(metric.id)
    let link = site.linker(route)
    let home = region.flatMap { site.catalog.place($0) }
    self.series = series
    words = site.words
    let name = site.words.name(of: metric)
    let title =
      home.map {
        site.words(.metricOfPlace, ["place": site.words.division($0.adcode, $0.name), "metric": name])
      } ?? name
    layout = Layout(
      site, route, title: title, description: name,
      breadcrumb: MetricPage.trail(series, home, site, link))
    citing = Citing(
      archive: site.settings.title, key: metric.id + (region.map { "-\($0)" } ?? ""),
      title: title, permalink: layout.permalink, site.words)
    topic = site.catalog.indicators.topic(metric.topic).map { topic in
      let hasPage = site.topics.isStated(topic.id)
      return Link(
        href: link.href(hasPage ? .topic(topic.id, nil) : .topics), label: site.words.name(of: topic))
    }
    func named(_ id: String?) -> Link? {
      site.series.series(id).map {
        Link(href: link.href(.metric($0.metric.id)), label: site.words.name(of: $0.metric))
      }
    }
    numerator = named(metric.numerator)
    denominator = named(metric.denominator)
    rates = site.series.series
      .filter { $0.metric.numerator == metric.id || $0.metric.denominator == metric.id }
      .compactMap { named($0.metric.id) }
    place = home.map {
      Link(href: link.href(.region($0.adcode)), label: site.words.division($0.adcode, $0.name))
    }
    wholeHref = home == nil ? nil : link.href(.metric(metric.id))
    files =
      home == nil
      ? series.years.map {
        Link(href: link.href(.metricData(metric.id, $0)), label: String($0))
      } : []

    let places = site.catalog.places
    let extent = home.map { Array(site.catalog.descent(from: $0.adcode)) } ?? Array(places.indices)
    func isStating(_ place: Int) -> Bool {
      places[place].reports.contains { !series.values(of: $0).isEmpty }
    }
    let divided = Set(series.divided)
    // What stands on a page of its own does not stand here.
    let shown =
      divided.isEmpty
      ? extent
      : extent.filter { !MetricPage.isElsewhere(places[$0], than: home, divided, site.catalog) }
    let stating = shown.filter(isStating)
    table = MetricTable(series, of: stating, in: site, link: link)
    parts = series.divided.compactMap { code in
      guard let place = site.catalog.place(code), place.parent == region else { return nil }
      return CountedLink(
        href: link.href(.metricRegion(metric.id, code)), label: site.words.division(place.adcode, place.name),
        total: site.catalog.descent(from: code).count(where: isStating))
    }
    charts = MetricPage.charts(series, extent, site)
    provinces = home == nil ? ProvinceTrend.all(series, in: site, link: link) : []
    extremes = home == nil ? Extremes(series, in: site, link: link) : nil
    let found = RatePair.all(series, of: stating, in: site, link: link, limit: MetricPage.pairLimit)
    pairs = found.pairs
    omittedPairs = found.total > pairs.count ? found.total - pairs.count : nil
    let silent = shown.count { !places[$0].reports.isEmpty } - stating.count
    silentCount = silent > 0 ? silent : nil
  }

  /// Whether the values of a place stand on the page of a division that lies between it and the page's own.
  private static func isElsewhere(
    _ place: Catalog.Place, than home: Catalog.Place?, _ divided: Set<Adcode>, _ catalog: Catalog
  ) -> Bool {
    guard place.adcode != home?.adcode else { return false }
    var next = place.parent
    while let code = next {
      let step = catalog.place(code)
      // Inside the page's own division, or anywhere when the page is about all.
      if code != home?.adcode, divided.contains(code), home == nil || step?.parent == home?.adcode {
        return true
      }
      next = step?.parent
    }
    return false
  }

  private static func trail(
    _ series: Series, _ home: Catalog.Place?, _ site: SiteIndex, _ link: Linker
  ) -> [Link] {
    guard let home else { return [Link(href: link.href(.metrics), label: site.words[.indexMetrics])] }
    let above = site.catalog.path(to: home.adcode).dropLast().filter { series.divided.contains($0.adcode) }
    return [
      Link(href: link.href(.metrics), label: site.words[.indexMetrics]),
      Link(
        href: link.href(.metric(series.metric.id)),
        label: Text.short(site.words.name(of: series.metric), limit: 40)),
    ]
      + above.map {
        Link(
          href: link.href(.metricRegion(series.metric.id, $0.adcode)),
          label: site.words.division($0.adcode, $0.name))
      }
  }

  /// Governments of one level stand in one chart: the cases of a province and of a county have no scale in common.
  private static func charts(
    _ series: Series, _ places: [Int], _ site: SiteIndex
  ) -> [Chart] {
    let years = site.years(of: series)
    guard let last = years.last, let first = years.first else { return [] }
    let span = max(first, last - SiteIndex.longestSpan + 1)...last
    let levels = DivisionLevel.allCases
    var lines = [Chart.Lines](repeating: Chart.Lines(), count: levels.count)
    for number in places {
      let level = site.catalog.places[number].level.depth
      // By year, as a place's reports stand.
      for index in site.catalog.places[number].reports where site.facts[index].isGovernment {
        let year = site.facts[index].year
        guard let value = series.value(of: index), span.contains(year), lines[level].openYear != year
        else { continue }
        lines[level].add((year, value))
      }
      lines[level].close()
    }
    return levels.sorted().compactMap { level in
      Chart(
        lines[level.depth], level: level, years: span, isRate: series.metric.kind == .rate,
        direction: series.metric.direction, words: site.words)
    }
  }
}

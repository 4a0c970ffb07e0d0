import Archive
import Mustache

/// `metrics/index.html`: every metric that reports state, by topic.
struct MetricsPage: Sendable {
  let layout: Layout
  let groups: [Group]
  let seenCount: Int
  let unseen: [String]

  struct Group: Sendable {
    let anchor: String
    let name: String
    let metrics: [Row]

    static let schema = Schema<Group>(
      "topic's metrics",
      [
        .text("anchor", "id of the topic's part of the page") { $0.anchor },
        .text("name", "the topic, missing for metrics without a known one") { $0.name },
        .list("metrics", "the metrics", of: Row.schema) { $0.metrics },
      ])
  }

  struct Row: Sendable {
    let href: String
    let series: Series
    let words: Words
    let spark: Sparkline?
    let hundredCount: Int?

    static let schema = Schema<Row>(
      "metric in the index",
      [
        .text("href", "link to the metric's page") { $0.href },
        .text("name", "the metric") { $0.words.name(of: $0.series.metric) },
        .text("otherName", "the metric in English, on English pages in Chinese") {
          Text.present($0.words.otherName($0.series.metric.zh, english: $0.series.metric.en))
        },
        .text("otherLanguage", "the language of that name") { $0.words.otherLanguage },
        .text("unit", "its unit") { $0.words.word($0.series.metric.unit) },
        .count("reportCount", "how many reports state it") { $0.series.reportCount },
        .count("regionCount", "how many divisions state it") { $0.series.regionCount },
        .number("firstYear", "the first year with a value") { $0.series.firstYear },
        .number("lastYear", "the last year with a value, missing when it is the first") {
          $0.series.lastYear == $0.series.firstYear ? nil : $0.series.lastYear
        },
        .count("hundredCount", "for a rate: how many reports state 100%, missing when none does") {
          $0.hundredCount
        },
        .record("spark", "the middle value over the years", of: Sparkline.schema) { $0.spark },
      ])
  }

  static let template = "metrics"
  static let schema = Schema<MetricsPage>(
    "metrics",
    Layout.fields { $0.layout } + [
      .list("groups", "the metrics that reports state, by topic", of: Group.schema) { $0.groups },
      .count("seenCount", "how many metrics reports state") { $0.seenCount },
      .texts("unseen", "metrics that no report states yet") { $0.unseen },
      .flag("hasUnseen", "there are such metrics") { !$0.unseen.isEmpty },
    ])

  init(_ site: SiteIndex) {
    let link = site.linker(.metrics)
    layout = Layout(site, .metrics)
    seenCount = site.series.series.count
    unseen = site.series.unseen.map { Text.short(site.words.name(of: $0), limit: 40) }
    let byTopic = Dictionary(grouping: site.series.series) { series in
      site.catalog.indicators.topic(series.metric.topic).map { $0.parent ?? $0.id } ?? ""
    }
    let order = site.topics.branches.map(\.topic.id)
    // A topic that the vocabulary does not know must not lose its metrics.
    let others = byTopic.keys.filter { !order.contains($0) }.sorted(by: Text.precedes)
    groups = (order + others).compactMap { topic in
      guard let series = byTopic[topic] else { return nil }
      return Group(
        anchor: "t-" + Route.plainName(topic),
        name: site.catalog.indicators.topic(topic).map { site.words.name(of: $0) }
          ?? site.words[.otherTopic],
        metrics: series.map {
          Row(
            href: link.href(.metric($0.metric.id)), series: $0, words: site.words,
            spark: MetricsPage.spark($0, site), hundredCount: MetricsPage.hundreds($0, site))
        })
    }
  }

  /// How many reports state a rate of 100%; nil for none, and for counts and amounts.
  private static func hundreds(_ series: Series, _ site: SiteIndex) -> Int? {
    guard series.metric.kind == .rate else { return nil }
    var count = 0
    var last: Int?
    for observation in series.observations where observation.report != last {
      guard series.value(of: observation.report) == 100 else { continue }
      last = observation.report
      count += 1
    }
    return count > 0 ? count : nil
  }

  /// The middle value by year of the level with most governments, or the only one's own values.
  private static func spark(_ series: Series, _ site: SiteIndex) -> Sparkline? {
    guard let years = site.chartYears else { return nil }
    // By level; reports of one division stand together.
    var points = [[Chart.Value]](repeating: [], count: DivisionLevel.allCases.count)
    var bodies = [Int](repeating: 0, count: points.count)
    var latest = [Adcode?](repeating: nil, count: points.count)
    var last: Int?
    for observation in series.observations where observation.report != last {
      last = observation.report
      let fact = site.facts[observation.report]
      guard fact.isGovernment, let value = series.value(of: observation.report) else { continue }
      let level = fact.level.depth
      if latest[level] != fact.adcode {
        latest[level] = fact.adcode
        bodies[level] += 1
      }
      points[level].append((fact.year, value))
    }
    guard let most = bodies.max(), most > 0, let level = bodies.firstIndex(of: most) else { return nil }
    var yearly = Yearly(points[level], years: years)
    let middle = years.compactMap { year -> Chart.Value? in
      yearly.count(year) == 0 ? nil : (year, yearly.quantile(year, 0.5))
    }
    return Sparkline(middle, years: years, isRate: series.metric.kind == .rate)
  }
}

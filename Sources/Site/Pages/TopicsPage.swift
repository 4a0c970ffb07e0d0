import Archive
import Mustache

/// `topics/index.html`: the two levels of topics, with how much the archive has on each.
struct TopicsPage: Sendable {
  let layout: Layout
  let branches: [Branch]
  let unclassified: Int?

  struct Branch: Sendable {
    let entry: Entry
    let below: [Entry]
    let metricsHref: String?

    static let schema = Schema<Branch>(
      "topic of the first level",
      [
        .record("entry", "the topic itself", of: Entry.schema) { $0.entry },
        .list("below", "the topics below it", of: Entry.schema) { $0.below },
        .flag("hasBelow", "there are topics below it") { !$0.below.isEmpty },
        .text("metricsHref", "link to its metrics, missing when no report states any") { $0.metricsHref },
      ])
  }

  struct Entry: Sendable {
    let anchor: String
    let name: String
    let otherName: String
    let otherLanguage: String
    let href: String?
    let total: Int

    static let schema = Schema<Entry>(
      "topic with its sections",
      [
        .text("anchor", "id of the topic's part of the page") { $0.anchor },
        .text("name", "the topic") { $0.name },
        .text("otherName", "the topic in English, on English pages in Chinese") { $0.otherName },
        .text("otherLanguage", "the language of that name") { $0.otherLanguage },
        .text("href", "link to its page, missing when no section is about it") { $0.href },
        .count("total", "how many sections are about it") { $0.total },
      ])
  }

  static let template = "topics"
  static let schema = Schema<TopicsPage>(
    "topics",
    Layout.fields { $0.layout } + [
      .list("branches", "topics of the first level", of: Branch.schema) { $0.branches },
      .count("unclassified", "sections that no topic was found for, missing when there are none") {
        $0.unclassified
      },
    ])

  init(_ site: SiteIndex) {
    let link = site.linker(.topics)
    layout = Layout(site, .topics)
    unclassified = site.topics.unclassified > 0 ? site.topics.unclassified : nil
    func entry(_ topic: Topic) -> Entry {
      let total = site.topics.sections(topic.id).count
      return Entry(
        anchor: "t-" + Route.plainName(topic.id), name: site.words.name(of: topic),
        otherName: site.words.otherName(topic.zh, english: topic.en),
        otherLanguage: site.words.otherLanguage,
        href: total > 0 ? link.href(.topic(topic.id, nil)) : nil, total: total)
    }
    branches = site.topics.branches.map { branch in
      let hasMetrics = site.series.series.contains { series in
        let topic = site.catalog.indicators.topic(series.metric.topic)
        return (topic?.parent ?? topic?.id) == branch.topic.id
      }
      return Branch(
        entry: entry(branch.topic), below: branch.below.map(entry),
        metricsHref: hasMetrics
          ? link.href(.metrics) + "#t-" + Route.plainName(branch.topic.id) : nil)
    }
  }
}

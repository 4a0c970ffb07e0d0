import Archive
import Mustache

/// `topics/<topic>.html`: what reports say about a topic, side by side by year; years on pages of their own where
/// one page cannot hold them all.
struct TopicPage: Sendable {
  let layout: Layout
  let words: Words
  let topic: Topic
  let above: Link?
  let below: [CountedLink]
  let total: Int
  /// What the page is about of the topic: `2020年度 中南 河南省`; nil for the topic's own page.
  let part: String?
  let parts: [PartLink]
  let beside: [PartLink]
  let groups: [Group]

  struct Group: Sendable {
    let year: Int
    let sections: [SectionView]

    static let schema = Schema<Group>(
      "topic's sections of a year",
      [
        .number("year", "the year") { $0.year },
        .list("sections", "the sections, by division", of: SectionView.schema) { $0.sections },
      ])
  }

  struct SectionView: Sendable {
    let href: String
    let region: String
    let unit: String?
    let title: String
    let excerpt: String?
    let length: Int?
    let language: String
    /// The topic below this one that the section is about.
    let detail: String?
    let roles: [String]

    static let schema = Schema<SectionView>(
      "section on a topic",
      [
        .text("href", "link to the section in its report") { $0.href },
        .text("region", "name of the division in the report's year") { $0.region },
        .text("unit", "the zone, department or township, missing for the government itself") { $0.unit },
        .text("title", "the section's heading") { $0.title },
        .text("excerpt", "how the section begins") { $0.excerpt },
        .text("length", "how many characters it has, missing when that is not known or it has no text") {
          $0.length.map { Figure.text(Amount($0)) }
        },
        .text("textLanguage", "how the text is written: zh-Hans or zh-Hant") { $0.language },
        .text("detail", "the narrower topic it is about") { $0.detail },
        .texts("roles", "what part of the report it is: achievements, problems, plan ...") { $0.roles },
      ])
  }

  static let template = "topic"
  static let schema = Schema<TopicPage>(
    "topic",
    Layout.fields { $0.layout } + [
      .text("name", "the topic") { $0.words.name(of: $0.topic) },
      .text("otherName", "the topic in English, on English pages in Chinese") {
        Text.present($0.words.otherName($0.topic.zh, english: $0.topic.en))
      },
      .text("otherLanguage", "the language of that name") { $0.words.otherLanguage },
      .record("above", "the topic it belongs to", of: Link.schema) { $0.above },
      .list("below", "narrower topics that sections are about", of: CountedLink.schema) { $0.below },
      .flag("hasBelow", "there are such topics") { !$0.below.isEmpty },
      .count("total", "how many sections are about it, on a part's page how many of that part") { $0.total },
      .flag("isPart", "the page is about one year, or one year's sections of some divisions") {
        $0.part != nil
      },
      .text("part", "which year, and which divisions; missing on the topic's own page") { $0.part },
      .list("groups", "the sections of this page, the last year first", of: Group.schema) { $0.groups },
    ] + PartLink.fields { ($0.parts, $0.beside) })

  /// Behind a heading that says everything stands a stop, in brackets at most: no text whose length is worth telling.
  static let stopLength = 4

  /// A section weighs up to 900 bytes: heading, link and 120 Chinese characters.
  static let limit = 280

  /// `list` is what `TopicPage.list` gives, made once for all parts of a topic; `index` says which of its pages, nil
  /// the topic's own page. A part says nothing of the whole, so that it changes only with its own sections.
  init(_ site: SiteIndex, _ topic: Topic, list: PartedList, index: Int?) {
    let page = index.map { list.pages[$0] }
    let route = Route.topic(topic.id, page?.part)
    let link = site.linker(route)
    func href(_ part: YearPart?) -> String { link.href(.topic(topic.id, part)) }
    self.topic = topic
    words = site.words
    let name = site.words.name(of: topic)
    part = index.map { list.title(of: $0) }
    total = page?.count ?? site.topics.sections(topic.id).count
    let parent = topic.parent.flatMap { site.catalog.indicators.topic($0) }
    above = parent.map { Link(href: link.href(.topic($0.id, nil)), label: site.words.name(of: $0)) }
    layout = Layout(
      site, route, title: name + (part.map { " " + $0 } ?? ""),
      breadcrumb: [Link(href: link.href(.topics), label: site.words[.indexTopics])]
        + (above.map { [$0] } ?? [])
        + (page == nil ? [] : [Link(href: href(nil), label: name)])
        + PartLink.trail(list, to: index, href: href))
    below =
      page != nil
      ? []
      : (site.topics.branches.first { $0.topic.id == topic.id }?.below ?? []).compactMap { narrower in
        let count = site.topics.sections(narrower.id).count
        guard count > 0 else { return nil }
        return CountedLink(
          href: link.href(.topic(narrower.id, nil)), label: site.words.name(of: narrower), total: count)
      }
    parts = PartLink.below(list, index, href: href)
    beside = PartLink.beside(list, index, href: href)
    groups = list.shown(on: page).map { year, sections in
      Group(year: year, sections: TopicPage.views(sections, topic, site, link))
    }
  }

  static func list(_ site: SiteIndex, _ topic: Topic) -> PartedList {
    PartedList(site.byYear(site.topics.sections(topic.id)), limit: limit, in: site)
  }

  /// Sections of one report follow one another, so each report's texts are read once.
  private static func views(
    _ sections: [Observation], _ topic: Topic, _ site: SiteIndex, _ link: Linker
  ) -> [SectionView] {
    var views: [SectionView] = []
    views.reserveCapacity(sections.count)
    let texts = site.catalog.texts
    let known = site.catalog.names.known(topic.id) ?? -1
    var rest = sections[...]
    while let first = rest.first {
      let own = rest.prefix { $0.report == first.report }
      rest = rest[own.endIndex...]
      // Field by field: a copy of a masthead would count a reference for each of its texts.
      let report = site.catalog.reports[first.report]
      let extracts = report.extracts
      let page = link.href(.report(report.id ?? "")) + "#"
      let region = site.words.division(report.masthead.region)
      let unit = Text.present(report.masthead.unit).map { Text.short($0, limit: 40) }
      let language = report.masthead.script == .hant ? "zh-Hant" : "zh-Hans"
      let sections = site.catalog.rows[first.report].sections
      for section in own {
        let number = section.quantity
        let length = extracts.length(of: number)
        let heading = extracts.heading(of: number)
        let detail = sections[number].topic
        views.append(
          SectionView(
            href: page + ContentsEntry.anchor(number), region: region, unit: unit,
            title: heading.label + Text.short(heading.title),
            excerpt: Text.present(extracts.excerpt(of: number)),
            length: length > TopicPage.stopLength ? length : nil,
            language: language,
            detail: detail < 0 || detail == known
              ? nil : site.catalog.indicators.topic(texts[Int(detail)]).map { site.words.name(of: $0) },
            roles: site.catalog.roles(of: sections[number]).compactMap(site.words.role)))
      }
    }
    return views
  }
}

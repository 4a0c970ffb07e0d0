import Archive
import Mustache

/// Something that the report of the year before planned, beside what this report says under the same topic.
struct Planned: Sendable {
  let href: String
  let title: String
  let excerpt: String?
  let topic: String?
  /// This report's headings on that topic.
  let answers: [Link]

  static let schema = Schema<Planned>(
    "planned by the report before",
    [
      .text("href", "link to the heading in the report before") { $0.href },
      .text("title", "the heading, with its number") { $0.title },
      .text("excerpt", "how the section begins, missing when the heading says all") {
        $0.excerpt
      },
      .text("topic", "what it is about, missing when the heading shows no topic") { $0.topic },
      .list("answers", "headings of this report on the same topic, plans left out", of: Link.schema) {
        $0.answers
      },
      .flag("hasAnswers", "there are such headings") { !$0.answers.isEmpty },
    ])

  /// At about a kilobyte each.
  static let limit = 12
  static let answerLimit = 3

  /// Of the innermost headings of the plan: those above them say nothing of their own.
  static func all(_ index: Int, after previous: Int?, in site: SiteIndex, link: Linker) -> [Planned] {
    guard let previous else { return [] }
    let before = site.catalog.reports[previous].facts
    guard before.sections.count == before.outline.count else { return [] }
    var isInnermost = before.sections.map { $0.roles.contains("plan") }
    guard isInnermost.contains(true) else { return [] }
    for number in isInnermost.indices.reversed() where before.sections[number].roles.contains("plan") {
      if let parent = before.outline[number].parent, isInnermost.indices.contains(parent) {
        isInnermost[parent] = false
      }
    }
    let extracts = site.catalog.reports[previous].extracts
    let page = link.href(.report(site.catalog.reports[previous].id ?? "")) + "#"
    let own = site.catalog.reports[index].facts
    let indicators = site.catalog.indicators
    return isInnermost.indices.lazy.filter { isInnermost[$0] }.prefix(limit).map { number in
      let topic = before.sections[number].topic.flatMap { indicators.topic($0) }
      return Planned(
        href: page + ContentsEntry.anchor(number),
        title: before.outline[number].label + Text.short(before.outline[number].title),
        excerpt: excerpt(of: number, before.outline[number], extracts),
        topic: topic.map { site.words.name(of: $0) },
        answers: topic.map { answers(on: $0, in: own, indicators) } ?? [])
    }
  }

  /// Nil where the words behind the heading are another's already: `一是办好复议；二是加强学习。`
  /// What follows the last of them may be a signature.
  private static func excerpt(of section: Int, _ heading: Heading, _ extracts: Extracts) -> String? {
    if heading.runIn, heading.level > 3 { return nil }
    let excerpt = extracts.excerpt(of: section)
    return excerpt.unicodeScalars.count > extracts.length(of: section) + 1 ? nil : Text.present(excerpt)
  }

  /// Of the very topic, or where there are none of the one above it; parts of a section already named are left out.
  private static func answers(on topic: Topic, in facts: ReportFacts, _ indicators: Indicators) -> [Link] {
    guard facts.sections.count == facts.outline.count else { return [] }
    func found(_ isAlike: (String) -> Bool) -> [Link] {
      var links: [Link] = []
      for number in facts.sections.indices where links.count < answerLimit {
        guard let id = facts.sections[number].topic, isAlike(id),
          !facts.sections[number].roles.contains("plan")
        else { continue }
        if let parent = facts.outline[number].parent, facts.sections.indices.contains(parent),
          let above = facts.sections[parent].topic, isAlike(above)
        {
          continue
        }
        links.append(
          Link(
            href: "#" + ContentsEntry.anchor(number),
            label: facts.outline[number].label + Text.short(facts.outline[number].title)))
      }
      return links
    }
    let same = found { $0 == topic.id }
    if !same.isEmpty { return same }
    let top = topic.parent ?? topic.id
    return found { $0 == top || indicators.topic($0)?.parent == top }
  }
}

import Archive
import Mustache

/// A number of a report in a list of its numbers.
struct QuantityRow: Sendable {
  let href: String
  let text: String
  let subject: String?
  /// What it is, when it is not a plain level of the year: `增减`, `目标`.
  let note: String?
  let section: Link?

  static let schema = Schema<QuantityRow>(
    "number of a report",
    [
      .text("href", "link to the number in the text") { $0.href },
      .text("text", "the number as printed") { $0.text },
      .text("subject", "what was counted, in the report's words") { $0.subject },
      .text("note", "what it is when not a plain level of the year: a change, a target ...") { $0.note },
      .record("section", "the heading it stands under", of: Link.schema) { $0.section },
    ])

  /// - Parameter sections: links to the headings of the report's outline, by index.
  init(_ quantity: Quantity, _ index: Int, in sections: [Link], metric: Metric?, words: Words) {
    href = "#" + ValueView.anchor(index)
    text = Text.short(quantity.text, limit: 40)
    subject =
      metric.map { words.name(of: $0) } ?? Text.present(quantity.subject).map { Text.short($0, limit: 40) }
    note = Text.joined(
      words.kind(quantity.kind), words.note(quantity.period, quantity.scope, of: nil),
      by: words[.noteSeparator])
    section = quantity.section.flatMap { sections.indices.contains($0) ? sections[$0] : nil }
  }

  static func sections(_ outline: [Heading]) -> [Link] {
    outline.indices.map { index in
      Link(
        href: "#" + ContentsEntry.anchor(index),
        label: outline[index].label + Text.short(outline[index].title, limit: 30))
    }
  }
}

/// A metric that a report states, beside the same body's reports before and after it.
struct ReportMetricRow: Sendable {
  let href: String
  let name: String
  let unit: String
  let previous: [ValueView]
  let current: [ValueView]
  let next: [ValueView]

  static let schema = Schema<ReportMetricRow>(
    "metric of a report",
    [
      .text("href", "link to the metric's page") { $0.href },
      .text("name", "the metric") { $0.name },
      .text("unit", "its unit") { $0.unit },
      .list("previous", "what the report before states", of: ValueView.schema) { $0.previous },
      .list("current", "what this report states", of: ValueView.schema) { $0.current },
      .list("next", "what the report after states", of: ValueView.schema) { $0.next },
    ])
}

/// A law or document that a report cites, with the places where it does.
struct CitationRow: Sendable {
  /// Nil for a document without a page.
  let href: String?
  let name: String
  let kind: String
  let documentNumber: String?
  let mentions: [Link]

  static let schema = Schema<CitationRow>(
    "cited document",
    [
      .text("href", "link to its page, missing when it has none") { $0.href },
      .text("name", "its title, or its number") { $0.name },
      .text("kind", "what kind of document it is, in a word") { $0.kind },
      .text("documentNumber", "its number, missing when the report gives none") { $0.documentNumber },
      .list("mentions", "links to its places in the text, labelled 1, 2 ...", of: Link.schema) {
        $0.mentions
      },
    ])

  static let mentionLimit = 12

  /// The id of a citation in its report's text.
  static func anchor(_ citation: Int) -> String { "c" + String(citation + 1) }

  /// In the order in which the report cites them first.
  static func all(_ index: Int, in site: SiteIndex, link: Linker) -> [CitationRow] {
    let citations = site.catalog.reports[index].citations
    if citations.isEmpty { return [] }
    let numbers = Array(site.laws.numbers(in: index))
    // The places of each document, by that of its first one.
    var firsts: [Int32: Int] = [:]
    var order: [[Int]] = []
    for (place, number) in numbers.enumerated() {
      if let first = firsts[number] {
        order[first].append(place)
      } else {
        firsts[number] = order.count
        order.append([place])
      }
    }
    return order.map { mentions in
      let citation = citations[mentions[0]]
      let number = mentions.lazy.compactMap { citations[$0].documentNumber }.first
      let title = mentions.lazy.compactMap { citations[$0].title }.first
      return CitationRow(
        href: site.laws.page(of: mentions[0], in: index).map { link.href(.law($0, nil)) },
        name: Text.short(title.map { "《" + $0 + "》" } ?? citation.name, limit: 120),
        kind: site.words.kind(citation.kind), documentNumber: title == nil ? nil : number,
        mentions: mentions.prefix(mentionLimit).enumerated().map {
          Link(href: "#" + anchor($1), label: String($0 + 1))
        })
    }
  }
}

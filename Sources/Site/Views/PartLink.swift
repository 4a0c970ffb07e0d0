import Mustache

/// A link to one of the pages that a long list is spread over.
struct PartLink: Sendable {
  let href: String
  let year: Int
  /// Which of the year's pages it is, missing when the year has one.
  let number: Int?
  let total: Int
  let isCurrent: Bool

  static let schema = Schema<PartLink>(
    "part of a list",
    [
      .text("href", "relative link") { $0.href },
      .number("year", "the year") { $0.year },
      .number("number", "which of the year's pages it is, missing when the year has one") { $0.number },
      .number("total", "how many entries stand there") { $0.total },
      .flag("isCurrent", "it is this very page") { $0.isCurrent },
    ])

  static func all(_ parts: [YearPart], current: YearPart?, href: (YearPart) -> String) -> [PartLink] {
    let several = Set(parts.filter { $0.number > 1 }.map(\.year))
    return parts.map { part in
      PartLink(
        href: href(part), year: part.year, number: several.contains(part.year) ? part.number : nil,
        total: part.range.count, isCurrent: part == current)
    }
  }
}

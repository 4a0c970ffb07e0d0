import Archive
import Mustache

/// One of the five things that a report must hold since 2018, and the heading that opens it.
struct RequiredPart: Sendable {
  let label: String
  let href: String?
  let percent: Int?

  static let schema = Schema<RequiredPart>(
    "required part",
    [
      .text("label", "what the report must hold, in a few words") { $0.label },
      .text("href", "link to the first heading that is about it, missing when none is") { $0.href },
      .number("percent", "its share of the text under headings, missing when it is not known") {
        $0.percent
      },
    ])

  private static let roles = ["achievements", "problems", "leader_duty", "plan", "other"]

  /// Empty for earlier years, and where no heading tells: a text without headings may well hold all five.
  static func all(_ report: Report, _ words: Words) -> [RequiredPart] {
    guard let year = report.masthead.year, Duty.day(for: year) != nil,
      report.sections.count == report.outline.count
    else { return [] }
    let (sections, shares) = (report.sections, PartShare.all(report))
    let parts = roles.map { role in
      RequiredPart(
        label: words.role(role) ?? "",
        href: sections.firstIndex { $0.roles.contains(role) }.map { "#" + ContentsEntry.anchor($0) },
        percent: shares[role]?.percent.map { Int($0.rounded()) })
    }
    return parts.allSatisfy { $0.href == nil } ? [] : parts
  }
}

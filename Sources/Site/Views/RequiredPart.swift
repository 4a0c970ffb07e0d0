import Archive
import Mustache

/// One of the five things that a report must hold since 2018, and the heading that opens it.
struct RequiredPart: Sendable {
  let label: String
  let href: String?

  static let schema = Schema<RequiredPart>(
    "required part",
    [
      .text("label", "what the report must hold, in a few words") { $0.label },
      .text("href", "link to the first heading that is about it, missing when none is") { $0.href },
    ])

  private static let roles = ["achievements", "problems", "leader_duty", "plan", "other"]

  /// Empty for earlier years, and where no heading tells: a text without headings may well hold all five.
  static func all(_ report: Report) -> [RequiredPart] {
    guard let year = report.masthead.year, Duty.day(for: year) != nil,
      report.sections.count == report.outline.count
    else { return [] }
    let parts = roles.map { role in
      RequiredPart(
        label: Words.role(role) ?? "",
        href: report.sections.firstIndex { $0.roles.contains(role) }.map { "#" + ContentsEntry.anchor($0) })
    }
    return parts.allSatisfy { $0.href == nil } ? [] : parts
  }
}

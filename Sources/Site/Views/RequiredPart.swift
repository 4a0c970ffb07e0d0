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
  static func all(_ report: Int, in site: SiteIndex) -> [RequiredPart] {
    guard Duty.day(for: site.facts[report].year) != nil else { return [] }
    let catalog = site.catalog
    let held = catalog.rows[report].sections.map(catalog.roles)
    let shares = PartShare.all(report, in: catalog)
    let parts = roles.map { role in
      RequiredPart(
        label: site.words.role(role) ?? "",
        href: held.firstIndex { $0.contains(role) }.map { "#" + ContentsEntry.anchor($0) },
        percent: shares[role]?.percent.map { Int($0.rounded()) })
    }
    return parts.allSatisfy { $0.href == nil } ? [] : parts
  }
}

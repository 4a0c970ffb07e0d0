import Archive
import Mustache

/// How much of a report the parts that it must hold take, counted in characters under its headings.
struct PartShare: Sendable {
  let length: Int
  /// Of all that stands under headings, in percent; nil where no heading has text under it.
  let percent: Double?

  /// By role. A section counts once, with those below it.
  static func all(_ report: Report) -> [String: PartShare] {
    let (outline, sections) = (report.outline, report.sections)
    guard sections.count == outline.count, !outline.isEmpty else { return [:] }
    let extracts = report.extracts
    var whole = 0
    var lengths: [String: Int] = [:]
    for index in outline.indices {
      let parent = outline[index].parent.flatMap { $0 >= 0 && $0 < index ? $0 : nil }
      let length = extracts.length(of: index)
      if parent == nil { whole += length }
      let above = parent.map { sections[$0].roles } ?? []
      for role in sections[index].roles where !above.contains(role) {
        lengths[role, default: 0] += length
      }
    }
    return lengths.mapValues { length in
      PartShare(
        length: length, percent: whole > 0 ? Double(length) * 100 / Double(whole) : nil)
    }
  }
}

/// How long a year's report is, and how much of it is about what went wrong.
struct LengthRow: Sendable {
  let report: Link
  let year: Int
  let length: Int
  let problems: PartShare?
  let plan: PartShare?

  static let schema = Schema<LengthRow>(
    "length of a report",
    [
      .record("report", "the report", of: Link.schema) { $0.report },
      .number("year", "its year") { $0.year },
      .text("length", "how many characters stand under its headings") { Figure.text(Amount($0.length)) },
      .text("problems", "of these in the part on shortcomings, missing where no heading is about them") {
        $0.problems.map { Figure.text(Amount($0.length)) }
      },
      .text("problemsPercent", "their share in percent, with one decimal") { percent($0.problems) },
      .text("plan", "of these in the part on next year, missing where no heading is about it") {
        $0.plan.map { Figure.text(Amount($0.length)) }
      },
      .text("planPercent", "their share in percent, with one decimal") { percent($0.plan) },
    ])

  /// With the decimal that shows whether a part of a few percent has shrunk.
  private static func percent(_ share: PartShare?) -> String? {
    share?.percent.map { Figure.text(Amount(Int(($0 * 10).rounded()), decimals: 1)) }
  }

  /// Of the reports that have headings; nil where these tell of no part.
  static func all(_ reports: [Int], in site: SiteIndex, link: Linker) -> [LengthRow] {
    let rows = reports.compactMap { index -> LengthRow? in
      let report = site.catalog.reports[index]
      let shares = PartShare.all(report)
      let (outline, extracts) = (report.outline, report.extracts)
      let length = outline.indices.reduce(0) {
        $0 + (outline[$1].parent == nil ? extracts.length(of: $1) : 0)
      }
      guard length > 0 else { return nil }
      let year = report.masthead.year ?? 0
      return LengthRow(
        report: Link(href: link.href(.report(report.id ?? "")), label: String(year)), year: year,
        length: length, problems: shares["problems"], plan: shares["plan"])
    }
    return rows.contains { $0.problems != nil || $0.plan != nil } ? rows : []
  }
}

import Archive
import Mustache

/// How much of a report the parts that it must hold take, counted in characters under its headings.
struct PartShare: Sendable {
  let length: Int
  /// Of all that stands under headings, in percent; nil where no heading has text under it.
  let percent: Double?

  /// By role. A section counts once, with those below it.
  static func all(_ report: Int, in catalog: Catalog) -> [String: PartShare] {
    let sections = catalog.rows[report].sections
    let whole = PartShare.length(of: sections)
    var lengths: [String: Int] = [:]
    for (index, section) in sections.enumerated() where section.roles >= 0 {
      let above = section.parent >= 0 && section.parent < index ? sections[Int(section.parent)] : nil
      if above?.roles == section.roles { continue }
      let known = above.map(catalog.roles) ?? []
      for role in catalog.roles(of: section) where !known.contains(role) {
        lengths[role, default: 0] += Int(section.length)
      }
    }
    return lengths.mapValues { length in
      PartShare(
        length: length, percent: whole > 0 ? Double(length) * 100 / Double(whole) : nil)
    }
  }

  /// How many characters stand under a report's headings.
  static func length(of sections: [ReportRows.Section]) -> Int {
    sections.enumerated().reduce(0) { whole, entry in
      let isBelow = entry.element.parent >= 0 && entry.element.parent < entry.offset
      return isBelow ? whole : whole + Int(entry.element.length)
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
      let length = PartShare.length(of: site.catalog.rows[index].sections)
      guard length > 0 else { return nil }
      let shares = PartShare.all(index, in: site.catalog)
      let year = site.facts[index].year
      return LengthRow(
        report: Link(href: link.href(.report(site.catalog.reports[index].id ?? "")), label: String(year)),
        year: year,
        length: length, problems: shares["problems"], plan: shares["plan"])
    }
    return rows.contains { $0.problems != nil || $0.plan != nil } ? rows : []
  }
}

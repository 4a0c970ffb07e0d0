import Archive
import Mustache

/// `laws/index.html`: the laws and documents that reports cite, by kind, those cited most first.
struct LawsPage: Sendable {
  let layout: Layout
  let groups: [Group]
  let lawCount: Int

  struct Group: Sendable {
    let anchor: String
    let name: String
    let total: Int
    let laws: [Row]
    /// Documents that the list leaves out.
    let omitted: Int?

    static let schema = Schema<Group>(
      "cited documents of a kind",
      [
        .text("anchor", "id of the kind's part of the page") { $0.anchor },
        .text("name", "the kind, in a word") { $0.name },
        .count("total", "how many documents of the kind are cited") { $0.total },
        .list("laws", "those cited by most reports first", of: Row.schema) { $0.laws },
        .flag("hasLaws", "the list is not empty") { !$0.laws.isEmpty },
        .flag("hasNumbers", "one of them has a number") { $0.laws.contains { $0.documentNumber != nil } },
        .count("omitted", "how many are not listed, missing when all are") { $0.omitted },
      ])
  }

  struct Row: Sendable {
    let href: String?
    let name: String
    let documentNumber: String?
    let reportCount: Int
    let firstYear: Int
    let lastYear: Int?

    static let schema = Schema<Row>(
      "cited document in the index",
      [
        .text("href", "link to its page, or to the one report that cites it") { $0.href },
        .text("name", "its title as most reports write it") { $0.name },
        .text("documentNumber", "its number, missing when no report gives one") { $0.documentNumber },
        .count("reportCount", "how many reports cite it") { $0.reportCount },
        .number("firstYear", "the first report year that cites it") { $0.firstYear },
        .number("lastYear", "the last one, missing when it is the first") { $0.lastYear },
      ])
  }

  static let template = "laws"
  static let schema = Schema<LawsPage>(
    "laws",
    Layout.fields { $0.layout } + [
      .list("groups", "the documents by kind", of: Group.schema) { $0.groups },
      .count("lawCount", "how many documents are cited in all") { $0.lawCount },
    ])

  /// Six kinds of 200 rows at 230 bytes stay under 300 KB.
  static let limit = 200

  init(_ site: SiteIndex) {
    let link = site.linker(.laws)
    layout = Layout(site, .laws)
    lawCount = site.laws.laws.count
    let kinds: [Citation.Kind] = [.law, .regulation, .plan, .policy, .local, .other]
    groups = kinds.compactMap { kind in
      let laws = site.laws.laws.filter { $0.kind == kind }
      if laws.isEmpty { return nil }
      let ordered = laws.enumerated().sorted {
        ($1.element.reportCount, $0.offset) < ($0.element.reportCount, $1.offset)
      }.map(\.element)
      return Group(
        anchor: "k-" + kind.rawValue, name: site.words.kind(kind), total: laws.count,
        laws: ordered.prefix(LawsPage.limit).map { LawsPage.row($0, site, link) },
        omitted: laws.count > LawsPage.limit ? laws.count - LawsPage.limit : nil)
    }
  }

  /// A document without a page leads to the place where the one report cites it.
  private static func row(_ law: LawIndex.Law, _ site: SiteIndex, _ link: Linker) -> Row {
    let cited = law.mentions.first.map { mention in
      link.href(.report(site.catalog.reports[mention.report].id ?? "")) + "#"
        + CitationRow.anchor(mention.quantity)
    }
    return Row(
      href: law.page.map { link.href(.law($0, nil)) } ?? cited, name: Text.short(law.name, limit: 120),
      documentNumber: law.name == law.documentNumber
        ? nil : law.documentNumber.map { Text.short($0, limit: 40) },
      reportCount: law.reportCount, firstYear: law.firstYear,
      lastYear: law.lastYear == law.firstYear ? nil : law.lastYear)
  }
}

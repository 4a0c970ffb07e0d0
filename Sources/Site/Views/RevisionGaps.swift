import Archive
import Mustache

/// Which governments have not cited a law since its latest revision came into force.
struct RevisionGaps: Sendable {
  let year: Int
  let held: Int
  let silentCount: Int
  let silent: [Link]

  static let schema = Schema<RevisionGaps>(
    "governments silent since a revision",
    [
      .number("year", "the year in which the revision came into force") { $0.year },
      .count("heldCount", "governments with reports on that year or later") { $0.held },
      .count("silentCount", "those of them that have not cited it since") { $0.silentCount },
      .list("silent", "these, provinces first, no more than a page can hold", of: Link.schema) { $0.silent },
      .flag("hasSilent", "there are such governments") { !$0.silent.isEmpty },
      .count("omittedSilent", "how many more there are, missing when all are listed") {
        $0.silentCount > $0.silent.count ? $0.silentCount - $0.silent.count : nil
      },
    ])

  /// Nil for what has not been revised since reports first cited it, and where no report is as young as the revision.
  init?(_ law: LawIndex.Law, in site: SiteIndex, link: Linker) {
    guard let year = site.catalog.indicators.law(law.key)?.revised, year > law.firstYear,
      let gaps = LawPage.gaps(law, since: year, site), gaps.held > 0
    else { return nil }
    self.year = year
    held = gaps.held
    silentCount = gaps.silent.count
    silent = gaps.silent.prefix(LawPage.silentLimit).map { LawPage.link(to: $0, site, link) }
  }
}

import Archive
import Mustache

/// How a division came about or ended, with those that it was made from or that took over from it.
struct DivisionChange: Sendable {
  let year: Int
  let isEnd: Bool
  let others: [Other]

  struct Other: Sendable {
    let name: String
    /// Nil when the archive holds nothing of it.
    let href: String?

    static let schema = Schema<Other>(
      "division of a change",
      [
        .text("name", "name of the division") { $0.name },
        .text("href", "link to its page, missing when it has none") { $0.href },
      ])
  }

  static let schema = Schema<DivisionChange>(
    "change of a division",
    [
      .number("year", "the year of the change") { $0.year },
      .flag("isEnd", "the division ended then; else it was made then") { $0.isEnd },
      .list("others", "those that took its area over, or that it was made from", of: Other.schema) {
        $0.others
      },
      .flag("hasOthers", "the table of divisions names such") { !$0.others.isEmpty },
    ])

  /// Those since the archive's first year, by year: a reader who misses years finds them there.
  static func all(_ adcode: Adcode, in site: SiteIndex, link: Linker) -> [DivisionChange] {
    guard let gazetteer = site.gazetteer, let first = site.catalog.years.first else { return [] }
    return gazetteer.changes(of: adcode).filter { $0.year >= first }.map { change in
      DivisionChange(
        year: change.year, isEnd: change.isEnd,
        others: change.others.map { other in
          Other(
            name: site.words.division(other.adcode, other.name),
            href: site.catalog.place(other.adcode) == nil ? nil : link.href(.region(other.adcode)))
        })
    }
  }
}

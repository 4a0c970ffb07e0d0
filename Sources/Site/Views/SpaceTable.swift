import Archive
import Mustache

/// How much of a government's latest report each topic takes, beside the reports of its neighbours, and what the report
/// has no heading on.
struct SpaceTable: Sendable {
  let report: Link
  let rows: [Row]
  /// Governments of the same level and superior with reports of that year.
  let neighbourCount: Int
  /// Under headings that show no topic.
  let unclassified: Int
  let unclassifiedPercent: Double
  let outline: Outline?
  let missingParts: [String]

  /// The national list of tasks for the report's year.
  struct Outline: Sendable {
    let name: String
    let missing: [String]

    static let schema = Schema<Outline>(
      "tasks without a heading",
      [
        .text("name", "name of the national outline for the report's year") { $0.name },
        .texts("missing", "its parts that no heading of the report is about") { $0.missing },
        .flag("hasMissing", "there are such parts") { !$0.missing.isEmpty },
      ])
  }

  struct Row: Sendable {
    let topic: Link
    /// Nil for a topic without a heading.
    let href: String?
    let length: Int
    let share: Double
    let median: Double?
    /// Of the table's greatest share or median.
    let greatest: Double

    /// With one decimal, so that a column of them stands point under point.
    fileprivate static func tenths(_ percent: Double) -> String {
      Figure.text(Amount(Int((percent * 10).rounded()), decimals: 1))
    }

    private static func width(_ value: Double, of greatest: Double) -> String {
      Figure.text(greatest > 0 ? value * 100 / greatest : 0)
    }

    static let schema = Schema<Row>(
      "topic's space",
      [
        .record("topic", "the topic", of: Link.schema) { $0.topic },
        .text("href", "link to the report's first section about it, missing when none is") { $0.href },
        .text("length", "how many characters stand in these sections") { Figure.text(Amount($0.length)) },
        .text("percent", "their share of what stands under headings, in percent") { tenths($0.share) },
        .text("median", "middle share of the neighbours, missing for fewer than three") {
          $0.median.map(tenths)
        },
        .text("width", "the share in hundredths of the greatest of the table") {
          width($0.share, of: $0.greatest)
        },
        .text("medianWidth", "the same of the median, missing for fewer than three neighbours") { row in
          row.median.map { width($0, of: row.greatest) }
        },
      ])
  }

  static let schema = Schema<SpaceTable>(
    "space of topics",
    [
      .record("report", "the report, labelled by its year", of: Link.schema) { $0.report },
      .list("rows", "the topics of the first level, the one with most space first", of: Row.schema) {
        $0.rows
      },
      .count("neighbourCount", "how many neighbours have reports of that year") { $0.neighbourCount },
      .flag("hasMedians", "there are enough of them for a middle") { $0.neighbourCount > 2 },
      .text("unclassified", "characters under headings that show no topic, missing when there are none") {
        $0.unclassified > 0 ? Figure.text(Amount($0.unclassified)) : nil
      },
      .text("unclassifiedPercent", "their share in percent") { Row.tenths($0.unclassifiedPercent) },
      .record(
        "outline", "the national outline of tasks that the vocabulary has for the year", of: Outline.schema
      ) {
        $0.outline
      },
      .texts("missingParts", "parts that a report must hold and that no heading is about") {
        $0.missingParts
      },
      .flag("hasMissingParts", "there are such parts") { !$0.missingParts.isEmpty },
    ])

  /// Nil where no report of the government itself has text under headings with topics.
  init?(_ place: Catalog.Place, in site: SiteIndex, link: Linker) {
    let space = site.space.value
    guard let (index, counted) = space.latest(of: place), counted.lengths.contains(where: { $0 > 0 }) else {
      return nil
    }
    let year = site.facts[index].year
    let page = link.href(.report(site.catalog.reports[index].id ?? ""))
    report = Link(href: page, label: String(year))
    let family = space.family(of: place, in: year)
    neighbourCount = max(0, family.count - 1)
    let shares = space.topics.indices.map { topic in
      (share: counted.percent(topic), median: family.median(topic, beside: counted.percent(topic)))
    }
    let greatest = shares.map { max($0.share, $0.median ?? 0) }.max() ?? 0
    rows = space.topics.indices.sorted { left, right in
      (shares[right].share, shares[right].median ?? 0, left)
        < (shares[left].share, shares[left].median ?? 0, right)
    }.map { number in
      let topic = space.topics[number]
      return Row(
        topic: Link(
          href: link.href(site.topics.isStated(topic.id) ? .topic(topic.id, nil) : .topics),
          label: site.words.name(of: topic)),
        href: counted.first[number].map { page + "#" + ContentsEntry.anchor($0) },
        length: counted.lengths[number], share: shares[number].share, median: shares[number].median,
        greatest: greatest)
    }
    unclassified = max(0, counted.whole - counted.lengths.reduce(0, +))
    unclassifiedPercent = Double(unclassified) * 100 / Double(counted.whole)
    outline = SpaceTable.outline(index, year, site)
    missingParts = RequiredPart.all(index, in: site).filter { $0.href == nil }.map(\.label)
  }

  private static func outline(_ report: Int, _ year: Int, _ site: SiteIndex) -> Outline? {
    let known = site.catalog.indicators.frameworks.first {
      $0.years?.contains(year) == true && !$0.parts.isEmpty
    }
    guard let known else { return nil }
    var ids: Set<String> = []
    for section in site.catalog.rows[report].sections {
      ids.formUnion(site.catalog.roles(of: section))
      if section.topic >= 0 { ids.insert(site.catalog.texts[Int(section.topic)]) }
    }
    return Outline(
      name: site.words.name(of: known), missing: known.parts(without: ids).map { site.words.name(of: $0) })
  }
}

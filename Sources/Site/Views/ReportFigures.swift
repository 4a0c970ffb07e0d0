import Archive
import Mustache

/// What a report states and cites, as tables under its text: all of it linked to the text.
struct ReportFigures: Sendable {
  let metrics: [ReportMetricRow]
  let previousYear: Int?
  let nextYear: Int?
  /// Metrics that the report before states and this one does not.
  let vanished: [Link]
  /// Places that say 100%.
  let hundreds: [Link]
  let others: [QuantityRow]
  let omittedOthers: Int?
  let citations: [CitationRow]
  let omittedCitations: Int?
  let doubts: [CheckView]
  let settled: [CheckView]

  static let schema = Schema<ReportFigures>(
    "figures of a report",
    [
      .list("metrics", "the metrics it states, in the curator's order", of: ReportMetricRow.schema) {
        $0.metrics
      },
      .flag("hasMetrics", "it states metrics") { !$0.metrics.isEmpty },
      .number("previousYear", "year of the same body's report before, missing when none is held") {
        $0.previousYear
      },
      .number("nextYear", "year of the same body's report after, missing when none is held") { $0.nextYear },
      .list("vanished", "metrics that the report before states and this one does not", of: Link.schema) {
        $0.vanished
      },
      .flag("hasVanished", "there are such metrics") { !$0.vanished.isEmpty },
      .list("hundreds", "places that say 100%, labelled 1, 2 ...", of: Link.schema) { $0.hundreds },
      .flag("hasHundreds", "there are such places") { !$0.hundreds.isEmpty },
      .list(
        "others", "numbers that are in no series: of no known metric, changes, targets",
        of: QuantityRow.schema
      ) {
        $0.others
      },
      .flag("hasOthers", "there are such numbers") { !$0.others.isEmpty },
      .count("omittedOthers", "such numbers that are not listed, missing when all are") { $0.omittedOthers },
      .list("citations", "laws and documents it cites", of: CitationRow.schema) { $0.citations },
      .flag("hasCitations", "it cites something") { !$0.citations.isEmpty },
      .count("omittedCitations", "documents that are not listed, missing when all are") {
        $0.omittedCitations
      },
      .list("doubts", "figures that do not follow from one another", of: CheckView.schema) { $0.doubts },
      .list("settled", "figures that agree", of: CheckView.schema) { $0.settled },
      .flag("hasChecks", "figures were compared") { !$0.doubts.isEmpty || !$0.settled.isEmpty },
      .flag("hasSettled", "some agree") { !$0.settled.isEmpty },
    ])

  /// At 250 bytes a number, 300 a document and 900 a check, the tables stay under 250 KB.
  static let othersLimit = 400
  static let citationLimit = 200
  static let doubtLimit = 60
  static let settledLimit = 40
  static let hundredLimit = 40

  init(_ site: SiteIndex, _ index: Int, neighbours: (previous: Int?, next: Int?), link: Linker) {
    let reports = site.catalog.reports
    func page(_ report: Int?) -> String {
      report.map { link.href(.report(reports[$0].id ?? "")) + "#" } ?? ""
    }
    let (before, after) = (page(neighbours.previous), page(neighbours.next))
    let stated = site.series.stated(in: CollectionOfOne(index))
    var rows: [ReportMetricRow] = []
    rows.reserveCapacity(stated.count)
    for series in stated {
      rows.append(
        ReportMetricRow(
          href: link.href(.metric(series.metric.id)), name: site.words.name(of: series.metric),
          unit: site.words.word(series.metric.unit),
          previous: ReportFigures.values(series, of: neighbours.previous, in: site, on: before),
          current: ReportFigures.values(series, of: index, in: site, on: "#"),
          next: ReportFigures.values(series, of: neighbours.next, in: site, on: after)))
    }
    metrics = rows
    vanished =
      neighbours.previous.map { site.series.stated(in: CollectionOfOne($0)) }?.compactMap { series in
        if !series.values(of: index).isEmpty { return nil }
        return Link(href: link.href(.metric(series.metric.id)), label: site.words.name(of: series.metric))
      } ?? []
    let quantities = reports[index].quantities
    let whole = Amount(100)
    hundreds = quantities.indices.lazy.filter {
      quantities[$0].unit == "%" && quantities[$0].value == whole
        && quantities[$0].kind == .level && quantities[$0].period != .target
    }.prefix(ReportFigures.hundredLimit).enumerated().map {
      Link(href: "#" + ValueView.anchor($0.element), label: String($0.offset + 1))
    }
    previousYear = neighbours.previous.flatMap { reports[$0].masthead.year }
    nextYear = neighbours.next.flatMap { reports[$0].masthead.year }
    let rest = quantities.indices.filter { !site.series.isInSeries($0, of: index) }
    let sections = rest.isEmpty ? [] : QuantityRow.sections(reports[index].outline)
    var numbers: [QuantityRow] = []
    numbers.reserveCapacity(min(rest.count, ReportFigures.othersLimit))
    for number in rest.prefix(ReportFigures.othersLimit) {
      numbers.append(
        QuantityRow(
          quantities[number], number, in: sections,
          metric: site.series.metric(of: number, in: index), words: site.words))
    }
    others = numbers
    omittedOthers = rest.count > others.count ? rest.count - others.count : nil
    let cited = CitationRow.all(index, in: site, link: link)
    citations = Array(cited.prefix(ReportFigures.citationLimit))
    omittedCitations = cited.count > citations.count ? cited.count - citations.count : nil
    doubts = CheckView.all(site, index, holding: false, limit: ReportFigures.doubtLimit, link: link)
      .enumerated().map { number, check in
        var check = check
        check.anchor = CheckView.anchor(number)
        return check
      }
    settled = CheckView.all(site, index, holding: true, limit: ReportFigures.settledLimit, link: link)
  }

  // Loops, here and above: a closure would hold a copy of the whole site index.
  private static func values(
    _ series: Series, of report: Int?, in site: SiteIndex, on page: String
  ) -> [ValueView] {
    guard let report else { return [] }
    let observations = series.values(of: report).prefix(ValueView.cellLimit)
    var values: [ValueView] = []
    values.reserveCapacity(observations.count)
    for observation in observations {
      values.append(ValueView(observation, of: series, in: site, page: page))
    }
    return values
  }
}

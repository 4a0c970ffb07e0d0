import Archive
import Markdown

/// What numbers, laws and topics are known by: the vocabulary that a curator edits.
public struct StatisticsVocabulary: Sendable {
  public let metrics: MetricVocabulary
  public let topics: TopicVocabulary
  public let laws: LawAliases
  let matcher: MetricMatcher
  let metricsById: [String: Metric]
  let classifier: TopicClassifier

  public init(
    metrics: MetricVocabulary, topics: TopicVocabulary, laws: LawAliases, scriptTable: ScriptTable
  ) {
    self.metrics = metrics
    self.topics = topics
    self.laws = laws
    matcher = MetricMatcher(vocabulary: metrics)
    metricsById = Dictionary(metrics.metrics.map { ($0.id, $0) }) { first, _ in first }
    classifier = TopicClassifier(vocabulary: topics, scriptTable: scriptTable)
  }

  /// What pages need of it.
  public var indicators: Indicators {
    Indicators(
      metrics: metrics.metrics, topics: topics.topics, frameworks: topics.frameworks, laws: laws.laws)
  }
}

/// Reads what a report says off its Markdown tree: every number, every law, what each section is about.
struct StatisticsReader {
  let vocabulary: StatisticsVocabulary
  let folding: Folding

  func read(_ blocks: [FlatBlock], _ body: MarkdownBody, into report: inout Report) {
    read(Passages.of(blocks, outline: report.outline, body: body), into: &report)
  }

  /// The finders alone, on text that has been taken off the tree.
  func read(_ passages: [Passage], into report: inout Report) {
    let titles = report.outline.map { folding.folded($0.title) }
    report.sections = vocabulary.classifier.topics(of: report.outline, titles: titles)
    let masthead = report.masthead
    // To a department or a township its division's government is a superior.
    let names = [masthead.issuer, masthead.unit, masthead.unit == nil ? masthead.region?.name : nil]
    var state = CitationState(
      year: report.masthead.year, ownNumber: report.masthead.documentNumber,
      ownNames: names.compactMap { $0.map(folding.folded) })
    var citations: [Citation] = []
    for passage in passages where !passage.text.folded.isEmpty {
      citations += CitationFinder.find(in: passage, laws: vocabulary.laws, state: &state)
    }
    report.citations = citations
    report.quantities = quantities(in: passages, of: report, titles: titles)
    report.diagnostics += state.diagnostics
    report.checks = CheckFinder(
      quantities: report.quantities, passages: passages, metrics: vocabulary.metricsById
    ).checks()
  }

  /// Every number with its metric, in the order of the text.
  func quantities(in passages: [Passage], of report: Report, titles: [[Unicode.Scalar]]) -> [Quantity] {
    var quantities: [Quantity] = []
    var session = MetricSession(matcher: vocabulary.matcher, outline: report.outline, titles: titles)
    let year = report.masthead.year
    var scan = QuantityScan(
      year: year, plans: PlanSections(outline: report.outline, reportYear: year, titles: titles))
    // A heading names figures of programmes, not of a year.
    for passage in passages where !passage.isHeading && !passage.text.folded.isEmpty {
      scan.read(passage)
      if scan.found.isEmpty { continue }
      session.assign(&scan.found, in: passage)
      for index in scan.found.indices { quantities.append(scan.found[index].quantity) }
    }
    return quantities
  }
}

/// A report ready for its numbers and laws to be read: for measuring that step by itself.
package struct PreparedReport {
  private let report: Report
  private let passages: [Passage]
  private let reader: StatisticsReader

  /// Nil when the report's text cannot be parsed.
  package init?(_ report: Report, reader: ReportReader) {
    guard let document = try? Document(report.body) else { return nil }
    var bare = report
    (bare.quantities, bare.citations, bare.checks, bare.sections) = ([], [], [], [])
    self.report = bare
    self.reader = StatisticsReader(vocabulary: reader.statistics, folding: reader.decoder.folding)
    passages = Passages.of(
      document, outline: report.outline, folding: reader.decoder.folding,
      body: MarkdownBody(markdown: report.body, firstLine: 1))
  }

  /// Numbers and their metrics alone.
  package func numbers() -> [Quantity] {
    reader.quantities(
      in: passages, of: report, titles: report.outline.map { reader.folding.folded($0.title) })
  }

  package func extract() -> Report {
    var report = report
    reader.read(passages, into: &report)
    return report
  }
}

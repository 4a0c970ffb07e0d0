import Archive
import Markdown
import Mustache

/// `reports/<id>.html`: one report, what is known about it, and its text.
///
/// A class: each of its fields is asked for by itself, and a copy would count all that it holds.
final class ReportPage: Sendable {
  let layout: Layout
  let words: Words
  let report: Report
  let title: String
  let region: Link?
  let year: Link?
  let contents: [ContentsEntry]
  let planned: [Planned]
  let figures: ReportFigures
  let text: ReportText
  let previous: ReportRow?
  let next: ReportRow?
  let siblings: [NamedReport]
  let hasMoreSiblings: Bool
  let markdownHref: String
  let dataHref: String
  let citing: Citing
  let required: [RequiredPart]

  static let template = "report"
  static let schema = Schema<ReportPage>(
    "report",
    Layout.fields { $0.layout } + MastheadFields.fields { $0 } + [
      .list("contents", "the report's outline", of: ContentsEntry.schema) { $0.contents },
      .flag("hasContents", "the outline is not empty") { !$0.contents.isEmpty },
      .text("textLanguage", "how the text is written: zh-Hans or zh-Hant") {
        $0.report.masthead.script == .hant ? "zh-Hant" : "zh-Hans"
      },
      .list("blocks", "the report's text, in order", of: TextBlock.schema) { $0.text.blocks },
      .text("textProblem", "why the text cannot be shown, missing when it can") { $0.text.problem },
      .record("figures", "the numbers, citations and checks of the report", of: ReportFigures.schema) {
        $0.figures
      },
      .list("planned", "what the same body's report before planned, heading by heading", of: Planned.schema) {
        $0.planned
      },
      .flag("hasPlanned", "headings tell of such plans") { !$0.planned.isEmpty },
      .record("previous", "the same body's report before this one", of: ReportRow.schema) { $0.previous },
      .record("next", "the same body's report after this one", of: ReportRow.schema) { $0.next },
      .list("siblings", "reports of the same year from the divisions beside this one", of: NamedReport.schema)
      {
        $0.siblings
      },
      .flag("hasSiblings", "there are such reports") { !$0.siblings.isEmpty },
      .flag("hasMoreSiblings", "there are more of them, all on the year's page") { $0.hasMoreSiblings },
      .flag("hasNeighbours", "there is a report before or after this one") {
        $0.previous != nil || $0.next != nil
      },
      .flag("hasRelated", "there are neighbours or siblings") {
        $0.previous != nil || $0.next != nil || !$0.siblings.isEmpty
      },
      .list("findings", "what the program was unsure of", of: FindingRow.schema) { page in
        page.report.diagnostics.prefix(ReportPage.findingLimit).map { FindingRow($0, page.words) }
      },
      .flag("hasFindings", "the program was unsure of something") { !$0.report.diagnostics.isEmpty },
      .texts("chrome", "lines of the file that were taken for the portal's own") { $0.report.chrome },
      .flag("hasChrome", "there are such lines") { !$0.report.chrome.isEmpty },
      .text("markdownHref", "link to the report as Markdown") { $0.markdownHref },
      .text("dataHref", "link to the report as JSON") { $0.dataHref },
      .record("citing", "how to cite the report", of: Citing.schema) { $0.citing },
      .list("required", "the parts that reports from 2018 on must hold", of: RequiredPart.schema) {
        $0.required
      },
      .flag("hasRequired", "headings tell which of these parts the report holds") { !$0.required.isEmpty },
    ])

  static let siblingLimit = 40
  static let findingLimit = 200

  init(_ site: SiteIndex, _ index: Int) {
    let catalog = site.catalog
    let report = catalog.reports[index]
    let id = report.id ?? ""
    let link = site.linker(.report(id))
    self.report = report
    words = site.words
    title = site.title(of: report)
    region = report.masthead.region.map {
      Link(href: link.href(.region($0.adcode)), label: site.words.division($0.adcode, $0.name))
    }
    year = report.masthead.year.map { Link(href: link.href(.year($0)), label: String($0)) }
    layout = Layout(
      site, .report(id), title: title, description: title,
      breadcrumb: (report.masthead.region?.path ?? []).map {
        Link(href: link.href(.region($0.adcode)), label: site.words.division($0.adcode, $0.name))
      })
    text = ReportText(report, marks: TextMarks(index, in: site, link: link)) {
      MarginNotes.all(index, beside: $0, in: site)
    }
    contents = ReportPage.contents(report, site, link)
    let neighbours = catalog.neighbours(of: index)
    planned = Planned.all(index, after: neighbours.previous, in: site, link: link)
    figures = ReportFigures(site, index, neighbours: neighbours, link: link)
    previous = neighbours.previous.map { ReportRow(site, $0, link: link) }
    next = neighbours.next.map { ReportRow(site, $0, link: link) }
    let family = catalog.siblings(of: index)
    siblings = family.prefix(ReportPage.siblingLimit).map { NamedReport(site, $0, link: link) }
    hasMoreSiblings = family.count > siblings.count
    markdownHref = link.href(.reportMarkdown(id))
    dataHref = link.href(.reportData(id))
    citing = Citing(report, title: title, permalink: layout.permalink, site.words)
    required = RequiredPart.all(index, in: site)
  }

  func day(_ day: Day?) -> DayView? { day.map { DayView($0, words) } }

  /// A topic is named where it differs from that of the heading above.
  private static func contents(_ report: Report, _ site: SiteIndex, _ link: Linker) -> [ContentsEntry] {
    let (outline, sections) = (report.outline, report.sections)
    guard sections.count == outline.count else { return ContentsEntry.tree(outline) }
    func above(_ index: Int) -> Int? {
      outline[index].parent.flatMap { sections.indices.contains($0) ? $0 : nil }
    }
    return ContentsEntry.tree(
      outline,
      topic: { index in
        guard let id = sections[index].topic, above(index).map({ sections[$0].topic != id }) ?? true,
          let topic = site.catalog.indicators.topic(id)
        else { return nil }
        let hasPage = site.topics.isStated(id)
        return Link(href: link.href(hasPage ? .topic(id, nil) : .topics), label: site.words.name(of: topic))
      },
      roles: { index in
        let roles = sections[index].roles
        let isSame = above(index).map { sections[$0].roles == roles } ?? false
        return isSame ? [] : roles.compactMap(site.words.role)
      })
  }
}

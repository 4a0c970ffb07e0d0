import Archive
import Markdown
import Testing

@testable import Site

/// A report of plain paragraphs is shown without being parsed, and just as if it were.
@Suite struct PlainReportTests {
  private func blocks(_ report: Report) throws -> [TextBlock] {
    let catalog = Catalog([report], indicators: StatedArchive.indicators)
    let site = index(catalog)
    let index = try #require(catalog.reports.indices.first)
    let link = site.linker(.report(catalog.reports[index].id ?? ""))
    return ReportText(catalog.reports[index], marks: TextMarks(index, in: site, link: link)) {
      MarginNotes.all(index, beside: $0, in: site)
    }.blocks
  }

  /// The same blocks by way of the tree: a list at the end has the whole text parsed.
  private func parsed(_ report: Report) throws -> [TextBlock] {
    var report = report
    report.body += Array("\n- 末\n".utf8)
    return try blocks(report).dropLast()
  }

  private func check(_ report: Report) throws {
    #expect(PlainText(report.body) != nil)
    let (plain, tree) = (try blocks(report), try parsed(report))
    #expect(plain.map(\.anchor) == tree.map(\.anchor) && plain.map(\.number) == tree.map(\.number))
    #expect(plain.map { $0.notes.map(\.value) } == tree.map { $0.notes.map(\.value) })
    for (one, other) in zip(plain, tree) {
      #expect(String(decoding: one.html, as: UTF8.self) == String(decoding: other.html, as: UTF8.self))
    }
  }

  static let report = StatedArchive.stated("410203-2018", SmallArchive.shunhe, 2018) { report in
    report.heading("一、", "概况")
    report.paragraph("(一)受理[[accepted|12件]]。依据[[!penalty-law|《行政处罚法》]]纠错[[corrected|3件]]。(二)再说")
    report.paragraph("另有[[?|5人]]")
  }

  @Test func marksAreThoseOfTheTree() throws { try check(PlainReportTests.report) }

  /// Two headings inside the paragraph, and a number of every length at every place before, in and across them.
  @Test func marksThatCrossHeadingsAreCutAsInTheTree() throws {
    var report = PlainReportTests.report
    let text = String(decoding: report.body, as: UTF8.self).split(separator: "\n\n")[1]
    let bounds = text.unicodeScalars.indices.map { text.utf8.distance(from: text.startIndex, to: $0) }
    report.outline += [(0, 9), (23, 26)].map { start, end in
      Heading(
        level: 2, label: "(一)", title: "受理", runIn: true, parent: 0,
        place: .init(block: 1, range: bounds[start]..<bounds[end]))
    }
    report.sections = []
    for start in 0..<12 {
      for end in [start + 1, start + 3, start + 9] {
        report.quantities[0].place.range = bounds[start]..<bounds[end]
        try check(report)
      }
    }
  }
}

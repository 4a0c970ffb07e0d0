import Archive
import Markdown
import Testing

@testable import Site

/// What stands beside a report's paragraphs, and which of the required parts it holds.
@Suite struct MarginNoteTests {
  private func notes(_ reports: [Report], _ id: String) throws -> [Int: [TextBlock.Note]] {
    let catalog = Catalog(reports, indicators: StatedArchive.indicators)
    let site = index(catalog)
    let report = try #require(catalog.reports.firstIndex { $0.id == id })
    let blocks = try Document(catalog.reports[report].body).textBlocks.map { $0.path[0] }
    return MarginNotes.all(report, beside: blocks, in: site)
  }

  @Test func metricsStandBesideTheirParagraphs() throws {
    let notes = try notes(StatedArchive.reports, "410203-2018")
    #expect(notes.keys.sorted() == [1, 3])
    #expect(notes[1]?.map(\.label) == ["受理数", "纠错数"] && notes[1]?.map(\.value) == ["1,090 件", "约90 件"])
    #expect(notes[3]?.map(\.value) == ["≥12 人"] && notes[3]?.allSatisfy { $0.href == nil } == true)
  }

  @Test func doubtsComeFirstAndLeadToTheirChecks() throws {
    let notes = try #require(try notes(StatedArchive.reports, "410203-2019")[2])
    #expect(notes.map(\.href) == ["#check-1", "#check-2", nil])
    #expect(notes.map(\.value) == ["109 件", "108 件", "40 件"])
    #expect(notes.last?.label == "受理数（单个部门）")
    let html = try #require(try MetricPageTests.site()["reports/410203-2019.html"])
    #expect(html.contains("<li class=\"doubt\"><a href=\"#check-2\">与所列数字不相符 <b>108 件</b></a></li>"))
    #expect(html.contains("<article class=\"check\" id=\"check-2\">"))
    #expect(try MetricPageTests.site()["checks.html"]?.contains("id=\"check-") == false)
  }

  @Test func lastYearsValuesAreNotNotedAsThisYears() throws {
    let report = StatedArchive.stated("410203-2018", SmallArchive.shunhe, 2018) { report in
      report.paragraph("受理[[accepted|7件]]，上年受理[[accepted;prior|9件]]，计划[[accepted;target|8件]]。")
    }
    #expect(try notes([report], "410203-2018")[0]?.map(\.value) == ["7 件"])
  }

  @Test func aParagraphOfManyNumbersHasAFewNotes() throws {
    let report = StatedArchive.stated("410203-2018", SmallArchive.shunhe, 2018) { report in
      report.paragraph(String(repeating: "受理[[accepted|7件]]，", count: 500) + "完。")
    }
    #expect(try notes([report], "410203-2018")[0]?.count == MarginNotes.limit)
  }

  @Test func requiredPartsLeadToTheirHeadings() {
    func parts(_ report: Report) -> [RequiredPart] {
      RequiredPart.all(0, in: index(Catalog([report])))
    }
    #expect(parts(StatedArchive.shunhe2019).map(\.href) == ["#s1", "#s2", nil, nil, nil])
    // No heading tells: nothing is said.
    #expect(parts(StatedArchive.henan2019).isEmpty)
    let early = StatedArchive.stated("410203-2017", SmallArchive.shunhe, 2017) { report in
      report.heading("一、", "开头", roles: ["achievements"])
      report.paragraph("没有数字。")
    }
    #expect(parts(early).isEmpty)
  }
}

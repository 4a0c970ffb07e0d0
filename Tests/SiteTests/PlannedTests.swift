import Archive
import Testing

@testable import Site

/// What the report of the year before planned, beside what this one says.
@Suite struct PlannedTests {
  private static func stated(_ year: Int, _ write: (inout StatedReport) -> Void) -> Report {
    StatedArchive.stated("410203-\(year)", SmallArchive.shunhe, year, write)
  }

  private static let before = stated(2018) { report in
    report.heading("一、", "化解纠纷", topic: "disputes", roles: ["achievements"])
    report.paragraph("做了一些事。")
    report.heading("二、", "明年安排", roles: ["plan"])
    report.paragraph("总的想法。")
    report.heading("(一)", "办好复议", level: 2, topic: "disputes.review", roles: ["plan"], parent: 1)
    report.paragraph("明年多办一些。")
    report.heading("(二)", "加强学习", level: 2, topic: "capacity", roles: ["plan"], parent: 1)
    report.paragraph("明年多学一些。")
    report.heading("(三)", "夯实基础", level: 2, roles: ["plan"], parent: 1)
  }

  private static let after = stated(2019) { report in
    report.heading("一、", "纠纷", topic: "disputes", roles: ["achievements"])
    report.heading("(一)", "复议", level: 2, topic: "disputes.review", roles: ["achievements"], parent: 0)
    report.paragraph("今年办了。")
    report.heading("1.", "细说", level: 3, topic: "disputes.review", roles: ["achievements"], parent: 1)
    report.paragraph("细说。")
    report.heading("二、", "明年再学", topic: "capacity", roles: ["plan"])
    report.paragraph("再学。")
  }

  private static func planned(_ before: Report, _ after: Report, in edition: Theme.Edition = Theme.chinese)
    -> [Planned]
  {
    let site = index(Catalog([before, after], indicators: StatedArchive.indicators), in: edition)
    return Planned.all(1, after: 0, in: site, link: site.linker(.report(after.id ?? "")))
  }

  @Test func innermostHeadingsWithTheirAnswers() {
    let found = Self.planned(Self.before, Self.after)
    #expect(found.map(\.title) == ["(一)办好复议", "(二)加强学习", "(三)夯实基础"])
    #expect(found.map(\.excerpt) == ["明年多办一些。", "明年多学一些。", nil])
    #expect(found.map(\.topic) == ["行政复议", "能力", nil])
    #expect(found[0].href == "410203-2018.html#s3")
    // A plan is no account, and what stands inside a section is not named beside it.
    #expect(found.map { $0.answers.map(\.href) } == [["#s2"], [], []])
  }

  @Test func theTopicAboveAnswersWhereTheVeryOneIsMissing() {
    let wide = Self.stated(2019) { report in
      report.heading("一、", "纠纷", topic: "disputes", roles: ["achievements"])
      report.paragraph("今年办了。")
    }
    #expect(Self.planned(Self.before, wide)[0].answers.map(\.label) == ["一、纠纷"])
  }

  @Test func withoutAPlanThereIsNothing() {
    #expect(Self.planned(StatedArchive.shunhe2018, Self.after).isEmpty)
    let site = index(Catalog([Self.before], indicators: StatedArchive.indicators))
    #expect(Planned.all(0, after: nil, in: site, link: Linker(.home)).isEmpty)
    // Headings of which nothing is known.
    var unknown = Self.before
    unknown.sections.removeLast()
    #expect(Self.planned(unknown, Self.after).isEmpty)
  }

  @Test func aPlanWithoutHeadingsBelowStandsForItself() {
    let short = Self.stated(2018) { report in
      report.heading("一、", "明年安排", roles: ["plan"])
      report.paragraph("明年多学一些。")
    }
    #expect(Self.planned(short, Self.after).map(\.excerpt) == ["明年多学一些。"])
  }

  /// What follows a heading within a sentence belongs to the next one.
  @Test func aHeadingThatSaysAllIsNotQuotedWithTheNext() {
    var run = Self.before
    run.extracts = Extracts(
      sentences: [], excerpts: ["", "", "二是加强学习。", "很长的文字…", ""], lengths: [6, 20, 1, 90, 0])
    #expect(Self.planned(run, Self.after).map(\.excerpt) == [nil, "很长的文字…", nil])
    run.outline[3].level = 4
    run.outline[3].runIn = true
    #expect(Self.planned(run, Self.after)[1].excerpt == nil)
  }

  @Test func manyPlansAreCut() {
    let long = Self.stated(2018) { report in
      for number in 0..<100 { report.heading("\(number).", "事", topic: "capacity", roles: ["plan"]) }
    }
    #expect(Self.planned(long, Self.after).count == Planned.limit)
  }

  @Test func thePageShowsThem() throws {
    let tree = try rendered(
      [Self.before, Self.after], indicators: StatedArchive.indicators, pages: [], in: [Theme.english])
    let page = try #require(tree["reports/410203-2019.html"])
    #expect(page.contains("<h2 id=\"planned\">What the report for 2018 planned</h2>"))
    #expect(page.contains("This report on “Review”:") && page.contains("no heading on “Capacity”"))
    #expect(tree["reports/410203-2018.html"]?.contains("id=\"planned\"") == false)
  }
}

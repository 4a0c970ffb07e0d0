import Archive
import Markdown
import TestSupport
import Testing

@testable import Reading

/// What is quoted and counted of a report's sections: texts of our own, with where each section ends.
struct ReportExtractsTests {
  private static let head = """
    海州市2021年法治政府建设情况报告
    2021年，全市法治政府建设取得新成效。现将有关情况报告如下：

    """

  /// `标题|text behind it` for each section of the outline.
  private func sections(_ text: String) -> [String] {
    let report = TestArchive.report(ReportExtractsTests.head + text)
    for (index, heading) in report.outline.enumerated() {
      #expect(report.extracts.heading(of: index) == (heading.label, heading.title))
    }
    return report.outline.indices.map { index in
      "\(report.outline[index].label)\(report.outline[index].title)|\(report.extracts.excerpt(of: index))"
    }
  }

  private func lengths(_ text: String) -> [Int] {
    let report = TestArchive.report(ReportExtractsTests.head + text)
    return report.outline.indices.map(report.extracts.length)
  }

  @Test func aSectionWithoutTextIsNotQuotedWithTheNext() {
    let text = """
      一、主要工作
      二、存在的问题
      部分单位重视不够，执法力量不足。
      三、下一步打算
      (一)夯实基础
      (二)加强学习
      明年多学一些，举办培训十期。
      四、其他事项
      """
    #expect(
      sections(text) == [
        "一、主要工作|", "二、存在的问题|部分单位重视不够，执法力量不足。", "三、下一步打算|明年多学一些，举办培训十期。",
        "(一)夯实基础|", "(二)加强学习|明年多学一些，举办培训十期。", "四、其他事项|",
      ])
    #expect(lengths(text) == [0, 16, 28, 0, 14, 0])
  }

  @Test func headingsAreQuotedAsTheOutlineHasThem() {
    let text = """
      一、主要工作*概述*与[说明]
      （一） 推进 “放管服” 改革。全年办结事项十二件。
      1.规范_执法_。全年检查三次。
      二、存在的问题
      部分单位重视不够。
      """
    #expect(sections(text).count == 4)
  }

  /// What is printed so in the body is not stored once more.
  @Test func headingsOfPlainTextTakeNoRoom() {
    func own(_ text: String) -> Int {
      let report = TestArchive.report(ReportExtractsTests.head + text)
      let (quantities, sections) = (report.quantities.count, report.outline.count)
      #expect(sections == 2)
      let numbers = 2 + 2 * (quantities + Extracts.textsOfSection * sections) + sections
      return report.extracts.packedBytes.count - 4 * numbers
    }
    #expect(own("一、主要工作\n全年工作进展顺利。\n二、存在的问题\n部分单位重视不够。\n") == 0)
    // Marks of Markdown are not in the text that is quoted.
    #expect(own("一、主要*工作*\n全年工作进展顺利。\n二、存在的问题\n部分单位重视不够。\n") >= "一、主要*工作*".utf8.count)
  }

  @Test func headingsInsideAParagraphEndEachOther() {
    let text = """
      一、下一步打算
      明年将做好三件事：一是办好行政复议；二是加强学习，举办培训十期；三是夯实基层基础。
      此外，将办好其他事项，不再细说。
      二、其他事项
      没有需要报告的其他事项，特此说明。
      """
    #expect(
      sections(text) == [
        "一、下一步打算|明年将做好三件事：一是办好行政复议；二是加强学习，举办培训十期；三是夯实基层基础。", "一是办好行政复议|",
        "二是加强学习，举办培训十期|", "三是夯实基层基础|", "二、其他事项|没有需要报告的其他事项，特此说明。",
      ])
    #expect(lengths(text) == [57, 1, 1, 1, 17])
  }

  @Test func headingsThatOpenParagraphs() {
    let text = """
      一、主要工作
      (一)加强组织领导。全年召开专题会议三次，研究有关事项。主要做法：一是高位推动。二是压实责任。
      (二)规范行政执法。
      (三)做好行政复议。全年办结案件十二件，无一败诉。
      一是畅通渠道。
      设立受理窗口三个，就近受理群众申请。
      二是提升质量。
      """
    #expect(
      sections(text) == [
        "一、主要工作|(一)加强组织领导。全年召开专题会议三次，研究有关事项。主要做法：一是高位推动。二是压实责任。",
        "(一)加强组织领导|全年召开专题会议三次，研究有关事项。主要做法：一是高位推动。二是压实责任。", "一是高位推动|", "二是压实责任|",
        "(二)规范行政执法|", "(三)做好行政复议|全年办结案件十二件，无一败诉。", "一是畅通渠道|设立受理窗口三个，就近受理群众申请。",
        "二是提升质量|",
      ])
  }

  @Test(
    "who signed, and when, is no text of the last section",
    arguments: [
      "", "海州市人民政府\n2022年1月20日", "海州市人民政府 2022年1月20日", "2022年1月20日", "海州市人民政府",
      "中共海州市委\n海州市人民政府\n2022年1月20日", "海州市人民政府\n2022年1月20日\n(此件公开发布)",
      "海州市人民政府\n2022年1月20日\n附件：海州市2021年行政执法统计表及说明。",
    ])
  func signatures(_ closing: String) {
    let text = """
      一、主要工作
      全年召开专题会议三次，研究有关事项。
      二、下一步打算
      (一)夯实基础
      """
    #expect(sections(text + "\n" + closing).last == "(一)夯实基础|")
    #expect(lengths(text + "\n" + closing) == [18, 7, 0])
    #expect(
      lengths(text + "\n明年将多学一些，多办一些实事。\n" + closing) == [18, 22, 15])
  }

  @Test func aSignatureOnTwoLinesOfOneParagraph() throws {
    let markdown = "## 一、下一步打算\n\n多办实事。\n\n## 二、其他\n\n海州市人民政府\\\n2022年1月20日\n"
    var report = Report(id: nil, file: "a.md", masthead: Masthead(), body: Array(markdown.utf8))
    report.outline = OutlineReader.outline(of: try Document(report.body), folding: .none)
    let extracts = ReportExtracts.of(report, in: try Document(report.body))
    #expect((0..<2).map(extracts.excerpt) == ["多办实事。", ""])
    #expect((0..<2).map(extracts.length) == [5, 0])
  }

  @Test func whatOnlyTheMastheadKnowsForAName() throws {
    let markdown = "## 一、下一步打算\n\n多办实事。\n\n海州 · 新城 A 区\n"
    var report = Report(id: nil, file: "a.md", masthead: Masthead(), body: Array(markdown.utf8))
    report.outline = OutlineReader.outline(of: try Document(report.body), folding: .none)
    #expect(ReportExtracts.of(report, in: try Document(report.body)).length(of: 0) == 16)
    report.masthead.issuer = "海州·新城A区"
    #expect(ReportExtracts.of(report, in: try Document(report.body)).length(of: 0) == 5)
  }

  @Test func aLongTextIsCut() {
    let text = "一、主要工作\n" + String(repeating: "全年召开专题会议，研究有关事项。", count: 12)
    #expect(sections(text)[0].unicodeScalars.count == "一、主要工作|…".unicodeScalars.count + Extracts.excerptLimit)
    #expect(lengths(text) == [192])
  }
}

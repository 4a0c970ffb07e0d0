import Archive
import TestSupport
import Testing

/// Reports of a heading and a sentence, with and without the page around them.
struct BriefReportTests {
  static let head = "首页 > 政务公开 > 法治政府\n来源：某局　发布时间：2022-03-20　字体：大 中 小\n\n"
  static let foot = "\n上一篇：开封市2020年法治政府建设情况报告\n下一篇：没有了\n版权所有：开封市人民政府\n"

  @Test(
    "the closing sentence is text, its number is found, the foot is not text",
    arguments: [
      ("全年办结行政复议案件12件。", "12件"), ("受理信访14件。", "14件"), ("政务服务、政务公开事项12项。", "12项"),
      ("没有行政复议案件。", "没有行政复议案件"), ("2021年，本市推进法治政府建设，全年受理行政复议案件30件，比上年多两件。", "30件"),
    ],
    [("", ""), (head, foot), ("", "\n打印本页 关闭窗口\n"), (head, "")])
  func closing(_ sentence: (text: String, quantity: String), _ page: (head: String, foot: String)) {
    for heading in ["一、主要工作\n\n", ""] {
      let report = TestArchive.report(
        page.head + "开封市2021年度法治政府建设情况报告\n\n" + heading + sentence.text + "\n" + page.foot)
      #expect(report.quantities.map(\.text) == [sentence.quantity])
      #expect(!report.chrome.contains(sentence.text))
      #expect(!report.diagnostics.contains { $0.code == "no-text" })
      let body = String(decoding: report.body, as: UTF8.self)
      #expect(!body.contains("上一篇") && !body.contains("打印") && !body.contains("版权"))
    }
  }

  @Test(
    "a portal's remark as short stays outside",
    arguments: ["您是第1234位访客。", "感谢您的访问。", "本站已运行1200天。"])
  func remark(_ remark: String) {
    let report = TestArchive.report(
      "开封市2021年度法治政府建设情况报告\n\n一、主要工作\n\n全年受理行政复议案件30件，比上年多两件。\n\(BriefReportTests.foot)"
        + remark + "\n")
    #expect(report.chrome.contains(remark))
    #expect(report.quantities.map(\.text) == ["30件"])
  }
}

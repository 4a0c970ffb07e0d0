import TestSupport
import Testing

@testable import Archive

/// Last year's value told this year.
struct RestatementTests {
  private func reports(_ then: String, _ now: String) -> [Report] {
    var reports = [
      TestArchive.report(
        "海口市2020年法治政府建设情况报告\n2020年，全市法治政府建设有新进展。现将情况报告如下：\n一、主要工作\n\(then)"),
      TestArchive.report(
        "海口市2021年法治政府建设情况报告\n2021年，全市法治政府建设有新进展。现将情况报告如下：\n一、主要工作\n\(now)"),
    ]
    Restatement.mark(&reports)
    return reports
  }

  @Test("a value told otherwise is shown, an equal one is not")
  func restated() {
    let changed = reports("全年共受理行政复议案件120件。", "全年共受理行政复议案件130件，2020年受理行政复议案件118件。")
    let check = changed[1].checks.first { $0.kind == .restated }
    #expect(check?.stated == Amount(118))
    #expect(check?.computed == Amount(120))
    #expect(changed[0].checks.allSatisfy { $0.kind != .restated })
    let same = reports("全年共受理行政复议案件120件。", "全年共受理行政复议案件130件，2020年受理行政复议案件120件。")
    #expect(same[1].checks.allSatisfy { $0.kind != .restated })
  }

  @Test(
    "a value told more finely is the same value",
    arguments: [
      ("全年共调解矛盾纠纷2.6万件。", "2020年调解矛盾纠纷26013件。", false),
      ("全年共调解矛盾纠纷26013件。", "2020年调解矛盾纠纷2.6万件。", false),
      ("全年共调解矛盾纠纷26913件。", "2020年调解矛盾纠纷2.6万件。", false),
      ("全年共调解矛盾纠纷27013件。", "2020年调解矛盾纠纷2.6万件。", true),
      ("全年共调解矛盾纠纷26000件。", "2020年调解矛盾纠纷26013件。", true),
    ])
  func finer(then: String, now: String, isRestated: Bool) {
    let found = reports(then, "全年共调解矛盾纠纷3万件，" + now)
    #expect(found[1].checks.contains { $0.kind == .restated } == isRestated)
  }

  @Test(arguments: [
    ("2.6万件", 1000), ("２．６萬件", 1000), ("26万", 10_000), ("1.25亿元", 1_000_000), ("1,234件", 1),
    ("98.6%", 1), ("2.60000万件", 1),
  ])
  func steps(text: String, step: Int) { #expect(PrintedStep.of(text) == step) }

  @Test("where last year's report states the metric twice, nothing is asked")
  func ambiguous() {
    let found = reports(
      "全年共受理行政复议案件120件。市本级受理行政复议案件60件。", "全年共受理行政复议案件130件，2020年受理行政复议案件118件。")
    #expect(found[1].checks.allSatisfy { $0.kind != .restated })
  }
}

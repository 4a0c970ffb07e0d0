import Archive
import TestSupport
import Testing

@testable import Reading

/// What a report's own figures raise: sentences of our own, with the checks that must and must not come of them.
struct CheckTests {
  private func checks(_ sentences: String) -> [String] {
    let report = TestArchive.report(
      """
      海州市2021年法治政府建设情况报告
      2021年，全市法治政府建设取得新成效。现将有关情况报告如下：
      一、主要工作
      \(sentences)
      """)
    return report.checks.map { check in
      "\(check.kind.rawValue) \(check.holds) \(check.stated?.description ?? "") \(check.computed?.description ?? "")"
    }
  }

  @Test(
    "rates against counts",
    arguments: [
      ("全市各级调解组织共调解矛盾纠纷800件，调解成功792件，调解成功率99%。", ["rate true 99 99"]),
      ("全市各级调解组织共调解矛盾纠纷800件，调解成功700件，调解成功率99%。", ["rate false 99 87.5"]),
      // 98.3% of 120 is 118; no whole number of 50 is 97.5%.
      ("全年受理行政调解案件120件，调解成功率98.3%。", []),
      ("全年受理行政调解案件50件，调解成功率97.5%。", ["rate false 97.5 96"]),
      ("全年受理行政调解案件50件，调解成功率97.5%以上。", []),
    ] as [(String, [String])])
  func rates(_ sentences: String, _ expected: [String]) {
    #expect(checks(sentences) == expected)
  }

  @Test(
    "parts against totals",
    arguments: [
      ("全年办理行政应诉案件30件（一审案件18件，二审案件12件）。", ["sum true 30 30"]),
      ("全年办理行政应诉案件30件（一审案件18件，二审案件11件）。", ["sum false 30 29"]),
      ("全年办理行政应诉案件30件，其中一审案件18件。", []),
      ("全年办理行政应诉案件30件（其中一审案件10件，二审案件8件）。", []),
      ("全年开展培训4期，参训300人次。", []),
    ] as [(String, [String])])
  func sums(_ sentences: String, _ expected: [String]) {
    #expect(checks(sentences) == expected)
  }

  @Test(
    "parts above their whole",
    arguments: [
      ("全年收到行政复议申请20件，受理25件。", ["contradiction false 25 20"]),
      ("全年收到行政复议申请20件，受理18件，审结15件。", []),
    ] as [(String, [String])])
  func order(_ sentences: String, _ expected: [String]) {
    #expect(checks(sentences) == expected)
  }

  @Test("no check says that somebody was wrong")
  func tone() {
    let report = TestArchive.report(
      """
      海州市2021年法治政府建设情况报告
      2021年，全市各级调解组织共调解矛盾纠纷800件，调解成功700件，调解成功率99%。现将情况报告如下：
      一、主要工作
      全年受理行政调解案件50件，调解成功率97.5%。
      """)
    #expect(!report.checks.isEmpty)
    for check in report.checks where !check.holds {
      #expect(check.note.contains("不相符") || check.note.contains("没有任何整数") || check.note.contains("不同"))
      #expect(check.note.contains("可能"))
      #expect(!check.note.contains("错误"))
    }
  }
}

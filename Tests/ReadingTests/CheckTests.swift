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

  @Test(
    "counts printed in 万 are known to half a step of their last digit",
    arguments: [
      ("全市各级调解组织共调解矛盾纠纷2.6万件，调解成功2.6万件，调解成功率98.8%。", ["rate true 98.8 100"]),
      ("全市各级调解组织共调解矛盾纠纷1.9万件，调解成功1.8万件，调解成功率98%。", ["rate true 98 94.737"]),
      ("全市各级调解组织共调解矛盾纠纷26000件，调解成功26000件，调解成功率98.8%。", ["rate false 98.8 100"]),
      ("全市各级调解组织共调解矛盾纠纷2.60万件，调解成功2.60万件，调解成功率98.8%。", ["rate false 98.8 100"]),
      ("全市各级调解组织共调解矛盾纠纷2.6万件，调解成功2.5万件，调解成功率88.5%。", ["rate false 88.5 96.154"]),
      // One of them told to the last case: bases of 26,000 would do; of 26,210 cases 25,883 to 25,921 are 98.8%, and
      // 25,201 to 25,240 are 96.2%, which nobody would print as 2.6万.
      ("全市各级调解组织共调解矛盾纠纷2.6万件，调解成功25688件，调解成功率98%。", ["rate true 98 98.8"]),
      ("全市各级调解组织共调解矛盾纠纷26210件，调解成功2.6万件，调解成功率98.8%。", ["rate true 98.8 99.199"]),
      ("全市各级调解组织共调解矛盾纠纷26210件，调解成功2.6万件，调解成功率96.2%。", ["rate false 96.2 99.199"]),
      ("全市各级調解組織共調解矛盾糾紛２．６萬件，調解成功２．６萬件，調解成功率98.8%。", ["rate true 98.8 100"]),
      // No whole number of 120 is 97.4%, 112 of 115 are; none of 115 to 124 is 97.1%.
      ("全年受理行政调解案件120件，调解成功率97.4%。", ["rate false 97.4 96.667"]),
      ("全年受理行政调解案件0.012万件，调解成功率97.4%。", []),
      ("全年受理行政调解案件0.012万件，调解成功率97.1%。", ["rate false 97.1 96.667"]),
      ("全年受理行政调解案件50件，调解成功率150%。", []),
      (
        "全市各级调解组织共调解矛盾纠纷50件，调解成功600件，调解成功率1200%。",
        ["contradiction false 600 50", "rate true 1200 1200"]
      ),
      ("全年受理行政调解案件50件，调解成功率99999999999%。", []),
    ] as [(String, [String])])
  func roundedRates(_ sentences: String, _ expected: [String]) {
    #expect(checks(sentences) == expected)
  }

  @Test(
    "parts and totals printed in 万",
    arguments: [
      ("全年办理案件30万件（一审案件18.4万件，二审案件11.2万件）。", ["sum true 300000 296000"]),
      ("全年办理案件30.0万件（一审案件18.4万件，二审案件11.2万件）。", ["sum false 300000 296000"]),
      ("全年办理案件1616.85万件（一审案件1200万件，二审案件416万件）。", ["sum true 16168500 16160000"]),
      ("全年办理案件1616.85万件（一审案件1200.65万件，二审案件416万件）。", ["sum true 16168500 16166500"]),
      ("全年办理案件1616.85万件（一审案件1200.65万件，二审案件416.00万件）。", ["sum false 16168500 16166500"]),
      ("全年办理案件3万件（一审案件18000件，二审案件12345件）。", ["sum true 30000 30345"]),
      ("全年办理案件3万件（主要包括一审案件2.8万件，二审案件0.1万件）。", []),
      ("全年办理案件3万件（主要包括一审案件2.8万件，二审案件0.4万件）。", []),
      ("全年办理案件3万件（主要包括一审案件2.8万件，二审案件1.4万件）。", ["sum false 30000 42000"]),
      ("全年办理案件30万件（一审案件18万件，二审案件12万件）。", ["sum true 300000 300000"]),
    ] as [(String, [String])])
  func roundedSums(_ sentences: String, _ expected: [String]) {
    #expect(checks(sentences) == expected)
  }

  @Test(
    "rounding is no contradiction",
    arguments: [
      ("全年收到行政复议申请2.5万件，受理25400件。", []),
      ("全年收到行政复议申请2.5万件，受理25500件。", ["contradiction false 25500 25000"]),
      ("全年收到行政复议申请25800件，受理2.6万件。", []),
      ("全年受理行政复议案件2.6万件。受理行政复议案件26312件。", []),
      // Cut off instead of rounded.
      ("全年受理行政复议案件2.6万件。受理行政复议案件26912件。", []),
      ("全年受理行政复议案件2.6万件。受理行政复议案件27012件。", ["contradiction false 26000 27012"]),
      ("全年受理行政复议案件2.6万件。受理行政复议案件2.7万件。", ["contradiction false 26000 27000"]),
    ] as [(String, [String])])
  func roundedOrder(_ sentences: String, _ expected: [String]) {
    #expect(checks(sentences) == expected)
  }

  @Test("a note says when rounding is the reason")
  func roundingIsSaid() {
    let report = TestArchive.report(
      """
      海州市2021年法治政府建设情况报告
      2021年，全市调解矛盾纠纷2.6万件，调解成功2.6万件，调解成功率98.8%。现将情况报告如下：
      一、主要工作
      全年办理案件30万件（一审案件18.4万件，二审案件11.2万件）。
      """)
    #expect(
      report.checks.map(\.note) == [
        "26000 ÷ 26000 = 100%，所载数字是取整后的数，按取整前可能的数计算，可与所载98.8%相符。",
        "184000 + 112000 = 296000，与所载总数300000之差不超出各数取整的出入。",
      ])
  }

  /// Every pair that could have been printed so, tried one by one.
  @Test func ratiosAgreeWithTrial() throws {
    func count(_ value: Int, _ step: Int) throws -> PrintedCount {
      try #require(PrintedCount(Amount(value), step: step))
    }
    for (n, m, stepN, stepM) in [
      (90, 100, 1, 10), (90, 100, 10, 1), (100, 100, 10, 10), (0, 40, 1, 1), (7, 9, 1, 1), (0, 20, 10, 10),
    ] {
      let (part, whole) = (try count(n, stepN), try count(m, stepM))
      let ratio = try #require(Ratio(part, of: whole))
      for stated in stride(from: 0, through: 1100, by: 3) {
        func prints(_ n: Int, _ m: Int) -> Bool {
          Ratio.percent(n, of: m, decimals: 1).digits == stated || n * 1000 / m == stated
        }
        let any = part.range.contains { n in whole.range.contains { prints(n, $0) } }
        #expect((ratio.agreement(with: Amount(stated, decimals: 1)) != nil) == any, "\(n) of \(m): \(stated)")
        let fits = whole.range.contains { m in (0...(2 * m)).contains { prints($0, m) } }
        #expect(Ratio.fits(Amount(stated, decimals: 1), of: whole) == fits, "\(m): \(stated)")
      }
    }
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

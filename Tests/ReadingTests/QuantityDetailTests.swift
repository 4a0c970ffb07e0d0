import Archive
import Testing

@testable import Reading

/// Subjects, scopes, sections and places of quantities, and input that means harm.
@Suite struct QuantityDetailTests {
  @Test(arguments: [
    ("全年受理复议申请312件，办结率99%。", ["受理复议申请", "办结率"]),
    ("评查30份行政处罚、行政强制案卷。", ["评查行政处罚、行政强制案卷"]),
    ("办理援助案件118件（刑事21件，民事97件）。", ["办理援助案件", "办理援助案件刑事", "办理援助案件民事"]),
    ("一审、二审和再审分别为41件、19件、4件。", ["一审", "二审", "再审"]),
    ("23家单位共计梳理事项472项。", ["单位", "梳理事项"]),
    ("好差评满意率居全省首位，为99.2%。", ["好差评满意率居全省首位"]),
    ("纠正不当行政行为6起，国有资产审计2次。", ["纠正不当行政行为", "国有资产审计"]),
    ("网办率由53%提升至95%。", ["网办率", "网办率"]),
  ])
  func subjects(text: String, subjects: [String]) throws {
    #expect(try QuantitySamples.find(text).map(\.quantity.subject) == subjects)
  }

  @Test(arguments: [
    ("全市调解纠纷9件。", Quantity.Scope.region), ("市本级调解纠纷9件。", .government),
    ("2022年，县司法局调解纠纷9件。", .department), ("对各县区政府督察9次。", nil), ("市政府常务会议学法9次。", nil),
    ("调解纠纷9件。", nil),
  ])
  func scopes(text: String, scope: Quantity.Scope?) throws {
    #expect(try QuantitySamples.find(text).map(\.quantity.scope) == [scope])
  }

  @Test func sectionsAndPlans() throws {
    let text = "## 一、工作成效\n\n完成评查3次。\n\n## 二、2023年工作思路\n\n完成评查6次。\n\n## 三、存在的问题及下一步打算\n\n解决问题2个。\n"
    let found = try QuantitySamples.find(text, year: 2022).map(\.quantity)
    #expect(found.map(\.section) == [0, 1, 2])
    #expect(found.map(\.period) == [.year, .target, .year])
    #expect(found.map(\.place.line) == [3, 7, 11])
  }

  @Test func places() throws {
    let text = "一期投入１６１６．８５万元；工作人员80 余名。全年收到意见１，２３４条。"
    let bytes = Array(text.utf8)
    for found in try QuantitySamples.find(text) {
      let quantity = found.quantity
      #expect(String(decoding: bytes[quantity.place.range], as: UTF8.self) == quantity.text)
      #expect(quantity.sentence.contains(quantity.place.range.lowerBound))
    }
    #expect(try QuantitySamples.find(text).map(\.quantity.text) == ["１６１６．８５万元", "80 余名", "１，２３４条"])
  }

  /// Every mixture of what the finder looks for, in no sense at all: nothing may trap.
  @Test func nonsense() throws {
    let pieces = [
      "1", "23", "2021年", "万", "亿", "余", "件", "人次", "%", "(", ")", "《", "》", "“", "”", "，", "。", "、", ".",
      " ", "从", "由", "减到",
      "分别", "截至", "以来", "去年", "比", "没有", "零", "案件", "每", "至少", "其中", "第", "区司法局", "：", "-", "9999999999999",
      "0.000001",
    ]
    var state: UInt64 = 7
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<24 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      for found in try QuantitySamples.find(text) { #expect(!found.range.isEmpty) }
    }
  }

  /// A paragraph of twenty times the numbers takes about twenty times as long.
  @Test(arguments: ["受理2件、", "从1由", "(1件", "“1", "《1", "分别1、", "没有1年", "2 ", "1.1", "1,111"])
  func growth(piece: String) throws {
    func time(_ count: Int) throws -> Duration {
      let passages = try QuantitySamples.passages(String(repeating: piece, count: count))
      return ContinuousClock().measure {
        for passage in passages { _ = QuantityFinder.find(in: passage, year: 2022, outline: []) }
      }
    }
    let short = try time(500)
    let long = try time(10_000)
    #expect(long < short * 100 + .milliseconds(200))
  }
}

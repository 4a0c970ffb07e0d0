import Archive
import TestSupport
import Testing

@testable import Reading

/// Small readers of a page's head, one table each.
struct HeadTableTests {
  @Test(
    "dates as portals print them",
    arguments: [
      ("2021-03-29", "2021-03-29"), ("2021/03/29 11:30:01", "2021-03-29"), ("2021年3月29日", "2021-03-29"),
      ("2024- 03- 14  11: 18", "2024-03-14"), ("18.03.2015  13:07", "2015-03-18"),
      ("2023年03月30日 09时24分", "2023-03-30"), ("2025-05-28 14:14:25 Wed", "2025-05-28"),
      ("二〇二一年三月二十九日", "2021-03-29"), ("二○一九年十二月十日", "2019-12-10"), ("(2020年3月31日)", "2020-03-31"),
      ("2021-02-30", nil), ("2019年", nil), ("12345", nil), ("3.5.2", nil), ("2016-2020年", nil),
    ] as [(String, String?)])
  func date(_ text: String, _ expected: String?) {
    #expect(DateReader.first(in: Array(text)[...])?.day.description == expected)
  }

  @Test(
    "document numbers",
    arguments: [
      ("安经开〔2018〕 7号", "安经开〔2018〕7号"), ("鞍委[2020]55号", "鞍委〔2020〕55号"), ("豫政 ( 2021 ) 第3号", "豫政〔2021〕3号"),
      ("京司发〔2020〕12", nil), ("〔2020〕12号", nil), ("某区(2019年)3号", nil),
    ] as [(String, String?)])
  func documentNumber(_ text: String, _ expected: String?) {
    #expect(DocumentNumber.whole(Array(text)[...])?.text == expected)
  }

  @Test(
    "keys and values in one line",
    arguments: [
      ("来源:某局 发布时间:2020-01-02", ["source=某局", "published=2020-01-02"]),
      ("信息来源:某市司法局发布时间:2020-06-24浏览次数:", ["source=某市司法局", "published=2020-06-24", "ignored="]),
      ("[ 发布机构 ] 某县人民政府", ["issuer=某县人民政府"]),
      ("索 引 号: 0031/2019-1 文  号: ", ["indexNumber=0031/2019-1", "documentNumber="]),
      ("时间:2021年01月08日来源:某县", ["dated=2021年01月08日", "source=某县"]),
      ("发布机构 高新区 发文日期: 2017年03月06日", ["issuer=高新区", "issuedOn=2017年03月06日"]),
      ("| 索引号 | A-1 | 发布机构 | 某局 |", ["indexNumber=A-1", "issuer=某局"]),
      ("字号: 大 中 小", ["ignored=大 中 小"]), ("【发布日期:2021-03-02 】", ["published=2021-03-02"]),
      ("全年组织活动12次,时间跨度三个月", []), ("发布规范性文件3件", []),
    ] as [(String, [String])])
  func metadata(_ text: String, _ expected: [String]) {
    let scalars = Array(text)
    let pairs = MetadataLine(scalars[...])?.pairs ?? []
    #expect(pairs.map { "\($0.field)=\(scalars[$0.value].string)" } == expected)
  }

  @Test(
    "years",
    arguments: [
      ("某县2020年度工作报告", 2020), ("2021年度某局2022年计划", 2021), ("二〇一九年度依法行政报告", 2019),
      ("落实《纲要(2016-2020年)》2018年情况", 2018), ("2015—2020年总结", nil), ("第2020次", nil),
    ] as [(String, Int?)])
  func year(_ text: String, _ expected: Int?) {
    #expect(YearReader.fromTitle(Array(text)[...]) == expected)
  }

  @Test(
    "labels",
    arguments: [
      ("一、总体", "一、", 1), ("十二、", "十二、", 1), ("(一)组织", "(一)", 2), ("( 二 )组织", "( 二 )", 2), ("3.审查", "3.", 3),
      ("3、审查", "3、", 3), ("(4)其他", "(4)", 4), ("①其他", "①", 4), ("第三章 执法", "第三章", 1), ("一是加强", "一是", 4),
      ("3.5万件", nil, 0), ("1.2024年完成", "1.", 3), ("2020年", nil, 0), ("二维码", nil, 0), ("一次性", nil, 0),
      ("三、四级响应", nil, 0), ("一、二〇二一年总结", "一、", 1), ("第十二条", nil, 0),
    ] as [(String, String?, Int)])
  func label(_ text: String, _ expected: String?, _ level: Int) {
    let scalars = Array(text)
    let label = Label(in: scalars[...], at: 0)
    #expect(label.map { scalars[$0.range].string } == expected)
    if let label { #expect(label.level == level) }
  }

  @Test(
    "bodies that report",
    arguments: [
      ("安丘经济开发区管委会", .zone, "安丘经济开发区"), ("某县关坝镇人民政府", .township, "某县关坝镇"),
      ("中共某区红旗街道工作委员会 某区红旗街道办事处", .township, "某区红旗街道"), ("某市卫生健康委员会", .department, "某市卫生健康委员会"),
      ("省发展改革委", .department, "省发展改革委"), ("鞍山市人民政府", nil, nil), ("中共鞍山市委 鞍山市人民政府", nil, nil),
      ("浦东新区", nil, nil),
    ] as [(String, ReportingLevel?, String?)])
  func body(_ name: String, _ level: ReportingLevel?, _ unit: String?) {
    let folded = Array(name)
    let found = ReportingBody.read(shown: name, folded: folded[...]) {
      !TestArchive.vocabulary.gazetteer.divisions(named: $0.string).isEmpty
    }
    #expect(found?.level == level)
    #expect(found?.unit == unit)
  }

  @Test(
    "where a run-in heading ends",
    arguments: [
      ("加强领导。成立小组。", "加强领导"), ("完善机制,压实责任。全年召开会议3次。", "完善机制,压实责任"),
      ("按照《某方案》要求,对权责清单进行调整,并将清单公布在网站上供群众查询监督。", "按照《某方案》要求,对权责清单进行调整"),
      ("推进审批提速,网上可办率达到95%。", "推进审批提速"), ("强化监督:组织评查。", "强化监督"),
      ("规范行政执法我区各执法单位全年办理案件527件,罚款20万元。", "规范行政执法"),
    ])
  func runIn(_ text: String, _ expected: String) {
    let scalars = Array(text)
    let end = RunInTitle.end(in: scalars[...], from: 0, style: .bracketed)
    #expect(scalars[0..<end].string == expected)
  }
}

/// A law or document that reports cite, with the years in which they may. Titles and numbers are real.
struct Source: Sendable {
  let tag: String
  let title: String
  let number: String?
  let years: ClosedRange<Int>

  init(_ tag: String, _ title: String, _ number: String? = nil, from: Int = 2000, until: Int = 2100) {
    self.tag = tag
    self.title = title
    self.number = number
    years = from...until
  }

  /// `local` stands for a document of the region's own.
  static let tags = Set(all.map(\.tag) + ["local"])

  static let all: [Source] = [
    Source("outline", "全面推进依法行政实施纲要", "国发〔2004〕10号", until: 2014),
    Source("outline", "国务院关于加强市县政府依法行政的决定", "国发〔2008〕17号", from: 2008, until: 2014),
    Source("outline", "国务院关于加强法治政府建设的意见", "国发〔2010〕33号", from: 2010, until: 2015),
    Source("outline", "法治政府建设实施纲要（2015-2020年）", from: 2015, until: 2020),
    Source("outline", "法治政府建设实施纲要（2021-2025年）", from: 2021),
    Source("outline", "法治中国建设规划（2020-2025年）", from: 2021),
    Source("duty", "全面推进依法行政实施纲要", until: 2015),
    Source("duty", "党政主要负责人履行推进法治建设第一责任人职责规定", from: 2016),
    Source("duty", "法治政府建设与责任落实督察工作规定", from: 2019),
    Source("functions", "中华人民共和国行政许可法"),
    Source("functions", "行政许可法"),
    Source("functions", "优化营商环境条例", "国务院令第722号", from: 2020),
    Source("functions", "公平竞争审查条例", from: 2024),
    Source("functions", "国务院关于加快推进“互联网+政务服务”工作的指导意见", "国发〔2016〕55号", from: 2016, until: 2020),
    Source("rules", "规章制定程序条例"),
    Source("rules", "法规规章备案条例", until: 2023),
    Source("rules", "法规规章备案审查条例", from: 2024),
    Source("rules", "中华人民共和国立法法"),
    Source("rules", "国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知", "国办发〔2018〕37号", from: 2018),
    Source("rules", "关于全面推行行政规范性文件合法性审核机制的指导意见", "国办发〔2018〕115号", from: 2018),
    Source("decisions", "全面推进依法行政实施纲要", until: 2014),
    Source("decisions", "关于推行法律顾问制度和公职律师公司律师制度的意见", from: 2016),
    Source("decisions", "法治政府建设实施纲要（2015-2020年）", from: 2015, until: 2019),
    Source("decisions", "重大行政决策程序暂行条例", "国务院令第713号", from: 2019),
    Source("enforcement", "中华人民共和国行政处罚法"),
    Source("enforcement", "行政强制法", from: 2012),
    Source("enforcement", "关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见", "国办发〔2018〕118号", from: 2018),
    Source("enforcement", "提升行政执法质量三年行动计划（2023-2025年）", from: 2023),
    Source("emergency", "中华人民共和国突发事件应对法", from: 2007),
    Source("emergency", "中华人民共和国安全生产法"),
    Source("emergency", "国家突发公共事件总体应急预案", from: 2006),
    Source("disputes", "中华人民共和国行政复议法"),
    Source("disputes", "行政复议法实施条例", from: 2007),
    Source("disputes", "中华人民共和国人民调解法", from: 2011),
    Source("disputes", "信访条例", until: 2021),
    Source("disputes", "信访工作条例", from: 2022),
    Source("disputes", "中华人民共和国行政诉讼法"),
    Source("oversight", "中华人民共和国政府信息公开条例", from: 2008),
    Source("oversight", "政府信息公开条例", from: 2008),
    Source("oversight", "中华人民共和国审计法"),
    Source("law", "中华人民共和国宪法"),
    Source("law", "中华人民共和国民法典", from: 2020),
    Source("law", "物权法", from: 2007, until: 2020),
    Source("law", "公务员法", from: 2006),
    Source("law", "国家赔偿法"),
    Source("law", "中华人民共和国法律援助法", from: 2022),
    Source("law", "中华人民共和国社区矫正法", from: 2020),
    Source("law", "保障农民工工资支付条例", from: 2020),
    Source("law", "国有土地上房屋征收与补偿条例", from: 2011),
  ]

  /// Titles of documents that a region issues itself; invented, with the words of `Word` in them.
  static let local = [
    "{name}{y}年法治政府建设工作要点", "{name}行政执法案卷评查办法", "{name}重大行政决策程序规定", "{y}年度依法行政工作安排",
    "{name}行政规范性文件管理办法", "关于贯彻〈全面推进依法行政实施纲要〉的意见", "{name}政府合同管理办法",
  ]
}

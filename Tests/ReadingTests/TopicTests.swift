import Archive
import Testing

@testable import Reading

@Suite struct TopicTests {
  static let vocabulary: TopicVocabulary = {
    do {
      return try TopicVocabulary(
        parsing: RegionFixtures.bytes("topics.yml"), folding: CitationSamples.folding)
    } catch {
      fatalError("Content/vocabulary: \(error)")
    }
  }()
  static let classifier = TopicClassifier(vocabulary: vocabulary, folding: CitationSamples.folding)

  static func heading(_ title: String, level: Int = 1, parent: Int? = nil) -> Heading {
    Heading(
      level: level, label: "", title: title, runIn: false, parent: parent,
      place: .init(block: 0, range: 0..<0))
  }

  static func summary(_ section: SectionTopics) -> String {
    ([section.topic ?? "-"] + section.roles).joined(separator: " ")
  }

  /// Headings as offices write them, one by one without a heading above: topic, then roles.
  static let headings: [(String, String)] = [
    ("2022年法治政府建设工作开展情况", "- achievements"),
    ("主要举措和成效", "- achievements"),
    ("工作中存在的主要问题及原因分析", "- problems"),
    ("存在的不足和下一步打算", "- problems plan"),
    ("2024年工作安排", "- plan"),
    ("下一年度推进法治政府建设的主要安排", "- plan"),
    ("其他需要报告的事项", "- other"),
    ("党政主要负责人履行推进法治建设第一责任人职责情况", "leadership.first_responsible leader_duty"),
    ("坚持党的领导,把牢法治建设政治方向", "leadership.party"),
    ("切实加强对法治政府建设的组织领导", "leadership"),
    ("强化法治督察和考核评价", "leadership.assessment"),
    ("扎实开展法治政府建设示范创建", "leadership.demonstration"),
    ("依法全面履行政府职能", "functions"),
    ("纵深推进“放管服”改革", "functions.approval"),
    ("持续优化法治化营商环境", "functions.business"),
    ("动态调整权责清单", "functions.lists"),
    ("稳妥推进机构改革", "functions.organisation"),
    ("加强事中事后监管,推行“双随机、一公开”", "functions.market"),
    ("提升基层治理水平", "functions.social"),
    ("打好污染防治攻坚战", "functions.environment"),
    ("健全依法行政制度体系", "rules"),
    ("加强政府立法工作", "rules.legislation"),
    ("严格规范性文件监督管理", "rules.documents"),
    ("做好规章、规范性文件清理工作", "rules.cleanup"),
    ("推进行政决策科学化民主化法治化", "decisions"),
    ("严格落实重大行政决策程序", "decisions.procedure"),
    ("充分发挥法律顾问和公职律师作用", "decisions.legality"),
    ("扩大公众参与,听取各方意见", "decisions.participation"),
    ("开展专家论证和社会稳定风险评估", "decisions.expertise"),
    ("坚持严格规范公正文明执法", "enforcement"),
    ("深化综合行政执法体制改革", "enforcement.system"),
    ("全面落实行政执法“三项制度”", "enforcement.procedure"),
    ("推行包容审慎监管,创新执法方式", "enforcement.methods"),
    ("加大食品药品等重点领域执法力度", "enforcement.fields"),
    ("加强执法人员资格管理", "enforcement.personnel"),
    ("落实行政执法责任制", "enforcement.responsibility"),
    ("健全突发事件应对体系", "emergency"),
    ("依法做好疫情防控工作", "emergency"),
    ("提升安全生产应急处置能力", "emergency"),
    ("健全社会矛盾纠纷行政预防调处化解体系", "disputes"),
    ("充分发挥行政复议主渠道作用", "disputes.reconsideration"),
    ("推动行政机关负责人出庭应诉", "disputes.litigation"),
    ("筑牢人民调解第一道防线", "disputes.mediation"),
    ("推进信访工作法治化", "disputes.petitions"),
    ("完善公共法律服务体系", "disputes.legal_services"),
    ("开展行政裁决试点", "disputes.adjudication"),
    ("强化对行政权力的制约和监督", "oversight"),
    ("自觉接受人大监督、民主监督和司法监督", "oversight.external"),
    ("强化审计监督和统计监督", "oversight.internal"),
    ("加强行政执法监督和案卷评查", "oversight.enforcement"),
    ("全面推进政务公开", "oversight.openness"),
    ("加快政务诚信建设", "oversight.integrity"),
    ("加快建设数字法治政府", "digital"),
    ("推进“互联网+监管”执法", "digital"),
    ("提升领导干部法治思维和依法行政能力", "capacity"),
    ("抓实会前学法和业务培训", "capacity"),
    ("深入开展“八五”普法", "publicity"),
    ("加强民法典宣传,建设社会主义法治文化", "publicity"),
    ("夯实基础、凝聚合力", "-"),
    ("守正创新谋发展", "-"),
    ("優化法治化營商環境", "functions.business"),
  ]

  @Test func sixtyHeadings() {
    var wrong: [String] = []
    for (title, expected) in Self.headings {
      let found = Self.summary(Self.classifier.topics(of: [Self.heading(title)])[0])
      if found != expected { wrong.append("\(title): \(found), not \(expected)") }
    }
    print("topics: \(Self.headings.count - wrong.count) of \(Self.headings.count) headings")
    #expect(wrong == [])
  }

  /// Further headings, in less common wording, written after the classifier stood.
  static let rarer: [(String, String)] = [
    ("以清单管权,推动权力运行更透明", "oversight"),
    ("着力打造“一枚印章管审批”新模式", "functions.approval"),
    ("当好企业“店小二”,营造亲商氛围", "functions.business"),
    ("把好文件出口关,落实“三统一”制度", "rules.documents"),
    ("未经合法性审核一律不上会", "decisions.legality"),
    ("规范行政裁量权基准", "enforcement.procedure"),
    ("推行柔性执法,让执法既有力度又有温度", "enforcement.methods"),
    ("推动执法重心下移,镇街赋权见成效", "enforcement.system"),
    ("提高府院联动实效", "disputes.litigation"),
    ("坚持和发展新时代“枫桥经验”", "disputes"),
    ("复议为民、应诉尽责", "disputes.reconsideration"),
    ("办好人大代表建议和政协提案", "oversight.external"),
    ("以公开促规范", "oversight.openness"),
    ("强化突发事件应急演练", "emergency"),
    ("落实“谁执法谁普法”责任制", "publicity"),
    ("培育“法律明白人”,建设法治乡村", "publicity"),
    ("提升法治队伍素质", "capacity"),
    ("严格落实述法制度", "leadership.first_responsible"),
    ("压紧压实法治建设领导责任", "leadership"),
    ("高位推动,凝聚合力", "leadership"),
    ("法治建设还存在一些短板弱项", "- problems"),
    ("努力方向", "- plan"),
    ("2023年工作思路及重点", "- plan"),
    ("有关意见建议", "- other"),
    ("推动形成崇法善治新局面", "-"),
  ]

  /// Which of the rarer ones are told rightly is a figure to watch, not a promise; none may be far off unnoticed.
  @Test func rarerHeadings() {
    var wrong: [String] = []
    for (title, expected) in Self.rarer {
      let found = Self.summary(Self.classifier.topics(of: [Self.heading(title)])[0])
      if found != expected { wrong.append("\(title): \(found), not \(expected)") }
    }
    print("topics: \(Self.rarer.count - wrong.count) of \(Self.rarer.count) rarer headings", wrong)
    #expect(wrong.count <= 5)
  }

  /// Headings pass on what they are about and what part they are.
  @Test func inheritance() {
    let outline = [
      Self.heading("主要举措和成效"), Self.heading("规范行政执法行为", level: 2, parent: 0),
      Self.heading("狠抓落实见实效", level: 3, parent: 1), Self.heading("强化业务培训和宣传", level: 3, parent: 1),
      Self.heading("推进政务公开", level: 3, parent: 1), Self.heading("存在的问题", level: 2, parent: 0),
      Self.heading("行政复议力量薄弱", level: 3, parent: 5), Self.heading("履行第一责任人职责", level: 2, parent: 0),
      Self.heading("下一步工作打算"), Self.heading("统筹推进", level: 2, parent: 8),
    ]
    let found = Self.classifier.topics(of: outline).map(Self.summary)
    #expect(
      found == [
        "- achievements", "enforcement achievements", "enforcement achievements", "enforcement achievements",
        "oversight.openness achievements", "- problems", "disputes.reconsideration problems",
        "leadership.first_responsible achievements leader_duty", "- plan", "leadership plan",
      ])
  }

  /// Headings below shortcomings and plans speak of other parts without being them.
  @Test(arguments: [
    ("下一步工作打算", "补齐基层短板", "plan"),
    ("下一步工作打算", "针对存在的问题抓整改", "plan"),
    ("下一步工作打算", "弥补薄弱环节,明确工作重点", "plan"),
    ("下一步工作打算", "主要工作再上台阶", "plan"),
    ("存在的主要问题", "工作计划落实不到位", "problems"),
    ("存在的主要问题", "主要工作进展不平衡", "problems"),
    ("存在的主要问题", "短板仍然明显", "problems"),
    ("存在的主要问题", "有关建议", "other"),
    ("存在的问题和下一步打算", "存在的问题", "problems"),
    ("存在的问题和下一步打算", "下一步打算", "plan"),
    ("存在的问题和下一步打算", "主要工作进展不平衡", "problems plan"),
    ("存在的问题和下一步打算", "问题不足和努力方向", "problems plan"),
    ("主要工作情况", "存在的短板", "problems"),
    ("主要工作情况", "存在的问题和下一步打算", "problems plan"),
    ("下一步工作打算", "主要负责人履行第一责任人职责", "leader_duty plan"),
    ("下一步工作打算", "补齐短板,履行推进法治建设职责", "leader_duty plan"),
  ])
  func partsBelowParts(above: String, below: String, roles: String) {
    let outline = [
      Self.heading(above), Self.heading(below, level: 2, parent: 0),
      Self.heading("夯实基础", level: 3, parent: 1),
    ]
    let found = Self.classifier.topics(of: outline).map { $0.roles.joined(separator: " ") }
    // What is below it is the same part.
    #expect(found[1] == roles && found[2] == roles)
  }

  @Test func emptyVocabularyClassifiesNothing() {
    let found = TopicClassifier(vocabulary: .none, folding: CitationSamples.folding).topics(of: [
      Self.heading("行政执法")
    ])
    #expect(found == [SectionTopics(topic: nil, roles: [])])
  }

  @Test func ownVocabulary() throws {
    let topics = Self.vocabulary.topics
    #expect(topics.filter { $0.parent == nil }.count == 11 && topics.filter { $0.parent != nil }.count == 37)
    #expect(Self.vocabulary.roles.count == 6)
    let outline = try #require(Self.vocabulary.frameworks.first { $0.id == "outline2021" })
    #expect(
      outline.parts.count == 10 && outline.years == 2021...2025
        && outline.alignment["enforcement"] == ["13", "14", "15", "16"])
    #expect(outline.items.first { $0.number == 22 }?.zh == "行政复议")
  }

  @Test(arguments: [
    (
      "topics:\n  - {id: a.b, zh: 甲, en: A}",
      "topics.yml:2: `a.b` stands before its topic `a`, or that is missing; put it first"
    ),
    (
      "topics:\n  - {id: a, zh: 甲, en: A}\n  - {id: a, zh: 乙, en: B}",
      "topics.yml:3: the id `a` stands twice; keep one"
    ),
    (
      "topics:\n  - {id: A b, zh: 甲, en: A}",
      "topics.yml:2: `A b` cannot name a page; use small letters, digits and _, as `topic` or `topic.part`"
    ),
    (
      "topics:\n  - id: a\n    zh: 甲\n    en: A\n    weak:\n      - 执法\n      - 法",
      "topics.yml:7: the cue `法` is a single character and would be found everywhere; write a longer one"
    ),
    (
      "topics:\n  - {id: a, zh: 甲, en: A, outline2026: [1]}",
      "topics.yml:2: unknown key `outline2026`; the keys here are block, en, id, strong, weak, zh"
    ),
    (
      "frameworks:\n  - {id: f, zh: 纲, en: F, parts: [{id: x, zh: 一, en: One, items: [1, 2]}]}\ntopics:\n  - {id: a, zh: 甲, en: A, f: [3]}",
      "topics.yml:4: `f` has no part or item `3`; use one of those listed there"
    ),
    (
      "yielding: [b]\ntopics:\n  - {id: a, zh: 甲, en: A}",
      "topics.yml:1: `b` is no topic of the first level; use one of their ids"
    ),
    ("topics: [5]", "topics.yml:1: not a list of `key: value`; give each entry its fields"),
    ("topics:\n - {id: [", "topics.yml:3: not YAML: did not find expected node content; mend the line"),
  ])
  func faults(yaml: String, message: String) {
    do {
      _ = try TopicVocabulary(parsing: Array(yaml.utf8), folding: CitationSamples.folding)
      Issue.record("no error for \(yaml)")
    } catch {
      #expect("\(error.file):\(error.line): \(error.message)" == message)
    }
  }
}

import Testing

@testable import Reading

@Suite struct CitationTests {
  /// A sentence, then `title|number|kind` of what it cites.
  @Test(arguments: [
    ("认真学习《宪法》、《行政处罚法》和《民法典》。", ["宪法||law", "行政处罚法||law", "民法典||law"]),
    ("区里先后出台《河道巡查办法》《执法车辆管理制度》(东政〔2021〕8号)。", ["河道巡查办法||local", "执法车辆管理制度|东政〔2021〕8号|local"]),
    ("按照《关于做好证明事项清理工作的通知》(国办发〔2018〕47 号)要求,", ["关于做好证明事项清理工作的通知|国办发〔2018〕47号|policy"]),
    ("按照《关于做好证明事项清理工作的通知》（国办发﹝2018﹞47号）要求", ["关于做好证明事项清理工作的通知|国办发〔2018〕47号|policy"]),
    ("按照《关于做好证明事项清理工作的通知》国办发[2018]第47号文件", ["关于做好证明事项清理工作的通知|国办发〔2018〕47号|policy"]),
    ("根据国办发(2018)47号和皖政办〔2019〕5号文件精神", ["|国办发〔2018〕47号|policy", "|皖政办〔2019〕5号|policy"]),
    ("落实皖政〔2019〕5号《关于深化综合执法的实施意见》。", ["关于深化综合执法的实施意见|皖政〔2019〕5号|policy"]),
    ("转发《省政府办公厅关于印发〈轻微违法免罚办法〉的通知》", ["省政府办公厅关于印发〈轻微违法免罚办法〉的通知||policy"]),
    ("转发《关于印发《轻微违法免罚办法》的通知》,", ["关于印发《轻微违法免罚办法》的通知||policy"]),
    ("县委印发了《关于落实《法治社会建设实施纲要》的分工方案》。", ["关于落实《法治社会建设实施纲要》的分工方案||plan"]),
    ("贯彻《优化营商环境条例》(国务院令第722号)。", ["优化营商环境条例|国务院令第722号|regulation"]),
    ("贯彻《政务数据共享条例》（中华人民共和国国务院令第809号）。", ["政务数据共享条例|国务院令第809号|regulation"]),
    ("修订《区政府工作规则(试行)》(长政发〔2020〕3号)。", ["区政府工作规则(试行)|长政发〔2020〕3号|local"]),
    ("《法治教育读本》2,000册,《某某日报》刊发3篇,发出《行政复议建议书》6份。", ["法治教育读本||other", "某某日报||other", "行政复议建议书||other"]),
    ("围绕《2023年度全市重点任务分工》,", ["2023年度全市重点任务分工||plan"]),
    ("省里的《湖北省优化营商环境办法》、市里的《宜昌市城区养犬管理条例》", ["湖北省优化营商环境办法||regulation", "宜昌市城区养犬管理条例||local"]),
    ("对照《城市房屋安全管理办法》检查", ["城市房屋安全管理办法||regulation"]),
    ("《甲条例》(要求各地按东政发〔2021〕2号办理)", ["甲条例||regulation", "|东政发〔2021〕2号|policy"]),
    ("《甲通知》(文号:东政发〔2021〕2号)", ["甲通知|东政发〔2021〕2号|policy"]),
    ("法院作出(2019)豫0203行初15号判决,共受理第32次会议议题,热线12345号。", []),
    ("空的《》和《 》不算。", []),
  ])
  func sentences(text: String, expected: [String]) {
    #expect(CitationSamples.summary(CitationSamples.read(text).citations) == expected)
  }

  /// Where a bare number's code starts in running text.
  @Test(arguments: [
    ("安经开〔2018〕7号", "安经开〔2018〕7号"), ("传达了省政府豫政办〔2019〕3号文件", "豫政办〔2019〕3号"),
    ("依据国务院国发〔2010〕33号", "国发〔2010〕33号"), ("市政府办公室〔2020〕3号", "市政府办公室〔2020〕3号"),
    ("和政〔2020〕3号", "和政〔2020〕3号"), ("《甲办法》和豫政〔2018〕21号", "豫政〔2018〕21号"),
    ("按汴依法治市办发【2021】12号执行", "汴依法治市办发〔2021〕12号"), ("将政办〔2021〕012号", "将政办〔2021〕12号"),
    ("区政府常务会议研究讨论并一致同意的东政发〔2021〕2号", "东政发〔2021〕2号"), ("见附件(法〔2018〕335号)", "法〔2018〕335号"),
  ])
  func numbers(text: String, expected: String) {
    #expect(CitationSamples.read(text).citations.last?.documentNumber == expected)
  }

  /// Lost marks and brackets: read where the sentence leaves no doubt, otherwise left alone; a note either way.
  @Test(arguments: [
    ("印发《关于推进柔性执法的意见,明确要求。", ["关于推进柔性执法的意见||policy"]),
    ("按照《法治镇村建设方案要求,各村行动。再学《公证法》。", ["法治镇村建设方案||plan", "公证法||law"]),
    ("制定《关于印发《执法公示方案》的通知,组织实施。", ["关于印发《执法公示方案》的通知||policy"]),
    ("制定《关于印发《执法公示方案的通知》,组织实施。", ["关于印发《执法公示方案的通知||policy"]),
    ("落实《信访工作条例〉规定", ["信访工作条例||regulation"]),
    ("抓好《各项重点工作,全面推进。《律师法》另学。", ["律师法||law"]),
    ("我局制定信访办法》并实施。", []),
    ("按照《关于做好清理的通知》(中发〔202133号)办理", ["关于做好清理的通知|中发〔2021〕33号|policy"]),
    ("按照国发2021〕7号办理", ["|国发〔2021〕7号|policy"]),
    ("落实法20239、〔202526号要求", []),
    ("《关于做好清理的通知》(豫政〔2018〕21)", ["关于做好清理的通知|豫政〔2018〕21号|policy"]),
  ])
  func damaged(text: String, expected: [String]) {
    #expect(CitationSamples.summary(CitationSamples.read(text).citations) == expected)
  }

  @Test func damageIsNoted() {
    let found = CitationSamples.read("第一行。\n\n印发《关于推进柔性执法的意见,明确要求。").state.diagnostics
    #expect(
      found.map { "\($0.line ?? 0) \($0.message)" } == ["3 a title mark is missing; read as `关于推进柔性执法的意见`"])
    #expect(CitationSamples.read("我局制定信访办法》并实施。").state.diagnostics.count == 1)
    #expect(CitationSamples.read("《律师法》").state.diagnostics.isEmpty)
  }

  /// The text is what is printed, title, brackets and number; so is the place.
  @Test func printedForm() throws {
    let text = "前言。按照《关于做好清理的通知》 （国办发﹝2018﹞47 号）要求"
    let citation = try #require(CitationSamples.read(text).citations.first)
    #expect(citation.text == "《关于做好清理的通知》 （国办发﹝2018﹞47 号）")
    let bytes = Array(text.utf8)
    #expect(String(decoding: bytes[citation.place.range], as: UTF8.self) == citation.text)
    #expect(citation.place.line == 1)
  }

  /// A bracket that goes on: the number belongs to the title, the short form is a citation of its own.
  @Test func bracketThatGoesOn() {
    let found = CitationSamples.read("《区法治工作方案》(东发〔2022〕3号,以下简称《方案》)已印发,《方案》要求").citations
    #expect(found.map(\.text) == ["《区法治工作方案》(东发〔2022〕3号", "《方案》", "《方案》"])
    #expect(Set(found.map(\.law)).count == 1)
  }

  /// Two titles before one bracket with two numbers: nothing tells which is whose.
  @Test func severalNumbersInOneBracket() {
    let found = CitationSamples.read("《甲办法》和《乙办法》(东发〔2022〕3号、东发〔2022〕4号)").citations
    #expect(
      CitationSamples.summary(found) == [
        "甲办法||regulation", "乙办法||regulation", "|东发〔2022〕3号|policy", "|东发〔2022〕4号|policy",
      ])
  }

  @Test func ownNumberIsNoCitation() {
    #expect(CitationSamples.read("东政〔2022〕3号", ownNumber: "东政〔2022〕3号").citations.isEmpty)
  }

  @Test func ownNoticesAreLocal() {
    let found = CitationSamples.read("印发《宁国市关于加强调解的意见》、《宣城市关于加强调解的意见》", own: ["宁国市"]).citations
    #expect(found.map(\.kind) == [.local, .policy])
  }

  /// Nesting, thousands of lost marks, thousands of brackets: time stays in proportion.
  @Test(arguments: ["《", "》", "《甲》", "《甲方案", "〔2021", "东政〔2021〕", "《甲方案》(", "《《甲》", "(2021)", "〈》"])
  func hostile(part: String) {
    func time(_ count: Int) -> Duration {
      let text = String(repeating: part, count: count)
      return ContinuousClock().measure { _ = CitationSamples.read(text) }
    }
    _ = time(100)
    let (short, long) = (time(1_000), time(8_000))
    #expect(long < short * 8 * 5 + .milliseconds(500))
  }
}

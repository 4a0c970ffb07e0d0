import Archive
import Testing

@testable import Reading

@Suite struct LawAliasesTests {
  /// Many spellings, one key.
  @Test(arguments: [
    (
      "outline-2021",
      [
        "法治政府建设实施纲要(2021-2025年)", "法治政府建设实施纲要（2021—2025年）", "法治政府建设实施纲要(2021-2025)",
        "法治政府建设实施纲要（2021年至2025年）", "法治政府建设实施纲要〈2021～2025年〉", "法治政府建设实施纲要 (2021 – 2025 年)",
        "法治政府建設實施綱要(2021-2025年)", "关于印发《法治政府建设实施纲要(2021-2025年)》的通知", "法治政府建设实施纲要",
      ]
    ),
    ("administrative-penalty-law", ["中华人民共和国行政处罚法", "行政处罚法", "行政处罚法(2021年修订)", "行政 处罚法", "“行政处罚法”"]),
    ("rule-of-law-decision-2014", ["中共中央关于全面推进依法治国若干重大问题的决定", "关于全面推进依法治国若干重大问题的决定"]),
    ("three-systems-opinions", ["国务院办公厅关于全面推行行政执法公示制度、执法全过程记录制度、重大执法决定法制审核制度的指导意见"]),
    ("publicity-plan-8", ["中共中央 国务院关于在公民中开展法治宣传教育的第八个五年规划(2021－2025年)", "“八五”普法规划"]),
    ("penalty-law-notice", ["关于进一步贯彻实施《中华人民共和国行政处罚法》的通知", "国务院关于进一步贯彻实施〈行政处罚法〉的通知"]),
    ("petitions-work-regulation", ["信访工作条例"]), ("petitions-regulation-2005", ["信访条例"]),
  ])
  func spellings(key: String, titles: [String]) {
    for title in titles {
      #expect(CitationSamples.read("《\(title)》").citations.map(\.law) == [key], "\(title)")
    }
  }

  /// A title without its years means the one in force in the report's year.
  @Test(arguments: [
    (2017, "outline-2015"), (2020, "outline-2015"), (2021, "outline-2021"), (2024, "outline-2021"),
  ])
  func yearlessTitle(year: Int, key: String) {
    #expect(CitationSamples.read("《法治政府建设实施纲要》", year: year).citations.map(\.law) == [key])
  }

  @Test(arguments: [
    ("落实《法治政府建设实施纲要(2015-2020年)》(以下简称《纲要》),按《纲要》", 2021, ["outline-2015", "outline-2015", "outline-2015"]),
    (
      "落实《法治社会建设实施纲要(2020-2025年)》,按《实施纲要》", 2021,
      ["rule-of-law-society-outline", "rule-of-law-society-outline"]
    ),
    ("落实《信访工作条例》,按照《条例》", 2023, ["petitions-work-regulation", "petitions-work-regulation"]),
    (
      "落实《信访工作条例》(以下简称“新条例”),《优化营商环境条例》,《新条例》", 2023,
      ["petitions-work-regulation", "business-environment-regulation", "petitions-work-regulation"]
    ),
    (
      "依据国办发〔2016〕54号和《关于加强和改进行政应诉工作的意见》", 2018,
      ["litigation-response-opinions", "litigation-response-opinions"]
    ),
    // The last title with that ending, not any: 《条例》 changes its meaning.
    (
      "《政府督查工作条例》《条例》《信访工作条例》《条例》", 2023,
      [
        "government-inspection-regulation", "government-inspection-regulation", "petitions-work-regulation",
        "petitions-work-regulation",
      ]
    ),
  ])
  func shortForms(text: String, year: Int, keys: [String]) {
    #expect(CitationSamples.read(text, year: year).citations.map(\.law) == keys)
  }

  /// A province's rule is not the nation's of the same name; a listed title never turns into a short form.
  @Test func ownTitlesStayApart() {
    let keys = CitationSamples.read("《陕西省重大行政决策程序暂行规定》和《重大行政决策程序暂行条例》").citations.map(\.law)
    #expect(keys[0].hasPrefix("t-") && keys[0].utf8.count == 12)
    #expect(keys[1] == "decisions-regulation")
  }

  /// Pinned: keys name pages and never change.
  @Test func hashedKeys() {
    let found = CitationSamples.read("《某县河道巡查办法（2021—2023年）》,《某县河道巡查办法(2021-2023)》,苏政发〔2020〕9号").citations
    #expect(found.map(\.law) == ["t-a8f132799b", "t-a8f132799b", "n-187310fe53"])
  }

  @Test func numberOfANamedDocument() {
    let found = CitationSamples.read("《某县河道巡查办法》(某政发〔2020〕9号)。根据某政发〔2020〕9号").citations
    #expect(found.count == 2 && found[0].law == found[1].law)
  }

  @Test(arguments: [
    (
      "laws:\n  - {id: a, title: 甲法, kind: statute}",
      "laws.yml:2: unknown kind `statute`; use law, regulation, plan, policy, local or other"
    ),
    (
      "laws:\n  - {id: a, title: 甲法, kind: law}\n  - {id: a, title: 乙法, kind: law}",
      "laws.yml:3: the id `a` stands twice; ids name pages, so give each law its own"
    ),
    (
      "laws:\n  - {id: a, title: 甲法, kind: law}\n  - id: b\n    title: 乙法\n    kind: law\n    aliases:\n      - 中华人民共和国甲法",
      "laws.yml:7: `中华人民共和国甲法` is also a spelling of `a`; keep it with one of them"
    ),
    (
      "laws:\n  - {id: 甲, title: 甲法, kind: law}",
      "laws.yml:2: `甲` cannot name a page; use small letters, digits and hyphens, not starting with - t- or n-"
    ),
    ("laws:\n  - {id: a, kind: law}", "laws.yml:2: no `title`; add it to this entry"),
    (
      "laws:\n  - {id: a, title: 甲法, kind: law, from: 1999}",
      "laws.yml:2: unknown key `from`; the keys here are aliases, id, kind, number, repealed, revised, since, title, years"
    ),
    (
      "laws:\n  - {id: a, title: 甲法, kind: law, since: early}",
      "laws.yml:2: `since` is `early`, not a number; write digits"
    ),
    (
      "laws:\n  - {id: a, title: 甲法, kind: law, since: 2020, repealed: 1999}",
      "laws.yml:2: repealed in 1999, before it came into force in 2020; mend one of them"
    ),
    (
      "laws:\n  - {id: a, title: 甲法, kind: law, since: 2020, revised: 1999}",
      "laws.yml:2: revised in 1999, before it came into force in 2020; mend one of them"
    ),
    (
      "laws:\n  - {id: a, title: 甲法, kind: law, years: [2020]}",
      "laws.yml:2: `years` is not a span; write it as [first, last]"
    ),
    ("laws: 5", "laws.yml:1: `laws` is not a list; write it in [ ] or with a `-` before each"),
    ("", "laws.yml:1: the file is empty; put it back from the project's own"),
  ])
  func faults(yaml: String, message: String) {
    do {
      _ = try LawAliases(parsing: Array(yaml.utf8), folding: CitationSamples.folding)
      Issue.record("no error for \(yaml)")
    } catch {
      #expect("\(error.file):\(error.line): \(error.message)" == message)
    }
  }

  @Test func ownVocabularyLoads() {
    #expect(CitationSamples.laws.laws.count >= 120)
    #expect(CitationSamples.laws.law("outline-2015")?.documentNumber == "中发〔2015〕36号")
    #expect(CitationSamples.laws.law("marriage-law")?.repealed == 2021)
  }
}

import Archive
import Testing

@testable import Site

/// Who cited a law first, who after its end, and who never.
@Suite struct LawAnswerTests {
  private static let indicators = Indicators(
    metrics: [], topics: [],
    laws: [
      Law(id: "review-law", title: "行政复议法", kind: .law, since: 1999, revised: 2020),
      Law(id: "old-law", title: "合同法", kind: .law, since: 1999, repealed: 2021),
      Law(id: "city-plan", title: "市规划", kind: .plan, since: 2016),
    ])

  private static func report(
    _ code: Int, _ year: Int, unit: String? = nil, level: DivisionLevel = .county, _ text: String
  ) -> Report {
    let path = [(410000, "河南省"), (410200, "开封市"), (code, "县\(code)")]
    let steps = level == .province ? 1 : level == .prefecture ? 2 : 3
    let region = SmallArchive.region(level, Array(path.prefix(steps)))
    let id = "\(steps == 3 ? code : path[steps - 1].0)-\(year)\(unit == nil ? "" : "-kfq")"
    var report = StatedArchive.stated(id, region, year) { $0.paragraph(text) }
    report.masthead.unit = unit
    return report
  }

  private static let cites = "依照[[!review-law|《行政复议法》]]办理。"

  private static func page(_ reports: [Report], _ key: String = "review-law") throws -> LawPage {
    let site = index(Catalog(reports, indicators: indicators))
    let law = try #require(site.laws.law(key))
    return LawPage(site, law, list: LawPage.list(site, law), index: nil)
  }

  @Test func governmentsThatNeverCite() throws {
    let page = try Self.page([
      Self.report(410203, 2018, Self.cites), Self.report(410203, 2019, "别的事。"),
      // Cites in a later year only.
      Self.report(410204, 2019, "别的事。"), Self.report(410204, 2020, Self.cites),
      // Only its zone cites.
      Self.report(410205, 2020, "别的事。"), Self.report(410205, 2020, unit: "开发区", Self.cites),
      // Has no report since the first citation.
      Self.report(410212, 2017, "别的事。"),
      Self.report(0, 2021, level: .province, "别的事。"), Self.report(0, 2021, level: .prefecture, "别的事。"),
    ])
    #expect(page.gaps?.held == 5 && page.gaps?.silent.count == 3)
    #expect(page.silent.map(\.label) == ["河南省", "开封市", "县410205"])
    #expect(page.since == 1999 && page.repealed == nil && page.afterRepeal.isEmpty)
  }

  @Test func governmentsSilentSinceTheRevision() throws {
    let page = try Self.page([
      // Cited the version before only, has no report since.
      Self.report(410202, 2018, Self.cites),
      // Cited the version before only.
      Self.report(410203, 2018, Self.cites), Self.report(410203, 2021, "别的事。"),
      Self.report(410204, 2020, Self.cites), Self.report(410205, 2021, "别的事。"),
    ])
    #expect(page.gaps?.held == 4 && page.silent.map(\.label) == ["县410205"])
    let revision = try #require(page.revision)
    #expect(revision.year == 2020 && revision.held == 3 && revision.silentCount == 2)
    #expect(revision.silent.map(\.label) == ["县410203", "县410205"])
    // Nobody cites the version before: nothing to tell apart.
    #expect(try Self.page([Self.report(410204, 2020, Self.cites)]).revision == nil)
  }

  @Test func plansAndUnknownDocumentsAreNotMissed() throws {
    let text = "依照[[!city-plan|《市规划》]]和[[!t-1|《某办法》]]、[[!old-law|《合同法》]]办理。"
    let reports = [Self.report(410203, 2018, text), Self.report(410204, 2019, text)]
    for key in ["city-plan", "t-1", "old-law"] { #expect(try Self.page(reports, key).gaps == nil) }
  }

  /// Laws are called by their names alone: a column of numbers would be empty.
  @Test func onlyNumberedDocumentsHaveAColumnOfNumbers() throws {
    var second = Self.report(410204, 2018, Self.cites + "落实[[!no-1|《试点方案》]]。")
    second.citations[1].documentNumber = "试政〔2020〕1号"
    let html = try #require(
      try rendered(
        [Self.report(410203, 2018, Self.cites), second], indicators: Self.indicators, pages: [],
        in: [Theme.english])["laws/index.html"])
    let tables = html.components(separatedBy: "<table").dropFirst()
    #expect(tables.map { $0.contains(">Document number</th>") } == [false, true])
    #expect(tables.map { $0.components(separatedBy: "<th scope=\"col\"").count - 1 } == [3, 4])
  }

  @Test func manySilentGovernmentsAreCounted() throws {
    let reports = (0..<120).map { Self.report(410203 + $0, 2019, $0 == 0 ? Self.cites : "别的事。") }
    let page = try Self.page(reports)
    #expect(page.silent.count == LawPage.silentLimit && page.gaps?.silent.count == 119)
  }

  @Test func theFirstToCiteAndThoseWhoCiteAfterTheEnd() throws {
    let text = "依照[[!old-law|《合同法》]]，又依照[[!old-law|《合同法》]]办理。"
    let page = try Self.page(
      [
        Self.report(410204, 2018, text), Self.report(410203, 2018, text), Self.report(410203, 2021, text),
        Self.report(410203, 2022, text), Self.report(410203, 2023, text), Self.report(410204, 2023, text),
      ], "old-law")
    #expect(page.first.map(\.region) == ["县410203", "县410204"] && page.omittedFirst == nil)
    #expect(page.first.first?.times == 2)
    #expect(page.afterRepealCount == 3 && page.afterRepeal.map(\.year) == [2023, 2022])
    #expect(page.afterRepeal.map(\.reports.count) == [2, 1])
  }

  @Test func thePageShowsThem() throws {
    let reports = [
      Self.report(410203, 2018, Self.cites + "又依照[[!old-law|《合同法》]]。"), Self.report(410204, 2022, "别的事。"),
    ]
    let tree = try rendered(reports, indicators: Self.indicators, pages: [], in: [Theme.english])
    let page = try #require(tree["laws/review-law.html"])
    #expect(page.contains("Its first version came into force in 1999"))
    #expect(page.contains("Cited first: reports for 2018"))
    #expect(page.contains("held for 2018 or later: 2. Of these, not citing it in any report: 1."))
    let old = try #require(tree["laws/old-law.html"])
    #expect(old.contains("It ceased to be in force in 2021."))
    #expect(old.contains("Reports for years after 2021 that cite it: 0."))
    #expect(!old.contains("id=\"silent\""))
  }
}

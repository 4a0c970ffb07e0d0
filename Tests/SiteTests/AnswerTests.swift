import Archive
import Testing

@testable import Site

/// What region and coverage pages answer: who is late again, who is absent, how much of a report a part takes.
@Suite struct AnswerTests {
  @Test func bodiesThatAreLateAgain() {
    let reports = [(2018, "2019-05-01"), (2019, "2020-06-01"), (2020, "2021-03-01")].map { year, day in
      SmallArchive.report("410203-\(year)", SmallArchive.shunhe, year, published: day)
    }
    let once = SmallArchive.report("410000-2019", SmallArchive.henan, 2019, published: "2020-05-01")
    let duty = Duty(index(Catalog(reports + [once])), link: Linker(.coverage))
    #expect(duty.repeated.map(\.region) == ["顺河回族区"])
    #expect(duty.repeated.first?.years.map(\.label) == ["2018", "2019"])
    #expect(duty.repeated.first?.held == 3)
  }

  @Test func theNewestAreThoseThatWerePublishedLast() {
    // In no order, two of them on one day, the latest years without a day.
    let days = (0..<30).map { $0 * 17 % 30 }
    let dated = days.map { day in
      SmallArchive.report(
        "\(410300 + day)-2019", SmallArchive.henan, 2019,
        published: "2020-\(day < 28 ? "03" : "04")-\(10 + day % 14)")
    }
    let undated = (2010..<2025).map { SmallArchive.report("410000-\($0)", SmallArchive.henan, $0) }
    func newest(_ reports: [Report]) -> [String] {
      HomePage(index(Catalog(reports))).newest.map { $0.published?.day.description ?? String($0.year) }
    }
    let latest =
      ["2020-04-11", "2020-04-10"] + (16...23).reversed().flatMap { ["2020-03-\($0)", "2020-03-\($0)"] }
    #expect(newest(dated + undated) == Array(latest.prefix(HomePage.newestLimit)))
    #expect(newest((undated + dated).reversed()) == newest(dated + undated))
    #expect(newest(undated) == (2015..<2025).reversed().map(String.init))
  }

  @Test func partsShareWhatStandsUnderHeadings() {
    var report = SmallArchive.report("410000-2019", SmallArchive.henan, 2019)
    let place = Heading.Place(block: 0, range: 0..<0)
    func heading(_ level: Int, _ parent: Int?) -> Heading {
      Heading(level: level, label: "", title: "x", runIn: false, parent: parent, place: place)
    }
    report.outline = [heading(1, nil), heading(2, 0), heading(1, nil)]
    // A section below one of the same role is not counted twice.
    report.sections = [["problems"], ["problems"], ["plan"]].map { SectionTopics(topic: nil, roles: $0) }
    report.extracts = Extracts(sentences: [], excerpts: ["", "", ""], lengths: [60, 40, 140])
    let shares = PartShare.all(0, in: Catalog([report]))
    #expect(shares["problems"]?.length == 60 && shares["problems"]?.percent == 30)
    #expect(shares["plan"]?.percent == 70 && shares["achievements"] == nil)
  }

  @Test func divisionsBelowWithoutReports() throws {
    let tables = try (
      Theme.bytes("Content/vocabulary/divisions.tsv"), Theme.bytes("Content/vocabulary/former_names.tsv")
    )
    let site = SiteIndex(
      catalog: Catalog(SmallArchive.reports),
      gazetteer: try Gazetteer(divisions: tables.0, formerNames: tables.1), settings: SmallArchive.settings,
      editions: Edition.all([Theme.english.words]), freePages: [], assets: Assets(paths: [:]))
    let henan = try #require(Adcode("410000").flatMap { site.catalog.place($0) })
    let page = RegionPage(site, henan)
    #expect(page.absent.contains("Zhengzhou") && !page.absent.contains("Kaifeng"))
  }
}

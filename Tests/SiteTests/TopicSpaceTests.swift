import Archive
import Testing

@testable import Site

/// Which topics take most space in a report, beside the reports of its neighbours, and what it has no heading on.
@Suite struct TopicSpaceTests {
  private typealias Section = (level: Int, parent: Int?, topic: String?, length: Int)

  private static func report(
    _ code: Int, _ name: String, _ year: Int, unit: String? = nil, roles: [[String]] = [],
    _ sections: [Section]
  ) -> Report {
    let region = SmallArchive.region(
      .county, [(410000, "河南省"), (410200, "开封市"), (code, name)])
    var report = SmallArchive.report("\(code)-\(year)\(unit ?? "")", region, year)
    report.masthead.unit = unit
    report.outline = sections.map {
      Heading(
        level: $0.level, label: "", title: "x", runIn: false, parent: $0.parent,
        place: .init(block: 0, range: 0..<0))
    }
    report.sections = sections.enumerated().map { number, section in
      SectionTopics(topic: section.topic, roles: roles.indices.contains(number) ? roles[number] : [])
    }
    report.extracts = Extracts(
      sentences: [], excerpts: sections.map { _ in "" }, lengths: sections.map(\.length))
    return report
  }

  private static let indicators = Indicators(
    metrics: [], topics: StatedArchive.indicators.topics,
    frameworks: [
      Framework(
        id: "old", zh: "旧纲要", en: "Old", years: 2010...2015,
        parts: [Framework.Part(id: "1", zh: "旧", en: "Old", items: nil)]),
      Framework(
        id: "new", zh: "新纲要", en: "New", years: 2016...2020,
        parts: [
          Framework.Part(id: "1", zh: "化解", en: "Settling", items: 1...2),
          Framework.Part(id: "2", zh: "数字", en: "Digital", items: 3...4),
          Framework.Part(id: "3", zh: "能力", en: "Capacity", items: nil),
        ],
        // The 3 of an item is not the part of that id.
        alignment: ["disputes.review": ["2"], "capacity": ["3"], "plan": ["3"]]),
    ])

  private static func site(_ reports: [Report], in edition: Theme.Edition = Theme.chinese) -> SiteIndex {
    index(Catalog(reports, indicators: indicators), in: edition)
  }

  /// One section on disputes of so many characters of a hundred, the rest on capacity.
  private static func split(_ code: Int, _ share: Int) -> Report {
    report(code, "县\(code)", 2019, [(1, nil, "disputes", share), (1, nil, "capacity", 100 - share)])
  }

  @Test func sectionsBelowOthersCountOnce() throws {
    let report = Self.report(
      410203, "顺河回族区", 2019,
      [
        (1, nil, nil, 70), (2, 0, "disputes", 40), (3, 1, "disputes.review", 30), (3, 1, nil, 5),
        (2, 0, "capacity", 20), (1, nil, nil, 30),
      ])
    let counted = try #require(Self.site([report]).space.value.report(0))
    #expect(counted.whole == 100)
    // A section without a topic belongs to the one it stands in.
    #expect(counted.lengths == [40, 20] && counted.first == [1, 4])
  }

  @Test func headingsWithoutTextAreNoReport() {
    let reports = [
      Self.report(410203, "顺河回族区", 2019, []), Self.report(410204, "鼓楼区", 2019, [(1, nil, "disputes", 0)]),
    ]
    let site = Self.site(reports)
    for index in 0..<2 { #expect(site.space.value.report(index) == nil) }
    for place in site.catalog.places { #expect(SpaceTable(place, in: site, link: Linker(.home)) == nil) }
  }

  @Test func whatAStoreMayHoldIsCounted() throws {
    // A parent behind its section, and more in the sections below than in the one above.
    let report = Self.report(
      410203, "顺河回族区", 2019, [(1, 5, "disputes", 10), (2, 0, "capacity", 40), (2, -3, "capacity", 10)])
    let counted = try #require(Self.site([report]).space.value.report(0))
    #expect(counted.whole == 20 && counted.lengths == [0, 50])
  }

  @Test func neighboursAreThoseOfTheYearAndLevel() throws {
    var reports = [
      Self.split(410203, 90), Self.split(410204, 10), Self.split(410205, 20), Self.split(410212, 40),
    ]
    // Another year, a unit, another superior: none of them is beside it.
    reports.append(Self.report(410221, "杞县", 2018, [(1, nil, "disputes", 1)]))
    reports.append(Self.report(410204, "鼓楼区", 2019, unit: "开发区", [(1, nil, "disputes", 1)]))
    reports.append(SmallArchive.report("610117-2019", SmallArchive.gaoling, 2019))
    let site = Self.site(reports)
    let place = try #require(Adcode("410203").flatMap { site.catalog.place($0) })
    let table = try #require(SpaceTable(place, in: site, link: Linker(.region(place.adcode))))
    #expect(table.neighbourCount == 3 && table.report.label == "2019")
    #expect(table.rows.map(\.topic.label) == ["化解纠纷", "能力"])
    #expect(table.rows.map(\.share) == [90, 10] && table.rows.map(\.median) == [20, 80])
    #expect(table.rows[0].href == "../reports/410203-2019.html#s1")
    // Two neighbours have no middle.
    let two = Self.site(Array(reports.prefix(3)))
    let few = try #require(SpaceTable(place, in: two, link: Linker(.home)))
    #expect(few.neighbourCount == 2 && few.rows.allSatisfy { $0.median == nil })
  }

  /// The middle of all others, found without a look at each, is the middle that sorting gives.
  @Test func mediansBesideEveryMember() throws {
    let shares = [5, 5, 5, 20, 30, 30, 80, 81, 99]
    for count in 4...shares.count {
      let site = Self.site(shares.prefix(count).enumerated().map { Self.split(410203 + $0, $1) })
      let place = try #require(site.catalog.place(Adcode("410203")!))
      let family = site.space.value.family(of: place, in: 2019)
      for own in 0..<count {
        var others = shares.prefix(count).map(Double.init)
        others.remove(at: own)
        #expect(family.median(0, beside: Double(shares[own])) == Summary.median(others))
      }
    }
  }

  @Test func theLatestReportWithHeadingsIsCounted() throws {
    let reports = [
      Self.split(410203, 90), Self.report(410203, "顺河回族区", 2018, [(1, nil, "disputes", 1)]),
      Self.report(410203, "顺河回族区", 2020, []),
      Self.report(410203, "顺河回族区", 2021, unit: "开发区", [(1, nil, "disputes", 1)]),
    ]
    let site = Self.site(reports)
    let place = try #require(site.catalog.place(Adcode("410203")!))
    #expect(SpaceTable(place, in: site, link: Linker(.home))?.report.label == "2019")
  }

  @Test func whatNoHeadingIsAbout() throws {
    let sections: [Section] = [(1, nil, "disputes.review", 60), (1, nil, nil, 40)]
    let roles = [["achievements"], ["problems"]]
    let site = Self.site([Self.report(410203, "顺河回族区", 2019, roles: roles, sections)])
    let place = try #require(site.catalog.place(Adcode("410203")!))
    let table = try #require(SpaceTable(place, in: site, link: Linker(.home)))
    #expect(table.outline?.name == "新纲要" && table.outline?.missing == ["数字", "能力"])
    #expect(table.unclassified == 40 && table.unclassifiedPercent == 40)
    let words = Theme.chinese.words
    #expect(table.missingParts == ["leader_duty", "plan", "other"].compactMap(words.role))
    // No outline is about the year, and the duty had not begun.
    let early = Self.site([Self.report(410203, "顺河回族区", 2009, roles: roles, sections)])
    let old = try #require(SpaceTable(place, in: early, link: Linker(.home)))
    #expect(old.outline == nil && old.missingParts.isEmpty)
  }

  @Test func thePageShowsIt() throws {
    let reports = [(410203, 90), (410204, 10), (410205, 20), (410212, 40)].map(Self.split)
    let tree = try rendered(reports, indicators: Self.indicators, in: [Theme.english])
    let page = try #require(tree["regions/410203.html"])
    #expect(page.contains("<a href=\"#space\">Topics by space</a>"))
    #expect(page.contains("<td class=\"num\">90.0%</td><td class=\"num\">20.0%</td>"))
    #expect(page.contains("New: parts that no heading is about: "))
    #expect(tree["regions/410200.html"]?.contains("id=\"space\"") == false)
  }
}

import Archive
import Testing

@testable import Site

/// How long lists are spread over pages, and that a page shows nothing of what stands elsewhere.
@Suite struct PartedListTests {
  /// So many counties' reports of 2020, of the division codes given.
  static func catalog(_ counts: [(code: Int, count: Int)]) -> Catalog {
    Catalog(
      counts.flatMap { code, count in
        (1...count).map { number in
          let county = code + number
          let region = SmallArchive.region(
            .county,
            [
              (code / 10_000 * 10_000, "省\(code / 10_000)"), (code, "市\(code / 100)"), (county, "县\(county)"),
            ])
          return SmallArchive.report("\(county)-2020", region, 2020)
        }
      })
  }

  static func list(_ counts: [(code: Int, count: Int)], limit: Int) -> PartedList {
    let catalog = catalog(counts)
    let all = catalog.reports.indices.map { Observation(report: $0, quantity: 0) }
    return PartedList([(2020, all)], limit: limit, in: index(catalog))
  }

  @Test(arguments: [
    // All on one page; a year's page; great regions; provinces; prefectures; numbers last of all.
    ([(410_100, 4)], 4, []),
    ([(130_100, 3), (410_100, 3)], 5, ["2020", "2020-1", "2020-4"]),
    ([(130_100, 3), (410_100, 3), (420_100, 3)], 5, ["2020", "2020-1", "2020-4", "2020-41", "2020-42"]),
    ([(410_100, 3), (410_200, 4)], 5, ["2020", "2020-4101", "2020-4102"]),
    ([(410_100, 7)], 3, ["2020", "2020-4101", "2020-4101-2", "2020-4101-3"]),
  ])
  func pages(counts: [(Int, Int)], limit: Int, names: [String]) {
    let list = Self.list(counts.map { (code: $0.0, count: $0.1) }, limit: limit)
    #expect(list.pages.map(\.part.name) == names)
    let shown = names.isEmpty ? list.shown(on: nil) : list.pages.flatMap { list.shown(on: $0) }
    #expect(shown.flatMap(\.list).map(\.report) == Array(0..<counts.reduce(0) { $0 + $1.1 }))
    #expect(list.pages.allSatisfy { $0.entries.count <= limit })
    #expect(
      list.below(nil).map { list.pages[$0].count }.reduce(0, +)
        == (names.isEmpty ? 0 : shown.flatMap(\.list).count))
  }

  @Test func labelsNameThePlaces() {
    let list = Self.list([(130_100, 3), (410_100, 3), (410_200, 4)], limit: 5)
    #expect(
      list.pages.indices.map(list.title) == [
        "2020年度", "2020年度 华北", "2020年度 中南", "2020年度 中南 市4101", "2020年度 中南 市4102",
      ])
  }

  @Test func oneMoreEntryMovesNoOther() {
    let before = Self.list([(130_100, 20), (410_100, 12), (410_200, 13), (420_100, 3)], limit: 20)
    let after = Self.list([(130_100, 20), (410_100, 13), (410_200, 13), (420_100, 3)], limit: 20)
    #expect(before.pages.map(\.part) == after.pages.map(\.part))
    let changed = zip(before.pages, after.pages).filter { $0.count != $1.count }.map(\.0.part.name)
    #expect(changed == ["2020", "2020-4", "2020-41", "2020-4101"])
  }

  /// A page of a law's list changes when a report of its own divisions cites the law, no other one does.
  @Test func aNewReportChangesNoPageOfOtherDivisions() throws {
    func pages(_ count: Int) throws -> [String: [UInt8]] {
      let reports = [(130_100, 9), (410_100, count)].flatMap { code, count in
        (1...count).map { number in
          let path = [(code / 10_000 * 10_000, "省"), (code, "市"), (code + number, "县")]
          return StatedArchive.stated("\(code + number)-2019", SmallArchive.region(.county, path), 2019) {
            $0.paragraph("依据[[!penalty-law|《某法》]]。")
          }
        }
      }
      let site = index(Catalog(reports, indicators: StatedArchive.indicators))
      let law = try #require(site.laws.law("penalty-law"))
      let list = PartedList(site.byYear(site.inPageOrder(law.mentions)), limit: 15, in: site)
      var pages: [String: [UInt8]] = [:]
      for index in list.pages.indices {
        let record = LawPage.schema.record(LawPage(site, law, list: list, index: index))
        var bytes: [UInt8] = []
        try Theme.chinese.templates.render(LawPage.template, record, into: &bytes)
        pages[list.pages[index].part.name] = bytes
      }
      return pages
    }
    let (before, after) = (try pages(9), try pages(10))
    #expect(Set(before.keys) == ["2019", "2019-1", "2019-4"])
    #expect(before["2019-1"] == after["2019-1"])
    #expect(before["2019-4"] != after["2019-4"])
  }
}

import Archive
import Testing

@testable import Site

/// The map of tiles, and the shades of counts.
@Suite struct MapTests {
  @Test func everyProvinceHasATileAndSaysWhatIsHeld() {
    let tiles = Tile.all(index(Catalog(SmallArchive.reports)), link: Linker(.home))
    #expect(tiles.count == 34 && Set(tiles.map(\.code)).count == 34 && Set(tiles.map(\.short)).count == 34)
    let henan = tiles.first { $0.code == 41 }
    #expect(henan?.total == 3 && henan?.step == 3 && henan?.href == "regions/410000.html")
    #expect(tiles.filter { $0.total == nil }.allSatisfy { $0.href == nil && $0.step == nil })
    #expect(tiles.count { $0.total != nil } == 3)
  }

  @Test func theMapTellsWhatIsMissingFromWhatIsOutside() throws {
    let html = try #require(try rendered()["index.html"])
    #expect(html.components(separatedBy: "class=\"tile ").count == 35)
    #expect(html.components(separatedBy: " none\"").count == 29)
    #expect(html.components(separatedBy: " outside\"").count == 4)
    #expect(html.contains("<rect width=\"100\" height=\"8\"/>") && html.contains("<rect width=\"33.3\""))
    #expect(try rendered([], pages: [])["index.html"]?.contains("class=\"tile") == false)
  }

  @Test(arguments: [
    ([], 1, 1), ([5], 5, 1), ([1, 2, 3, 4], 1, 1), ([1, 2, 3, 4], 2, 2), ([1, 2, 3, 4], 4, 4),
    ([7, 7, 7, 7], 7, 1), ([1, 1, 1, 900], 900, 4),
  ])
  func shades(counts: [Int], count: Int, step: Int) {
    #expect(Shades(counts.reversed()).step(count) == step)
  }

  @Test func aLateDateIsMarkedFromTheDutyOn() throws {
    var late = SmallArchive.report("410203-2019", SmallArchive.shunhe, 2019, published: "2020-04-02")
    #expect(Duty.isLate(late.masthead))
    #expect(try rendered([late])["regions/410203.html"]?.contains("◐</a>") == true)
    late.masthead.published = Day(iso: "2020-04-01")
    #expect(!Duty.isLate(late.masthead))
    let early = SmallArchive.report("410203-2017", SmallArchive.shunhe, 2017, published: "2019-01-01")
    #expect(!Duty.isLate(early.masthead))
  }
}

import Archive
import Testing

@testable import Site

/// Who stands highest and lowest in a metric, and on which base.
@Suite struct ExtremesTests {
  /// Counties of one city, by code from 410203 on, each with a rate in tenths of a percent.
  private static func reports(_ rates: [Int], _ year: Int = 2019) -> [Report] {
    rates.enumerated().map { number, rate in
      let code = 410203 + number
      let region = SmallArchive.region(.county, [(410000, "河南省"), (410200, "开封市"), (code, "县\(code)")])
      return StatedArchive.stated("\(code)-\(year)", region, year) { report in
        report.paragraph(
          "受理[[accepted|1000件]]，纠错[[corrected|\(rate)件]]，纠错率[[rate|\(rate / 10).\(rate % 10)%]]。")
      }
    }
  }

  private static func extremes(_ reports: [Report], _ metric: String = "rate") throws -> Extremes? {
    let site = index(Catalog(reports, indicators: StatedArchive.indicators))
    return Extremes(try #require(site.series.series(metric)), in: site, link: Linker(.metric(metric)))
  }

  private static func texts(_ side: Extremes.Side) -> [String] {
    side.rows.compactMap { $0.rate.first?.text }
  }

  @Test(arguments: [
    // Five at each end.
    (
      [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110], ["11.0", "10.0", "9.0", "8.0", "7.0"],
      ["1.0", "2.0", "3.0", "4.0", "5.0"], 0, 0
    ),
    // No value stands at both ends.
    ([10, 20, 30, 40, 50, 60, 70, 80], ["8.0", "7.0", "6.0", "5.0", "4.0"], ["1.0", "2.0", "3.0"], 0, 0),
    // Those who share the utmost value are counted, not chosen from.
    (
      [1000, 1000, 1000, 1000, 1000, 1000, 900, 800, 700], [], ["70.0", "80.0", "90.0"], 6, 0
    ),
    // A tie that does not fit behind the first.
    ([900, 10, 20, 20, 20, 20, 20, 30], ["90.0", "3.0"], ["1.0"], 5, 0),
    // All alike.
    ([1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000], [], [], 8, 0),
    (
      [1000, 990, 980, 970, 960, 950, 0, 0, 0, 0, 0, 0], ["100.0", "99.0", "98.0", "97.0", "96.0"], [], 0, 6
    ),
  ])
  func ends(rates: [Int], highest: [String], lowest: [String], sharedAbove: Int, sharedBelow: Int) throws {
    let found = try #require(try Self.extremes(Self.reports(rates)))
    #expect(found.year == 2019 && found.count == rates.count)
    #expect(Self.texts(found.highest) == highest && Self.texts(found.lowest) == lowest)
    #expect(found.highest.shared?.count ?? 0 == sharedAbove && found.lowest.shared?.count ?? 0 == sharedBelow)
  }

  @Test func everyValueStandsOnItsBase() throws {
    let found = try #require(try Self.extremes(Self.reports([10, 20, 30, 40, 50, 60, 70, 80])))
    let first = try #require(found.highest.rows.first)
    #expect(found.hasBases && first.name == "县410210")
    #expect(first.numerator.map(\.text) == ["80"] && first.denominator.map(\.text) == ["1,000"])
    #expect(first.rate.first?.href == "../reports/410210-2019.html#q3")
    #expect(
      try Self.extremes(Self.reports([10, 20, 30, 40, 50, 60, 70, 80]), "corrected")?.hasBases == false)
  }

  @Test func fewValuesMakeNoOrder() throws {
    #expect(try Self.extremes(Self.reports([10, 20, 30, 40, 50, 60, 70])) == nil)
    // The year before has enough; ten years ago is no answer.
    let before = Self.reports([10, 20, 30, 40, 50, 60, 70, 80], 2018)
    #expect(try Self.extremes(before + Self.reports([10]))?.year == 2018)
    let years = (2019...2021).flatMap { Self.reports([10], $0) }
    #expect(try Self.extremes(before + years) == nil)
  }

  @Test func levelsAndUnitsAreNotMixed() throws {
    var reports = Self.reports([10, 20, 30, 40, 50, 60, 70, 80])
    reports.append(
      StatedArchive.stated("410000-2019", SmallArchive.henan, 2019) { $0.paragraph("纠错率[[rate|99%]]。") })
    var zone = reports[0]
    zone.id = "410203-2019-kfq"
    zone.masthead.unit = "开发区"
    reports.append(zone)
    let found = try #require(try Self.extremes(reports))
    #expect(found.count == 8 && found.level == "县级" && Self.texts(found.highest).first == "8.0")
  }

  @Test func thePageShowsThem() throws {
    let reports = Self.reports([1000, 1000, 1000, 1000, 1000, 1000, 900, 800, 700])
    let tree = try rendered(reports, indicators: StatedArchive.indicators, pages: [], in: [Theme.english])
    let page = try #require(tree["metrics/rate.html"])
    #expect(page.contains("Stated alike: 100, by 6 governments"))
    #expect(page.contains("<td class=\"num\"><a href=\"../reports/410211-2019.html#q3\">70.0</a></td>"))
    #expect(tree["metrics/staff.html"] == nil)
  }
}

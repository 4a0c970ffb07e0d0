import Archive
import Testing

@testable import Site

/// How a metric went in each province.
@Suite struct ProvinceTrendTests {
  private static func report(_ code: Int, _ year: Int, _ text: String, unit: String? = nil) -> Report {
    let region = SmallArchive.region(.province, [(code, "省\(code)")])
    let id = "\(code)-\(year)\(unit == nil ? "" : "-kfq")"
    var report = StatedArchive.stated(id, region, year) { $0.paragraph(text) }
    report.masthead.unit = unit
    return report
  }

  private static func trends(_ reports: [Report]) throws -> [ProvinceTrend] {
    let site = index(Catalog(reports, indicators: StatedArchive.indicators))
    let series = try #require(site.series.series("accepted"))
    return ProvinceTrend.all(series, in: site, link: Linker(.metric("accepted")))
  }

  private static let gap = [
    report(410000, 2016, "受理[[accepted|10件]]。"), report(410000, 2017, "受理[[accepted|30件]]。"),
    report(410000, 2019, "受理[[accepted|20件]]。"), report(410000, 2020, "没有数。"),
    report(610000, 2018, "受理[[accepted|5件]]。"), report(370000, 2018, "没有数。"),
    report(370000, 2018, "受理[[accepted|5件]]。", unit: "省司法厅"),
  ]

  @Test func provincesThatStateItWithTheirGaps() throws {
    let found = try Self.trends(Self.gap + [StatedArchive.shunhe2018])
    #expect(found.map(\.name) == ["省410000", "省610000"])
    #expect(found.map(\.latest.text) == ["20", "5"] && found.map(\.latestYear) == [2019, 2018])
    // The line is broken where a year is missing.
    #expect(found[0].spark.line.split(separator: "M").count == 2 && found[0].spark.first.value == "10")
  }

  @Test func oneYearIsNoTrend() throws {
    #expect(try Self.trends([Self.gap[0], Self.gap[4]]).isEmpty)
    #expect(try Self.trends([StatedArchive.shunhe2018, StatedArchive.shunhe2019]).isEmpty)
  }

  @Test func thePageShowsThem() throws {
    let tree = try rendered(Self.gap, indicators: StatedArchive.indicators, pages: [], in: [Theme.english])
    let page = try #require(tree["metrics/accepted.html"])
    #expect(page.contains("<h3 id=\"provinces\">Provinces one by one</h3>"))
    #expect(page.contains("<a href=\"../reports/410000-2019.html#q1\">20</a>"))
  }
}

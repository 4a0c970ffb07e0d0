import TestSupport
import Testing

/// Lists so long that they are spread over several pages: reports that come and go move the ends of those pages.
@Suite struct LongListTests {
  @Test func partsFollowTheReports() throws {
    var dice = Dice(seed: 5)
    let mini = try MiniArchive(reports: 0, &dice, ownTemplates: false)
    for place in MiniReport.places {
      for year in 1990..<2020 { try mini.add(LongListTests.report(place, year)) }
    }
    try expectClean(mini, jobs: 2, "from nothing")
    let parts = try mini.archive.files().filter { $0.hasPrefix("topics/enforcement-") }
    #expect(parts.count > 1, "\(parts)")
    #expect(
      try mini.archive.files().contains { $0.hasPrefix("checks/") }, "no findings are spread over pages")

    try mini.add(LongListTests.report("河南省", 2020))
    try expectClean(mini, jobs: 1, "one report more")
    let first = try #require(mini.reports.keys.min())
    try mini.remove(first)
    try expectClean(mini, jobs: 4, "one report fewer")
    // One topic becomes short enough for a single page.
    for (path, report) in mini.reports.sorted(by: { $0.key < $1.key }) where report.year < 2004 {
      try mini.remove(path)
    }
    try expectClean(mini, jobs: 2, "half of the reports gone")
    #expect(try !mini.archive.files().contains { $0.hasPrefix("topics/enforcement-") })
  }

  /// Its rate does not follow from its counts.
  private static func report(_ place: String, _ year: Int) -> MiniReport {
    var report = MiniReport(place, year)
    report.rate = 250
    report.laws = ["行政处罚法", "行政许可法"]
    return report
  }

  private func expectClean(_ mini: MiniArchive, jobs: Int, _ what: String) throws {
    #expect(try mini.annals(["build", "--jobs", "\(jobs)"]).code < 2)
    let clean = try mini.cleanSite(jobs: 5 - jobs)
    #expect(try MiniArchive.differences(mini.archive.tree(), clean.tree) == [], "\(what)")
  }
}

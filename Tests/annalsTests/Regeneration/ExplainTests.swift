import Foundation
import Glibc
import TestSupport
import Testing

/// `annals build --explain PAGE`: the right reason after every kind of change.
@Suite struct ExplainTests {
  static let page = "reports/410203-2020.html"
  private static let because = "made anew, because something has changed that it is made from: "

  /// Last year's report and the city's stand beside the one that is asked about.
  static func archive() throws -> MiniArchive {
    var dice = Dice(seed: 1)
    let mini = try MiniArchive(reports: 0, &dice)
    for (place, year) in [("开封市顺河回族区", 2020), ("开封市顺河回族区", 2019), ("开封市", 2020), ("陕西省", 2021)] {
      try mini.add(MiniReport(place, year))
    }
    let outcome = try mini.annals(["build"])
    try #require(outcome.code == 0, "\(outcome)")
    return mini
  }

  private func reason(_ mini: MiniArchive, _ page: String = ExplainTests.page) throws -> String {
    let outcome = try mini.annals(["build", "--explain", page])
    let start = "\(page): "
    let line = outcome.output.split(separator: "\n").first { $0.hasPrefix(start) }
    return line.map { String($0.dropFirst(start.count)) } ?? "nothing was said: \(outcome)"
  }

  @Test func nothingChanged() throws {
    let mini = try ExplainTests.archive()
    #expect(try reason(mini) == "kept: nothing that it is made from has changed")
    #expect(try reason(mini, "reports/999999-2020.html") == "the site has no such page")
    #expect(
      try mini.annals(["build", "--explain", "Output/\(ExplainTests.page)"]).output
        == "\(ExplainTests.page): kept: nothing that it is made from has changed\n")
  }

  @Test func reports() throws {
    let mini = try ExplainTests.archive()
    var own = try #require(mini.reports["r1.txt"])
    own.remark += 1
    try mini.set(own, at: "r1.txt")
    #expect(try reason(mini) == ExplainTests.because + "the report or page that it shows")
    var before = try #require(mini.reports["r2.txt"])
    before.cases += 1
    try mini.set(before, at: "r2.txt")
    #expect(try reason(mini).contains("reports that it lists or compares"))
    // A province far away has nothing to do with it.
    var far = try #require(mini.reports["r4.txt"])
    far.cases += 1
    try mini.set(far, at: "r4.txt")
    #expect(try reason(mini) == "kept: nothing that it is made from has changed")
    try mini.add(MiniReport("陕西省", 2020))
    #expect(try reason(mini, "reports/610000-2020.html") == "made anew: the last build had no such page")
  }

  @Test func theSite() throws {
    let mini = try ExplainTests.archive()
    let layout = try mini.archive.text("Templates/layout.html")
    try mini.archive.write("Templates/layout.html", layout + "<!-- x -->")
    #expect(try reason(mini) == ExplainTests.because + "its template or a part that it includes")
    let home = try mini.archive.text("Templates/home.html")
    try mini.archive.write("Templates/home.html", home.replacing("{{$main}}", with: "{{$main}}<p>x</p>"))
    #expect(try reason(mini) == "kept: nothing that it is made from has changed")
    try mini.archive.write("Content/site.yml", "title: 另一个\n")
    #expect(
      try reason(mini)
        == ExplainTests.because + "site.yml, the free pages, the theme's assets or the span of years")
    let metrics = try mini.archive.text("Content/vocabulary/metrics.yml")
    try mini.archive.write(
      "Content/vocabulary/metrics.yml", metrics.replacing("zh: 复议受理数", with: "zh: 受理数"))
    #expect(try reason(mini).contains("the vocabulary of metrics and topics"))
  }

  @Test func theOutput() throws {
    let mini = try ExplainTests.archive()
    try mini.archive.write("Output/\(ExplainTests.page)", "mine")
    #expect(try reason(mini) == "made anew: nothing that it is made from has changed, but the file had")
    try mini.archive.remove("\(MiniArchive.stateFolder)/inputs")
    #expect(try reason(mini).hasPrefix("made anew: nothing tells what it was made from"))
  }
}

import Foundation
import TestSupport
import Testing

/// A build that finds nothing to do touches nothing; `--full` makes the same site from nothing.
@Suite struct NothingChangedTests {
  @Test func noFileIsTouched() throws {
    var dice = Dice(seed: 60)
    let mini = try MiniArchive(reports: 12, &dice)
    _ = try mini.annals(["build"])
    usleep(80_000)
    // The first of these may still have to note that the files stand still.
    let second = try mini.annals(["build"])
    let before = try stamps(mini)
    let third = try mini.annals(["build", "--jobs", "1"])
    #expect(third.errors == second.errors && third.code == second.code)
    #expect(third.errors.contains(": 0 files written, "))
    #expect(try stamps(mini) == before)
  }

  /// The lock names the process, and folders change with it; all else must stay.
  private func stamps(_ mini: MiniArchive) throws -> [String: [Int]] {
    try mini.allStamps().filter { name, _ in
      name != ".annals/Output" && !name.hasSuffix("/lock")
    }
  }

  @Test func fullMakesTheSame() throws {
    var dice = Dice(seed: 61)
    let mini = try MiniArchive(reports: 12, &dice)
    let first = try mini.annals(["build"])
    let tree = try mini.archive.tree()
    let pages = try mini.archive.stamps()
    let full = try mini.annals(["build", "--full", "--stats"])
    #expect(full.code == first.code)
    #expect(full.output.contains("\(tree.count) files rendered, "))
    #expect(try mini.archive.tree() == tree)
    // Equal bytes are not written again.
    #expect(try mini.archive.stamps() == pages)
  }

  @Test func statisticsOfEveryStep() throws {
    var dice = Dice(seed: 62)
    let mini = try MiniArchive(reports: 3, &dice)
    let lines = try mini.annals(["build", "--stats"]).output.split(separator: "\n").map(String.init)
    #expect(lines.first?.hasPrefix("step ") == true)
    #expect(
      lines.dropFirst().compactMap { $0.split(separator: " ").first }.prefix(5)
        == ["looking", "reading", "indexing", "rendering", "all"])
    for line in lines.dropFirst().prefix(5) {
      let numbers = line.split(separator: " ").dropFirst().compactMap { Double($0) }
      #expect(numbers.count == 3 && numbers.allSatisfy { $0 >= 0 } && numbers[2] > 0, "\(line)")
    }
  }

  @Test func onlyWhatDependsOnAReportIsWritten() throws {
    let mini = try ExplainTests.archive()
    var far = try #require(mini.reports["r4.txt"])
    far.remark += 1
    try mini.set(far, at: "r4.txt")
    let written = try mini.annals(["build", "--verbose"]).output.split(separator: "\n").map(String.init)
    // A sentence without a number stands on its own page and in its Markdown, and nowhere else.
    #expect(written == ["write reports/610000-2021.html", "write reports/610000-2021.md"])
  }
}

import Archive
import Foundation
import Reading
import Testing

/// Every division of 2023, by the title it would print.
@Suite struct RegionSystematicTests {
  static let year = 2023
  static let inForce = RegionFixtures.gazetteer.divisions.filter { $0.isInForce(year) }
  /// Everyday words, which count only beside their parent's name.
  static let everyday: Set<String> = ["城区", "郊区", "矿区", "东区", "西区", "新城区", "港口区"]

  static func title(_ division: Division) -> String { "title: \(division.name)2023年法治政府建设情况报告" }

  static func outcome(_ notation: String) -> String {
    RegionFixtures.outcome(
      RegionFixtures.resolver.resolve(RegionFixtures.evidence(notation), year: year))
  }

  @Test(arguments: ["issuer: %人民政府", "to: %人民政府", "to: 中共%委、%人民政府", "cited: %法治政府建设实施方案"])
  func parentNamed(_ context: String) {
    var wrong: [String] = []
    var total = 0
    for division in Self.inForce {
      guard let parent = RegionFixtures.gazetteer.parent(of: division, year: Self.year) else { continue }
      total += 1
      let notation =
        "\(Self.title(division)) / \(context.replacingOccurrences(of: "%", with: parent.name))"
      let outcome = Self.outcome(notation)
      if outcome != "\(division.adcode)" { wrong.append("\(division.adcode) \(notation) -> \(outcome)") }
    }
    print("regions, parent in \(context.prefix(while: { $0 != ":" })): \(total - wrong.count) of \(total)")
    #expect(wrong.isEmpty, "\(wrong.prefix(20).joined(separator: "\n"))")
  }

  @Test func parentInTitle() {
    var wrong: [String] = []
    for division in Self.inForce {
      let path = RegionFixtures.gazetteer.region(division, year: Self.year).path
      let notation = "title: \(path.map(\.name).joined())2023年法治政府建设情况报告"
      let outcome = Self.outcome(notation)
      if outcome != "\(division.adcode)" { wrong.append("\(division.adcode) \(notation) -> \(outcome)") }
    }
    print("regions, full path in title: \(Self.inForce.count - wrong.count) of \(Self.inForce.count)")
    #expect(wrong.isEmpty, "\(wrong.prefix(20).joined(separator: "\n"))")
  }

  @Test func nothingElseNamed() {
    let byName = Dictionary(grouping: Self.inForce, by: \.name)
    var wrong: [String] = []
    var unique = 0
    var shared = 0
    for (name, holders) in byName.sorted(by: { $0.key < $1.key }) {
      let codes = holders.map { "\($0.adcode)" }.sorted()
      var expected = codes[0]
      if codes.count > 1 {
        expected = "? " + codes.joined(separator: " ")
        shared += 1
      } else if Self.everyday.contains(name) {
        expected = "-"
      } else {
        unique += 1
      }
      let outcome = Self.outcome(Self.title(holders[0]))
      if outcome != expected { wrong.append("\(name): \(outcome), not \(expected)") }
    }
    print("regions by title alone: \(unique) unique names, \(shared) shared ones, \(wrong.count) wrong")
    #expect(shared == 29)
    #expect(wrong.isEmpty, "\(wrong.prefix(20).joined(separator: "\n"))")
  }

  @Test func shortNames() {
    var right = 0
    var open = 0
    var wrong: [String] = []
    for division in Self.inForce {
      // 全州 is also "the whole prefecture".
      for short in division.shorts where !Self.everyday.contains(short) && short != "全州" {
        let outcome = Self.outcome("title: 关于\(short)2023年法治政府建设情况的报告")
        if outcome == "\(division.adcode)" {
          right += 1
        } else if outcome.contains("\(division.adcode)") {
          open += 1
        } else {
          wrong.append("\(division.adcode) \(short) -> \(outcome)")
        }
      }
    }
    print("regions, short name in title: \(right) right, \(open) left open, \(wrong.count) wrong")
    #expect(wrong.isEmpty, "\(wrong.prefix(20).joined(separator: "\n"))")
  }

  @Test func codeInPath() {
    var wrong: [String] = []
    for division in Self.inForce
    where Self.outcome("path: x/\(division.adcode)-2023.txt") != "\(division.adcode)" {
      wrong.append("\(division.adcode)")
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(20))")
  }

  @Test func pinyinInPath() {
    var right = 0
    var open = 0
    var wrong: [String] = []
    for division in Self.inForce where division.pinyin.utf8.count >= 4 {
      let region = RegionFixtures.gazetteer.region(division, year: Self.year)
      let folders = region.path.compactMap {
        RegionFixtures.gazetteer.division($0.adcode, year: Self.year)?.pinyin
      }
      let outcome = Self.outcome("path: \(folders.joined(separator: "/"))/report-2023.txt")
      if outcome == "\(division.adcode)" {
        right += 1
      } else if outcome.hasPrefix("?") || outcome == "-" {
        open += 1
      } else {
        wrong.append("\(division.adcode) \(folders) -> \(outcome)")
      }
    }
    print("regions by pinyin folders: \(right) right, \(open) left open, \(wrong.count) wrong")
    #expect(wrong.count <= 10, "\(wrong.prefix(20).joined(separator: "\n"))")
  }
}

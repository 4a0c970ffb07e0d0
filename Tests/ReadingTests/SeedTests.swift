import Archive
import Foundation
import TestSupport
import Testing

@testable import Reading

/// The five seeds, and what a careful archivist reads out of two of them.
@Suite(.enabled(if: FileAccess.kind(of: Repository.shared + "/seeds") == .folder, "../shared is absent"))
struct SeedTests {
  struct Expected: Sendable {
    let file: String
    let adcode: String
    let year: Int
    let level: ReportingLevel
    /// Between 《》.
    let title: String
    var isDerived = false
    var published: String?
    var signed: String?
    var documentNumber: String?
    /// Between 《》.
    var indexNumber: String?
    var source: String?
    var addressees: [String] = []
    var script = Script.hans
  }

  static let table: [Expected] = [
    Expected(
      file: "000", adcode: "410203", year: 2019, level: .county,
      title: "《顺河回族区人民政府 2019年度依法行政工作报告》", published: "2020-04-02", signed: "2020-03-31",
      source: "本站原创"),
    Expected(
      file: "001", adcode: "632222", year: 2020, level: .county, title: "《祁连县2020年度法治政府建设工作报告》",
      published: "2021-01-08"),
    Expected(
      file: "002", adcode: "370784", year: 2017, level: .zone,
      title: "《安丘经济开发区2017年度法治政府建设工作落实情况汇报》", published: "2018-02-01", signed: "2018-02-01",
      documentNumber: "安经开〔2018〕7号", indexNumber: "《113707840643760583/2018-00073》"),
    Expected(
      file: "003", adcode: "210300", year: 2019, level: .prefecture,
      title: "《中共鞍山市委 鞍山市人民政府关于2019年鞍山市法治政府建设情况的报告》", published: "2020-06-24",
      signed: "2020-06-24", documentNumber: "鞍委〔2020〕55号", source: "鞍山市司法局",
      addressees: ["中共辽宁省委", "辽宁省人民政府"]),
    Expected(
      file: "004", adcode: "610117", year: 2024, level: .county, title: "《高陵區2024年法治政府建設情況報告》",
      isDerived: true, script: .hant),
  ]

  @Test("the masthead of every seed", arguments: table)
  func masthead(_ expected: Expected) throws {
    let folder = Repository.shared + "/seeds"
    let file = try #require(try FileAccess.names(in: folder).first { $0.hasPrefix(expected.file) })
    let report = try TestArchive.report(file: "\(folder)/\(file)")
    let masthead = report.masthead
    #expect(masthead.region?.adcode.description == expected.adcode)
    #expect(masthead.year == expected.year)
    #expect(masthead.level == expected.level)
    #expect(masthead.title.map { "《\($0)》" } == expected.title)
    #expect(masthead.titleDerived == expected.isDerived)
    #expect(masthead.published?.description == expected.published)
    #expect(masthead.signed?.description == expected.signed)
    #expect(masthead.documentNumber == expected.documentNumber)
    #expect(masthead.indexNumber.map { "《\($0)》" } == expected.indexNumber)
    #expect(masthead.source == expected.source)
    #expect(masthead.addressees == expected.addressees)
    #expect(masthead.script == expected.script)
    #expect(!report.diagnostics.contains { $0.severity == .error })
  }

  struct Gold: Decodable {
    struct Entry: Decodable {
      let level: Int
      let title: String
      let parent: Int?
      let runIn: Bool
      enum CodingKeys: String, CodingKey {
        case level, title, parent
        case runIn = "run_in"
      }
    }
    let file: String
    let chrome: [String]
    let outline: [Entry]
  }

  @Test("the outline against the two golds, scored")
  func outline() throws {
    var high = Score()
    var low = Score()
    for name in try FileAccess.names(in: Repository.shared + "/gold") where name.hasSuffix(".json") {
      let gold = try JSONDecoder().decode(
        Gold.self, from: Data(try FileAccess.read("\(Repository.shared)/gold/\(name)")))
      let report = try TestArchive.report(file: "\(Repository.shared)/seeds/\(gold.file)")
      let found = report.outline.map { "\($0.level) \($0.title)" }
      let expected = gold.outline.map { "\($0.level) \($0.title)" }
      func isLow(_ entry: String) -> Bool { entry.hasPrefix("4") }
      high.add(found: found.filter { !isLow($0) }, expected: expected.filter { !isLow($0) })
      low.add(found: found.filter(isLow), expected: expected.filter(isLow))
      #expect(report.outline.map(\.parent) == gold.outline.map(\.parent))
      #expect(report.outline.map(\.runIn) == gold.outline.map(\.runIn))
      let squeezed = { (lines: [String]) in lines.map { $0.filter { !$0.isWhitespace } }.filter { $0 != "." }
      }
      #expect(squeezed(report.chrome) == squeezed(gold.chrome))
    }
    print("outline of the two golds, levels 1 to 3: \(high)")
    print("outline of the two golds, level 4: \(low)")
    #expect(high.f1 >= 0.97)
    #expect(low.f1 >= 0.9)
  }
}

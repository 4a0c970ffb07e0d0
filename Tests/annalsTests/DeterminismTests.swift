import Foundation
import TestSupport
import Testing

/// The same Content gives the same bytes.
@Suite struct DeterminismTests {
  /// The starter archive and the tests' reports, written in the given order.
  private static func archive(reversed: Bool) throws -> TemporaryArchive {
    let archive = try TemporaryArchive(reports: [:])
    let content = Repository.root + "/Content"
    var files: [(name: String, bytes: [UInt8])] = []
    for folder in ["reports", "pages"] {
      for case let name as String in FileManager.default.enumerator(atPath: "\(content)/\(folder)") ?? .init()
      {
        guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: "\(content)/\(folder)/\(name)")) else {
          continue
        }
        files.append(("Content/\(folder)/\(name)", [UInt8](bytes)))
      }
    }
    for (name, text) in Reports.good { files.append(("Content/reports/\(name)", Array(text.utf8))) }
    for index in 0..<30 {
      files.append(
        ("Content/reports/\(index % 3)/\(index).txt", Array(Reports.text("洛阳市", 1995 + index).utf8)))
    }
    files.append(("Content/reports/bad.txt", []))
    files.append(("Content/reports/same.txt", Array(Reports.text("洛阳市", 2000).utf8)))
    files.sort { reversed ? $0.name > $1.name : $0.name < $1.name }
    for file in files { try archive.write(file.name, bytes: file.bytes) }
    return archive
  }

  @Test func neitherPlaceNorOrderNorThreadsMatter() throws {
    let first = try Self.archive(reversed: false)
    let second = try Self.archive(reversed: true)
    let one = try first.annals("build", "--jobs", "1")
    let four = try second.annals("build", "--jobs", "4")
    #expect(one.code == 1)
    #expect(four.code == 1)
    #expect(one.errors == four.errors)
    let tree = try first.tree()
    #expect(tree.count > 100)
    #expect(try second.tree() == tree)
    // As another root, and into another folder.
    let third = try Command.run(
      ["build", "--root", second.path, "--output", first.path + "/elsewhere", "--jobs", "3"],
      share: Repository.root)
    #expect(third.code == 1)
    #expect(try first.tree("elsewhere") == tree)
  }

  @Test func buildingAgainWritesNothing() throws {
    let archive = try TemporaryArchive()
    #expect(try archive.annals("build").code == 0)
    let stamps = try archive.stamps()
    let again = try archive.annals("build", "--jobs", "3")
    #expect(
      again.errors.hasPrefix(
        "2 reports, 4 regions, 2 years: 0 files written, \(stamps.count) unchanged, 0 removed"))
    #expect(try archive.stamps() == stamps)
  }

  @Test func onlyWhatChangesIsWritten() throws {
    let archive = try TemporaryArchive()
    #expect(try archive.annals("build").code == 0)
    let stamps = try archive.stamps()
    let text = try archive.text("Content/reports/shunhe.txt")
    try archive.write("Content/reports/shunhe.txt", text.replacingOccurrences(of: "法治讲座12场", with: "法治讲座13场"))
    #expect(try archive.annals("build").code == 0)
    let after = try archive.stamps()
    let changed = after.keys.filter { after[$0] != stamps[$0] }.sorted()
    #expect(changed.contains("reports/410203-2021.html") && changed.contains("reports/410203-2021.md"))
    #expect(changed.filter { $0.hasPrefix("reports/") && !$0.contains("410203-2021") } == [])
    #expect(changed.count * 2 < stamps.count)
  }
}

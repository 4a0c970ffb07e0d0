import Archive
import Foundation
import Reading
import TestSupport
import Testing

/// The shared seeds, given as one body without a recognised head: the hardest way to read them.
@Suite struct RegionSeedTests {
  static let seeds = Repository.shared + "/seeds/"
  static let isPresent = FileManager.default.fileExists(atPath: seeds)

  @Test(
    .enabled(if: isPresent, "the shared seeds stand beside the clone"),
    arguments: [
      ("000_f3b665ba770896eb", 2019, 410203), ("001_30d87b497df782eb", 2020, 632222),
      ("002_4ab95b099848aa28", 2017, 370784), ("003_488ed9d96570771d", 2019, 210300),
      ("004_12849fcba5aa186c", 2024, 610117),
    ])
  func wholeTextAsBody(name: String, year: Int, code: Int) throws {
    let table = try ScriptTable(parsing: RegionFixtures.bytes("hant-hans.tsv"))
    let text = try String(contentsOfFile: "\(Self.seeds)\(name).txt", encoding: .utf8)
    var evidence = RegionEvidence()
    evidence.body = text.unicodeScalars.map(table.simplified)
    evidence.path = "\(name).txt"
    #expect(RegionFixtures.resolver.resolve(evidence, year: year).region?.adcode.number == code)
  }
}

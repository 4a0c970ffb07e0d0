import Archive
import Foundation
import TestSupport
import Testing

@testable import Reading

/// Citations of the shared seeds against those found by hand.
@Suite struct CitationScoreTests {
  static let gold = Repository.shared + "/gold/"
  static let isPresent = FileManager.default.fileExists(atPath: gold)

  private struct Gold: Decodable {
    struct Item: Decodable {
      let text: String
      let title: String?
      let number: String?
      let kind: String

      enum CodingKeys: String, CodingKey {
        case text, title, kind
        case number = "doc_number"
      }
    }
    let citations: [Item]
  }

  @Test(
    .enabled(if: isPresent, "the shared gold stands beside the clone"),
    arguments: ["000_f3b665ba770896eb", "002_4ab95b099848aa28"])
  func againstGold(name: String) throws {
    let gold = try JSONDecoder().decode(
      Gold.self, from: Data(contentsOf: URL(fileURLWithPath: "\(Self.gold)\(name).json"))
    ).citations
    let found = try citations(name)
    let wanted = gold.map { "\($0.title ?? "")|\($0.number ?? "")" }
    let have = found.map { "\($0.title ?? "")|\($0.documentNumber ?? "")" }
    let common = wanted.count - have.difference(from: wanted).removals.count
    let score = 2 * Double(common) / Double(wanted.count + have.count)
    let kinds = zip(gold, found).filter { $0.kind == $1.kind.rawValue }.count
    let texts = zip(gold, found).filter { $0.text == $1.text }.count
    print(
      "citations \(name): F1 \(score), \(have.count) found, \(wanted.count) in gold, kinds \(kinds), texts \(texts)"
    )
    #expect(score >= 0.99)
    #expect(kinds == gold.count && texts == gold.count)
  }

  @Test(
    .enabled(if: isPresent, "the shared seeds stand beside the clone"),
    arguments: [("001_30d87b497df782eb", 9), ("003_488ed9d96570771d", 13), ("004_12849fcba5aa186c", 14)])
  func otherSeeds(name: String, count: Int) throws {
    let citations = try citations(name)
    for citation in citations {
      print(name.prefix(3), citation.place.line, citation.text, citation.kind.rawValue, citation.law)
    }
    // As many as 《》 stand in the page, those of the letter of transmittal aside.
    #expect(citations.count == count)
  }

  private func citations(_ name: String) throws -> [Citation] {
    try TestArchive.report(file: "\(Repository.shared)/seeds/\(name).txt").citations
  }
}

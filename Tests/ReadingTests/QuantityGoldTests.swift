import Archive
import Foundation
import Markdown
import TestSupport
import Testing

@testable import Reading

/// Quantities of a report or of a sentence, as the finder gives them.
enum QuantitySamples {
  static let folding = TestArchive.reader.decoder.folding

  static func find(_ markdown: [UInt8], year: Int?, outline: [Heading]? = nil) throws -> [FoundQuantity] {
    let document = try Document(markdown)
    let outline = outline ?? OutlineReader.outline(of: document, folding: folding)
    let body = MarkdownBody(markdown: markdown, firstLine: 1)
    return Passages.of(document, outline: outline, folding: folding, body: body).flatMap {
      QuantityFinder.find(in: $0, year: year, outline: outline)
    }
  }

  static func passages(_ text: String) throws -> [Passage] {
    let bytes = Array(text.utf8)
    let body = MarkdownBody(markdown: bytes, firstLine: 1)
    return Passages.of(try Document(bytes), outline: [], folding: folding, body: body)
  }

  static func find(_ text: String, year: Int? = 2022) throws -> [FoundQuantity] {
    try find(Array(text.utf8), year: year)
  }
}

/// The shared seeds whose quantities were listed by hand.
@Suite struct QuantityGoldTests {
  static let shared = Repository.shared
  static let isPresent = FileManager.default.fileExists(atPath: shared + "/gold")
  static let names = ["000_f3b665ba770896eb", "002_4ab95b099848aa28"]
  /// The other seeds, read line by line: printed numbers and zeros in words.
  static let seedCounts = [
    ("001_30d87b497df782eb", 52, 1), ("003_488ed9d96570771d", 35, 0), ("004_12849fcba5aa186c", 52, 0),
  ]

  struct Gold: Decodable {
    struct Entry: Decodable {
      let text: String
      let value: Decimal
      let unit: String
      let approx: String
      let section: Int?
    }
    let metrics: [Entry]
  }

  static func found(_ name: String) throws -> [FoundQuantity] {
    let report = try TestArchive.report(file: "\(shared)/seeds/\(name).txt")
    return try QuantitySamples.find(report.body, year: report.masthead.year, outline: report.outline)
  }

  @Test(.enabled(if: isPresent, "the shared gold stands beside the clone"), arguments: names)
  func quantities(name: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(Self.shared)/gold/\(name).json"))
    let gold = try JSONDecoder().decode(Gold.self, from: data).metrics
    // Zeros in words are recorded, but the gold lists printed numbers only.
    let found = try Self.found(name).map(\.quantity).filter { $0.kind != .statedZero }
    let keys = found.map { "\($0.value) \($0.unit)" }
    let expected = gold.map { "\($0.value) \($0.unit)" }
    var score = Score()
    score.add(found: keys, expected: expected)
    print("\(name): quantities by value and unit: \(score)")
    #expect(score.f1 >= 0.97)

    var whole = Score()
    whole.add(
      found: found.map {
        "\($0.text) \($0.value) \($0.approximation.rawValue) \($0.section.map(String.init) ?? "-")"
      },
      expected: gold.map { "\($0.text) \($0.value) \($0.approx) \($0.section.map(String.init) ?? "-")" })
    print("\(name): with text, approximation and section: \(whole)")
    #expect(whole.f1 >= 0.97)
  }

  @Test(.enabled(if: isPresent, "the shared seeds stand beside the clone"), arguments: seedCounts)
  func counts(name: String, printed: Int, zeros: Int) throws {
    let found = try Self.found(name)
    #expect(found.count { $0.quantity.kind != .statedZero } == printed)
    #expect(found.count { $0.quantity.kind == .statedZero } == zeros)
  }
}

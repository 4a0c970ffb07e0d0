import Archive
import Foundation
import Markdown
import TestSupport
import Testing

@testable import Reading

/// The two shared seeds whose numbers were given their metrics by hand.
@Suite struct MetricGoldTests {
  static let isPresent = FileManager.default.fileExists(atPath: Repository.shared + "/gold")

  struct Gold: Decodable {
    struct Entry: Decodable {
      let text: String
      let sentence: String
      let value: Decimal
      let unit: String
      let metric: String?
    }
    let metrics: [Entry]
  }

  /// What finder and matcher make of a seed: sentence without spaces, value, unit and metric of each number.
  static func assigned(_ name: String) throws -> [(sentence: String, found: FoundQuantity)] {
    let report = try TestArchive.report(file: "\(Repository.shared)/seeds/\(name).txt")
    let folding = MetricSamples.folding
    let titles = report.outline.map { folding.folded($0.title) }
    let body = MarkdownBody(markdown: report.body, firstLine: 1)
    let passages = Passages.of(
      try Document(report.body), outline: report.outline, folding: folding, body: body)
    return passages.flatMap { passage in
      var found = QuantityFinder.find(in: passage, year: report.masthead.year, outline: report.outline)
      MetricSamples.matcher.assign(&found, in: passage, outline: report.outline, outlineFolded: titles)
      return found.map { (plain(Array(passage.text.folded[$0.sentence])), $0) }
    }
  }

  static func plain(_ text: [Unicode.Scalar]) -> String { text.filter { $0 != " " }.string }

  @Test(.enabled(if: isPresent, "the shared gold stands beside the clone"))
  func metricsOfTheGold() throws {
    var right = 0
    var given = 0
    var wanted = 0
    var notes: [String] = []
    for name in ["000_f3b665ba770896eb", "002_4ab95b099848aa28"] {
      let data = try Data(contentsOf: URL(fileURLWithPath: "\(Repository.shared)/gold/\(name).json"))
      var assigned = try Self.assigned(name)
      given += assigned.filter { $0.found.quantity.metric != nil }.count
      for entry in try JSONDecoder().decode(Gold.self, from: data).metrics {
        let sentence = Self.plain(MetricSamples.folding.folded(entry.sentence))
        let place = assigned.firstIndex {
          $0.sentence.contains(sentence) && $0.found.quantity.value.description == "\(entry.value)"
            && $0.found.quantity.unit == entry.unit
        }
        let metric = place.flatMap { assigned[$0].found.quantity.metric }
        if let place {
          assigned.remove(at: place)
        } else {
          notes.append("not found: \(entry.text) \(sentence)")
        }
        if entry.metric != nil { wanted += 1 }
        if entry.metric == metric, metric != nil { right += 1 }
        if entry.metric != metric {
          notes.append(
            "\(entry.text): \(metric ?? "none") instead of \(entry.metric ?? "none"): \(entry.sentence)")
        }
      }
      notes += assigned.filter { $0.found.quantity.metric != nil }.map {
        "not in the gold: \($0.found.quantity.text)"
      }
    }
    let precision = Double(right) / Double(max(1, given))
    let recall = Double(right) / Double(max(1, wanted))
    let score = 2 * precision * recall / max(0.001, precision + recall)
    print(
      "metrics of the gold: \(right) right of \(given) given and \(wanted) wanted,",
      "precision \(precision), recall \(recall), F1 \(score)")
    for note in notes { print("  " + note) }
    #expect(score >= 0.90)
    #expect(precision >= 0.95)
  }
}

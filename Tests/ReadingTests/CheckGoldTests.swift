import Archive
import Foundation
import TestSupport
import Testing

@testable import Reading

/// The checks that do not hold, against what a careful archivist found in two of the seeds.
@Suite(.enabled(if: FileAccess.kind(of: Repository.shared + "/gold") == .folder, "../shared is absent"))
struct CheckGoldTests {
  private struct Gold: Decodable {
    struct Entry: Decodable {
      let kind: String
      let stated: Double
      let holds: Bool
    }
    let file: String
    let checks: [Entry]
  }

  @Test("every failing check is found, and none that does not fail")
  func failing() throws {
    var score = Score()
    for name in try FileAccess.names(in: Repository.shared + "/gold") where name.hasSuffix(".json") {
      let gold = try JSONDecoder().decode(
        Gold.self, from: Data(try FileAccess.read("\(Repository.shared)/gold/\(name)")))
      let report = try TestArchive.report(file: "\(Repository.shared)/seeds/\(gold.file)")
      score.add(
        found: report.checks.filter { !$0.holds }.map {
          "\($0.kind.rawValue) \($0.stated?.approximate ?? 0)"
        },
        expected: gold.checks.filter { !$0.holds }.map { "\($0.kind) \($0.stated)" })
    }
    print("failing checks of the two golds: \(score)")
    #expect(score.precision == 1)
    #expect(score.recall == 1)
  }
}

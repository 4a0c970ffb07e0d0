import Foundation
import TestSupport
import Testing

@testable import Reading

/// What of the vocabulary reports are read again for, when it changes.
@Suite struct VocabularyDigestTests {
  private static let entry = """
    metrics:
      - id: cases
        zh: 案件
        en: "Cases"
        unit: 件
        patterns: [办理案件]

    """

  @Test(arguments: [
    ("zh: 案件", "zh: 案件数", false), ("\"Cases\"", "\"Cases: all\"", false),
    ("unit: 件", "unit: 宗", true), ("[办理案件]", "[办结案件]", true),
    ("    zh: 案件\n", "", false), ("zh: 案件", "zh: [案件]", true), ("zh: 案件", "zh: |", true),
    ("- id: cases", "- zh: cases", true),
  ])
  func namesAreNoReasonToReadAgain(old: String, new: String, isReason: Bool) throws {
    let edited = Self.entry.replacingOccurrences(of: old, with: new)
    try #require(edited != Self.entry)
    let (before, after) = (Array(Self.entry.utf8), Array(edited.utf8))
    #expect((DisplayLines.removed(from: before) != DisplayLines.removed(from: after)) == isReason)
  }

  @Test func aTextOfSeveralLinesIsTakenWhole() {
    let text = "note: |\n    zh: 一行\n"
    #expect(DisplayLines.removed(from: Array(text.utf8)) == Array(text.utf8))
  }

  @Test func everyChangeCountsForThePages() throws {
    let folder = NSTemporaryDirectory() + "vocabulary-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func digests(_ text: String) throws -> Vocabulary.Digests {
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/metrics.yml"))
      return Vocabulary.digests(folders: [folder])
    }
    let before = try digests(Self.entry)
    let renamed = try digests(Self.entry.replacingOccurrences(of: "zh: 案件", with: "zh: 案件数"))
    let other = try digests(Self.entry.replacingOccurrences(of: "办理", with: "办结"))
    #expect(before.whole != renamed.whole && before.reading == renamed.reading)
    #expect(before.reading != other.reading)
  }
}

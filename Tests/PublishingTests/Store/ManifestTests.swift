import Archive
import Testing

@testable import Publishing

@Suite struct ManifestTests {
  static let mark = String(repeating: "ab", count: 8)
  static let manifest = Manifest(
    pages: [
      "reports/b c.html": .init(mark: 0xABAB_ABAB_ABAB_ABAB, size: 12, modified: 1_700_000_000_000_000_001),
      "a.html": .init(mark: 0xABAB_ABAB_ABAB_ABAB, size: 0, modified: 0),
    ], folders: ["reports"])
  static let text = sealed(
    """
    annals-manifest 3
    folder reports
    page \(mark) 0 0 a.html
    page \(mark) 12 1700000000000000001 reports/b c.html

    """, lines: 3)

  static func sealed(_ text: String, lines: Int) -> String {
    text + "end \(lines) \(String(Fingerprint.of(Array(text.utf8)), radix: 16))\n"
  }

  /// Lines behind a section and what closes them.
  static func section(_ text: String, lines: Int) -> String { sealed(text, lines: lines) }

  @Test func isSortedText() {
    #expect(String(decoding: Self.manifest.encoded(), as: UTF8.self) == Self.text)
    #expect(Manifest.reading(Array(Self.text.utf8)) == .whole(Self.manifest))
    #expect(Manifest.reading(Manifest().encoded()) == .whole(Manifest()))
    // The first version had the same lines and one section.
    let older = Self.sealed("annals-manifest 1\nfolder reports\n", lines: 1)
    #expect(Manifest.reading(Array(older.utf8)) == .whole(Manifest(folders: ["reports"])))
    // The second had longer marks; it is written whole again.
    let digest = String(repeating: Self.mark, count: 4)
    let long = Self.sealed("annals-manifest 2\npage \(digest) 12 7 a.html\n", lines: 1)
    guard case .whole(let second) = Manifest.reading(Array(long.utf8)) else {
      Issue.record("not whole")
      return
    }
    #expect(second == Manifest(pages: ["a.html": .init(mark: 0xABAB_ABAB_ABAB_ABAB, size: 12, modified: 7)]))
    #expect(second.byteCount == nil)
  }

  @Test func laterSectionsSayWhatIsOtherwise() throws {
    let second = Self.section(
      "folder new\npage \(Self.mark) 7 8 a.html\npage \(Self.mark) 9 9 new/c.html\n", lines: 3)
    let third = Self.section("gone page reports/b c.html\ngone folder reports\n", lines: 2)
    let expected = Manifest(
      pages: [
        "a.html": .init(mark: 0xABAB_ABAB_ABAB_ABAB, size: 7, modified: 8),
        "new/c.html": .init(mark: 0xABAB_ABAB_ABAB_ABAB, size: 9, modified: 9),
      ], folders: ["new"])
    let whole = Array((Self.text + second + third).utf8)
    guard case .whole(let manifest) = Manifest.reading(whole) else {
      Issue.record("not whole")
      return
    }
    #expect(manifest == expected)
    #expect(manifest.laterLines == 5 && manifest.byteCount == whole.count)
    #expect(Manifest.reading(manifest.encoded()) == .whole(expected))
    // Cut off or with a wrong bit anywhere, it is never taken for whole, but where a section ends.
    let ends = [Self.text.utf8.count, Self.text.utf8.count + second.utf8.count]
    for count in 0..<whole.count where !ends.contains(count) {
      if case .whole = Manifest.reading(Array(whole.prefix(count))) { Issue.record("cut to \(count)") }
    }
    for at in whole.indices {
      var changed = whole
      changed[at] ^= 1 << UInt8(at % 8)
      // A line that ends a section may become none; the lines behind it are then another section's.
      if case .whole(let other) = Manifest.reading(changed) { Issue.record("byte \(at): \(other)") }
    }
  }

  @Test(arguments: [
    "gone page x.html\n", "gone folder x\n", "folder reports\n", "gone page ../x\n",
    "page \(mark) 1 1 ../x\n",
  ])
  func aLaterSectionThatDoesNotFit(_ line: String) {
    guard
      case .damaged(let manifest, 2) = Manifest.reading(
        Array((Self.text + Self.section(line, lines: 1)).utf8))
    else {
      Issue.record("not damaged")
      return
    }
    #expect(manifest == Self.manifest)
  }

  @Test(arguments: [
    ("", Manifest.Reading.foreign), ("hello\n", .foreign), ("annals-manifest x\n", .foreign),
    ("annals-manifest 4\nanything", .newer),
    ("annals-manifest 1\n", .damaged(Manifest(), lines: 1)),
    ("annals-manifest 1\nend 1\n", .damaged(Manifest(), lines: 1)),
    (
      sealed("annals-manifest 1\nfolder a\n", lines: 1) + "folder b\nfolder c",
      .damaged(Manifest(folders: ["a", "b"]), lines: 1)
    ),
    (
      sealed("annals-manifest 1\nfolder a\n", lines: 1).replacing("folder a", with: "folder b"),
      .damaged(Manifest(folders: ["b"]), lines: 1)
    ),
    ("annals-manifest 1\nfolder a\nfolder a\nend 1\n", .damaged(Manifest(folders: ["a"]), lines: 2)),
    (
      "annals-manifest 1\nfolder ../x\nfolder /etc\nfolder ok\nend 3",
      .damaged(Manifest(folders: ["ok"]), lines: 3)
    ),
    ("annals-manifest 1\npage abc 1 1 a\nend 1\n", .damaged(Manifest(), lines: 2)),
    ("annals-manifest 1\npage \(mark) x 1 a\nend 1\n", .damaged(Manifest(), lines: 2)),
    ("annals-manifest 1\npage \(mark) 1 1 ../../etc/passwd\nend 1\n", .damaged(Manifest(), lines: 2)),
  ])
  func oddText(_ text: String, _ expected: Manifest.Reading) {
    #expect(Manifest.reading(Array(text.utf8)) == expected)
  }

  @Test func bytesThatAreNoText() {
    #expect(Manifest.reading([0xFF, 0x0A, 0]) == .foreign)
    let bytes = Array("annals-manifest 1\nfolder ".utf8) + [0xFF] + Array("\nend 1\n".utf8)
    #expect(Manifest.reading(bytes) == .damaged(Manifest(), lines: 2))
  }

  @Test func damagedRecordIsReportedAndMended() throws {
    let folder = try TemporaryFolder()
    try folder.build(["a.html": "one", "b.html": "two", "c.html": "three"])
    var lines = try folder.text(".annals/Output/manifest").split(separator: "\n").map(String.init)
    // The pages a and b: lost; c stays.
    lines[1] = "page ?"
    lines.remove(at: 2)
    try folder.write(".annals/Output/manifest", lines.joined(separator: "\n"))
    let session = try folder.store().begin()
    #expect(
      session.notes.map(\.rendered) == [
        folder.path + "/.annals/Output/manifest: warning: is damaged: 2 lines cannot be read; "
          + "pages of removed reports may be left over; empty the output folder to be sure"
      ])
    try session.stage("a.html", Array("one".utf8))
    #expect(try session.commit() == Summary(unchanged: 1, removed: 1))
    #expect(try folder.files("Output") == ["a.html": "one", "b.html": "two"])
    #expect(try folder.store().begin().notes == [])
    // A page whose line was lost and which has other bytes now could be anyone's.
    #expect(
      message(in: folder) { try folder.build(["b.html": "new"]) }?.contains("not made by Annals") == true)
    #expect(try folder.build(["a.html": "ONE"]).written == 1)
  }

  @Test func foreignRecordBesideAnEmptyOutputIsReplaced() throws {
    let folder = try TemporaryFolder()
    try folder.write(".annals/Output/manifest", "what is this")
    #expect(
      message(in: folder) { try folder.store().clean() }
        == ".annals/Output/manifest: error: is not a record that Annals wrote; "
        + "remove it, and empty the output folder or choose another")
    #expect(try folder.build(["a.html": "one"]).written == 1)
    #expect(try folder.store().clean().removed == 1)
  }
}

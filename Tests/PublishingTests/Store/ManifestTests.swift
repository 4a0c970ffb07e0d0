import Archive
import Testing

@testable import Publishing

@Suite struct ManifestTests {
  static let digest = String(repeating: "ab", count: 32)
  static let lanes = SIMD4<UInt64>(repeating: 0xABAB_ABAB_ABAB_ABAB)
  static let manifest = Manifest(
    pages: [
      "reports/b c.html": .init(digest: lanes, size: 12, modified: 1_700_000_000_000_000_001),
      "a.html": .init(digest: lanes, size: 0, modified: 0),
    ], folders: ["reports"])
  static let text = sealed(
    """
    annals-manifest 1
    folder reports
    page \(digest) 0 0 a.html
    page \(digest) 12 1700000000000000001 reports/b c.html

    """, lines: 3)

  static func sealed(_ text: String, lines: Int) -> String {
    text + "end \(lines) \(String(Fingerprint.of(Array(text.utf8)), radix: 16))\n"
  }

  @Test func isSortedText() {
    #expect(String(decoding: Self.manifest.encoded(), as: UTF8.self) == Self.text)
    #expect(Manifest.reading(Array(Self.text.utf8)) == .whole(Self.manifest))
    #expect(Manifest.reading(Manifest().encoded()) == .whole(Manifest()))
  }

  @Test(arguments: [
    ("", Manifest.Reading.foreign), ("hello\n", .foreign), ("annals-manifest x\n", .foreign),
    ("annals-manifest 2\nanything", .newer),
    ("annals-manifest 1\n", .damaged(Manifest(), lines: 1)),
    ("annals-manifest 1\nend 1\n", .damaged(Manifest(), lines: 1)),
    (
      sealed("annals-manifest 1\nfolder a\n", lines: 1) + "folder b\n",
      .damaged(Manifest(folders: ["a"]), lines: 1)
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
    ("annals-manifest 1\npage \(digest) x 1 a\nend 1\n", .damaged(Manifest(), lines: 2)),
    ("annals-manifest 1\npage \(digest) 1 1 ../../etc/passwd\nend 1\n", .damaged(Manifest(), lines: 2)),
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

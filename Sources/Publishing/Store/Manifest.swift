import Archive

/// The record of what Annals made in an output folder: text, one line a file.
///
///     annals-manifest 3
///     folder reports
///     page 9f86d081884c7d65 12288 1700000000000000000 reports/410203-2020.html
///     end 2 5f2a90c1d3e4b687
///     page 60303ae22b998861 12301 1700000500000000000 reports/410203-2020.html
///     gone page reports/410204-2020.html
///     end 2 71cc4e0d92b3a658
///
/// A page's line has the fingerprint of its bytes, its size in bytes, its time of change in nanoseconds since 1970
/// as the file system gives it (so that a later run can see without reading that nobody touched it), its path. A
/// section ends with the number of its lines and their fingerprint: a path with one letter wrong would make a page of
/// ours pass for somebody else's. The first section, sorted by path, is the record as it was when it was written
/// whole; each later one was put behind it by a build that changed little, and says what is otherwise since.
/// Version 1 had one section; version 2 had SHA-256 for the fingerprint.
struct Manifest: Equatable {
  typealias Page = PageTable.Page

  var pages = PageTable()
  /// Folders that Annals created, and may remove when they are empty.
  var folders: Set<String> = []
  /// Lines behind the first section: when they are many the record is written whole again.
  var laterLines = 0
  /// Bytes of a record that may be added to; nil when it must be written whole.
  var byteCount: Int?

  init(pages: PageTable = [:], folders: Set<String> = []) {
    self.pages = pages
    self.folders = folders
  }

  /// What is recorded, however it stands in the file.
  static func == (left: Manifest, right: Manifest) -> Bool {
    left.pages == right.pages && left.folders == right.folders
  }

  /// What a record can turn out to be when it is read.
  enum Reading: Equatable {
    case whole(Manifest)
    /// The header is ours: the lines that could be read count, the others are lost.
    case damaged(Manifest, lines: Int)
    case newer
    case foreign
  }

  static let name = "annals-manifest "
  static let version = "3"
  static let readableVersions = ["1", "2", "3"]

  /// The whole record in one section.
  func encoded() -> [UInt8] {
    var text = ManifestText(capacity: pages.count * 92 + folders.count * 32 + 64)
    text.add(Manifest.name + Manifest.version + "\n")
    for folder in folders.sorted(by: PagePath.precedes) { text.add(folder: folder) }
    for number in pages.sorted {
      if let page = pages.page(number) { pages.withPath(number) { text.add(page, at: $0) } }
    }
    text.end()
    return text.bytes
  }
}

/// Lines of a record as they are written.
struct ManifestText {
  private(set) var bytes: [UInt8] = []
  private var sectionStart = 0
  /// Of the section.
  private(set) var lines = 0

  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func add(folder: String, isGone: Bool = false) {
    add(isGone ? "gone folder \(folder)\n" : "folder \(folder)\n")
    lines += 1
  }

  mutating func add(gone path: UnsafeRawBufferPointer) {
    add("gone page ")
    bytes.append(contentsOf: path)
    bytes.append(UInt8(ascii: "\n"))
    lines += 1
  }

  mutating func add(_ page: Manifest.Page, at path: UnsafeRawBufferPointer) {
    add("page ")
    for shift in stride(from: 60, through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: page.mark >> UInt64(shift)) & 15
      bytes.append(digit < 10 ? digit + 0x30 : digit + 0x57)
    }
    add(" \(page.size) \(page.modified) ")
    bytes.append(contentsOf: path)
    bytes.append(UInt8(ascii: "\n"))
    lines += 1
  }

  mutating func end() {
    let seal = bytes.withUnsafeBytes {
      Fingerprint.of(UnsafeRawBufferPointer(rebasing: $0[sectionStart...]))
    }
    add("end \(lines) \(String(seal, radix: 16))\n")
    sectionStart = bytes.count
    lines = 0
  }
}

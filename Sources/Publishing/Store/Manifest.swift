/// The record of what Annals made in an output folder: text, one line a file, sorted by path.
///
///     annals-manifest 1
///     folder reports
///     page 9f86d08... 12288 1700000000000000000 reports/410203-2020.html
///     end 2
///
/// A page's line has the SHA-256 of its bytes, its size in bytes, its time of change in nanoseconds since 1970
/// as the file system gives it (so that a later run can see without reading that nobody touched it), its path.
struct Manifest: Equatable {
  struct Page: Hashable, Sendable {
    /// SHA-256 in hexadecimal.
    var digest: String
    var size: Int
    var modified: Int
  }

  var pages: [String: Page] = [:]
  /// Folders that Annals created, and may remove when they are empty.
  var folders: Set<String> = []

  /// What a record can turn out to be when it is read.
  enum Reading: Equatable {
    case whole(Manifest)
    /// The header is ours: the lines that could be read count, the others are lost.
    case damaged(Manifest, lines: Int)
    case newer
    case foreign
  }

  private static let name = "annals-manifest "
  private static let version = "1"

  func encoded() -> [UInt8] {
    var text: [UInt8] = Array((Manifest.name + Manifest.version + "\n").utf8)
    text.reserveCapacity(pages.count * 140 + folders.count * 32 + 64)
    for folder in folders.sorted(by: PagePath.precedes) {
      text.append(contentsOf: "folder \(folder)\n".utf8)
    }
    for (path, page) in pages.sorted(by: { PagePath.precedes($0.key, $1.key) }) {
      text.append(contentsOf: "page \(page.digest) \(page.size) \(page.modified) \(path)\n".utf8)
    }
    text.append(contentsOf: "end \(folders.count + pages.count)\n".utf8)
    return text
  }

  static func reading(_ bytes: [UInt8]) -> Reading {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard let header = lines.first, header.starts(with: name.utf8) else { return .foreign }
    let version = header.dropFirst(name.utf8.count)
    guard version.elementsEqual(Manifest.version.utf8) else {
      let isNumber = !version.isEmpty && version.allSatisfy { (0x30...0x39).contains($0) }
      return isNumber ? .newer : .foreign
    }
    var manifest = Manifest()
    var lost = 0
    var ended = false
    for line in lines.dropFirst() where !line.isEmpty {
      if ended || !manifest.take(line) {
        let count = manifest.pages.count + manifest.folders.count
        if !ended, lost == 0, line.elementsEqual("end \(count)".utf8) { ended = true } else { lost += 1 }
      }
    }
    // Cut off: how many lines went with the end is not known, but the end itself did.
    if !ended && lost == 0 { lost = 1 }
    return lost == 0 ? .whole(manifest) : .damaged(manifest, lines: lost)
  }

  /// False when the line is neither a folder's nor a page's, names a path that must not be touched, or comes twice.
  private mutating func take(_ line: ArraySlice<UInt8>) -> Bool {
    let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 4, omittingEmptySubsequences: false)
    if fields[0].elementsEqual("folder".utf8) {
      guard let path = Manifest.path(line.dropFirst("folder ".utf8.count)) else { return false }
      return folders.insert(path).inserted
    }
    guard fields.count == 5, fields[0].elementsEqual("page".utf8), fields[1].count == 64,
      let digest = String(validating: fields[1], as: UTF8.self),
      let size = Manifest.number(fields[2]), let modified = Manifest.number(fields[3]),
      let path = Manifest.path(fields[4]), pages[path] == nil
    else { return false }
    pages[path] = Page(digest: digest, size: size, modified: modified)
    return true
  }

  private static func number(_ field: ArraySlice<UInt8>) -> Int? {
    String(validating: field, as: UTF8.self).flatMap { Int($0) }
  }

  private static func path(_ bytes: ArraySlice<UInt8>) -> String? {
    guard let path = String(validating: bytes, as: UTF8.self), PagePath.fault(in: path) == nil else {
      return nil
    }
    return path
  }
}

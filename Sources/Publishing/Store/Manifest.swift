import Archive
import Glibc

/// The record of what Annals made in an output folder: text, one line a file, sorted by path.
///
///     annals-manifest 1
///     folder reports
///     page 9f86d08... 12288 1700000000000000000 reports/410203-2020.html
///     end 2 5f2a90c1d3e4b687
///
/// A page's line has the SHA-256 of its bytes, its size in bytes, its time of change in nanoseconds since 1970
/// as the file system gives it (so that a later run can see without reading that nobody touched it), its path. The
/// last line has the number of lines between and their fingerprint: a path with one letter wrong would make a page of
/// ours pass for somebody else's.
struct Manifest: Equatable {
  struct Page: Hashable, Sendable {
    /// SHA-256; its first byte is the highest of the first lane.
    var digest: SIMD4<UInt64>
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
      text.append(contentsOf: "page ".utf8)
      Manifest.append(page.digest, to: &text)
      text.append(contentsOf: " \(page.size) \(page.modified) ".utf8)
      text.append(contentsOf: path.utf8)
      text.append(UInt8(ascii: "\n"))
    }
    let seal = String(Fingerprint.of(text), radix: 16)
    text.append(contentsOf: "end \(folders.count + pages.count) \(seal)\n".utf8)
    return text
  }

  private static func append(_ digest: SIMD4<UInt64>, to text: inout [UInt8]) {
    for lane in 0..<4 {
      for shift in stride(from: 60, through: 0, by: -4) {
        let digit = UInt8(truncatingIfNeeded: digest[lane] >> UInt64(shift)) & 15
        text.append(digit < 10 ? digit + 0x30 : digit + 0x57)
      }
    }
  }

  static func reading(_ bytes: [UInt8]) -> Reading {
    bytes.withUnsafeBufferPointer { bytes in
      var lines = Lines(bytes)
      guard let header = lines.next(), header.starts(with: name.utf8) else { return .foreign }
      let version = header.dropFirst(name.utf8.count)
      guard version.elementsEqual(Manifest.version.utf8) else {
        let isNumber = !version.isEmpty && version.allSatisfy { (0x30...0x39).contains($0) }
        return isNumber ? .newer : .foreign
      }
      var manifest = Manifest()
      manifest.pages.reserveCapacity(bytes.count / 140)
      var lost = 0
      var ended = false
      while let line = lines.next() {
        if line.isEmpty { continue }
        if ended || !manifest.take(line) {
          guard !ended, lost == 0, line.starts(with: "end ".utf8) else {
            lost += 1
            continue
          }
          let count = manifest.pages.count + manifest.folders.count
          let before = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[..<line.startIndex])
          let end = "end \(count) \(String(Fingerprint.of(before), radix: 16))"
          if line.elementsEqual(end.utf8) { ended = true } else { lost += 1 }
        }
      }
      // Cut off: how many lines went with the end is not known, but the end itself did.
      if !ended && lost == 0 { lost = 1 }
      return lost == 0 ? .whole(manifest) : .damaged(manifest, lines: lost)
    }
  }

  private typealias Line = Slice<UnsafeBufferPointer<UInt8>>

  /// Lines one after the other, none of them copied: an archive of twenty years has half a million.
  private struct Lines {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var start = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func next() -> Line? {
      guard start < bytes.count, let base = bytes.baseAddress else { return nil }
      let found = memchr(base + start, 0x0A, bytes.count - start)
      let end = found.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? bytes.count
      defer { start = end + 1 }
      return bytes[start..<end]
    }
  }

  /// False when the line is neither a folder's nor a page's, names a path that must not be touched, or comes twice.
  private mutating func take(_ line: Line) -> Bool {
    if line.starts(with: "folder ".utf8) {
      guard let path = Manifest.path(line.dropFirst("folder ".utf8.count)) else { return false }
      return folders.insert(path).inserted
    }
    guard line.starts(with: "page ".utf8) else { return false }
    var rest = line.dropFirst("page ".utf8.count)
    guard let digest = Manifest.digest(&rest), let size = Manifest.number(&rest),
      let modified = Manifest.number(&rest), let path = Manifest.path(rest), pages[path] == nil
    else { return false }
    pages[path] = Page(digest: digest, size: size, modified: modified)
    return true
  }

  /// 64 digits and a space.
  private static func digest(_ rest: inout Line) -> SIMD4<UInt64>? {
    guard rest.count > 64 else { return nil }
    var digest = SIMD4<UInt64>.zero
    for index in 0..<64 {
      let byte = rest[rest.startIndex + index]
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x61...0x66: digit = byte - 0x57
      default: return nil
      }
      digest[index >> 4] = digest[index >> 4] << 4 | UInt64(digit)
    }
    guard rest[rest.startIndex + 64] == 0x20 else { return nil }
    rest = rest.dropFirst(65)
    return digest
  }

  /// Digits and a space.
  private static func number(_ rest: inout Line) -> Int? {
    var value = 0
    var count = 0
    for byte in rest {
      if byte == 0x20 { break }
      guard (0x30...0x39).contains(byte), count < 19 else { return nil }
      value = value &* 10 &+ Int(byte - 0x30)
      count += 1
    }
    guard count > 0, value >= 0, rest.count > count else { return nil }
    rest = rest.dropFirst(count + 1)
    return value
  }

  private static func path(_ bytes: Line) -> String? {
    guard let path = String(validating: bytes, as: UTF8.self), PagePath.fault(in: path) == nil else {
      return nil
    }
    return path
  }
}

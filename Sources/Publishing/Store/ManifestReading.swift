import Archive
import Glibc

extension Manifest {
  static func reading(_ bytes: [UInt8]) -> Reading {
    bytes.withUnsafeBytes { bytes in
      var lines = Lines(bytes)
      guard let header = lines.next(), header.starts(with: name.utf8) else { return .foreign }
      let version = header.dropFirst(name.utf8.count)
      guard readableVersions.contains(where: { version.elementsEqual($0.utf8) }) else {
        let isNumber = !version.isEmpty && version.allSatisfy { (0x30...0x39).contains($0) }
        return isNumber ? .newer : .foreign
      }
      var manifest = Manifest(pages: PageTable(capacity: bytes.count / 70))
      let lost = manifest.takeSections(&lines)
      if lost > 0 { return .damaged(manifest, lines: lost) }
      if version.elementsEqual(Manifest.version.utf8) { manifest.byteCount = bytes.count }
      return .whole(manifest)
    }
  }

  /// Gives the number of lines that could not be used.
  private mutating func takeSections(_ lines: inout Lines) -> Int {
    var lost = 0
    var sections = 0
    // The header belongs to the first section's fingerprint.
    var start = 0
    var count = 0
    while let line = lines.next() {
      if line.isEmpty { continue }
      // A path that was cut off may name another page.
      guard lines.isWhole else {
        lost += 1
        break
      }
      if LineReader(line).starts(with: "end ") {
        let seal = Fingerprint.of(UnsafeRawBufferPointer(rebasing: lines.bytes[start..<line.startIndex]))
        let end = "end \(count) \(String(seal, radix: 16))"
        if !line.elementsEqual(end.utf8) { lost += 1 }
        if sections > 0 { laterLines += count }
        sections += 1
        start = lines.start
        count = 0
      } else if take(line) {
        count += 1
      } else {
        lost += 1
      }
    }
    // Cut off: how many lines went with the end is not known, but the end itself did.
    if lost == 0, count > 0 || sections == 0 { lost = 1 }
    return lost
  }

  /// False when the line is none of a record, or names a path that must not be touched.
  private mutating func take(_ line: Slice<UnsafeRawBufferPointer>) -> Bool {
    var reader = LineReader(line)
    if reader.skip("page ") {
      guard let mark = reader.mark(), let size = reader.number(), let modified = reader.number(),
        let path = reader.path()
      else { return false }
      pages.set(Page(mark: mark, size: size, modified: modified), at: path)
      return true
    }
    if reader.skip("folder ") {
      guard let path = reader.path() else { return false }
      return folders.insert(String(decoding: path, as: UTF8.self)).inserted
    }
    if reader.skip("gone page ") { return reader.path().map { pages.remove($0) } ?? false }
    if reader.skip("gone folder ") {
      return reader.path().map { folders.remove(String(decoding: $0, as: UTF8.self)) != nil } ?? false
    }
    return false
  }
}

/// Lines one after the other, none of them copied: an archive of twenty years has half a million.
private struct Lines {
  let bytes: UnsafeRawBufferPointer
  /// Where the next one begins.
  private(set) var start = 0
  /// Whether the last one had an end.
  private(set) var isWhole = true

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  mutating func next() -> Slice<UnsafeRawBufferPointer>? {
    guard start < bytes.count, let base = bytes.baseAddress else { return nil }
    let found = memchr(base + start, 0x0A, bytes.count - start)
    let end = found.map { UnsafeRawPointer($0) - base } ?? bytes.count
    isWhole = found != nil
    defer { start = min(end + 1, bytes.count) }
    return bytes[start..<end]
  }
}

/// The parts of one line.
private struct LineReader {
  private let line: UnsafeRawBufferPointer
  private var at = 0

  init(_ line: Slice<UnsafeRawBufferPointer>) { self.line = UnsafeRawBufferPointer(rebasing: line) }

  func starts(with words: StaticString) -> Bool {
    let count = words.utf8CodeUnitCount
    guard line.count - at >= count, let base = line.baseAddress else { return false }
    return memcmp(base + at, words.utf8Start, count) == 0
  }

  mutating func skip(_ words: StaticString) -> Bool {
    guard starts(with: words) else { return false }
    at += words.utf8CodeUnitCount
    return true
  }

  /// 16 digits and a space; of the 64 digits that earlier versions wrote, the first.
  mutating func mark() -> UInt64? {
    guard let end = isSpace(at + 16) ? at + 16 : isSpace(at + 64) ? at + 64 : nil else { return nil }
    var value: UInt64 = 0
    for place in at..<end {
      let (digit, letter) = (line[place] &- UInt8(ascii: "0"), line[place] &- UInt8(ascii: "a"))
      guard digit < 10 || letter < 6 else { return nil }
      if place < at + 16 { value = value << 4 | UInt64(digit < 10 ? digit : letter + 10) }
    }
    at = end + 1
    return value
  }

  private func isSpace(_ place: Int) -> Bool { place < line.count && line[place] == 0x20 }

  /// Digits and a space.
  mutating func number() -> Int? {
    var value = 0
    let start = at
    while at < line.count, line[at] != 0x20 {
      guard (0x30...0x39).contains(line[at]), at - start < 19 else { return nil }
      value = value &* 10 &+ Int(line[at] &- 0x30)
      at += 1
    }
    guard at > start, at < line.count, value >= 0 else { return nil }
    at += 1
    return value
  }

  /// What is left of the line; nil when no page may stand there.
  mutating func path() -> UnsafeRawBufferPointer? {
    let path = UnsafeRawBufferPointer(rebasing: line[at...])
    at = line.count
    let bytes = path.bindMemory(to: UInt8.self)
    guard PagePath.fault(in: bytes) == nil,
      bytes.allSatisfy({ $0 < 0x80 }) || String(validating: bytes, as: UTF8.self) != nil
    else { return nil }
    return path
  }
}

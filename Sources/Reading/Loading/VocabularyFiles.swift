import Archive

extension Vocabulary {
  static let fileNames = [
    "divisions.tsv", "former_names.tsv", "hant-hans.tsv", "laws.yml", "metrics.yml", "topics.yml",
  ]

  /// Digests of the tables' bytes, taken without understanding them.
  public struct Digests: Equatable, Sendable {
    /// Of everything: what pages show.
    public let whole: UInt64
    /// Of what reading rests on: what was read with another is read again. How a metric is called is no part of it.
    public let reading: UInt64
  }

  public static func digests(folders: [String]) -> Digests {
    var (whole, reading) = (Fingerprint(), Fingerprint())
    for name in fileNames {
      let path = folders.map { "\($0)/\(name)" }.first { FileAccess.kind(of: $0, following: true) == .file }
      whole.add(name)
      reading.add(name)
      guard let bytes = path.flatMap({ try? FileAccess.read($0) }) else { continue }
      whole.add(bytes)
      reading.add(name.hasSuffix(".yml") ? DisplayLines.removed(from: bytes) : bytes)
    }
    return Digests(whole: whole.value, reading: reading.value)
  }
}

/// Lines of a YAML table that say how something is called or shown and nothing else.
///
/// On the safe side: a line that is not surely such a one counts for reading.
enum DisplayLines {
  private static let keys: [[UInt8]] = ["zh", "en", "variants", "variants_zh", "direction", "tier"].map {
    Array("\($0): ".utf8)
  }

  static func removed(from bytes: [UInt8]) -> [UInt8] {
    var rest: [UInt8] = []
    rest.reserveCapacity(bytes.count)
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let line = bytes[start..<end]
      // In a text of several lines anything may look like a key.
      if opensBlock(line) { return bytes }
      if !isDisplay(line) { rest += bytes[start..<min(end + 1, bytes.count)] }
      start = end + 1
    }
    return rest
  }

  /// `    zh: 行政复议案件受理数`, on one line: a value that begins with a mark of YAML may go on on the next.
  private static func isDisplay(_ line: ArraySlice<UInt8>) -> Bool {
    let text = line.drop { $0 == UInt8(ascii: " ") }
    guard text.startIndex > line.startIndex, let key = keys.first(where: { text.starts(with: $0) }) else {
      return false
    }
    let value = text.dropFirst(key.count).drop { $0 == UInt8(ascii: " ") }
    guard let first = value.first, let last = value.last else { return false }
    let isQuoted = first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    return isQuoted ? value.count > 1 && last == first : !"|>&*{[!%@`#".utf8.contains(first)
  }

  /// `note: |`, `note: >-`
  private static func opensBlock(_ line: ArraySlice<UInt8>) -> Bool {
    var line = line
    while let last = line.last, " -+0123456789\r".utf8.contains(last) { line.removeLast() }
    return line.last == UInt8(ascii: "|") || line.last == UInt8(ascii: ">")
  }
}

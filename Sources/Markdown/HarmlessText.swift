/// Tells in one pass over the bytes that a document holds nothing of what `InputGuard` looks for, as almost all
/// reports do; what is not plainly harmless is left to the guard.
enum HarmlessText {
  /// Special characters of the whole document; the guard allows 20,000 in a single paragraph.
  private static let specialLimit = 10_000

  static func isAll(of source: [UInt8]) -> Bool {
    source.withUnsafeBytes { bytes in
      guard startsHarmlessly(bytes, 0) else { return false }
      var specials = 0
      var pipes = 0
      var at = 0
      while at < bytes.count {
        if bytes.holdsEightBytesBeyondASCII(at: at) {
          at += 8
          continue
        }
        let next = at + 1 < bytes.count ? bytes[at + 1] : 0
        switch bytes[at] {
        case 0x0A, 0x0D: if !startsHarmlessly(bytes, at + 1) { return false }
        // `<?` and `<!` are looked for to the paragraph's end, `]:` may define a link.
        case UInt8(ascii: "<") where next == UInt8(ascii: "?") || next == UInt8(ascii: "!"): return false
        case UInt8(ascii: "]") where next == UInt8(ascii: ":"): return false
        case UInt8(ascii: "!"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "*"), UInt8(ascii: "_"),
          UInt8(ascii: "`"), UInt8(ascii: "<"):
          specials += 1
        case UInt8(ascii: "|"): pipes += 1
        default: break
        }
        at += 1
      }
      return specials <= specialLimit && pipes <= InputGuard.cellLimit
    }
  }

  /// The line is in no more than four quotes and lists, each of which takes a byte at least, and is no
  /// delimiter row of a table.
  private static func startsHarmlessly(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Bool {
    var at = start
    while at < bytes.count, at - start <= 4 {
      switch bytes[at] {
      case 0x20, UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), 0x30...0x39,
        UInt8(ascii: "."), UInt8(ascii: ")"):
        at += 1
      case 0x09, UInt8(ascii: "|"), UInt8(ascii: ":"): return false
      default: return true
      }
    }
    return at - start <= 4
  }
}

extension UnsafeRawBufferPointer {
  /// Chinese text goes by eight bytes at once: none of them is a mark of Markdown or HTML.
  @inline(__always)
  func holdsEightBytesBeyondASCII(at index: Int) -> Bool {
    guard index + 8 <= count else { return false }
    let word = loadUnaligned(fromByteOffset: index, as: UInt64.self)
    return word & 0x8080_8080_8080_8080 == 0x8080_8080_8080_8080
  }
}

/// Writes text into HTML: `& < > " '` as references, all else as it is.
enum Escape {
  static func append(_ text: UnsafeBufferPointer<UInt8>, to buffer: inout [UInt8]) {
    var written = 0
    var at = 0
    while true {
      at = nextSpecial(text, from: at)
      if at > written {
        buffer.append(contentsOf: UnsafeBufferPointer(rebasing: text[written..<at]))
      }
      if at == text.count { return }
      append(reference: text[at], to: &buffer)
      at += 1
      written = at
    }
  }

  private static func append(reference byte: UInt8, to buffer: inout [UInt8]) {
    let reference: StaticString =
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "\""): "&quot;"
      default: "&#39;"
      }
    buffer.append(
      contentsOf: UnsafeBufferPointer(start: reference.utf8Start, count: reference.utf8CodeUnitCount))
  }

  /// Eight bytes at a time: most text has nothing to escape.
  private static func nextSpecial(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var at = start
    if let base = text.baseAddress {
      let bytes = UnsafeRawPointer(base)
      while at + 8 <= text.count {
        let word = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        if hasSpecial(word) { break }
        at += 8
      }
    }
    while at < text.count, !isSpecial(text[at]) { at += 1 }
    return at
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x26, 0x27, 0x3C, 0x3E: true
    default: false
    }
  }

  private static func hasSpecial(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    func hasZero(_ value: UInt64) -> UInt64 { (value &- ones) & ~value & (ones &* 0x80) }
    // & and ' differ in the lowest bit, < and > in the one above.
    let ampersand = hasZero((word | ones) ^ (ones &* 0x27))
    let angle = hasZero((word | (ones &* 2)) ^ (ones &* 0x3E))
    let quote = hasZero(word ^ (ones &* 0x22))
    return (ampersand | angle | quote) != 0
  }
}

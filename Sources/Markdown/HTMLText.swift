/// Text and addresses as HTML5 may hold them.
public enum HTMLText {
  /// Appends text for content or a double-quoted attribute value.
  ///
  /// Control characters and noncharacters, which HTML5 forbids even as references, become U+FFFD.
  public static func escape(_ text: some Collection<UInt8>, into output: inout [UInt8]) {
    let copied: Void? = text.withContiguousStorageIfAvailable { escape($0, into: &output) }
    if copied == nil { escape(Array(text), into: &output) }
  }

  static func escape(_ text: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
    var copied = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      // A character of three bytes that is none of those in 0xEF.
      if byte >= 0xE1, byte <= 0xEE, index + 2 < text.count, text[index + 1] & text[index + 2] >= 0x80 {
        index += 3
        continue
      }
      if !needsCare(byte) {
        index += 1
        continue
      }
      var length = 1
      let replacement: StaticString
      switch byte {
      case UInt8(ascii: "&"): replacement = "&amp;"
      case UInt8(ascii: "<"): replacement = "&lt;"
      case UInt8(ascii: ">"): replacement = "&gt;"
      case UInt8(ascii: "\""): replacement = "&quot;"
      case 0x0D: replacement = "\n"
      default:
        length = forbiddenLength(text, at: index)
        if length == 0 {
          index += 1
          continue
        }
        replacement = "\u{FFFD}"
      }
      output.append(contentsOf: text[copied..<index])
      output.append(replacement)
      index += length
      copied = index
    }
    output.append(contentsOf: text[copied...])
  }

  /// Length of the control character or noncharacter that starts here; 0 if it is neither.
  private static func forbiddenLength(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    func next(_ offset: Int) -> UInt8 { index + offset < text.count ? text[index + offset] : 0 }
    switch text[index] {
    case 0xC2: return (0x80...0x9F).contains(next(1)) ? 2 : 0
    case 0xEF:
      // Full-width forms are what mostly begins so.
      if next(1) >= 0xBC && next(1) < 0xBF { return 0 }
      let isBlock = next(1) == 0xB7 && (0x90...0xAF).contains(next(2))
      return isBlock || next(1) == 0xBF && next(2) >= 0xBE ? 3 : 0
    case 0xF0...0xF4: return next(1) & 0x0F == 0x0F && next(2) == 0xBF && next(3) >= 0xBE ? 4 : 0
    default: return 1
    }
  }

  /// Comparisons rather than a table: most bytes are those of Chinese characters, and one of them settles it.
  @inline(__always)
  private static func needsCare(_ byte: UInt8) -> Bool {
    if byte >= 0x80 { return (0xEF...0xF4).contains(byte) || byte == 0xC2 }
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), 0x7F: return true
    default: return byte < 0x20 && byte != 0x09 && byte != 0x0A
    }
  }

  /// Appends an address for a double-quoted attribute: what a URL may not hold is percent-encoded.
  public static func escape(address: [UInt8], into output: inout [UInt8]) {
    var hasFragment = false
    for (index, byte) in address.enumerated() where byte > 0x20 && byte != 0x7F || byte == 0x20 {
      switch byte {
      case UInt8(ascii: "&"): output.append("&amp;")
      case UInt8(ascii: "#") where !hasFragment:
        hasFragment = true
        output.append(byte)
      case UInt8(ascii: "%")
      where index + 2 < address.count && LinkPolicy.hex(address[index + 1]) != nil
        && LinkPolicy.hex(address[index + 2]) != nil:
        output.append(byte)
      case _ where isAddressByte(byte): output.append(byte)
      default:
        output.append(UInt8(ascii: "%"))
        output.append(hexDigits[Int(byte >> 4)])
        output.append(hexDigits[Int(byte & 15)])
      }
    }
  }

  private static let hexDigits = Array("0123456789ABCDEF".utf8)

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "/"): true
    default: "~!$'()*+,;=:@?".utf8.contains(byte)
    }
  }
}

extension [UInt8] {
  mutating func append(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}

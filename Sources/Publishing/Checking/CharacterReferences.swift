/// Character references in attribute values: `a?x=1&amp;y=2`.
enum CharacterReferences {
  /// The text of an attribute's value. Names other than those that escaping produces stay as they are written:
  /// no URL that a site names its own files by needs them.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var rest = bytes
    while let byte = rest.first {
      if byte == UInt8(ascii: "&"), let (scalar, count) = reference(at: rest) {
        text.append(contentsOf: Array(String(scalar).utf8))
        rest = rest.dropFirst(count)
      } else {
        text.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func reference(at bytes: ArraySlice<UInt8>) -> (Unicode.Scalar, count: Int)? {
    // No reference is longer than `&#x0010FFFF;` by much; the bound keeps a value of ampersands linear.
    guard let end = bytes.prefix(16).firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = bytes[(bytes.startIndex + 1)..<end]
    let count = end + 1 - bytes.startIndex
    guard let text = String(validating: name, as: UTF8.self) else { return nil }
    if text.hasPrefix("#x") || text.hasPrefix("#X") {
      return UInt32(text.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init).map { ($0, count) }
    }
    if text.hasPrefix("#") {
      return UInt32(text.dropFirst()).flatMap(Unicode.Scalar.init).map { ($0, count) }
    }
    switch text {
    case "amp": return ("&", count)
    case "lt": return ("<", count)
    case "gt": return (">", count)
    case "quot": return ("\"", count)
    case "apos": return ("'", count)
    case "nbsp": return ("\u{A0}", count)
    default: return nil
    }
  }
}

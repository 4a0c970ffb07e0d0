import Archive

/// Small helpers for text from reports, which may be of any length and in any direction.
enum Text {
  /// Titles in lists and in `<title>` are cut here; the report's own page shows them whole.
  static let shortLength = 80

  /// At most `limit` scalars, with an ellipsis where something was cut. Line breaks become spaces.
  static func short(_ text: String, limit: Int = shortLength) -> String {
    if isShort(text, limit: limit) { return text }
    var out = String.UnicodeScalarView()
    var count = 0
    for scalar in text.unicodeScalars {
      if count == limit {
        out.append("…")
        break
      }
      out.append(breaksLine(scalar) ? " " : scalar)
      count += 1
    }
    return String(out)
  }

  /// Whether the text can stay as it is. False for a few that can, none of them common.
  private static func isShort(_ text: String, limit: Int) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      var count = 0
      var before: UInt8 = 0
      for byte in bytes {
        if byte & 0xC0 != 0x80 { count += 1 }
        // Control characters of one byte and of two; U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
        if byte < 0x20 || byte == 0x7F || before == 0xC2 && byte < 0xA0 { return false }
        if byte & 0xFE == 0xA8, before == 0x80 { return false }
        before = byte
      }
      return count <= limit
    } ?? false
  }

  /// Control characters and the two separators of Unicode.
  private static func breaksLine(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x2028...0x2029).contains(scalar.value)
  }

  /// Nil for nil and for text of nothing but spaces.
  static func present(_ text: String?) -> String? {
    guard let text, let first = text.utf8.first else { return nil }
    // Most texts begin with a letter, a digit or a Chinese character, which no space is.
    if first > 0x20 && first < 0x7F || (0xE4...0xE9).contains(first) { return text }
    return text.unicodeScalars.contains { !$0.properties.isWhitespace } ? text : nil
  }

  /// What there is of the three, with `separator` between; nil when there is nothing.
  static func joined(
    _ first: String?, _ second: String?, _ third: String? = nil, by separator: @autoclosure () -> String
  ) -> String? {
    func join(_ left: String?, _ right: String?) -> String? {
      guard let left, let right else { return left ?? right }
      return left + separator() + right
    }
    return join(join(first, second), third)
  }

  static func precedes(_ left: String, _ right: String) -> Bool {
    ByteOrder.precedes(left, right)
  }

  /// Without spaces at both ends.
  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }
}

/// Small helpers for text from reports, which may be of any length and in any direction.
enum Text {
  /// Titles in lists and in `<title>` are cut here; the report's own page shows them whole.
  static let shortLength = 80

  /// At most `limit` scalars, with an ellipsis where something was cut. Line breaks become spaces.
  static func short(_ text: String, limit: Int = shortLength) -> String {
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

  /// Control characters and the two separators of Unicode.
  private static func breaksLine(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x2028...0x2029).contains(scalar.value)
  }

  /// Nil for nil and for text of nothing but spaces.
  static func present(_ text: String?) -> String? {
    guard let text, text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { return nil }
    return text
  }

  static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
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

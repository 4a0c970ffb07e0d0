/// Which characters are set without spaces between them, so that a line break in the source means nothing.
enum WideCharacters {
  enum Width { case wide, either, narrow }

  /// A line that ends and a line that starts with these are one run of text.
  static func join(_ left: Width, _ right: Width) -> Bool {
    left == .wide && right != .narrow || right == .wide && left != .narrow
  }

  /// Hangul is not among the wide ones: Korean separates words by spaces.
  static func width(_ scalar: UInt32) -> Width {
    switch scalar {
    case 0x2E80...0x312F, 0x31A0...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF01...0xFF60,
      0xFFE0...0xFFE6, 0x20000...0x3FFFF:
      .wide
    // · — ‘ ’ “ ” … belong to Chinese as much as to Latin text.
    case 0xB7, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026: .either
    default: .narrow
    }
  }

  static func firstWidth(_ text: UnsafeBufferPointer<UInt8>) -> Width { width(scalar(text, at: 0)) }

  static func lastWidth(_ text: UnsafeBufferPointer<UInt8>) -> Width {
    var index = text.count - 1
    while index > 0, text[index] & 0xC0 == 0x80 { index -= 1 }
    return width(scalar(text, at: index))
  }

  /// cmark's text is valid UTF-8; the counts are checked all the same.
  private static func scalar(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32 {
    guard index >= 0, index < text.count else { return 0 }
    let lead = text[index]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + length <= text.count else { return 0 }
    if length == 1 { return UInt32(lead) }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for next in text[(index + 1)..<(index + length)] { value = value << 6 | UInt32(next & 0x3F) }
    return value
  }
}

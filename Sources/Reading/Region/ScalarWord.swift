/// A word to look for in folded text.
struct ScalarWord: ExpressibleByStringLiteral, Sendable {
  let scalars: [Unicode.Scalar]

  init(stringLiteral value: String) { scalars = Array(value.unicodeScalars) }

  func begins(_ text: [Unicode.Scalar], at start: Int) -> Bool {
    guard start >= 0, start + scalars.count <= text.count else { return false }
    for index in scalars.indices where text[start + index] != scalars[index] { return false }
    return true
  }

  func ends(_ text: [Unicode.Scalar], before end: Int) -> Bool { begins(text, at: end - scalars.count) }
}

/// A fixed list of such words, tried by first or last scalar.
struct ScalarWords: ExpressibleByArrayLiteral, Sendable {
  private let opening: WordTable
  private let closing: WordTable

  init(arrayLiteral words: ScalarWord...) {
    opening = WordTable(words.map(\.scalars), .opening)
    closing = WordTable(words.map(\.scalars), .closing)
  }

  func begin(_ text: [Unicode.Scalar], at start: Int) -> Bool {
    text.withUnsafeBufferPointer { opening.starting(at: start, in: $0) != nil }
  }
  func end(_ text: [Unicode.Scalar], before end: Int) -> Bool {
    text.withUnsafeBufferPointer { closing.ending(at: end, in: $0) != nil }
  }
}

extension Unicode.Scalar {
  /// A Han character of the basic plane's blocks; names of divisions hold no others.
  @inline(__always) var isHan: Bool { value &- 0x4E00 < 0x5200 || value &- 0x3400 < 0x19C0 }
  var isDigit: Bool { (0x30...0x39).contains(value) }
  var isSmallLetter: Bool { (0x61...0x7A).contains(value) }
  var isLetter: Bool { isSmallLetter || (0x41...0x5A).contains(value) }
}

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

extension [ScalarWord] {
  func begin(_ text: [Unicode.Scalar], at start: Int) -> Bool { contains { $0.begins(text, at: start) } }
  func end(_ text: [Unicode.Scalar], before end: Int) -> Bool { contains { $0.ends(text, before: end) } }
}

extension Unicode.Scalar {
  /// A Han character of the basic plane's blocks; names of divisions hold no others.
  var isHan: Bool { (0x4E00...0x9FFF).contains(value) || (0x3400...0x4DBF).contains(value) }
  var isDigit: Bool { (0x30...0x39).contains(value) }
  var isSmallLetter: Bool { (0x61...0x7A).contains(value) }
  var isLetter: Bool { isSmallLetter || (0x41...0x5A).contains(value) }
}

/// Document numbers such as 安经开〔2018〕7号, printed with any bracket, spaces and a stray 第.
enum DocumentNumber {
  struct Found {
    /// Canonical: brackets 〔〕, no spaces.
    let text: String
    let year: Int
    let range: Range<Int>
  }

  /// The first number at or after `start`.
  static func first(in text: Scalars, from start: Int? = nil) -> Found? {
    var index = start ?? text.startIndex
    while let bracket = firstOpening(in: text, from: index) {
      if let found = number(in: text, bracket: bracket) { return found }
      index = bracket + 1
    }
    return nil
  }

  /// A line that is a document number and nothing else.
  static func whole(_ text: Scalars) -> Found? {
    guard text.count <= 40, let found = first(in: text) else { return nil }
    let outside = text[text.startIndex..<found.range.lowerBound] + text[found.range.upperBound...]
    return outside.allSatisfy({ $0 == " " || $0 == "(" || $0 == ")" || $0 == ":" }) ? found : nil
  }

  private static func firstOpening(in text: Scalars, from start: Int) -> Int? {
    let offset = text.startIndex
    let openings = openings
    return text.withUnsafeBufferPointer { text in
      for index in (start - offset)..<max(start - offset, text.count) where openings.contains(text[index]) {
        return offset + index
      }
      return nil
    }
  }

  private static let openings = BitSet16("〔[(【{〈".unicodeScalars.map(\.value))

  private static func isClosing(_ scalar: Unicode.Scalar?) -> Bool {
    scalar == "〕" || scalar == "]" || scalar == ")" || scalar == "】" || scalar == "}" || scalar == "〉"
  }

  private static func number(in text: Scalars, bracket: Int) -> Found? {
    var cursor = DateReader.Cursor(text: text, index: bracket + 1)
    cursor.skipSpaces()
    guard let year = cursor.number(), (1950...2100).contains(year) else { return nil }
    cursor.skipSpaces()
    guard isClosing(cursor.take()) else { return nil }
    cursor.skipSpaces()
    var before = bracket
    var prefix: [Unicode.Scalar] = []
    while before > text.startIndex, prefix.count < 16 {
      let scalar = text[before - 1]
      if scalar == " ", !prefix.isEmpty, before - 2 >= text.startIndex, !text[before - 2].isHan { break }
      guard scalar.isHan || scalar == " " || scalar.isLatinLetter else { break }
      if scalar != " " { prefix.append(scalar) }
      before -= 1
    }
    guard prefix.count >= 2 else { return nil }
    if cursor.peek == "第" { cursor.index += 1 }
    cursor.skipSpaces()
    let digits = cursor.index
    guard let serial = cursor.number(), digits < cursor.index else { return nil }
    cursor.skipSpaces()
    guard cursor.peek == "号" else { return nil }
    var result = ""
    result.unicodeScalars.append(contentsOf: prefix.reversed())
    return Found(
      text: "\(result)〔\(year)〕\(serial)号", year: year, range: before..<(cursor.index + 1))
  }
}

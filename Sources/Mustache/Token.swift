/// One tag of a template, read but not yet understood in its place.
struct Tag {
  enum Sigil: UInt8 {
    case variable = 0
    case raw = 0x26  // &
    case section = 0x23  // #
    case inverted = 0x5E  // ^
    case close = 0x2F  // /
    case partial = 0x3E  // >
    case parent = 0x3C  // <
    case block = 0x24  // $
    case comment = 0x21  // !
    case delimiters = 0x3D  // =

    /// Takes its whole line with it when nothing else stands there.
    var mayStandAlone: Bool { self != .variable && self != .raw }
  }

  let sigil: Sigil
  /// From the opening delimiter to behind the closing one.
  let range: Range<Int>
  /// What stands between, without spaces at its ends.
  let content: Range<Int>
}

/// Cuts tags out of a template's bytes. Keeps the delimiters, which a template may change as it goes.
struct Tokenizer {
  let bytes: [UInt8]
  private var open: [UInt8] = [0x7B, 0x7B]
  private var close: [UInt8] = [0x7D, 0x7D]
  private static let leftBrace: UInt8 = 0x7B
  private static let rightBrace: UInt8 = 0x7D

  enum Failure: Error {
    /// No closing delimiter up to the end of the template.
    case unclosed(expected: String)
  }

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Where the next tag begins.
  func nextTag(from start: Int) -> Int? { bytes.firstRange(of: open, from: start)?.lowerBound }

  func tag(at start: Int) throws(Failure) -> Tag {
    var inner = start + open.count
    var sigil = Tag.Sigil.variable
    var end = close
    if inner < bytes.count {
      if bytes[inner] == Tokenizer.leftBrace {
        sigil = .raw
        end.insert(Tokenizer.rightBrace, at: 0)
        inner += 1
      } else {
        // `{{ # name }}`: the sigil may stand apart from the delimiter.
        var at = inner
        while at < bytes.count, Byte.isSpace(bytes[at]) { at += 1 }
        if at < bytes.count, let found = Tag.Sigil(rawValue: bytes[at]), found != .variable {
          // With `|` or `!` as delimiters the byte may already be the closing one.
          if !bytes[at...].starts(with: close) {
            sigil = found
            inner = at + 1
          }
        }
        if sigil == .delimiters { end.insert(Byte.equals, at: 0) }
      }
    }
    guard let closing = bytes.firstRange(of: end, from: inner) else {
      throw .unclosed(expected: String(decoding: end, as: UTF8.self))
    }
    return Tag(
      sigil: sigil, range: start..<closing.upperBound,
      content: bytes.trimmed(inner..<closing.lowerBound))
  }

  /// Takes the new delimiters from a tag such as `{{=<% %>=}}`; false when they are no two words without `=`.
  mutating func setDelimiters(_ content: Range<Int>) -> Bool {
    let words = bytes[content].split(whereSeparator: Byte.isSpace)
    guard words.count == 2, !words[0].contains(Byte.equals), !words[1].contains(Byte.equals) else {
      return false
    }
    open = Array(words[0])
    close = Array(words[1])
    return true
  }
}

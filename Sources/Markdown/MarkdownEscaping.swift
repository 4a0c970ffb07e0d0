/// Turns plain text into Markdown that shows exactly this text, with no more backslashes than it takes.
///
/// `12,000件(3项)`, `2015-2020`, `[2020]15号` and `3 * 4` stay as they are; `3*4*5`, `1. x`, `[1]: x` and a line
/// of `---` do not.
public enum MarkdownEscaping {
  /// Appends one line.
  ///
  /// - `line`: the whole of a line or of its rest, in UTF-8. White space at both ends is dropped, as Markdown
  ///   drops it; line ends inside become spaces.
  /// - `atLineStart`: whether the text starts a line of the Markdown (a paragraph), where `1.`, `#` or `>` would
  ///   mean something; false for text after a marker of one's own, such as a heading's `## `.
  public static func escape(line: some Collection<UInt8>, atLineStart: Bool, into output: inout [UInt8]) {
    escape(line: Array(line), atLineStart: atLineStart, into: &output)
  }

  /// The same for bytes in an array, which are not copied.
  public static func escape(line: [UInt8], atLineStart: Bool, into output: inout [UInt8]) {
    let text = isSpaced(line) ? trimmed(line) : line
    guard !text.isEmpty else { return }
    let extra = atLineStart ? blockMarker(text) : closingHashes(text)
    appendInlines(text, escaping: extra.map { [$0] } ?? [], into: &output)
  }

  private static func isSpaced(_ text: [UInt8]) -> Bool {
    text.first.map(isSpace) ?? false || text.last.map(isSpace) ?? false
  }

  /// Whether a line, as a paragraph or as what stands behind `## `, is read as one run of text that is itself: what
  /// need neither be escaped nor parsed. False for some lines that are.
  public static func isPlain(_ text: [UInt8]) -> Bool { text.withUnsafeBytes { isPlain($0) } }

  static func isPlain(_ text: UnsafeRawBufferPointer) -> Bool {
    guard let first = text.first, let last = text.last, !isSpace(last),
      first >= 0x80 || isLetter(first) || isDigit(first) || first == UInt8(ascii: "(")
    else { return false }
    // `1. x` is a list, `1.x` is not.
    return holdsNoMark(text) && (!isDigit(first) || blockMarker(Array(text.prefix(12))) == nil)
  }

  private static func holdsNoMark(_ text: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    while index < text.count {
      if text.holdsEightBytesBeyondASCII(at: index) {
        index += 8
        continue
      }
      switch text[index] {
      case 0..<0x20, 0x7F: return false
      case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "<"),
        UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "\\"), UInt8(ascii: "]"), UInt8(ascii: "^"),
        UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
        return false
      default: index += 1
      }
    }
    return true
  }

  /// `escape` for a text.
  public static func escape(line: String, atLineStart: Bool) -> String {
    var output: [UInt8] = []
    escape(line: line.utf8, atLineStart: atLineStart, into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Appends the text of one table cell, in which `|` would end the cell.
  public static func escape(cell: some Collection<UInt8>, into output: inout [UInt8]) {
    var text = trimmed(Array(cell))
    let endsInBackslash = text.last == UInt8(ascii: "\\")
    if endsInBackslash { text.removeLast() }
    let pipes = text.indices.filter { text[$0] == UInt8(ascii: "|") }
    appendInlines(text, escaping: pipes, into: &output)
    // cmark takes the `|` after any backslash, even an escaped one, into the cell.
    if endsInBackslash { output.append(contentsOf: "&#92;".utf8) }
  }

  /// - Parameter extra: more places to escape, ascending.
  private static func appendInlines(_ text: [UInt8], escaping extra: [Int], into output: inout [UInt8]) {
    output.reserveCapacity(output.count + text.count + 8)
    var extra = extra[...]
    // Nearly every byte means only itself: runs of such are appended as one.
    var start = 0
    while start < text.count {
      var end = plainEnd(text, from: start)
      if let next = extra.first, next < end { end = next }
      output.append(contentsOf: text[start..<end])
      guard end < text.count else { return }
      let isExtra = extra.first == end
      if isExtra { extra.removeFirst() }
      if isExtra || meansSomething(text, end) { output.append(UInt8(ascii: "\\")) }
      // Line ends and NUL cannot stand in one line of Markdown.
      switch text[end] {
      case 0: output.append(contentsOf: "\u{FFFD}".utf8)
      case 0x0A, 0x0D: output.append(0x20)
      case let byte: output.append(byte)
      }
      start = end + 1
    }
  }

  /// The next byte that is not always itself.
  private static func plainEnd(_ text: [UInt8], from start: Int) -> Int {
    text.withUnsafeBytes { text in
      var index = start
      while index < text.count {
        if text.holdsEightBytesBeyondASCII(at: index) {
          index += 8
          continue
        }
        switch text[index] {
        case 0, 0x0A, 0x0D, UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "<"), UInt8(ascii: "\\"),
          UInt8(ascii: "]"), UInt8(ascii: "_"), UInt8(ascii: "`"):
          return index
        default: index += 1
        }
      }
      return index
    }
  }

  /// cmark drops these six at a paragraph's ends.
  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func trimmed(_ text: [UInt8]) -> [UInt8] {
    guard let first = text.firstIndex(where: { !isSpace($0) }),
      let last = text.lastIndex(where: { !isSpace($0) })
    else { return [] }
    return Array(text[first...last])
  }
}

// MARK: Inline markup

extension MarkdownEscaping {
  private static func meansSomething(_ text: [UInt8], _ index: Int) -> Bool {
    let next = index + 1 < text.count ? text[index + 1] : nil
    let previous = index > 0 ? text[index - 1] : nil
    switch text[index] {
    case UInt8(ascii: "`"): return true
    // Before punctuation it escapes; at the end it would escape what follows, or break the line.
    case UInt8(ascii: "\\"): return next.map(isPunctuation) ?? true
    case UInt8(ascii: "*"): return !(isBlank(previous) && isBlank(next))
    // `a_b` cannot start or end emphasis, `年____月` can.
    case UInt8(ascii: "_"): return !(isWord(previous) && isWord(next) || isBlank(previous) && isBlank(next))
    case UInt8(ascii: "<"): return next.map { isLetter($0) || "/!?".utf8.contains($0) } ?? true
    case UInt8(ascii: "&"): return startsEntity(text[(index + 1)...])
    // A link or an image needs `](`; without it `[` and `!` are only themselves.
    case UInt8(ascii: "]"): return next == UInt8(ascii: "(")
    default: return false
    }
  }

  /// A space or the line's end, where neighbours cannot make the character part of a word.
  private static func isBlank(_ byte: UInt8?) -> Bool { byte == nil || byte == 0x20 || byte == 0x09 }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) && byte < 0x80 }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isWord(_ byte: UInt8?) -> Bool { byte.map { isLetter($0) || isDigit($0) } ?? false }
  private static func isPunctuation(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !isLetter(byte) && !isDigit(byte)
  }

  /// `&amp;`, `&#38;`, `&#x26;`; not `R&D` nor `&;`.
  private static func startsEntity(_ rest: ArraySlice<UInt8>) -> Bool {
    let name = rest.first == UInt8(ascii: "#") ? rest.dropFirst() : rest
    let length = name.prefix(33).prefix { isLetter($0) || isDigit($0) }.count
    return length > 0 && name.dropFirst(length).first == UInt8(ascii: ";")
  }
}

// MARK: Block markers

extension MarkdownEscaping {
  /// The character to escape so that the line starts no block but a paragraph.
  private static func blockMarker(_ text: [UInt8]) -> Int? {
    let rest = text.dropFirst()
    switch text[0] {
    case UInt8(ascii: ">"): return 0
    case UInt8(ascii: "#"):
      let count = text.prefix { $0 == UInt8(ascii: "#") }.count
      return count <= 6 && isBlank(count < text.count ? text[count] : nil) ? 0 : nil
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      if isBlank(rest.first) { return 0 }
    case UInt8(ascii: "="): return text.allSatisfy { $0 == UInt8(ascii: "=") } ? 0 : nil
    case UInt8(ascii: "~"): return text.starts(with: "~~~".utf8) ? 0 : nil
    // `[1]: 注释` defines a link and vanishes; `[1` may do so together with the next line.
    case UInt8(ascii: "["): return definesLink(text) ? 0 : nil
    default:
      let digits = text.prefix(10).prefix(while: isDigit).count
      if (1...9).contains(digits), digits < text.count,
        text[digits] == UInt8(ascii: ".") || text[digits] == UInt8(ascii: ")"),
        isBlank(digits + 1 < text.count ? text[digits + 1] : nil)
      {
        return digits
      }
    }
    return isRule(text) || isDelimiterRow(text) ? 0 : nil
  }

  /// `]:` somewhere, or no `]` that stays as it is, so that one on the next line may close the label.
  private static func definesLink(_ text: [UInt8]) -> Bool {
    var closes = false
    for index in text.indices where text[index] == UInt8(ascii: "]") {
      let next = index + 1 < text.count ? text[index + 1] : nil
      if next == UInt8(ascii: ":") { return true }
      if next != UInt8(ascii: "(") { closes = true }
    }
    return !closes
  }

  /// A rule, or the line under a heading: `---`, `- - -`, `***`, `_ _ _`.
  private static func isRule(_ text: [UInt8]) -> Bool {
    "-*_".utf8.contains(text[0]) && text.allSatisfy { $0 == text[0] || isBlank($0) }
  }

  /// The line that makes the one before it a table's head: `|---|:-:|`.
  private static func isDelimiterRow(_ text: [UInt8]) -> Bool {
    text.allSatisfy { "|:-".utf8.contains($0) || isBlank($0) } && text.contains(UInt8(ascii: "-"))
  }

  /// `## a ##` loses its end; the first of the closing hashes keeps it.
  private static func closingHashes(_ text: [UInt8]) -> Int? {
    guard let last = text.lastIndex(where: { $0 != UInt8(ascii: "#") }) else { return 0 }
    return last + 1 < text.count && isBlank(text[last]) ? last + 1 : nil
  }
}

/// The URLs that a style sheet or a `style` attribute asks for: `url(...)`, `@import "..."`, `image-set("...")`.
struct StyleScanner {
  struct Found {
    var url: String
    /// 1-based.
    var line: Int
  }

  private let bytes: [UInt8]
  private let end: Int
  private var position: Int
  private var lines: LineCounter
  private var found: [Found] = []
  /// One entry for every open parenthesis: whether a string in it is a URL.
  private var takesStrings: [Bool] = []
  /// What the rule that begins with `@` makes of the string or URL that comes next.
  private var rule = Rule.none

  private enum Rule {
    case none, importing
    /// `@namespace url(http://www.w3.org/2000/svg)` is a name; nothing is fetched.
    case naming
  }

  /// - Parameter line: the 1-based line on which `bytes` begins in its file.
  static func urls(in bytes: [UInt8], line: Int = 1) -> [Found] {
    var scanner = StyleScanner(bytes, line)
    scanner.scan()
    return scanner.found
  }

  private init(_ bytes: [UInt8], _ line: Int) {
    self.bytes = bytes
    end = bytes.count
    position = 0
    lines = LineCounter(startingAt: line)
  }

  private mutating func scan() {
    while position < end {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "/") where at(position + 1) == UInt8(ascii: "*"): skipComment()
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let start = position
        let text = scanString()
        if rule == .importing || takesStrings.last == true { take(text, at: start) }
        rule = .none
      case UInt8(ascii: "@"):
        position += 1
        let name = scanName()
        rule = name == "import" ? .importing : name == "namespace" ? .naming : .none
      case UInt8(ascii: "("):
        takesStrings.append(false)
        position += 1
      case UInt8(ascii: ")"):
        _ = takesStrings.popLast()
        position += 1
      case UInt8(ascii: ";"), UInt8(ascii: "{"), UInt8(ascii: "}"):
        rule = .none
        position += 1
      default:
        if isName(byte) { scanWord() } else { position += 1 }
      }
    }
  }

  private mutating func scanWord() {
    let start = position
    let name = scanName()
    guard at(position) == UInt8(ascii: "(") else { return }
    position += 1
    switch name {
    case "url":
      let text = scanURL()
      if rule != .naming { take(text, at: start) }
      rule = .none
    case "image-set", "-webkit-image-set", "src": takesStrings.append(true)
    default: takesStrings.append(false)
    }
  }

  /// After `url(`: up to and with the `)`.
  private mutating func scanURL() -> String {
    while let byte = at(position), TagScanner.isSpace(byte) { position += 1 }
    var text: String
    if at(position) == UInt8(ascii: "\"") || at(position) == UInt8(ascii: "'") {
      text = scanString()
      while let byte = at(position), byte != UInt8(ascii: ")") {
        _ = byte
        position += 1
      }
    } else {
      text = scanText { $0 == UInt8(ascii: ")") }
      while text.utf8.last.map(TagScanner.isSpace) == true { text.unicodeScalars.removeLast() }
    }
    position = min(end, position + 1)
    return text
  }

  private mutating func scanString() -> String {
    let quote = bytes[position]
    position += 1
    // A string that is not closed ends with its line.
    let text = scanText { $0 == quote || $0 == UInt8(ascii: "\n") }
    position = min(end, position + 1)
    return text
  }

  /// Text with escapes: `\2F`, `\"`, and a backslash at the end of a line.
  private mutating func scanText(until isEnd: (UInt8) -> Bool) -> String {
    var text: [UInt8] = []
    while position < end, !isEnd(bytes[position]) {
      guard bytes[position] == UInt8(ascii: "\\") else {
        text.append(bytes[position])
        position += 1
        continue
      }
      position += 1
      var code: UInt32 = 0
      var digits = 0
      while digits < 6, let digit = at(position).flatMap(StyleScanner.hexValue) {
        code = code * 16 + digit
        digits += 1
        position += 1
      }
      if digits > 0 {
        text.append(contentsOf: Array(String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8))
        if let byte = at(position), TagScanner.isSpace(byte) { position += 1 }
      } else if let byte = at(position) {
        if byte != UInt8(ascii: "\n") { text.append(byte) }
        position += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func skipComment() {
    position += 2
    while position < end {
      if bytes[position] == UInt8(ascii: "*"), at(position + 1) == UInt8(ascii: "/") {
        position += 2
        return
      }
      position += 1
    }
  }

  /// Lower case.
  private mutating func scanName() -> String {
    let start = position
    while let byte = at(position), isName(byte) { position += 1 }
    return String(decoding: bytes[start..<position].lazy.map { $0 | 0x20 }, as: UTF8.self)
  }

  private mutating func take(_ url: String, at start: Int) {
    found.append(Found(url: url, line: lines.line(at: start, in: bytes)))
  }

  private func at(_ index: Int) -> UInt8? { index < end ? bytes[index] : nil }

  private func isName(_ byte: UInt8) -> Bool {
    TagScanner.isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte >= 0x80
  }

  private static func hexValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46, 0x61...0x66: UInt32((byte | 0x20) - 0x61 + 10)
    default: nil
    }
  }
}

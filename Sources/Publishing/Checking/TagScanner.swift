/// Finds the tags of an HTML page, in one pass over its bytes, as the tokenizer of the HTML standard does.
///
/// libxml2's HTML parser was tried first. Version 2.9, which Debian 12 has, knows HTML 4: it takes the
/// `<a href>` in `<title>a <a href=x></title>` and in `<textarea>` for links, drops the second of two equal
/// attributes before anyone can report it, and builds what a checker of links does not need.
struct TagScanner {
  struct Tag {
    /// Lower case.
    var name: String
    var isEnd = false
    /// `<path .../>`: means something in SVG only.
    var isSelfClosing = false
    var attributes: [Attribute] = []
  }

  struct Attribute {
    /// Lower case.
    var name: String
    /// The bytes as written, between the quotes.
    var value: Range<Int>
    /// 1-based line on which the value begins.
    var line: Int
  }

  enum Token {
    case tag(Tag)
    /// The text of a `<style>` element, and the 1-based line on which it begins.
    case style(Range<Int>, line: Int)
  }

  let bytes: [UInt8]
  /// An SVG file: CDATA sections are text and every element closes as XML says.
  let isXML: Bool
  private var position = 0
  private var lines = LineCounter()
  /// The raw text element whose content comes next.
  private var rawElement: String?
  /// How deep in `<svg>` or `<math>`, where `<title/>` closes itself.
  private var foreignDepth = 0

  init(_ bytes: [UInt8], isXML: Bool = false) {
    self.bytes = bytes
    self.isXML = isXML
  }

  /// Nil at the end of the page.
  mutating func next() -> Token? {
    if let element = rawElement {
      rawElement = nil
      let start = position
      let end = endOfRawText(element)
      position = end
      if element == "style" { return .style(start..<end, line: lines.line(at: start, in: bytes)) }
    }
    while let open = index(of: UInt8(ascii: "<"), from: position) {
      position = open + 1
      guard let first = byte(position) else { break }
      switch first {
      case UInt8(ascii: "!"): skipDeclaration()
      case UInt8(ascii: "?"): skip(past: UInt8(ascii: ">"))
      case UInt8(ascii: "/"):
        guard let second = byte(position + 1) else { break }
        if TagScanner.isLetter(second) {
          position += 1
          if let tag = scanTag(isEnd: true) { return .tag(tag) }
        } else {
          skip(past: UInt8(ascii: ">"))
        }
      default:
        if TagScanner.isLetter(first), let tag = scanTag(isEnd: false) { return .tag(tag) }
      }
    }
    position = bytes.count
    return nil
  }

  /// Nil when the page ends within the tag; then there is none.
  private mutating func scanTag(isEnd: Bool) -> Tag? {
    let start = position
    while let byte = byte(position), !TagScanner.isSpace(byte), byte != UInt8(ascii: "/"),
      byte != UInt8(ascii: ">")
    {
      position += 1
    }
    var tag = Tag(name: lowercased(start..<position), isEnd: isEnd)
    while true {
      while let byte = byte(position), TagScanner.isSpace(byte) || byte == UInt8(ascii: "/") { position += 1 }
      guard let first = byte(position) else { return nil }
      if first == UInt8(ascii: ">") { break }
      guard let attribute = scanAttribute() else { return nil }
      tag.attributes.append(attribute)
    }
    tag.isSelfClosing = bytes[position - 1] == UInt8(ascii: "/")
    position += 1
    noteContent(of: tag)
    return tag
  }

  private mutating func scanAttribute() -> Attribute? {
    let start = position
    // A name may begin with `=`, the standard says.
    position += 1
    while let byte = byte(position), !TagScanner.isSpace(byte), byte != UInt8(ascii: "/"),
      byte != UInt8(ascii: ">"), byte != UInt8(ascii: "=")
    {
      position += 1
    }
    let name = lowercased(start..<position)
    let afterName = position
    skipSpace()
    guard byte(position) == UInt8(ascii: "=") else {
      if position >= bytes.count { return nil }
      position = afterName
      return Attribute(name: name, value: position..<position, line: lines.line(at: start, in: bytes))
    }
    position += 1
    skipSpace()
    guard let quote = byte(position) else { return nil }
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let from = position + 1
      guard let end = index(of: quote, from: from) else { return nil }
      position = end + 1
      return Attribute(name: name, value: from..<end, line: lines.line(at: from, in: bytes))
    }
    let from = position
    while let byte = byte(position), !TagScanner.isSpace(byte), byte != UInt8(ascii: ">") { position += 1 }
    return Attribute(name: name, value: from..<position, line: lines.line(at: from, in: bytes))
  }

  private mutating func noteContent(of tag: Tag) {
    if tag.name == "svg" || tag.name == "math" {
      if tag.isEnd {
        foreignDepth = max(0, foreignDepth - 1)
      } else if !tag.isSelfClosing {
        foreignDepth += 1
      }
    }
    if tag.isEnd || (tag.isSelfClosing && (isXML || foreignDepth > 0)) { return }
    switch tag.name {
    case "script", "style": rawElement = tag.name
    case "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext":
      if !isXML { rawElement = tag.name }
    default: break
    }
  }

  /// Where `</element` begins that ends the raw text at the current position.
  private func endOfRawText(_ element: String) -> Int {
    if element == "plaintext" { return bytes.count }
    let name = Array(element.utf8)
    var search = position
    while let open = index(of: UInt8(ascii: "<"), from: search) {
      search = open + 1
      let end = open + 2 + name.count
      guard byte(open + 1) == UInt8(ascii: "/"), end <= bytes.count else { continue }
      let matches = zip(bytes[(open + 2)..<end], name).allSatisfy { $0 | 0x20 == $1 }
      guard matches else { continue }
      guard let after = byte(end) else { return open }
      if TagScanner.isSpace(after) || after == UInt8(ascii: "/") || after == UInt8(ascii: ">") { return open }
    }
    return bytes.count
  }

  /// At `!`: a comment, a doctype, or what the standard calls a bogus comment.
  private mutating func skipDeclaration() {
    if isXML, bytes[position...].starts(with: "![CDATA[".utf8) {
      while let end = index(of: UInt8(ascii: ">"), from: position) {
        position = end + 1
        if bytes[end - 1] == UInt8(ascii: "]"), bytes[end - 2] == UInt8(ascii: "]") { return }
      }
      position = bytes.count
      return
    }
    guard bytes[position...].starts(with: "!--".utf8) else { return skip(past: UInt8(ascii: ">")) }
    let text = position + 3
    // `<!-->` and `<!--->` are whole comments.
    position = text
    while let end = index(of: UInt8(ascii: ">"), from: position) {
      position = end + 1
      let before = bytes[..<end]
      if before.hasSuffix("--", from: text - 2) || before.hasSuffix("--!", from: text) { return }
    }
    position = bytes.count
  }

  private func byte(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

  private func index(of byte: UInt8, from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if bytes[index] == byte { return index }
      index += 1
    }
    return nil
  }

  private mutating func skip(past byte: UInt8) {
    position = index(of: byte, from: position).map { $0 + 1 } ?? bytes.count
  }

  private mutating func skipSpace() {
    while let byte = byte(position), TagScanner.isSpace(byte) { position += 1 }
  }

  private func lowercased(_ range: Range<Int>) -> String {
    String(decoding: bytes[range].lazy.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
  }

  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}

/// Line numbers for positions that only ever grow, so that a file is counted through once.
struct LineCounter {
  private var counted = 0
  private var line: Int

  init(startingAt line: Int = 1) { self.line = line }

  mutating func line(at position: Int, in bytes: [UInt8]) -> Int {
    while counted < position {
      if bytes[counted] == UInt8(ascii: "\n") { line += 1 }
      counted += 1
    }
    return line
  }
}

extension ArraySlice<UInt8> {
  /// True when the bytes end with `suffix`, which must not begin before `start`.
  fileprivate func hasSuffix(_ suffix: StaticString, from start: Int) -> Bool {
    let count = suffix.utf8CodeUnitCount
    guard endIndex - count >= Swift.max(start, startIndex) else { return false }
    return (0..<count).allSatisfy { self[endIndex - count + $0] == suffix.utf8Start[$0] }
  }
}

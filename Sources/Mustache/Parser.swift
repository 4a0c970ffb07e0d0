/// From a template's bytes to its `Syntax`, going on after errors so that a theme's author sees several
/// at once.
struct Parser {
  /// Beyond this many errors a template is not a template.
  static let errorLimit = 50
  /// Bytes; longer names only make messages unreadable.
  static let nameLimit = 200

  var syntax: Syntax
  private(set) var errors: [TemplateError] = []

  let bytes: [UInt8]
  private var tokenizer: Tokenizer
  var at = 0
  /// Something of the current line is already in the nodes.
  var lineBegun = false
  var open: [Element] = []

  /// A tag that waits for its end.
  struct Element {
    let tag: Tag
    let name: String
    /// Index of its node.
    let node: Int
    /// A block directly inside a parent.
    var isArgument = false
    /// Where its content starts.
    var contentStart: Int
    /// For a parent that is first on its line: the nodes and bytes of the whitespace before it.
    var leading: (nodes: Range<Int>, bytes: Range<Int>)?
    /// A close tag of another name was reported inside; one error is enough.
    var excused = false

    var isParent: Bool { tag.sigil == .parent }
  }

  init(_ source: TemplateSource) {
    syntax = Syntax(source: source)
    bytes = source.bytes
    tokenizer = Tokenizer(bytes: source.bytes)
  }

  mutating func parse() {
    while at < bytes.count, errors.count < Parser.errorLimit {
      guard let start = tokenizer.nextTag(from: at) else {
        text(at..<bytes.count)
        break
      }
      do throws(Tokenizer.Failure) {
        take(try tokenizer.tag(at: start))
      } catch {
        guard case .unclosed(let expected) = error else { break }
        report(start, .unclosedTag(tag: excerpt(from: start), expected: expected))
        // Their ends may stand in what could not be read.
        for index in open.indices { open[index].excused = true }
        break
      }
    }
    for element in open where !element.excused && errors.count < Parser.errorLimit {
      report(element.tag.range.lowerBound, .unclosedSection(written(element)))
    }
    while let element = open.popLast() { finish(element, contentEnd: bytes.count) }
  }

  private mutating func take(_ tag: Tag) {
    let blank = blankBefore(tag.range.lowerBound)
    let lineEnd = blankLineEnd(from: tag.range.upperBound)
    text(at..<(blank?.lowerBound ?? tag.range.lowerBound))
    let place = Place(tag: tag, blank: blank, lineEnd: lineEnd)
    at = tag.range.upperBound
    switch tag.sigil {
    case .variable, .raw:
      begin(place)
      if let name = name(tag) { emit(.variable(name, raw: tag.sigil == .raw), tag) }
    case .comment: settle(place)
    case .delimiters:
      if !tokenizer.setDelimiters(tag.content) {
        report(tag.range.lowerBound, .badDelimiters(bytes.string(tag.content)))
      }
      settle(place)
    case .section, .inverted:
      settle(place)
      guard let name = name(tag) else { return }
      open.append(Element(tag: tag, name: name.text, node: syntax.nodes.count, contentStart: at))
      emit(.section(name, inverted: tag.sigil == .inverted, end: 0), tag)
    case .partial:
      let indent = settle(place) ? blank : nil
      if let target = target(tag) { emit(.partial(target, indent: indent), tag) }
    case .parent: openParent(place)
    case .block: openBlock(place)
    case .close: close(place)
    }
  }

  // MARK: Lines

  /// How a tag stands on its line.
  struct Place {
    let tag: Tag
    /// The whitespace before it, when nothing else is; may be empty.
    let blank: Range<Int>?
    /// Where the next line starts, when only whitespace follows.
    let lineEnd: Int?
  }

  private func blankBefore(_ start: Int) -> Range<Int>? {
    var low = start
    while low > at, Byte.isBlank(bytes[low - 1]) { low -= 1 }
    if low == at { return lineBegun ? nil : low..<start }
    return bytes[low - 1] == Byte.newline ? low..<start : nil
  }

  func blankLineEnd(from start: Int) -> Int? {
    var next = start
    while next < bytes.count, Byte.isBlank(bytes[next]) { next += 1 }
    if next == bytes.count { return next }
    if bytes[next] == Byte.newline { return next + 1 }
    return bytes[next...].starts(with: [Byte.carriageReturn, Byte.newline]) ? next + 2 : nil
  }

  /// Drops a standalone tag's line and says so; or else writes what stands before the tag.
  @discardableResult
  mutating func settle(_ place: Place) -> Bool {
    if place.tag.sigil.mayStandAlone, place.blank != nil, let lineEnd = place.lineEnd {
      at = lineEnd
      lineBegun = false
      return true
    }
    begin(place)
    return false
  }

  /// The whitespace before a tag belongs to the output.
  mutating func begin(_ place: Place) {
    guard let blank = place.blank else { return }
    beginLine(at: blank.lowerBound)
    if !blank.isEmpty { append(.text(blank), blank.lowerBound) }
  }

  private mutating func beginLine(at offset: Int) {
    if lineBegun { return }
    append(.lineStart, offset)
    lineBegun = true
  }

  private mutating func text(_ range: Range<Int>) {
    var low = range.lowerBound
    while low < range.upperBound {
      beginLine(at: low)
      var high = range.upperBound
      if let newline = bytes.firstIndex(of: Byte.newline, in: low..<high) {
        high = newline + 1
        lineBegun = false
      }
      append(.text(low..<high), low)
      low = high
    }
  }

  // MARK: Names

  private mutating func name(_ tag: Tag) -> Syntax.Name? {
    guard let text = word(tag) else { return nil }
    return name(text, tag)
  }

  private mutating func name(_ text: String, _ tag: Tag) -> Syntax.Name? {
    if text == "." { return Syntax.Name(text: text, parts: []) }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if parts.contains("") {
      report(tag.range.lowerBound, .badName(text))
      return nil
    }
    return Syntax.Name(text: text, parts: parts)
  }

  mutating func target(_ tag: Tag) -> Syntax.Target? {
    guard let text = word(tag) else { return nil }
    guard text.hasPrefix("*") else { return .fixed(text) }
    return name(String(text.dropFirst()), tag).map { .dynamic($0) }
  }

  /// The tag's content when it is one word; `* name` is one too.
  mutating func word(_ tag: Tag) -> String? {
    var content = tag.content
    let star = UInt8(ascii: "*")
    let isDynamic = !content.isEmpty && bytes[content.lowerBound] == star
    if isDynamic { content = bytes.trimmed((content.lowerBound + 1)..<content.upperBound) }
    if content.isEmpty {
      report(tag.range.lowerBound, .emptyTag)
      return nil
    }
    if content.count > Parser.nameLimit || bytes[content].contains(where: Byte.isSpace) {
      report(tag.range.lowerBound, .badName(excerpt(content)))
      return nil
    }
    return (isDynamic ? "*" : "") + bytes.string(content)
  }

  // MARK: Writing

  mutating func emit(_ node: Syntax.Node, _ tag: Tag) { append(node, tag.range.lowerBound) }

  mutating func append(_ node: Syntax.Node, _ offset: Int) {
    syntax.nodes.append(node)
    syntax.offsets.append(offset)
  }

  mutating func report(_ offset: Int, _ reason: TemplateError.Reason) {
    errors.append(TemplateError(at: syntax.source.place(of: offset), reason))
  }

  func written(_ element: Element) -> String {
    "{{\(String(UnicodeScalar(element.tag.sigil.rawValue)))\(element.name)}}"
  }

  /// The start of a tag, for a message: one line, not too long.
  private func excerpt(from start: Int) -> String { excerpt(start..<bytes.count) }

  private func excerpt(_ range: Range<Int>) -> String {
    let line = bytes[range].prefix { $0 != Byte.newline && $0 != Byte.carriageReturn }
    return String(String(decoding: line, as: UTF8.self).prefix(24))
  }
}

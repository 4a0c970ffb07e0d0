/// A heading or a paragraph of a report, put together from the lines of its page.
struct BodyBlock {
  enum Kind: Equatable {
    /// A heading on a line of its own; `level` as in the outline.
    case heading(level: Int)
    case paragraph
  }

  /// A stretch of the source that comes from one line.
  struct Piece {
    var range: Range<Int>
    /// 1-based line of the source file.
    let number: Int
  }

  var kind: Kind
  var pieces: [Piece]
}

/// Joins lines that portals broke, and tells headings from paragraphs.
struct BodyBlocks {
  /// The longest heading that stands alone, in scalars; chapter titles that quote two plans run to sixty.
  private static let longestHeading = 72

  private let text: SourceText
  private let lines: [PageLine]
  /// Lines are cut at a fixed width rather than at paragraphs' ends; nil when they are not.
  private let wrapWidth: Int?

  static func blocks(of body: [PageLine], in text: SourceText) -> [BodyBlock] {
    BodyBlocks(text: text, lines: body.filter { $0.kind != .blank }).build()
  }

  private init(text: SourceText, lines: [PageLine]) {
    self.text = text
    self.lines = lines
    wrapWidth = BodyBlocks.wrapWidth(lines, text)
  }

  private func build() -> [BodyBlock] {
    var blocks: [BodyBlock] = []
    for (index, line) in lines.enumerated() {
      let piece = BodyBlock.Piece(range: line.range, number: line.number)
      if let last = blocks.last, index > 0, continues(last, lines[index - 1], line) {
        blocks[blocks.count - 1].pieces.append(piece)
        // The first line of a wrapped sentence looked like a heading.
        if text.folded(line).contains("。") { blocks[blocks.count - 1].kind = .paragraph }
        continue
      }
      blocks.append(BodyBlock(kind: kind(of: line, at: index), pieces: [piece]))
    }
    return blocks
  }

  private func kind(of line: PageLine, at index: Int) -> BodyBlock.Kind {
    guard let label = line.label, label.style != .runIn else { return .paragraph }
    let folded = text.folded(line)
    let title = folded[label.range.upperBound...].trimmed
    guard title.count <= BodyBlocks.longestHeading, title.count >= 2 else { return .paragraph }
    var body = title
    if let last = body.last, last == "。" || last == ":" { body = body.dropLast() }
    guard !body.contains("。"), !body.contains(";"), body.last?.endsSentence != true, body.last != "," else {
      return .paragraph
    }
    // `(三)执法保障不足:装备配备率为63%。`: the heading ends at the colon.
    if label.level >= 2, body.contains(":") { return .paragraph }
    // `1.全年办理复议案件30件。` is a sentence with a number before it.
    if title.last == "。", title.count > 32 || (label.level >= 3 && title.count > 20) { return .paragraph }
    if label.level >= 3, title.count > 40 || body.contains(",") && body.contains(where: \.isDigit) {
      return .paragraph
    }
    return .heading(level: label.level)
  }

  /// Whether a line goes on with what the line before it began.
  private func continues(_ block: BodyBlock, _ before: PageLine, _ line: PageLine) -> Bool {
    let above = text.folded(before)
    let below = text.folded(line)
    guard let end = above.last, let start = below.first else { return false }
    if start.continuesSentence || end == "," || end == "、" { return true }
    // A list of attachments is one paragraph, numbers and all: it is no part of the outline.
    if let first = block.pieces.first, text.folded[first.range].starts(withAny: Words.attachment),
      line.label != nil
    {
      return true
    }
    if let wrapWidth, block.kind == .paragraph, above.count >= wrapWidth - 1, !end.endsSentence {
      return true
    }
    if isOpen(block) { return true }
    if [.addressee, .date, .documentNumber].contains(before.kind) { return false }
    if [.date, .documentNumber, .label].contains(line.kind) || Signature.isSignature(below) { return false }
    if case .heading = block.kind {
      if end == "、" || end == "," || end == "和" || end == "与" || end == "的" { return true }
      guard let wrapWidth else { return false }
      return above.count >= wrapWidth - 1
        || above.count >= wrapWidth - 2 && below.count < wrapWidth && !below.contains("。")
    }
    if end.endsSentence || end == "”" || end == ")" || end == "》" && line.kind != .other { return false }
    if line.kind == .body, before.kind == .prose || before.kind == .body { return false }
    // Short lines without a stop are entries of a list or cells of a table.
    return above.count >= 15
  }

  /// A quotation mark, bracket or title that was opened is still open.
  private func isOpen(_ block: BodyBlock) -> Bool {
    var titles = 0
    var brackets = 0
    for piece in block.pieces.suffix(3) {
      let scalars = text.folded[piece.range]
      var start = piece.range.lowerBound
      // A full stop closes all that was open: what stands before the last one need not be looked at.
      if let stop = scalars.lastIndex(of: "。") {
        (titles, brackets) = (0, 0)
        start = stop + 1
      }
      for scalar in scalars[start...] {
        switch scalar {
        case "《": titles += 1
        case "》": titles = max(0, titles - 1)
        case "(": brackets += 1
        case ")": brackets = max(0, brackets - 1)
        default: break
        }
      }
    }
    return titles > 0 || brackets > 0
  }

  private static func wrapWidth(_ lines: [PageLine], _ text: SourceText) -> Int? {
    let open = lines.filter { line in
      guard let last = text.folded(line).last else { return false }
      return !last.endsSentence && line.range.count >= 20
    }
    guard open.count >= 8, open.count * 2 >= lines.count else { return nil }
    let widths = open.map(\.range.count).sorted()
    let widest = widths[widths.count * 9 / 10]
    let near = widths.filter { $0 >= widest - 4 && $0 <= widest + 4 }.count
    return near * 4 >= widths.count * 3 ? widest : nil
  }
}

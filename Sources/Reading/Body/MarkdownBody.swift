import Glibc
import Markdown

/// A report's text as CommonMark, and where in the source each part of it stood.
struct MarkdownBody {
  /// One line of source text inside the Markdown.
  struct Origin {
    /// Byte offset in `bytes`.
    let offset: Int
    /// 1-based line of the source file.
    let line: Int
  }

  /// A block that Markdown has no say in.
  struct Plain {
    let kind: Block.Kind
    /// Of its text, in `bytes`.
    let range: Range<Int>
  }

  private(set) var bytes: [UInt8] = []
  /// All blocks, when each is plain text on one line, every second one of the Markdown; else nil, and only parsing tells.
  private(set) var plain: [Plain]?
  /// By offset.
  private(set) var origins: [Origin] = []

  /// Headings as `##`, nested without gaps; paragraphs on one line each; whatever Markdown would read as its own is escaped.
  init(_ blocks: [BodyBlock], in text: SourceText) {
    bytes.reserveCapacity(text.shown.count * 3 + blocks.count * 8)
    plain = []
    plain?.reserveCapacity(blocks.count)
    var open: [Int] = []
    var line: [UInt8] = []
    for block in blocks {
      if !bytes.isEmpty { bytes += [0x0A, 0x0A] }
      var kind = Block.Kind.paragraph
      if case .heading(let level) = block.kind {
        while let last = open.last, last >= level { open.removeLast() }
        open.append(level)
        let depth = min(open.count + 1, 6)
        for _ in 0..<depth { bytes.append(UInt8(ascii: "#")) }
        bytes.append(0x20)
        kind = .heading(depth)
      }
      write(block, kind, in: text, &line)
    }
    if !bytes.isEmpty { bytes.append(0x0A) }
  }

  /// Text that is Markdown already, its first line standing on line `firstLine` of the file.
  init(markdown: [UInt8], firstLine: Int) {
    bytes = markdown
    var line = firstLine
    origins.append(Origin(offset: 0, line: line))
    for (offset, byte) in markdown.enumerated() where byte == 0x0A {
      line += 1
      origins.append(Origin(offset: offset + 1, line: line))
    }
  }

  /// Byte offset of every line of the Markdown.
  var lineStarts: [Int] {
    var starts = [0]
    bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      while let last = starts.last, let end = memchr(base + last, 0x0A, bytes.count - last) {
        starts.append(UnsafeRawPointer(end) - base + 1)
      }
    }
    return starts
  }

  /// The source line of a byte of the Markdown.
  func line(at offset: Int) -> Int {
    let number = originsUpTo(offset)
    return number == 0 ? 1 : origins[number - 1].line
  }

  /// Whether bytes of the Markdown come from one stretch of the source.
  func isOneLine(_ range: ClosedRange<Int>) -> Bool {
    let number = originsUpTo(range.lowerBound)
    return number == origins.count || origins[number].offset > range.upperBound
  }

  private func originsUpTo(_ offset: Int) -> Int {
    var low = 0
    var high = origins.count
    while low < high {
      let middle = (low + high) / 2
      if origins[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// - Parameter line: memory for a block's text.
  private mutating func write(
    _ block: BodyBlock, _ kind: Block.Kind, in text: SourceText, _ line: inout [UInt8]
  ) {
    let start = bytes.count
    var last: Unicode.Scalar?
    line.removeAll(keepingCapacity: true)
    for piece in block.pieces {
      let scalars = text.shown[piece.range]
      if let before = last, let next = scalars.first, !before.isHan || !next.isHan,
        before.isDigit || before.isLatinLetter, next.isDigit || next.isLatinLetter
      {
        line.append(0x20)
      }
      // Escaping may lengthen what stands before; the offset is that of the piece's first byte or shortly before it.
      origins.append(Origin(offset: start + line.count, line: piece.number))
      line.append(utf8: scalars)
      last = scalars.last
    }
    if MarkdownEscaping.isPlain(line) {
      bytes.append(contentsOf: line)
      plain?.append(Plain(kind: kind, range: start..<bytes.count))
      return
    }
    plain = nil
    let isHeading = block.kind != .paragraph
    MarkdownEscaping.escape(line: line, atLineStart: !isHeading, into: &bytes)
  }
}

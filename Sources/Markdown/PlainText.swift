import Glibc

/// A text of which every block is one run of plain text on a line of its own, as those of most reports are: what can be
/// shown without being parsed as Markdown.
public struct PlainText: Sendable {
  /// A heading or a paragraph; its place among `blocks` is that among a document's blocks and its text blocks.
  public struct Line: Sendable {
    public let kind: Block.Kind
    /// Of its Markdown, in `bytes`.
    public let source: Range<Int>
    /// Of its text, in `bytes`.
    public let text: Range<Int>
  }

  public let bytes: [UInt8]
  public private(set) var blocks: [Line] = []

  /// Nil when only parsing can tell what is shown, and for a few texts of which that is plain too.
  public init?(_ utf8: [UInt8]) {
    // cmark drops a byte order mark and replaces what is no UTF-8.
    guard utf8.count <= Document.sizeLimit, !utf8.starts(with: [0xEF, 0xBB, 0xBF]) else { return nil }
    do { _ = try UTF8Span(validating: utf8.span) } catch { return nil }
    bytes = utf8
    let isPlain = utf8.withUnsafeBytes { PlainText.read($0, into: &blocks) }
    if !isPlain { return nil }
  }

  /// False when a line is not plain, or stands right below another.
  private static func read(_ bytes: UnsafeRawBufferPointer, into blocks: inout [Line]) -> Bool {
    var start = 0
    var isBelowText = false
    while start < bytes.count {
      let end = lineEnd(bytes, from: start)
      defer { start = end + 1 }
      if end == start {
        isBelowText = false
        continue
      }
      let depth = headingDepth(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
      let text = (start + (depth > 0 ? depth + 1 : 0))..<end
      guard !isBelowText, MarkdownEscaping.isPlain(UnsafeRawBufferPointer(rebasing: bytes[text])) else {
        return false
      }
      isBelowText = true
      blocks.append(Line(kind: depth > 0 ? .heading(depth) : .paragraph, source: start..<end, text: text))
    }
    return true
  }

  /// Where the line ends that begins at `start`.
  private static func lineEnd(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    guard let base = bytes.baseAddress, let found = memchr(base + start, 0x0A, bytes.count - start) else {
      return bytes.count
    }
    return UnsafeRawPointer(found) - base
  }

  /// How many hashes with a space behind them the line begins with, 0 for no heading.
  private static func headingDepth(_ line: UnsafeRawBufferPointer) -> Int {
    var depth = 0
    while depth < line.count, line[depth] == UInt8(ascii: "#") { depth += 1 }
    return depth <= 6 && depth < line.count && line[depth] == 0x20 ? depth : 0
  }
}

extension PlainText {
  /// Appends a block as `Block.html` does when it is annotated with `marks`, ranges of its text.
  ///
  /// On an error in the ranges nothing is appended.
  public func html(
    _ index: Int, marks: [(Range<Int>, Annotation)] = [], headingShift: Int = 0, into buffer: inout [UInt8]
  ) throws(MarkdownError) {
    let block = blocks[index]
    let text = bytes[block.text]
    let sorted = try marks.isEmpty ? [] : Annotator.sorted(marks, in: text, line: 0)
    if let last = buffer.last, last != 0x0A { buffer.append(0x0A) }
    if buffer.isEmpty { buffer.reserveCapacity(text.count + 16 + 128 * marks.count) }
    if case .heading(let level) = block.kind {
      let digit = HTMLWriter.headingDigit(level, shift: headingShift)
      buffer.append("<h")
      buffer.append(digit)
      buffer.append(UInt8(ascii: ">"))
      PlainText.write(text, sorted, into: &buffer)
      buffer.append("</h")
      buffer.append(digit)
      buffer.append(">\n")
    } else {
      buffer.append("<p>")
      PlainText.write(text, sorted, into: &buffer)
      buffer.append("</p>\n")
    }
  }

  private struct Open {
    let end: Int
    /// Index of the mark.
    let mark: Int
    let form: Annotation.Form
  }

  private static func write(
    _ text: ArraySlice<UInt8>, _ marks: [Annotator.Mark], into output: inout [UInt8]
  ) {
    text.withUnsafeBufferPointer { text in
      var position = 0
      var open: [Open] = []
      var isInLink = false
      func copy(to end: Int) {
        HTMLText.escape(UnsafeBufferPointer(rebasing: text[position..<end]), into: &output)
        position = end
      }
      func close(upTo bound: Int) {
        while let last = open.last, last.end <= bound {
          copy(to: last.end)
          marks[last.mark].annotation.writeEnd(as: last.form, into: &output)
          if last.form == .link { isInLink = false }
          open.removeLast()
        }
      }
      for mark in marks.indices {
        let range = marks[mark].range
        close(upTo: range.lowerBound)
        copy(to: range.lowerBound)
        let form = marks[mark].annotation.form(insideLink: isInLink)
        if form == .link { isInLink = true }
        marks[mark].annotation.writeStart(as: form, withID: true, into: &output)
        open.append(Open(end: range.upperBound, mark: mark, form: form))
      }
      close(upTo: text.count)
      copy(to: text.count)
    }
  }
}

import Archive
import Markdown

/// One heading, paragraph or table cell of a report, as the finders of numbers and citations see it.
///
/// A class: every finder holds it, and copying it would count each of its arrays.
final class Passage: Sendable {
  /// Index among `Document.textBlocks`.
  let textBlock: Int
  let text: FlatScalars
  let isHeading: Bool
  let isCell: Bool
  /// Scalar ranges, in order; a sentence ends behind 。! or ?, and a clause list stays whole.
  let sentences: [Range<Int>]
  /// Scalar index from which on each section holds, ascending; nil before the first heading.
  fileprivate let sections: [(start: Int, section: Int?)]
  /// Scalar index at which each source line starts, ascending.
  fileprivate let lines: [(start: Int, line: Int)]

  fileprivate init(
    textBlock: Int, text: FlatScalars, isHeading: Bool, isCell: Bool, sentences: [Range<Int>],
    sections: [(start: Int, section: Int?)], lines: [(start: Int, line: Int)]
  ) {
    (self.textBlock, self.text, self.isHeading, self.isCell) = (textBlock, text, isHeading, isCell)
    (self.sentences, self.sections, self.lines) = (sentences, sections, lines)
  }

  /// Index into the outline of the heading that a scalar stands under.
  func section(at scalar: Int) -> Int? { Passage.last(of: sections, startingBy: scalar, \.start)?.section }

  /// 1-based line of the source file.
  func line(at scalar: Int) -> Int { Passage.last(of: lines, startingBy: scalar, \.start)?.line ?? 1 }

  /// Found by halving: a paragraph may be joined from thousands of lines.
  private static func last<Entry>(of entries: [Entry], startingBy scalar: Int, _ start: (Entry) -> Int)
    -> Entry?
  {
    // Most passages are of one line and one section.
    if entries.count == 1 { return start(entries[0]) <= scalar ? entries[0] : nil }
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if start(entries[middle]) <= scalar { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : entries[low - 1]
  }

  func place(_ range: Range<Int>) -> TextPlace {
    TextPlace(textBlock: textBlock, range: text.bytes(range), line: line(at: range.lowerBound))
  }
}

enum Passages {
  /// Every text block of the document in order, with its sections and source lines.
  static func of(
    _ document: Document, outline: [Heading], folding: Folding, body: MarkdownBody
  ) -> [Passage] {
    of(FlatBlock.all(of: document, folding: folding), outline: outline, body: body)
  }

  static func of(_ blocks: [FlatBlock], outline: [Heading], body: MarkdownBody) -> [Passage] {
    var headings: [Int: [(offset: Int, section: Int)]] = [:]
    for (index, heading) in outline.enumerated() {
      headings[heading.place.block, default: []].append((heading.place.range.lowerBound, index))
    }
    let lineStarts = body.lineStarts
    var current: Int?
    return blocks.enumerated().map { number, block in
      let (flat, text) = (block.flat, block.text)
      var sections: [(start: Int, section: Int?)] = [(0, current)]
      if block.isTopLevel {
        for (offset, section) in headings[block.block.index] ?? [] {
          sections.append((text.scalar(at: offset), section))
          current = section
        }
      }
      let isHeading = if case .heading = block.kind { true } else { false }
      return Passage(
        textBlock: number, text: text, isHeading: isHeading, isCell: block.kind == .cell,
        sentences: sentences(of: text.folded), sections: sections,
        lines: lines(of: flat, text, body, lineStarts))
    }
  }

  private static func sentences(of text: [Unicode.Scalar]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    text.withUnsafeBufferPointer { text in
      for index in 0..<text.count where !text[index].isHan {
        switch text[index] {
        case "。", "!", "?", "\n":
          found.append(start..<(index + 1))
          start = index + 1
        default: break
        }
      }
    }
    if start < text.count { found.append(start..<text.count) }
    return found
  }

  /// Source lines change inside a paragraph where lines were joined; the Markdown offset tells which.
  private static func lines(
    of flat: FlatText, _ text: FlatScalars, _ body: MarkdownBody, _ lineStarts: [Int]
  ) -> [(start: Int, line: Int)] {
    var found: [(start: Int, line: Int)] = []
    // Joins are rare: looking every sixteenth scalar up is enough to find them, the exact one is sought below.
    for index in stride(from: 0, to: text.folded.count, by: 16) {
      let line = sourceLine(flat, text.offset(index), body, lineStarts)
      if found.last?.line == line { continue }
      var low = max(0, index - 15)
      while low < index, sourceLine(flat, text.offset(low), body, lineStarts) != line { low += 1 }
      found.append((low, line))
    }
    return found
  }

  private static func sourceLine(
    _ flat: FlatText, _ offset: Int, _ body: MarkdownBody, _ lineStarts: [Int]
  ) -> Int {
    let position = flat.position(at: offset)
    guard lineStarts.indices.contains(position.line - 1) else { return 1 }
    return body.line(at: lineStarts[position.line - 1] + position.column - 1)
  }
}

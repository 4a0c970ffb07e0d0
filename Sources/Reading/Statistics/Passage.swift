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
  fileprivate let sections: Runs<Int?>
  /// Scalar index at which each source line starts, ascending.
  fileprivate let lines: Runs<Int>

  fileprivate init(
    textBlock: Int, text: FlatScalars, isHeading: Bool, isCell: Bool, sentences: [Range<Int>],
    sections: Runs<Int?>, lines: Runs<Int>
  ) {
    (self.textBlock, self.text, self.isHeading, self.isCell) = (textBlock, text, isHeading, isCell)
    (self.sentences, self.sections, self.lines) = (sentences, sections, lines)
  }

  /// Without a text.
  static let empty = Passage(
    textBlock: 0, text: FlatScalars([], folding: .none), isHeading: false, isCell: false, sentences: [],
    sections: Runs(), lines: Runs())

  /// Index into the outline of the heading that a scalar stands under.
  func section(at scalar: Int) -> Int? { sections[scalar] ?? nil }

  /// 1-based line of the source file.
  func line(at scalar: Int) -> Int { lines[scalar] ?? 1 }

  func place(_ range: Range<Int>) -> TextPlace {
    TextPlace(textBlock: textBlock, range: text.bytes(range), line: line(at: range.lowerBound))
  }
}

/// Values that hold from an index on until the next takes over; most passages have one of each, which takes no array.
private struct Runs<Value: Sendable>: Sendable {
  private var first: (start: Int, value: Value)?
  private var others: [(start: Int, value: Value)] = []

  var last: Value? { others.last?.value ?? first?.value }

  mutating func append(_ value: Value, from start: Int) {
    if first == nil { first = (start, value) } else { others.append((start, value)) }
  }

  /// The value that holds at an index; nil before the first. Found by halving: a paragraph may be joined from thousands
  /// of lines.
  subscript(index: Int) -> Value? {
    guard let first, first.start <= index else { return nil }
    var low = 0
    var high = others.count
    while low < high {
      let middle = (low + high) / 2
      if others[middle].start <= index { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? first.value : others[low - 1].value
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
    // Both stand in the order of the text.
    var next = 0
    let lineStarts = body.lineStarts
    var current: Int?
    var passages: [Passage] = []
    passages.reserveCapacity(blocks.count)
    for number in blocks.indices {
      let block = blocks[number]
      var sections = Runs<Int?>()
      sections.append(current, from: 0)
      if block.isTopLevel {
        while next < outline.count, case let place = outline[next].place, place.block <= block.index {
          if place.block == block.index {
            sections.append(next, from: block.text.scalar(at: place.range.lowerBound))
            current = next
          }
          next += 1
        }
      }
      let isHeading = if case .heading = block.kind { true } else { false }
      passages.append(
        Passage(
          textBlock: number, text: block.text, isHeading: isHeading, isCell: block.kind == .cell,
          sentences: sentences(of: block.text), sections: sections, lines: lines(of: block, body, lineStarts))
      )
    }
    return passages
  }

  private static func sentences(of text: FlatScalars) -> [Range<Int>] {
    var found: [Range<Int>] = []
    found.reserveCapacity(text.marks.count / 4 + 1)
    var start = 0
    for mark in text.marks {
      let index = Int(mark)
      switch text.folded[index] {
      case "。", "!", "?", "\n":
        found.append(start..<(index + 1))
        start = index + 1
      default: break
      }
    }
    if start < text.folded.count { found.append(start..<text.folded.count) }
    return found
  }

  /// Source lines change inside a paragraph where lines were joined; the Markdown offset tells which.
  private static func lines(
    of block: FlatBlock, _ body: MarkdownBody, _ lineStarts: [Int]
  ) -> Runs<Int> {
    let text = block.text
    var found = Runs<Int>()
    if text.folded.isEmpty { return found }
    // A plain block's positions are one run of the Markdown: most have come from one line of the source.
    if block.isPlain {
      let (start, end) = (text.offset(0), text.offset(text.folded.count - 1))
      let position = block.flat.position(at: 0)
      if lineStarts.indices.contains(position.line - 1) {
        let first = lineStarts[position.line - 1] + position.column - 1
        if body.isOneLine((first + start)...(first + end)) {
          found.append(body.line(at: first + start), from: 0)
          return found
        }
      }
    }
    // Joins are rare: looking every sixteenth scalar up is enough to find them, the exact one is sought below.
    for index in stride(from: 0, to: text.folded.count, by: 16) {
      let line = sourceLine(block, text.offset(index), body, lineStarts)
      if found.last == line { continue }
      var low = max(0, index - 15)
      while low < index, sourceLine(block, text.offset(low), body, lineStarts) != line { low += 1 }
      found.append(line, from: low)
    }
    return found
  }

  private static func sourceLine(
    _ block: FlatBlock, _ offset: Int, _ body: MarkdownBody, _ lineStarts: [Int]
  ) -> Int {
    let position = block.flat.position(at: offset)
    guard lineStarts.indices.contains(position.line - 1) else { return 1 }
    return body.line(at: lineStarts[position.line - 1] + position.column - 1)
  }
}

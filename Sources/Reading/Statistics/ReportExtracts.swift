import Archive
import Markdown

/// Takes out of a report's text what other pages quote of it.
public enum ReportExtracts {
  /// `document` is the report's body, parsed.
  public static func of(_ report: Report, in document: Document) -> Extracts {
    Extracts(packed: packed(report, blocks: FlatBlock.all(of: document, folding: .none)), body: report.body)
  }

  /// The same with the texts of the document's blocks, taken off it.
  static func packed(_ report: Report, blocks: [FlatBlock]) -> [UInt8] {
    let (quantities, outline) = (report.quantities, report.outline)
    var packer = ExtractsPacker(count: quantities.count + outline.count)
    var known: (block: Int, range: Range<Int>)?
    for index in quantities.indices {
      let (block, range) = (quantities[index].place.textBlock, quantities[index].sentence)
      // Quantities of one sentence follow each other.
      if let known, known.block == block, known.range == range {
        packer.addSame()
        continue
      }
      known = (block, range)
      addSentence(block, range, of: blocks, to: &packer)
    }
    let sections = SectionStarts(blocks)
    for index in outline.indices { sections.addExcerpt(behind: outline[index].place, to: &packer) }
    return packer.finish(sentences: quantities.count, lengths: SectionLengths.all(outline, blocks: blocks))
  }

  private static func addSentence(
    _ block: Int, _ range: Range<Int>, of blocks: [FlatBlock], to packer: inout ExtractsPacker
  ) {
    guard blocks.indices.contains(block), range.lowerBound >= 0,
      range.upperBound <= blocks[block].flat.bytes.count
    else { return packer.add(UnsafeBufferPointer(start: nil, count: 0)) }
    let whole = blocks[block].text.wholeScalars(range)
    blocks[block].flat.bytes.withUnsafeBufferPointer { bytes in
      packer.add(UTF8Text(bytes, whole).trimmed, of: blocks[block])
    }
  }
}

extension ExtractsPacker {
  fileprivate mutating func add(_ text: UTF8Text, of block: FlatBlock, isCut: Bool = false) {
    guard let start = block.plainStart else { return add(text.bytes, isCut: isCut) }
    add(inBody: (start + text.range.lowerBound)..<(start + text.range.upperBound), isCut: isCut)
  }
}

/// How long the sections of a report are.
private enum SectionLengths {
  /// In scalars, from behind each heading to the next one of its rank or above.
  static func all(_ outline: [Heading], blocks: [FlatBlock]) -> [Int] {
    // How much text stands before each block of the top level.
    var starts: [Int] = []
    var own: [FlatScalars?] = []
    var total = 0
    for block in blocks {
      while starts.count <= block.index {
        starts.append(total)
        own.append(nil)
      }
      if block.isTopLevel { own[block.index] = block.text }
      total += block.text.folded.count
    }
    func position(_ block: Int, _ byte: Int) -> Int {
      guard starts.indices.contains(block) else { return total }
      return starts[block] + (own[block]?.scalar(at: byte) ?? 0)
    }
    var lengths = [Int](repeating: 0, count: outline.count)
    // Headings whose section goes on.
    var open: [Int] = []
    for index in outline.indices {
      let (place, level) = (outline[index].place, outline[index].level)
      let start = position(place.block, place.range.lowerBound)
      while let last = open.last, outline[last].level >= level {
        lengths[last] = max(0, start - lengths[last])
        open.removeLast()
      }
      lengths[index] = position(place.block, place.range.upperBound)
      open.append(index)
    }
    for index in open { lengths[index] = max(0, total - lengths[index]) }
    return lengths
  }
}

/// How the sections of a report begin.
private struct SectionStarts {
  /// Of the top level; nil for those that hold no text of their own.
  private let blocks: [FlatBlock?]

  init(_ all: [FlatBlock]) {
    let last = all.last { $0.isTopLevel }
    var blocks = [FlatBlock?](repeating: nil, count: last.map { $0.index + 1 } ?? 0)
    for block in all where block.isTopLevel { blocks[block.index] = block }
    self.blocks = blocks
  }

  /// The text behind the heading: the rest of its own block, or the first block of text after it, whatever headings
  /// stand between.
  func addExcerpt(behind place: Heading.Place, to packer: inout ExtractsPacker) {
    if blocks.indices.contains(place.block) {
      if let own = blocks[place.block], place.range.upperBound > 0,
        SectionStarts.add(own, from: own.text.scalar(at: place.range.upperBound), to: &packer)
      {
        return
      }
      for block in blocks[(place.block + 1)...].prefix(8) {
        guard let block, block.kind == .paragraph else { continue }
        if SectionStarts.add(block, from: 0, to: &packer) { return }
      }
    }
    packer.add(UnsafeBufferPointer(start: nil, count: 0))
  }

  /// Without the stop that closes the heading, and no longer than is quoted; false when nothing is left.
  private static func add(_ block: FlatBlock, from start: Int, to packer: inout ExtractsPacker) -> Bool {
    let text = block.text
    let first = text.offset(start)
    // No scalar takes more than four bytes, so a text of megabytes is not looked at whole.
    let last = text.scalar(at: first + (Extracts.excerptLimit + 64) * 4)
    return block.flat.bytes.withUnsafeBufferPointer { bytes in
      let body = UTF8Text(bytes, first..<text.offset(last)).dropping {
        $0.isWhiteSpace || stops.contains($0)
      }
      if body.range.isEmpty { return false }
      let opening = body.range.lowerBound == first ? start : text.scalar(at: body.range.lowerBound)
      let limit = opening + Extracts.excerptLimit
      let quoted = UTF8Text(bytes, body.range.lowerBound..<text.offset(min(limit, last)))
      packer.add(quoted.trimmed, of: block, isCut: limit < last)
      return true
    }
  }

  private static let stops: ScalarSet = "。：:，,.；;"
}

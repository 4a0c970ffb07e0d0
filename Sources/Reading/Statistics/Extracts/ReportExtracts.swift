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
    var packer = ExtractsPacker(count: quantities.count + Extracts.textsOfSection * outline.count)
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
    let sections = ReportSections(outline, blocks: blocks, masthead: report.masthead)
    for index in outline.indices { sections.addExcerpt(of: index, to: &packer) }
    for index in outline.indices { sections.addLabel(of: index, to: &packer) }
    for index in outline.indices { sections.addTitle(of: index, to: &packer) }
    return packer.finish(sentences: quantities.count, lengths: sections.lengths(blocks))
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
  mutating func add(_ text: UTF8Text, of block: FlatBlock, isCut: Bool = false) {
    guard let start = block.plainStart else { return add(text.bytes, isCut: isCut) }
    add(inBody: (start + text.range.lowerBound)..<(start + text.range.upperBound), isCut: isCut)
  }
}

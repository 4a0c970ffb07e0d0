import Archive
import Markdown

/// A report's text, ready for its page: headings below the page's title, everything with an id.
struct ReportText: Sendable {
  let blocks: [TextBlock]
  /// Why there is no text, nil when there is.
  let problem: String?

  /// `marks` are put on the tree after the headings' own; `notes` gives what stands beside the blocks, by block.
  init(
    _ report: Report, marks: (Document) -> Void = { _ in },
    notes: (Document) -> [Int: [TextBlock.Note]] = { _ in [:] }
  ) {
    do {
      let document = try Document(report.body)
      blocks = ReportText.blocks(
        document, outline: report.outline, marks: marks, notes: notes(document))
      problem = nil
    } catch {
      blocks = []
      problem = error.message
    }
  }

  private static func blocks(
    _ document: Document, outline: [Heading], marks: (Document) -> Void, notes: [Int: [TextBlock.Note]]
  ) -> [TextBlock] {
    let all = document.blocks
    let anchors = mark(outline, in: all)
    marks(document)
    let shifts = HeadingLevels.shifts(all)
    var number = 0
    return zip(all, shifts).compactMap { block, shift in
      var html: [UInt8] = []
      block.html(into: &html, headingShift: shift)
      if html.isEmpty { return nil }
      if isHeading(block) {
        let anchor = anchors[block.index] ?? "h\(block.index + 1)"
        return TextBlock(anchor: anchor, isHeading: true, number: nil, html: html)
      }
      if block.kind == .thematicBreak {
        return TextBlock(anchor: "", isHeading: false, number: nil, html: html)
      }
      number += 1
      return TextBlock(
        anchor: "p\(number)", isHeading: false, number: number, html: html, notes: notes[block.index] ?? [])
    }
  }

  /// Puts ids on the headings that stand inside paragraphs; gives the ids of those that are blocks, by block.
  private static func mark(_ outline: [Heading], in all: [Block]) -> [Int: String] {
    var anchors: [Int: String] = [:]
    var inside: [Int: [(anchor: String, range: Range<Int>)]] = [:]
    for (index, heading) in outline.enumerated() where all.indices.contains(heading.place.block) {
      let block = heading.place.block
      let anchor = ContentsEntry.anchor(index)
      // Two headings may share a line; the first names the block, the others are marked inside it.
      if !heading.runIn, isHeading(all[block]), anchors[block] == nil {
        anchors[block] = anchor
      } else {
        inside[block, default: []].append((anchor, heading.place.range))
      }
    }
    for (block, headings) in inside.sorted(by: { $0.key < $1.key }) {
      mark(headings, in: all[block])
    }
    return anchors
  }

  private static func mark(_ headings: [(anchor: String, range: Range<Int>)], in block: Block) {
    try? block.document.annotate(block) { marks(of: headings, in: $0) }
  }

  private static func marks(
    of headings: [(anchor: String, range: Range<Int>)], in text: [UInt8]
  ) -> [(Range<Int>, Annotation)] {
    var marks: [(Range<Int>, Annotation)] = []
    var end = 0
    for (anchor, range) in headings.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      // One range that does not fit must not cost its neighbours their anchors.
      guard range.lowerBound >= end, range.upperBound <= text.count,
        range.upperBound == text.count || text[range.upperBound] & 0xC0 != 0x80,
        let first = firstCharacter(of: text[range])
      else { continue }
      end = range.upperBound
      marks.append((range, runIn))
      // The id goes on the first character: markup in the text may cut the heading into several elements,
      // and an id must not stand twice.
      marks.append((first, Annotation(.span, [("id", anchor)])))
    }
    return marks
  }

  private static let runIn = Annotation(.strong, [("class", "run-in")])

  /// Nil when the bytes do not begin with a whole character.
  private static func firstCharacter(of bytes: ArraySlice<UInt8>) -> Range<Int>? {
    guard let lead = bytes.first, lead & 0xC0 != 0x80 else { return nil }
    let end = bytes.dropFirst().firstIndex { $0 & 0xC0 != 0x80 } ?? bytes.endIndex
    return bytes.startIndex..<end
  }

  private static func isHeading(_ block: Block) -> Bool {
    if case .heading = block.kind { true } else { false }
  }
}

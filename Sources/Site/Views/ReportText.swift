import Archive
import Markdown

/// A report's text, ready for its page: headings below the page's title, everything with an id.
struct ReportText: Sendable {
  let blocks: [TextBlock]
  /// Why there is no text, nil when there is.
  let problem: String?

  init(_ report: Report) {
    do {
      blocks = ReportText.blocks(try Document(report.body), outline: report.outline)
      problem = nil
    } catch {
      blocks = []
      problem = error.message
    }
  }

  private static func blocks(_ document: Document, outline: [Heading]) -> [TextBlock] {
    let all = document.blocks
    let anchors = mark(outline, in: all)
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
      return TextBlock(anchor: "p\(number)", isHeading: false, number: number, html: html)
    }
  }

  /// Puts ids on the headings that stand inside paragraphs; gives the ids of those that are blocks, by block.
  private static func mark(_ outline: [Heading], in all: [Block]) -> [Int: String] {
    var anchors: [Int: String] = [:]
    var marks: [Int: [(Range<Int>, Annotation)]] = [:]
    for (index, heading) in outline.enumerated() where all.indices.contains(heading.place.block) {
      let block = heading.place.block
      let anchor = ContentsEntry.anchor(index)
      // Two headings may share a line; the first names the block, the others are marked inside it.
      if !heading.runIn, isHeading(all[block]), anchors[block] == nil {
        anchors[block] = anchor
      } else {
        let annotation = Annotation(.strong, [("id", anchor), ("class", "run-in")])
        marks[block, default: []].append((heading.place.range, annotation))
      }
    }
    for (block, marks) in marks.sorted(by: { $0.key < $1.key }) {
      do {
        try all[block].document.annotate(all[block], marks)
      } catch {
        // One range that does not fit must not cost its neighbours their anchors.
        for mark in marks { try? all[block].document.annotate(all[block], [mark]) }
      }
    }
    return anchors
  }

  private static func isHeading(_ block: Block) -> Bool {
    if case .heading = block.kind { true } else { false }
  }
}

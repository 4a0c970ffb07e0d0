import Archive
import Markdown

/// A report's text, ready for its page: headings below the page's title, everything with an id.
struct ReportText: Sendable {
  let blocks: [TextBlock]
  /// Why there is no text, nil when there is.
  let problem: String?

  /// `marks` stand inside the headings' own; `notes` gives what stands beside the blocks, by block, and is given the
  /// block that each of those with text is or lies in.
  init(
    _ report: Report, marks: TextMarks = TextMarks(), notes: ([Int]) -> [Int: [TextBlock.Note]] = { _ in [:] }
  ) {
    if let text = PlainText(report.body) {
      blocks = ReportText.blocks(
        text, outline: report.outline, marks: marks, notes: notes(Array(text.blocks.indices)))
      problem = nil
      return
    }
    do {
      let document = try Document(report.body)
      blocks = ReportText.blocks(
        document, outline: report.outline, marks: marks, notes: notes(document.textBlocks.map { $0.path[0] }))
      problem = nil
    } catch {
      blocks = []
      problem = error.message
    }
  }

  private static func blocks(
    _ document: Document, outline: [Heading], marks: TextMarks, notes: [Int: [TextBlock.Note]]
  ) -> [TextBlock] {
    let all = document.blocks
    let kinds = all.map(\.kind)
    let places = Places(outline, among: kinds)
    for block in kinds.indices where !places.inside[block].isEmpty {
      try? document.annotate(all[block]) { HeadingMark.all(places.inside[block], in: $0) }
    }
    marks.apply(to: document)
    let shifts = HeadingLevels.shifts(kinds)
    return blocks(kinds, places, notes) { all[$0].html(into: &$1, headingShift: shifts[$0]) }
  }

  private static func blocks(
    _ text: PlainText, outline: [Heading], marks: TextMarks, notes: [Int: [TextBlock.Note]]
  ) -> [TextBlock] {
    let kinds = text.blocks.map(\.kind)
    let places = Places(outline, among: kinds)
    let shifts = HeadingLevels.shifts(kinds)
    return blocks(kinds, places, notes) { index, html in
      let headings = places.inside[index]
      guard !headings.isEmpty || marks.isPresent(in: index) else {
        try? text.html(index, headingShift: shifts[index], into: &html)
        return
      }
      let bytes = Array(text.bytes[text.blocks[index].text])
      let outer = headings.isEmpty ? [] : HeadingMark.all(headings, in: bytes)
      let inner = marks.fitting(index, in: bytes)
      if HeadingMark.areApart(outer, inner) {
        let all = outer.isEmpty ? inner : outer + inner
        try? text.html(index, marks: all, headingShift: shifts[index], into: &html)
      } else if let document = try? Document(Array(text.bytes[text.blocks[index].source])),
        let block = document.blocks.first
      {
        // What crosses is cut by the tree.
        try? document.annotate(block, outer)
        try? document.annotate(block, inner)
        block.html(into: &html, headingShift: shifts[index])
      }
    }
  }

  private static func blocks(
    _ kinds: [Block.Kind], _ places: Places, _ notes: [Int: [TextBlock.Note]],
    write: (Int, inout [UInt8]) -> Void
  ) -> [TextBlock] {
    var number = 0
    return kinds.indices.compactMap { index in
      var html: [UInt8] = []
      write(index, &html)
      if html.isEmpty { return nil }
      if isHeading(kinds[index]) {
        let anchor = places.anchors[index] ?? "h\(index + 1)"
        return TextBlock(anchor: anchor, isHeading: true, number: nil, html: html)
      }
      if kinds[index] == .thematicBreak {
        return TextBlock(anchor: "", isHeading: false, number: nil, html: html)
      }
      number += 1
      return TextBlock(
        anchor: "p\(number)", isHeading: false, number: number, html: html, notes: notes[index] ?? [])
    }
  }

  /// Where the ids of the outline's headings go.
  private struct Places {
    /// Ids of headings that are blocks, by block.
    var anchors: [String?]
    /// Headings that stand inside paragraphs, by block.
    var inside: [[HeadingMark.Place]]

    init(_ outline: [Heading], among kinds: [Block.Kind]) {
      anchors = Array(repeating: nil, count: kinds.count)
      inside = Array(repeating: [], count: kinds.count)
      for index in outline.indices where kinds.indices.contains(outline[index].place.block) {
        let block = outline[index].place.block
        let anchor = ContentsEntry.anchor(index)
        // Two headings may share a line; the first names the block, the others are marked inside it.
        if !outline[index].runIn, isHeading(kinds[block]), anchors[block] == nil {
          anchors[block] = anchor
        } else {
          inside[block].append((anchor, outline[index].place.range))
        }
      }
    }
  }

  private static func isHeading(_ kind: Block.Kind) -> Bool {
    if case .heading = kind { true } else { false }
  }
}

import Archive
import Markdown

/// Takes out of a report's text what other pages quote of it.
public enum ReportExtracts {
  /// `document` is the report's body, parsed.
  public static func of(_ report: Report, in document: Document) -> Extracts {
    of(report, in: document, blocks: FlatBlock.all(of: document, folding: .none))
  }

  /// The same with texts that have been taken off the document.
  static func of(_ report: Report, in document: Document, blocks: [FlatBlock]) -> Extracts {
    let sentences = Sentences(blocks: blocks)
    var known: (block: Int, range: Range<Int>, text: String)?
    let texts = report.quantities.map { quantity -> String in
      let (block, range) = (quantity.place.textBlock, quantity.sentence)
      // Quantities of one sentence follow each other.
      if let known, known.block == block, known.range == range { return known.text }
      let text = sentences.text(block, range)
      known = (block, range, text)
      return text
    }
    let sections = SectionStarts(outline: report.outline, document: document, blocks: blocks)
    return Extracts(
      sentences: texts, excerpts: report.outline.indices.map(sections.excerpt),
      lengths: SectionLengths.all(report.outline, blocks: blocks))
  }
}

private struct Sentences {
  let blocks: [FlatBlock]

  func text(_ block: Int, _ range: Range<Int>) -> String {
    guard blocks.indices.contains(block), range.lowerBound >= 0,
      range.upperBound <= blocks[block].flat.bytes.count
    else { return "" }
    let text = blocks[block].text
    return withoutBlanks(text.shown[text.scalar(at: range.lowerBound)..<text.scalar(at: range.upperBound)])
      .exactString
  }
}

/// How long the sections of a report are.
private enum SectionLengths {
  /// In scalars, from behind each heading to the next one of its rank or above.
  static func all(_ outline: [Heading], blocks: [FlatBlock]) -> [Int] {
    // How much text stands before each block of the top level.
    var starts: [Int] = []
    var own: [Int: FlatScalars] = [:]
    var total = 0
    for block in blocks {
      let index = block.block.path[0]
      while starts.count <= index { starts.append(total) }
      if block.isTopLevel { own[index] = block.text }
      total += block.text.shown.count
    }
    func position(_ block: Int, _ byte: Int) -> Int {
      guard starts.indices.contains(block) else { return total }
      return starts[block] + (own[block]?.scalar(at: byte) ?? 0)
    }
    var lengths = [Int](repeating: 0, count: outline.count)
    // Headings whose section goes on.
    var open: [Int] = []
    for (index, heading) in outline.enumerated() {
      let start = position(heading.place.block, heading.place.range.lowerBound)
      while let last = open.last, outline[last].level >= heading.level {
        lengths[last] = max(0, start - lengths[last])
        open.removeLast()
      }
      lengths[index] = position(heading.place.block, heading.place.range.upperBound)
      open.append(index)
    }
    for index in open { lengths[index] = max(0, total - lengths[index]) }
    return lengths
  }
}

/// How the sections of a report begin.
private struct SectionStarts {
  let outline: [Heading]
  /// Of the top level; nil for those that hold no text of their own.
  private let blocks: [FlatBlock?]

  init(outline: [Heading], document: Document, blocks: [FlatBlock]) {
    self.outline = outline
    var all = [FlatBlock?](repeating: nil, count: document.blocks.count)
    for block in blocks where block.isTopLevel { all[block.block.index] = block }
    self.blocks = all
  }

  /// The text behind the heading: the rest of its own block, or the first block of text after it, whatever headings
  /// stand between.
  func excerpt(of section: Int) -> String {
    let place = outline[section].place
    guard blocks.indices.contains(place.block) else { return "" }
    if let own = blocks[place.block]?.text, place.range.upperBound > 0 {
      let rest = cleaned(own, from: own.scalar(at: place.range.upperBound))
      if !rest.isEmpty { return rest }
    }
    for block in blocks[(place.block + 1)...].prefix(8) {
      guard let block, block.kind == .paragraph else { continue }
      let text = cleaned(block.text, from: 0)
      if !text.isEmpty { return text }
    }
    return ""
  }

  /// Without the stop that closes the heading, and no longer than is quoted.
  private func cleaned(_ text: FlatScalars, from start: Int) -> String {
    // No scalar takes more than four bytes, so a text of megabytes is not looked at whole.
    let end = text.scalar(at: text.offset(start) + (Extracts.excerptLimit + 64) * 4)
    let body = text.shown[start..<end].drop { isBlank($0) || SectionStarts.stops.contains($0) }
    let quoted = withoutBlanks(body.prefix(Extracts.excerptLimit)).exactString
    return quoted + (body.count > Extracts.excerptLimit ? "…" : "")
  }

  private static let stops: ScalarSet = "。：:，,.；;"
}

private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
  // Chinese needs no look at Unicode's tables.
  !scalar.isHan && scalar.properties.isWhitespace
}

/// Without spaces at both ends.
private func withoutBlanks(_ text: Scalars) -> Scalars {
  guard let first = text.firstIndex(where: { !isBlank($0) }),
    let last = text.lastIndex(where: { !isBlank($0) })
  else { return [] }
  return text[first...last]
}

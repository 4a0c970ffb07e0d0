import Archive
import Markdown

/// Takes out of a report's text what other pages quote of it.
public enum ReportExtracts {
  /// `document` is the report's body, parsed.
  public static func of(_ report: Report, in document: Document) -> Extracts {
    var blocks = FlatBlocks(document.textBlocks)
    let sentences = report.quantities.map { blocks.text($0.place.textBlock, $0.sentence) }
    let sections = SectionStarts(outline: report.outline, blocks: document.blocks)
    return Extracts(sentences: sentences, excerpts: report.outline.indices.map(sections.excerpt))
  }
}

/// The flat texts of a report, each made when first asked for.
private struct FlatBlocks {
  private let blocks: [Block]
  private var flat: [Int: [UInt8]] = [:]

  init(_ blocks: [Block]) { self.blocks = blocks }

  mutating func text(_ block: Int, _ range: Range<Int>) -> String {
    guard blocks.indices.contains(block) else { return "" }
    let bytes = flat[block] ?? blocks[block].flatText().bytes
    flat[block] = bytes
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return "" }
    return trimmed(bytes[range])
  }
}

/// How the sections of a report begin.
private struct SectionStarts {
  let outline: [Heading]
  let blocks: [Block]

  /// The text behind the heading: the rest of its own block, or the first block of text after it, whatever headings
  /// stand between.
  func excerpt(of section: Int) -> String {
    let place = outline[section].place
    guard blocks.indices.contains(place.block) else { return "" }
    let own = blocks[place.block].flatText().bytes
    if place.range.upperBound > 0, place.range.upperBound < own.count {
      let rest = cleaned(own[place.range.upperBound...])
      if !rest.isEmpty { return rest }
    }
    for block in blocks[(place.block + 1)...].prefix(8) where block.kind == .paragraph {
      let text = cleaned(block.flatText().bytes[...])
      if !text.isEmpty { return text }
    }
    return ""
  }

  /// Without the stop that closes the heading, and no longer than is quoted.
  private func cleaned(_ bytes: ArraySlice<UInt8>) -> String {
    // No scalar takes more than four bytes, so a text of megabytes is not decoded whole.
    let start = String(decoding: bytes.prefix((Extracts.excerptLimit + 64) * 4), as: UTF8.self)
    let body = start.unicodeScalars.drop {
      $0.properties.isWhitespace || "。：:，,.；;".unicodeScalars.contains($0)
    }
    let text = body.prefix(Extracts.excerptLimit)
    let isCut = text.endIndex != body.endIndex
    return trimmed(Array(String(text).utf8)[...]) + (isCut ? "…" : "")
  }
}

/// Without spaces at both ends.
private func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
  let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
  guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
    let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
  else { return "" }
  return String(scalars[first...last])
}

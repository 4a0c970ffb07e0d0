import Archive
import Markdown

/// How the sections of a report begin.
struct SectionExcerpts {
  private let outline: [Heading]
  private let blocks: [Block]

  init(_ report: Report) {
    outline = report.outline
    blocks = (try? Document(report.body).blocks) ?? []
  }

  /// The text behind the heading up to `limit` characters: the rest of its own block, or the first block of text
  /// after it, whatever headings stand between.
  func excerpt(of section: Int, limit: Int) -> String {
    let place = outline[section].place
    guard blocks.indices.contains(place.block) else { return "" }
    let own = blocks[place.block].flatText().bytes
    if place.range.upperBound > 0, place.range.upperBound < own.count {
      let rest = cleaned(own[place.range.upperBound...])
      if !rest.isEmpty { return Text.short(rest, limit: limit) }
    }
    for block in blocks[(place.block + 1)...].prefix(8) where block.kind == .paragraph {
      let text = cleaned(block.flatText().bytes[...])
      if !text.isEmpty { return Text.short(text, limit: limit) }
    }
    return ""
  }

  /// Without the stop that closes the heading.
  private func cleaned(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    let body = text.unicodeScalars.drop {
      $0.properties.isWhitespace || "。：:，,.；;".unicodeScalars.contains($0)
    }
    return Text.trimmed(String(body))
  }
}

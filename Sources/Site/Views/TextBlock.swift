import Markdown
import Mustache

/// A piece of a report's text: a heading, or a paragraph, table or list, with the id that links lead to.
struct TextBlock: Sendable {
  /// Empty for a rule, which nobody links to.
  let anchor: String
  let isHeading: Bool
  /// Counts paragraphs from 1, tables and lists among them; nil for headings and rules.
  let number: Int?
  let html: [UInt8]
  /// What the archive says beside it.
  var notes: [Note] = []

  struct Note: Sendable {
    let label: String
    let value: String
    /// Nil for a value that nothing speaks against: its link stands on the number in the text.
    let href: String?

    static let schema = Schema<Note>(
      "note in the margin",
      [
        .text("label", "the metric, or that figures do not agree") { $0.label },
        .text("value", "the value with its unit") { $0.value },
        .text("href", "link to the check of figures that do not agree, missing for a plain value") {
          $0.href
        },
      ])
  }

  static let schema = Schema<TextBlock>(
    "block of text",
    [
      .text("anchor", "the id that links to this piece lead to; the template sets it") { $0.anchor },
      .flag("isHeading", "a heading, not a paragraph") { $0.isHeading },
      .flag("isRule", "a line across the page, neither heading nor paragraph") {
        !$0.isHeading && $0.number == nil
      },
      .number("number", "which paragraph of the report it is, missing for headings and rules") { $0.number },
      .markup("html", "the piece as HTML") { $0.html },
      .list("notes", "metrics and doubts to be noted in the margin", of: Note.schema) { $0.notes },
      .flag("hasNotes", "there are such notes") { !$0.notes.isEmpty },
    ])
}

/// Where a document's headings stand on a page whose title is the only heading of the first level.
enum HeadingLevels {
  /// For every block what to add to its level, 0 for other blocks. Headings begin at the second level and
  /// never skip one, though a report may well go from 一、 to 1. without a (一) between.
  static func shifts(_ blocks: [Block]) -> [Int] { shifts(blocks.map(\.kind)) }

  static func shifts(_ kinds: some Sequence<Block.Kind>) -> [Int] {
    var above: [Int] = []
    return kinds.map { kind in
      guard case .heading(let level) = kind else { return 0 }
      while let last = above.last, last >= level { above.removeLast() }
      above.append(level)
      return above.count + 1 - level
    }
  }
}

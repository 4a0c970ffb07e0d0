/// Why a document could not be parsed or annotated.
public enum MarkdownError: Error, Equatable, Sendable {
  /// The text has more bytes than `Document.sizeLimit`.
  case tooLarge(bytes: Int, limit: Int)
  /// The installed cmark-gfm has no `table` extension.
  case tablesMissing
  /// The block has no inline text of its own: a list, a table, a code block.
  case noText(line: Int)
  /// Empty, beyond the block's flat text, or not at the bounds of UTF-8 characters.
  case badRange(Range<Int>, line: Int)
  /// Two ranges that cross: neither apart nor one inside the other.
  case crossingRanges(Range<Int>, Range<Int>, line: Int)
  /// cmark would not take a node at this place.
  case refused(line: Int)

  /// 1-based Markdown line; nil when the error is about the document as a whole.
  public var line: Int? {
    switch self {
    case .tooLarge, .tablesMissing: nil
    case .noText(let line), .badRange(_, let line), .crossingRanges(_, _, let line), .refused(let line): line
    }
  }

  /// What is wrong; what to do. One line, no full stop.
  public var message: String {
    switch self {
    case .tooLarge(let bytes, let limit):
      "the Markdown text has \(bytes) bytes, more than \(limit); split it into several documents"
    case .tablesMissing: "libcmark-gfm has no table extension; install libcmark-gfm-extensions-dev"
    case .noText: "this block has no text of its own; annotate the paragraphs inside it"
    case .badRange(let range, _):
      "bytes \(range) are not a stretch of the block's text; use FlatText's offsets"
    case .crossingRanges(let first, let second, _):
      "bytes \(first) and \(second) cross; keep annotations apart or one inside the other"
    case .refused: "cmark refuses an annotation here; leave this text unmarked"
    }
  }
}

/// One entry of a report's outline.
public struct Heading: Equatable, Sendable {
  /// Where a heading stands on the Markdown tree, so that a page can mark it without searching again.
  public struct Place: Equatable, Sendable {
    /// Index among the document's top-level blocks.
    public var block: Int
    /// UTF-8 byte range of label and title in the block's flat text.
    public var range: Range<Int>

    public init(block: Int, range: Range<Int>) {
      self.block = block
      self.range = range
    }
  }

  /// 1 for 一、 · 2 for (一) · 3 for 1. · 4 for (1) or 一是.
  public var level: Int
  /// As printed: `一、`, `(一)`, `一是`; empty for a heading without a number.
  public var label: String
  /// Without its label and without closing punctuation.
  public var title: String
  /// The heading opens a paragraph instead of standing on a line of its own.
  public var runIn: Bool
  /// Index of the enclosing heading in the same outline.
  public var parent: Int?
  public var place: Place

  public init(level: Int, label: String, title: String, runIn: Bool, parent: Int?, place: Place) {
    self.level = level
    self.label = label
    self.title = title
    self.runIn = runIn
    self.parent = parent
    self.place = place
  }
}

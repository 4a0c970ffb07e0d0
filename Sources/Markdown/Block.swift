import CMarkGFM

/// A block of a document: a heading, a paragraph, a table, a cell ...
///
/// Blocks are never added or removed after parsing, so `number`, `index` and `path` stay what they are.
public struct Block {
  public enum Kind: Equatable, Sendable {
    /// 1...6.
    case heading(Int)
    case paragraph, quote, list, item, code, html, thematicBreak, table, row, cell
  }

  public let document: Document
  /// Position among all blocks of the document in document order; the document itself is 0.
  public let number: Int

  init(document: Document, number: Int) {
    self.document = document
    self.number = number
  }

  var record: BlockRecord { document.records[number] }
  var node: Node { record.node }

  public var kind: Kind {
    switch record.type {
    case .heading: .heading(Int(cmark_node_get_heading_level(node)))
    case .paragraph: .paragraph
    case .quote: .quote
    case .list: .list
    case .item: .item
    case .code: .code
    case .html: .html
    case .thematicBreak: .thematicBreak
    case .table: .table
    case .row: .row
    case .cell: .cell
    // Only the document itself is left, and it is never handed out as a block.
    default: .quote
    }
  }

  /// 1-based line of the Markdown text on which the block starts.
  public var line: Int { record.line }
  /// Position among the blocks of the enclosing one; for a top-level block, its place in `Document.blocks`.
  public var index: Int { record.index }

  /// Nil for a top-level block.
  public var parent: Block? {
    record.parent == 0 ? nil : Block(document: document, number: record.parent)
  }

  /// The `index` of every enclosing block from the top down, this block's own last: `[4, 2, 0]` is the first
  /// cell of the third row of the table that is the document's fifth block.
  public var path: [Int] {
    var path = [index]
    var block = self
    while let parent = block.parent {
      path.append(parent.index)
      block = parent
    }
    return path.reversed()
  }

  /// Blocks directly inside this one: a list's items, a table's rows, a row's cells.
  public var children: [Block] { document.children(of: number) }

  /// Whether this is a heading, a paragraph or a cell: a block with inline text of its own.
  public var holdsText: Bool { record.type.holdsText }

  /// A table's first row.
  public var isHeader: Bool {
    record.type == .row && cmark_gfm_extensions_get_table_row_is_header(node) != 0
  }

  /// What is written in a block of code or raw HTML; empty for other blocks.
  public var literal: [UInt8] {
    record.type == .code || record.type == .html ? CMark.bytes(cmark_node_get_literal(node)) : []
  }

  /// The visible text of a heading, paragraph or cell; empty for other blocks.
  public func flatText() -> FlatText {
    guard holdsText else { return FlatText(InlineWalk(), lineShift: 0, line: line) }
    return FlatText(of: node, lineShift: record.lineShift, line: line)
  }
}

import CMarkGFM

/// A parsed Markdown document: the owner of a cmark tree.
///
/// CommonMark with GFM tables. One document is for one task at a time; any number of documents can be parsed
/// and rendered in parallel. Lines are 1-based lines of the Markdown text.
public final class Document {
  /// The most bytes a document may have.
  public static let sizeLimit = 64 << 20

  let root: Node
  /// Every block in document order, the document itself first; `Block` is a position in here.
  let records: [BlockRecord]
  /// What the wrapper nodes in the tree stand for.
  var annotations: [Annotation] = []

  /// Parses UTF-8 text. Invalid bytes and NUL become U+FFFD.
  ///
  /// Input that would take cmark quadratic time is disarmed by backslashes first: see `InputGuard`.
  public init(_ utf8: [UInt8]) throws(MarkdownError) {
    guard utf8.count <= Document.sizeLimit else {
      throw .tooLarge(bytes: utf8.count, limit: Document.sizeLimit)
    }
    root = try CMark.parse(InputGuard.disarmed(utf8) ?? utf8)
    var survey = BlockSurvey()
    survey.walk(root)
    records = survey.records
  }

  /// Parses a text; the same as with its UTF-8.
  public convenience init(_ text: String) throws(MarkdownError) { try self.init(Array(text.utf8)) }

  deinit { cmark_node_free(root) }

  /// The top-level blocks in order; a block's place in this array is its `index`.
  public var blocks: [Block] { children(of: 0) }

  /// Every block that holds text directly, wherever it is nested: headings, paragraphs, table cells,
  /// in document order. Annotating changes neither their number nor their order.
  public var textBlocks: [Block] {
    records.indices.lazy.filter { self.records[$0].type.holdsText }.map { Block(document: self, number: $0) }
  }

  func children(of number: Int) -> [Block] {
    var children: [Block] = []
    var next = number + 1
    while next < records[number].end {
      children.append(Block(document: self, number: next))
      next = records[next].end
    }
    return children
  }
}

/// What a document knows of one block.
struct BlockRecord {
  let node: Node
  let type: NodeType
  /// Position of the enclosing block among the records.
  let parent: Int
  /// Position among the enclosing block's children.
  let index: Int
  /// Past the last record inside this one.
  var end: Int
  /// True 1-based line.
  var line: Int
  /// What cmark's lines inside this block are short of the true ones.
  var lineShift = 0
}

/// Walks a fresh tree once: lists its blocks, corrects lines, and joins lines of Chinese.
///
/// The walk climbs by parent links, so its depth costs nothing.
private struct BlockSurvey {
  private(set) var records: [BlockRecord] = []
  private var open: [Int] = []
  private var childCounts: [Int] = []

  /// The soft break that waits for the text after it.
  private var softBreak: Node?
  private var width: WideCharacters.Width = .narrow
  private var lastLine = 0
  private var hasLink = false
  /// Rows a paragraph took from the head of the table that swallowed it.
  private var tableShift = 0

  mutating func walk(_ root: Node) {
    var node = root
    while true {
      let type = CMark.type(of: node)
      enter(node, type)
      if let child = cmark_node_first_child(node) {
        node = child
        continue
      }
      leave(node, type)
      while node != root, cmark_node_next(node) == nil {
        guard let parent = cmark_node_parent(node) else { return }
        node = parent
        leave(node, CMark.type(of: node))
      }
      guard node != root, let next = cmark_node_next(node) else { return }
      node = next
    }
  }

  private mutating func enter(_ node: Node, _ type: NodeType) {
    switch type {
    case .text, .codeSpan, .inlineHTML: meetText(node)
    case .softBreak: softBreak = node
    case .lineBreak: forgetText()
    case .link, .image: hasLink = true
    case _ where type.isBlock:
      enterBlock(node, type)
    default: break
    }
  }

  private mutating func enterBlock(_ node: Node, _ type: NodeType) {
    if let parent = childCounts.indices.last { childCounts[parent] += 1 }
    records.append(
      BlockRecord(
        node: node, type: type, parent: open.last ?? 0, index: (childCounts.last ?? 1) - 1, end: 0,
        line: Int(cmark_node_get_start_line(node))))
    let isHead = type == .row && cmark_gfm_extensions_get_table_row_is_header(node) != 0
    if type == .table || isHead || type == .cell, let above = open.last {
      let shift = type == .table ? tableShift : isHead || type == .cell ? records[above].lineShift : 0
      records[records.count - 1].lineShift = shift
      records[records.count - 1].line += shift
      tableShift = 0
    }
    open.append(records.count - 1)
    childCounts.append(0)
    forgetText()
    lastLine = 0
    hasLink = false
  }

  private mutating func leave(_ node: Node, _ type: NodeType) {
    guard type.isBlock, let number = open.popLast() else { return }
    childCounts.removeLast()
    records[number].end = records.count
    forgetText()
    if type == .paragraph { correctLines(of: number) }
  }

  /// cmark starts a paragraph at the link definitions it took off its head, and gives a paragraph that a
  /// table's head was cut from no lines at all.
  private mutating func correctLines(of number: Int) {
    let node = records[number].node
    var shift = 0
    if records[number].line == 0 {
      guard let table = cmark_node_next(node) else { return }
      shift = Int(cmark_node_get_start_line(table))
      tableShift = lastLine + 1
    } else if !hasLink, lastLine > 0 {
      // A link may hide line ends in its address, and then this sum says nothing.
      shift = max(0, Int(cmark_node_get_end_line(node)) - lastLine)
    }
    records[number].line += shift
    records[number].lineShift = shift
  }

  private mutating func forgetText() {
    softBreak = nil
    width = .narrow
  }

  private mutating func meetText(_ node: Node) {
    lastLine = Int(cmark_node_get_end_line(node))
    CMark.withLiteral(of: node) { text in
      guard !text.isEmpty else { return }
      if let softBreak, WideCharacters.join(width, WideCharacters.firstWidth(text)) {
        cmark_node_free(softBreak)
      }
      softBreak = nil
      width = WideCharacters.lastWidth(text)
    }
  }
}

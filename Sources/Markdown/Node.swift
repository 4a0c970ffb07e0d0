import CMarkGFM
import Glibc

/// A node of cmark's tree. Valid as long as its document lives.
typealias Node = OpaquePointer

/// The node types the module tells apart.
enum NodeType {
  case document, quote, list, item, code, html, paragraph, heading, thematicBreak, table, row, cell
  case text, softBreak, lineBreak, codeSpan, inlineHTML, emphasis, strong, link, image, custom
  case other

  var isBlock: Bool {
    switch self {
    case .document, .quote, .list, .item, .code, .html, .paragraph, .heading, .thematicBreak: true
    case .table, .row, .cell: true
    default: false
    }
  }
  /// Holds inline nodes directly.
  var holdsText: Bool { self == .paragraph || self == .heading || self == .cell }
  /// Its visible text is its literal.
  var isLiteral: Bool { self == .text || self == .codeSpan || self == .inlineHTML }
}

enum CMark {
  /// Registering writes to cmark's global tables, so it must happen once and before any parse: a lazy
  /// static does both. Only `table` is ever attached: `strikethrough` and `autolink` change a process-global
  /// table of special characters while parsing, which garbles documents parsed in parallel
  /// (github/cmark-gfm#176).
  nonisolated(unsafe) private static let tableExtension: OpaquePointer? = {
    cmark_gfm_core_extensions_ensure_registered()
    return cmark_find_syntax_extension("table")
  }()

  /// One parser a document, the default allocator (the arena is global and unlocked), and never
  /// CMARK_OPT_UNSAFE. SOURCEPOS makes cmark count the lines inside code spans too.
  static func parse(_ bytes: [UInt8]) throws(MarkdownError) -> Node {
    guard let tableExtension, let parser = cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_SOURCEPOS)
    else { throw .tablesMissing }
    defer { cmark_parser_free(parser) }
    guard cmark_parser_attach_syntax_extension(parser, tableExtension) != 0 else { throw .tablesMissing }
    bytes.withUnsafeBytes { buffer in
      cmark_parser_feed(parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    guard let root = cmark_parser_finish(parser) else { throw .tablesMissing }
    return root
  }

  static func type(of node: Node) -> NodeType {
    let type = cmark_node_get_type(node)
    switch type {
    case CMARK_NODE_TEXT: return .text
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_PARAGRAPH: return .paragraph
    case CMARK_NODE_HEADING: return .heading
    case CMARK_NODE_CUSTOM_INLINE: return .custom
    case CMARK_NODE_LINK: return .link
    case CMARK_NODE_STRONG: return .strong
    case CMARK_NODE_EMPH: return .emphasis
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_CODE: return .codeSpan
    case CMARK_NODE_HTML_INLINE: return .inlineHTML
    case CMARK_NODE_IMAGE: return .image
    case CMARK_NODE_DOCUMENT: return .document
    case CMARK_NODE_BLOCK_QUOTE: return .quote
    case CMARK_NODE_LIST: return .list
    case CMARK_NODE_ITEM: return .item
    case CMARK_NODE_CODE_BLOCK: return .code
    case CMARK_NODE_HTML_BLOCK: return .html
    case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
    case tableTypes.table: return .table
    case tableTypes.row: return .row
    case tableTypes.cell: return .cell
    default: return .other
    }
  }

  /// The types of table, row and cell, which registration numbers and no public header names: read off the
  /// smallest table.
  private static let tableTypes: (table: cmark_node_type, row: cmark_node_type, cell: cmark_node_type) = {
    guard let root = try? parse(Array("a\n-|\n".utf8)) else {
      return (CMARK_NODE_NONE, CMARK_NODE_NONE, CMARK_NODE_NONE)
    }
    defer { cmark_node_free(root) }
    let table = cmark_node_first_child(root)
    let row = cmark_node_first_child(table)
    return (
      cmark_node_get_type(table), cmark_node_get_type(row), cmark_node_get_type(cmark_node_first_child(row))
    )
  }()

  /// The literal's bytes: valid UTF-8 without NUL, as cmark replaces both in its input.
  static func withLiteral<Result>(of node: Node, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    withBytes(cmark_node_get_literal(node), body)
  }

  static func withBytes<Result>(
    _ text: UnsafePointer<CChar>?, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard let text else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    let count = strlen(text)
    return text.withMemoryRebound(to: UInt8.self, capacity: count) {
      body(UnsafeBufferPointer(start: $0, count: count))
    }
  }

  static func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8] { withBytes(text) { Array($0) } }
}

/// Node user data carries small numbers, so nothing has to be freed with the tree.
enum NodeTag {
  /// On a wrapper: which of the document's annotations it stands for.
  static func setAnnotation(_ index: Int, on node: Node) -> Bool {
    cmark_node_set_user_data(node, UnsafeMutableRawPointer(bitPattern: index + 1)) != 0
  }

  static func annotation(of node: Node) -> Int? {
    cmark_node_get_user_data(node).map { Int(bitPattern: $0) - 1 }
  }

  /// On a piece of split text: where it stands, which cmark has no setter for.
  static func setPosition(line: Int, column: Int, on node: Node) -> Bool {
    let packed = line << 31 | min(column, 0x7FFF_FFFF)
    return cmark_node_set_user_data(node, UnsafeMutableRawPointer(bitPattern: packed)) != 0
  }

  static func position(of node: Node) -> (line: Int, column: Int) {
    if let packed = cmark_node_get_user_data(node).map({ Int(bitPattern: $0) }) {
      return (packed >> 31, packed & 0x7FFF_FFFF)
    }
    return (Int(cmark_node_get_start_line(node)), Int(cmark_node_get_start_column(node)))
  }
}

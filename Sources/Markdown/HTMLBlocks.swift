import CMarkGFM

extension HTMLWriter {
  mutating func enterBlock(_ node: Node, _ type: NodeType, _ block: Block) {
    switch type {
    case .paragraph:
      if isItemText(node) { return }
      startLine()
      output.append("<p")
      appendID(block)
      output.append(UInt8(ascii: ">"))
    case .heading:
      if cmark_node_first_child(node) == nil { return }
      startLine()
      output.append("<h")
      output.append(headingDigit(node))
      appendID(block)
      output.append(UInt8(ascii: ">"))
    case .quote: openLine("<blockquote>\n")
    case .list: openList(node)
    case .item:
      startLine()
      output.append("<li")
      if let child = cmark_node_first_child(node), isItemText(child) {
        appendID(Block(document: document, number: block.number + 1))
      }
      output.append(UInt8(ascii: ">"))
    case .code: appendCode(node)
    case .html:
      // Shown as written: the reader sees what stood in the source.
      openLine("<pre>\n")
      CMark.withLiteral(of: node) { HTMLText.escape($0, into: &output) }
    case .thematicBreak: openLine("<hr>\n")
    case .table: openTable(node, block)
    case .row: openRow(node)
    case .cell: openCell(node)
    default: break
    }
  }

  mutating func leaveBlock(_ node: Node, _ type: NodeType) {
    switch type {
    case .paragraph: if !isItemText(node) { output.append("</p>\n") }
    case .heading:
      if cmark_node_first_child(node) == nil { return }
      output.append("</h")
      output.append(headingDigit(node))
      output.append(">\n")
    case .quote: openLine("</blockquote>\n")
    case .list: openLine(isOrdered(node) ? "</ol>\n" : "</ul>\n")
    case .item: output.append("</li>\n")
    case .html: output.append("</pre>\n")
    case .table:
      output.append(bodyRow(ofTable: node) ? "</tbody>\n</table>\n</div>\n" : "</table>\n</div>\n")
    case .row:
      output.append(isHeader(node) ? "</tr>\n</thead>\n" : "</tr>\n")
    case .cell: output.append(isHeader(cmark_node_parent(node)) ? "</th>\n" : "</td>\n")
    default: break
    }
  }

  private mutating func openLine(_ text: StaticString) {
    startLine()
    output.append(text)
  }

  private func headingDigit(_ node: Node) -> UInt8 {
    HTMLWriter.headingDigit(Int(cmark_node_get_heading_level(node)), shift: headingShift)
  }

  static func headingDigit(_ level: Int, shift: Int) -> UInt8 {
    let level = level.addingReportingOverflow(shift)
    return UInt8(ascii: "0") + UInt8(level.overflow ? 6 : min(6, max(1, level.partialValue)))
  }

  /// A tight list's item shows its first paragraph without `p`.
  private func isItemText(_ node: Node) -> Bool {
    guard cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH, cmark_node_previous(node) == nil,
      let item = cmark_node_parent(node), cmark_node_get_type(item) == CMARK_NODE_ITEM
    else { return false }
    return cmark_node_get_list_tight(cmark_node_parent(item)) != 0
  }

  private func isOrdered(_ list: Node) -> Bool { cmark_node_get_list_type(list) == CMARK_ORDERED_LIST }

  private mutating func openList(_ node: Node) {
    guard isOrdered(node) else { return openLine("<ul>\n") }
    let start = cmark_node_get_list_start(node)
    if start == 1 { return openLine("<ol>\n") }
    openLine("<ol start=\"")
    output.append(contentsOf: String(start).utf8)
    output.append("\">\n")
  }

  private mutating func appendCode(_ node: Node) {
    openLine("<pre><code")
    let info = CMark.bytes(cmark_node_get_fence_info(node))
    let language = info.prefix {
      ("0"..."9").contains(Unicode.Scalar($0)) || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A
    }
    if !language.isEmpty {
      output.append(" class=\"language-")
      output.append(contentsOf: language)
      output.append(0x22)
    }
    output.append(UInt8(ascii: ">"))
    CMark.withLiteral(of: node) { HTMLText.escape($0, into: &output) }
    output.append("</code></pre>\n")
  }
}

// MARK: Tables

extension HTMLWriter {
  /// A table of more columns than this is likely to be scrolled, so its frame takes the keyboard's focus.
  private static let widestFixedTable = 4

  private func isHeader(_ row: Node?) -> Bool {
    row.map { cmark_gfm_extensions_get_table_row_is_header($0) != 0 } ?? false
  }

  private func bodyRow(ofTable table: Node) -> Bool {
    cmark_node_last_child(table).map { !isHeader($0) } ?? false
  }

  /// A focusable region needs a name, and the table's head is the only one at hand.
  private mutating func openTable(_ node: Node, _ block: Block) {
    startLine()
    output.append("<div class=\"table\"")
    if Int(cmark_gfm_extensions_get_table_columns(node)) > HTMLWriter.widestFixedTable,
      let head = block.children.first
    {
      let name = head.children.map { $0.flatText().bytes }.filter { !$0.isEmpty }
      if !name.isEmpty {
        output.append(" tabindex=\"0\" role=\"region\" aria-label=\"")
        HTMLText.escape(Array(name.joined(separator: " · ".utf8)), into: &output)
        output.append(0x22)
      }
    }
    output.append(">\n<table>\n")
  }

  private mutating func openRow(_ node: Node) {
    if isHeader(node) {
      output.append("<thead>\n<tr>\n")
    } else {
      output.append(isHeader(cmark_node_previous(node)) ? "<tbody>\n<tr>\n" : "<tr>\n")
    }
  }

  private mutating func openCell(_ node: Node) {
    output.append(isHeader(cmark_node_parent(node)) ? "<th scope=\"col\"" : "<td")
    switch alignment(of: node) {
    case UInt8(ascii: "l"): output.append(" class=\"align-left\"")
    case UInt8(ascii: "c"): output.append(" class=\"align-center\"")
    case UInt8(ascii: "r"): output.append(" class=\"align-right\"")
    default: break
    }
    output.append(UInt8(ascii: ">"))
  }

  private func alignment(of cell: Node) -> UInt8 {
    guard let table = cmark_node_parent(cell).flatMap({ cmark_node_parent($0) }),
      let alignments = cmark_gfm_extensions_get_table_alignments(table)
    else { return 0 }
    // The number of this block's place in its row, not a walk back through the row's cells.
    let index = document.records[currentBlock].index
    return index < Int(cmark_gfm_extensions_get_table_columns(table)) ? alignments[index] : 0
  }
}

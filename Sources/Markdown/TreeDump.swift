import CMarkGFM

extension Document {
  /// The tree as indented text, one node a line: what golden tests compare.
  ///
  /// Blocks show their true line, texts what they hold, links their address, wrappers their element.
  public func dump() -> String {
    var output = ""
    var depth = 0
    var number = 0
    var node = root
    while true {
      let type = CMark.type(of: node)
      output += String(repeating: "  ", count: depth) + describe(node, type)
      if type.isBlock {
        if number > 0 { output += " @\(records[number].line)" }
        number += 1
      }
      output += "\n"
      if let child = cmark_node_first_child(node) {
        node = child
        depth += 1
        continue
      }
      while node != root, cmark_node_next(node) == nil {
        guard let parent = cmark_node_parent(node) else { return output }
        node = parent
        depth -= 1
      }
      guard node != root, let next = cmark_node_next(node) else { return output }
      node = next
    }
  }

  private func describe(_ node: Node, _ type: NodeType) -> String {
    if type == .custom || type == .link, let index = NodeTag.annotation(of: node) {
      let annotation = annotations[index]
      let attributes = annotation.attributes.map { " \($0.name)=\(quoted(Array($0.value.utf8)))" }.joined()
      return "<\(annotation.element.rawValue)\(attributes)>"
    }
    switch type {
    case .heading: return "heading \(cmark_node_get_heading_level(node))"
    case .list:
      let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      let start = isOrdered ? " from \(cmark_node_get_list_start(node))" : ""
      return "list\(start)\(cmark_node_get_list_tight(node) != 0 ? " tight" : "")"
    case .text, .codeSpan, .inlineHTML, .code, .html:
      return "\(type) \(quoted(CMark.bytes(cmark_node_get_literal(node))))"
    case .link, .image: return "\(type) \(quoted(CMark.bytes(cmark_node_get_url(node))))"
    case .row: return cmark_gfm_extensions_get_table_row_is_header(node) != 0 ? "row header" : "row"
    case .table: return "table \(cmark_gfm_extensions_get_table_columns(node))"
    default: return "\(type)"
    }
  }

  private func quoted(_ text: [UInt8]) -> String {
    String(decoding: text, as: UTF8.self).debugDescription
  }
}

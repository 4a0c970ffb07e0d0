import CMarkGFM

extension Document {
  /// Appends the document as HTML5 flow content.
  ///
  /// - `ids` is asked for every heading and every paragraph, nested ones too, in document order; an id goes on
  ///   the `h1`...`h6` or `p`, or on the `li` whose only text is a paragraph of a tight list.
  /// - `headingShift` is added to heading levels, which stay within 1...6.
  ///
  /// Raw HTML is shown as the text it is. Links go by `LinkPolicy`: a refused one leaves its text, and an image
  /// from elsewhere becomes a link to it.
  public func html(
    into buffer: inout [UInt8], ids: (Block) -> String? = { _ in nil }, headingShift: Int = 0
  ) {
    withoutActuallyEscaping(ids) { ids in
      var writer = HTMLWriter(document: self, ids: ids, headingShift: headingShift)
      swap(&writer.output, &buffer)
      writer.write(from: root)
      swap(&writer.output, &buffer)
    }
  }
}

extension Block {
  /// Appends this block and what it holds as HTML5, in the way of `Document.html`, without ids.
  public func html(into buffer: inout [UInt8], headingShift: Int = 0) {
    var writer = HTMLWriter(document: document, ids: { _ in nil }, headingShift: headingShift, number: number)
    swap(&writer.output, &buffer)
    writer.write(from: node)
    swap(&writer.output, &buffer)
  }
}

/// Writes a cmark tree into one buffer.
///
/// cmark's own renderer will not do: it cannot give ids to headings and paragraphs, and it writes the payload
/// of custom nodes raw even in safe mode. Here the payload is data, and every byte of text is escaped.
/// The walk climbs by parent links, so depth costs nothing.
struct HTMLWriter {
  let document: Document
  let ids: (Block) -> String?
  let headingShift: Int
  var output: [UInt8] = []

  /// The next block to enter, counted as the document counts.
  private var number = 0
  /// The block entered last.
  var currentBlock: Int { number - 1 }
  /// The `a` element that is open: there is no second one inside it.
  private var openLink: Node?
  /// Annotations whose id is written: of one cut into pieces only the first names it.
  private var named: Set<Int> = []

  init(
    document: Document, ids: @escaping (Block) -> String?, headingShift: Int, number: Int = 0
  ) {
    self.document = document
    self.ids = ids
    self.headingShift = headingShift
    self.number = number
  }

  /// Writes a node and everything below it.
  mutating func write(from root: Node) {
    var node = root
    while true {
      let type = CMark.type(of: node)
      let goesInside = enter(node, type)
      if goesInside, let child = cmark_node_first_child(node) {
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

  /// False when the node's children are written already, or not at all.
  private mutating func enter(_ node: Node, _ type: NodeType) -> Bool {
    if type.isBlock {
      number += 1
      enterBlock(node, type, Block(document: document, number: currentBlock))
      return true
    }
    switch type {
    case .text, .inlineHTML: appendLiteral(node)
    case .softBreak: output.append(0x0A)
    case .lineBreak: output.append("<br>\n")
    case .codeSpan:
      output.append("<code>")
      appendLiteral(node)
      output.append("</code>")
    case .emphasis: output.append("<em>")
    case .strong: output.append("<strong>")
    case .custom: openAnnotation(node)
    case .link:
      if NodeTag.annotation(of: node) == nil { openLink(node) } else { openAnnotation(node) }
    case .image:
      guard LinkPolicy.isShown(image: node) else {
        openLink(node)
        return true
      }
      appendImage(node)
      return false
    default: break
    }
    return true
  }

  private mutating func leave(_ node: Node, _ type: NodeType) {
    switch type {
    case .emphasis: output.append("</em>")
    case .strong: output.append("</strong>")
    case .custom: closeAnnotation(node)
    case .link, .image:
      if NodeTag.annotation(of: node) == nil { closeLink(node) } else { closeAnnotation(node) }
    case _ where type.isBlock: leaveBlock(node, type)
    default: break
    }
  }

  private mutating func appendLiteral(_ node: Node) {
    CMark.withLiteral(of: node) { HTMLText.escape($0, into: &output) }
  }

  private mutating func appendAttribute(_ name: StaticString, _ value: some Collection<UInt8>) {
    output.append(0x20)
    output.append(name)
    output.append("=\"")
    HTMLText.escape(value, into: &output)
    output.append(0x22)
  }

  mutating func appendID(_ block: Block) {
    if let id = ids(block) { appendAttribute("id", id.utf8) }
  }

  mutating func startLine() {
    if let last = output.last, last != 0x0A { output.append(0x0A) }
  }
}

// MARK: Links, images, annotations

extension HTMLWriter {
  private mutating func openLink(_ node: Node) {
    let address = CMark.bytes(cmark_node_get_url(node))
    guard openLink == nil, LinkPolicy.judge(address) != .refused else { return }
    openLink = node
    output.append("<a href=\"")
    HTMLText.escape(address: address, into: &output)
    output.append(0x22)
    appendTitle(of: node)
    output.append(UInt8(ascii: ">"))
  }

  private mutating func closeLink(_ node: Node) {
    guard openLink == node else { return }
    output.append("</a>")
    openLink = nil
  }

  private mutating func appendTitle(of node: Node) {
    let title = CMark.bytes(cmark_node_get_title(node))
    if !title.isEmpty { appendAttribute("title", title) }
  }

  private mutating func appendImage(_ node: Node) {
    output.append("<img src=\"")
    HTMLText.escape(address: CMark.bytes(cmark_node_get_url(node)), into: &output)
    output.append(0x22)
    appendAttribute("alt", plainText(of: node))
    appendTitle(of: node)
    output.append(UInt8(ascii: ">"))
  }

  /// What is written inside an image, which can hold any inline node but only shows as an attribute.
  private func plainText(of image: Node) -> [UInt8] {
    InlineWalk(of: image).bytes
  }

  private mutating func openAnnotation(_ node: Node) {
    guard let index = NodeTag.annotation(of: node), document.annotations.indices.contains(index) else {
      return
    }
    let annotation = document.annotations[index]
    let form = annotation.form(insideLink: openLink != nil)
    if form == .nothing { return }
    if form == .link { openLink = node }
    let isFirst = !annotation.hasID || named.insert(index).inserted
    annotation.writeStart(as: form, withID: isFirst, into: &output)
  }

  private mutating func closeAnnotation(_ node: Node) {
    guard let index = NodeTag.annotation(of: node), document.annotations.indices.contains(index) else {
      return
    }
    let annotation = document.annotations[index]
    let isLink = openLink == node
    if isLink { openLink = nil }
    annotation.writeEnd(as: isLink ? .link : annotation.form(insideLink: true), into: &output)
  }
}

// Tags that hold others: where they begin and end, and which whitespace around them disappears.

extension Parser {
  mutating func openParent(_ place: Place) {
    let before = syntax.nodes.count
    begin(place)
    let leading = place.blank.map { (nodes: before..<syntax.nodes.count, bytes: $0) }
    guard let target = target(place.tag), let name = word(place.tag) else { return }
    open.append(
      Element(tag: place.tag, name: name, node: syntax.nodes.count, contentStart: at, leading: leading))
    emit(.parent(target, indent: nil, end: 0), place.tag)
  }

  mutating func openBlock(_ place: Place) {
    let isArgument = open.last?.isParent ?? false
    var site = Syntax.Block.Site.inline
    if isArgument {
      // Whatever stands before an argument is ignored, so that only what follows matters.
      if let lineEnd = place.lineEnd { at = lineEnd }
      lineBegun = place.lineEnd == nil
    } else if let blank = place.blank {
      if let lineEnd = place.lineEnd {
        at = lineEnd
        lineBegun = false
        site = .standalone(indent: blank)
      } else {
        site = .leading(blank)
        lineBegun = true
      }
    }
    guard let name = word(place.tag) else { return }
    var element = Element(tag: place.tag, name: name, node: syntax.nodes.count, contentStart: at)
    element.isArgument = isArgument
    open.append(element)
    let opensLine = place.lineEnd != nil && (isArgument || place.blank != nil)
    let block = Syntax.Block(site: site, opensLine: opensLine, dedent: at..<at)
    emit(.block(name, block, end: 0), place.tag)
  }

  mutating func close(_ place: Place) {
    let start = place.tag.range.lowerBound
    guard let name = word(place.tag) else {
      settle(place)
      return
    }
    guard let last = open.last else {
      report(start, .strayClose(name))
      settle(place)
      return
    }
    if last.name != name {
      let opened = syntax.source.place(of: last.tag.range.lowerBound)
      report(start, .mismatchedClose(name, open: written(last), at: opened))
      guard let match = open.lastIndex(where: { $0.name == name }) else {
        open[open.count - 1].excused = true
        settle(place)
        return
      }
      while open.count > match + 1 { finish(open.removeLast(), contentEnd: start) }
    }
    guard let element = open.popLast() else { return }
    if element.isParent {
      closeParent(element, place)
    } else if element.isArgument {
      // What follows is ignored, so that the whitespace before the tag need not stay either.
      lineBegun = true
      finish(element, contentEnd: start)
    } else {
      settle(place)
      finish(element, contentEnd: start)
    }
  }

  private mutating func closeParent(_ element: Element, _ place: Place) {
    finish(element, contentEnd: place.tag.range.lowerBound)
    lineBegun = true
    // Only the two ends count: the element may fill one line or many.
    guard let leading = element.leading, let lineEnd = place.lineEnd else { return }
    for index in leading.nodes { syntax.nodes[index] = .nothing }
    if case .parent(let target, _, let end) = syntax.nodes[element.node] {
      syntax.nodes[element.node] = .parent(target, indent: leading.bytes, end: end)
    }
    at = lineEnd
    lineBegun = false
  }

  /// Writes the end of an element and tells its node.
  mutating func finish(_ element: Element, contentEnd: Int) {
    let end = syntax.nodes.count
    append(.end, at)
    switch syntax.nodes[element.node] {
    case .section(let name, let inverted, _):
      syntax.nodes[element.node] = .section(name, inverted: inverted, end: end)
    case .parent(let target, let indent, _):
      syntax.nodes[element.node] = .parent(target, indent: indent, end: end)
    case .block(let name, var block, _):
      if block.opensLine, let indent = firstIndent(in: element.contentStart..<contentEnd) {
        block.dedent = indent
        if case .standalone = block.site { block.site = .standalone(indent: indent) }
      }
      syntax.nodes[element.node] = .block(name, block, end: end)
    default: break
    }
  }

  /// The whitespace before the first line that has something; nil when none has.
  private func firstIndent(in range: Range<Int>) -> Range<Int>? {
    var line = range.lowerBound
    while let next = blankLineEnd(from: line), next < range.upperBound { line = next }
    var high = line
    while high < range.upperBound, Byte.isBlank(bytes[high]) { high += 1 }
    return high < range.upperBound ? line..<high : nil
  }
}

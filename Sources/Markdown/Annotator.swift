import CMarkGFM

extension Document {
  /// Wraps byte ranges of a block's flat text in elements; linear in the text and the number of ranges.
  ///
  /// Ranges may come in any order and may lie inside each other, not cross; of equal ranges the first given is
  /// the outer one. A range that covers only part of a link or of strong text is wrapped piece by piece,
  /// inside and outside; what it covers wholly goes inside the wrapper.
  ///
  /// On an error in the ranges nothing is changed.
  public func annotate(_ block: Block, _ marks: [(Range<Int>, Annotation)]) throws(MarkdownError) {
    try annotate(block) { _ in marks }
  }

  /// The same with ranges that are found in the block's flat text.
  public func annotate(
    _ block: Block, _ find: ([UInt8]) -> [(Range<Int>, Annotation)]
  ) throws(MarkdownError) {
    guard block.holdsText else { throw .noText(line: block.line) }
    let walk = InlineWalk(of: block.node)
    let sorted = try Annotator.sorted(find(walk.bytes), in: walk.bytes[...], line: block.line)
    if sorted.isEmpty { return }
    let first = annotations.count
    annotations.append(contentsOf: sorted.map(\.annotation))
    var annotator = Annotator(
      container: block.node, line: block.line, bytes: walk.bytes, marks: sorted, firstAnnotation: first)
    for step in walk.steps { try annotator.take(step) }
  }

  /// The same for the top-level block at `index` of `blocks`.
  public func annotate(block index: Int, _ marks: [(Range<Int>, Annotation)]) throws(MarkdownError) {
    let blocks = blocks
    guard blocks.indices.contains(index) else { throw .noText(line: 0) }
    try annotate(blocks[index], marks)
  }

  /// Wraps one range of the top-level block at `index`; for several, give them together.
  public func annotate(block index: Int, range: Range<Int>, _ annotation: Annotation) throws(MarkdownError) {
    try annotate(block: index, [(range, annotation)])
  }
}

/// Rebuilds a block's inline nodes with wrappers around the marked text, in one pass.
struct Annotator {
  struct Mark {
    let range: Range<Int>
    let order: Int
    let annotation: Annotation
  }

  /// A container being passed through.
  private struct Frame {
    let container: Node
    /// How many of the open marks wrap the whole container from outside.
    let satisfied: Int
    /// One for each open mark after those, outermost first, as far as they exist already.
    var wrappers: [Node] = []
  }

  private let line: Int
  private let bytes: [UInt8]
  private let marks: [Mark]
  private let firstAnnotation: Int
  private var next = 0
  /// Marks around the current position, outermost first.
  private var open: [Int] = []
  private var frames: [Frame]

  init(container: Node, line: Int, bytes: [UInt8], marks: [Mark], firstAnnotation: Int) {
    self.line = line
    self.bytes = bytes
    self.marks = marks
    self.firstAnnotation = firstAnnotation
    frames = [Frame(container: container, satisfied: 0)]
  }

  mutating func take(_ step: InlineWalk.Step) throws(MarkdownError) {
    switch step {
    case .enter(let node, let range):
      advance(to: range.lowerBound)
      let covering = open.prefix { marks[$0].range.upperBound >= range.upperBound }.count
      try place(node, before: node, depth: covering)
      frames.append(Frame(container: node, satisfied: covering))
    case .leave:
      frames.removeLast()
    case .leaf(let node, let range):
      try takeLeaf(node, range)
    }
  }

  private mutating func takeLeaf(_ node: Node, _ range: Range<Int>) throws(MarkdownError) {
    var position = range.lowerBound
    advance(to: position)
    // A shown image has no text, yet must stay between its neighbours.
    guard !range.isEmpty else { return try place(node, before: node, depth: open.count) }
    while position < range.upperBound {
      var end = range.upperBound
      if let innermost = open.last { end = min(end, marks[innermost].range.upperBound) }
      if next < marks.count { end = min(end, marks[next].range.lowerBound) }
      if position == range.lowerBound, end == range.upperBound {
        return try place(node, before: node, depth: open.count)
      }
      let piece = try makePiece(of: node, position..<end, offset: position - range.lowerBound)
      try place(piece, before: node, depth: open.count)
      position = end
      advance(to: position)
    }
    cmark_node_free(node)
  }

  /// Closes the marks that end at or before the position and opens those that start there.
  private mutating func advance(to position: Int) {
    let top = frames.count - 1
    while open.count > frames[top].satisfied, let last = open.last,
      marks[last].range.upperBound <= position
    {
      open.removeLast()
      trim(to: open.count)
    }
    while next < marks.count, marks[next].range.lowerBound <= position {
      open.append(next)
      next += 1
    }
  }

  private mutating func trim(to depth: Int) {
    let top = frames.count - 1
    let keep = max(0, depth - frames[top].satisfied)
    if frames[top].wrappers.count > keep {
      frames[top].wrappers.removeLast(frames[top].wrappers.count - keep)
    }
  }

  /// Puts a node into the wrappers of the first `depth` open marks; `anchor` stands where it belongs.
  private mutating func place(_ node: Node, before anchor: Node, depth: Int) throws(MarkdownError) {
    trim(to: depth)
    let top = frames.count - 1
    while frames[top].satisfied + frames[top].wrappers.count < depth {
      let mark = open[frames[top].satisfied + frames[top].wrappers.count]
      let wrapper = try insertWrapper(for: mark, into: frames[top].wrappers.last, before: anchor)
      frames[top].wrappers.append(wrapper)
    }
    if let wrapper = frames[top].wrappers.last {
      guard cmark_node_append_child(wrapper, node) != 0 else { throw .refused(line: line) }
    } else if node != anchor {
      guard cmark_node_insert_before(anchor, node) != 0 else { throw .refused(line: line) }
    }
  }

  /// A table cell refuses custom inline nodes but takes links, so a link node stands in for one there; the
  /// tag tells it from a link of the text.
  private func insertWrapper(
    for mark: Int, into parent: Node?, before anchor: Node
  ) throws(MarkdownError) -> Node {
    for type in [CMARK_NODE_CUSTOM_INLINE, CMARK_NODE_LINK] {
      guard let wrapper = cmark_node_new(type) else { break }
      let taken =
        parent.map { cmark_node_append_child($0, wrapper) } ?? cmark_node_insert_before(anchor, wrapper)
      if taken != 0, NodeTag.setAnnotation(firstAnnotation + mark, on: wrapper) { return wrapper }
      cmark_node_free(wrapper)
    }
    throw .refused(line: line)
  }

  private func makePiece(
    of node: Node, _ range: Range<Int>, offset: Int
  ) throws(MarkdownError) -> Node {
    guard let piece = cmark_node_new(cmark_node_get_type(node)) else { throw .refused(line: line) }
    let position = NodeTag.position(of: node)
    let text = bytes[range].map { CChar(bitPattern: $0) } + [0]
    guard cmark_node_set_literal(piece, text) != 0,
      NodeTag.setPosition(line: position.line, column: position.column + offset, on: piece)
    else {
      cmark_node_free(piece)
      throw .refused(line: line)
    }
    return piece
  }
}

extension Annotator {
  /// Marks by start, the longer first, checked: inside the text, on character bounds, not crossing.
  static func sorted(
    _ marks: [(Range<Int>, Annotation)], in bytes: ArraySlice<UInt8>, line: Int
  ) throws(MarkdownError) -> [Mark] {
    func isBound(_ offset: Int) -> Bool {
      offset == bytes.count || bytes[bytes.startIndex + offset] & 0xC0 != 0x80
    }
    for index in marks.indices {
      let range = marks[index].0
      guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= bytes.count,
        isBound(range.lowerBound), isBound(range.upperBound)
      else { throw .badRange(range, line: line) }
    }
    var sorted = marks.indices.map { Mark(range: marks[$0].0, order: $0, annotation: marks[$0].1) }
    // Marks mostly come in order.
    let isSorted = sorted.indices.dropFirst().allSatisfy {
      sorted[$0 - 1].range.upperBound <= sorted[$0].range.lowerBound
    }
    if isSorted { return sorted }
    sorted.sort {
      ($0.range.lowerBound, $1.range.upperBound, $0.order)
        < ($1.range.lowerBound, $0.range.upperBound, $1.order)
    }
    var open: [Range<Int>] = []
    for mark in sorted {
      while let last = open.last, last.upperBound <= mark.range.lowerBound { open.removeLast() }
      if let last = open.last, last.upperBound < mark.range.upperBound {
        throw .crossingRanges(last, mark.range, line: line)
      }
      open.append(mark.range)
    }
    return sorted
  }
}

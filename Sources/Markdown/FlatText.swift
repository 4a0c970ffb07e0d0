import CMarkGFM

/// The visible text of a block as UTF-8, with the way back to the Markdown.
///
/// Markup is gone; entities and backslash escapes are decoded. A soft break is one space, or nothing between
/// Chinese characters; a hard break is a line feed. An image that is shown as an image has no text.
/// Annotating changes neither the bytes nor the positions.
public struct FlatText: Sendable {
  public let bytes: [UInt8]
  /// Most texts have one piece only, which takes no array.
  private let first: Piece?
  private let others: [Piece]
  private let blockLine: Int

  private struct Piece: Sendable {
    let start: Int
    let line: Int
    let column: Int
  }

  init(_ walk: InlineWalk, lineShift: Int, line: Int) {
    let pieces = walk.steps.compactMap { step -> Piece? in
      guard case .leaf(let node, let range) = step, CMark.type(of: node).isLiteral else { return nil }
      let position = NodeTag.position(of: node)
      return Piece(start: range.lowerBound, line: position.line + lineShift, column: position.column)
    }
    self.init(bytes: walk.bytes, first: pieces.first, others: Array(pieces.dropFirst()), blockLine: line)
  }

  /// The same as from a walk; most blocks are one run of text, which takes no list of steps.
  init(of block: Node, lineShift: Int, line: Int) {
    guard let only = cmark_node_first_child(block), cmark_node_next(only) == nil,
      CMark.type(of: only) == .text
    else {
      self.init(InlineWalk(of: block), lineShift: lineShift, line: line)
      return
    }
    let position = NodeTag.position(of: only)
    self.init(
      bytes: CMark.withLiteral(of: only) { Array($0) },
      first: Piece(start: 0, line: position.line + lineShift, column: position.column), others: [],
      blockLine: line)
  }

  /// A run of text that stands in one line of Markdown as it is; see `MarkdownEscaping.isPlain`.
  public init(plain bytes: [UInt8], line: Int, column: Int) {
    self.init(
      bytes: bytes, first: Piece(start: 0, line: line, column: column), others: [], blockLine: line)
  }

  private init(bytes: [UInt8], first: Piece?, others: [Piece], blockLine: Int) {
    (self.bytes, self.first, self.others, self.blockLine) = (bytes, first, others, blockLine)
  }

  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// 1-based Markdown line of the byte at `offset`; offsets past the end count as the end.
  ///
  /// Off by the line ends a link hides in its address, if any comes before on the same paragraph.
  public func line(at offset: Int) -> Int { piece(at: offset)?.line ?? blockLine }

  /// 1-based Markdown line and byte column of the byte at `offset`.
  ///
  /// The column is exact up to the first escape or entity of the line's run of text, and on continued lines
  /// counts the indentation of the block's first line instead of their own.
  public func position(at offset: Int) -> (line: Int, column: Int) {
    guard let piece = piece(at: offset) else { return (blockLine, 1) }
    return (piece.line, piece.column + max(0, min(offset, bytes.count) - piece.start))
  }

  /// The last piece that starts at or before the offset.
  private func piece(at offset: Int) -> Piece? {
    var low = 0
    var high = others.count
    while low < high {
      let middle = (low + high) / 2
      if others[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? others[low - 1] : first
  }
}

/// The inline nodes of one block in order, each with the stretch of flat text it covers.
struct InlineWalk {
  enum Step {
    case enter(Node, Range<Int>)
    case leave
    case leaf(Node, Range<Int>)
  }

  private(set) var steps: [Step] = []
  private(set) var bytes: [UInt8] = []

  init() {}

  init(of block: Node) {
    var open: [Int] = []
    var next = cmark_node_first_child(block)
    while let node = next {
      let type = CMark.type(of: node)
      let start = bytes.count
      if let child = cmark_node_first_child(node), !(type == .image && LinkPolicy.isShown(image: node)) {
        open.append(steps.count)
        steps.append(.enter(node, start..<start))
        next = child
        continue
      }
      switch type {
      case .text, .codeSpan, .inlineHTML: CMark.withLiteral(of: node) { bytes.append(contentsOf: $0) }
      case .softBreak: bytes.append(0x20)
      case .lineBreak: bytes.append(0x0A)
      default: break
      }
      steps.append(.leaf(node, start..<bytes.count))

      var last = node
      next = cmark_node_next(last)
      while next == nil, let entered = open.popLast(), case .enter(let container, let range) = steps[entered]
      {
        steps[entered] = .enter(container, range.lowerBound..<bytes.count)
        steps.append(.leave)
        last = container
        next = cmark_node_next(last)
      }
    }
  }
}

/// A template as parsed: a flat list in source order, in which whatever can hold others knows where it ends.
///
/// Flat, because a hostile template may nest a hundred thousand deep. Ranges are bytes of the source.
struct Syntax {
  enum Node {
    /// The first thing on a line of the template: where a partial's indentation goes.
    case lineStart
    /// At most one line, its line end included.
    case text(Range<Int>)
    case variable(Name, raw: Bool)
    case section(Name, inverted: Bool, end: Int)
    case partial(Target, indent: Range<Int>?)
    /// `{{<name}}`; the blocks directly inside are arguments, all else inside is ignored.
    case parent(Target, indent: Range<Int>?, end: Int)
    case block(String, Block, end: Int)
    /// Ends the innermost of the above.
    case end
    /// What is left of whitespace that turned out to be the indentation of a parent.
    case nothing
  }

  /// A name as written, and its parts; no parts for `.`.
  struct Name {
    let text: String
    let parts: [String]
  }

  /// Which template to put in.
  enum Target {
    case fixed(String)
    /// `{{>*name}}`: the one that the value says.
    case dynamic(Name)
  }

  struct Block {
    /// How the opening tag stands on its line, which decides how content from elsewhere is indented.
    enum Site {
      /// Alone on its line, which disappears; content is indented like this.
      case standalone(indent: Range<Int>)
      /// First on its line, after this whitespace.
      case leading(Range<Int>)
      case inline
    }
    var site: Site
    /// The content starts on a line of its own.
    var opensLine: Bool
    /// Whitespace to be taken off each line of the content when it is used elsewhere.
    var dedent: Range<Int>
  }

  let source: TemplateSource
  var nodes: [Node] = []
  /// Byte offset of each node's tag, for messages.
  var offsets: [Int] = []

  /// The index of a node's `end`; of the node after, when it has none.
  func end(of index: Int) -> Int {
    switch nodes[index] {
    case .section(_, _, let end), .parent(_, _, let end), .block(_, _, let end): end
    default: index + 1
    }
  }

  /// The blocks directly inside the parent at `index`.
  func arguments(ofParent index: Int) -> [(name: String, node: Int)] {
    guard case .parent(_, _, let end) = nodes[index] else { return [] }
    var found: [(String, Int)] = []
    var at = index + 1
    while at < end {
      switch nodes[at] {
      case .block(let name, _, let inner):
        found.append((name, at))
        at = inner
      case .section(_, _, let inner), .parent(_, _, let inner): at = inner
      default: break
      }
      at += 1
    }
    return found
  }
}

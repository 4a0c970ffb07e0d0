import Archive

/// Where the sections of a report end: what is quoted of one, and what is counted of it, goes no further.
///
/// A section goes on to the next heading of its rank or above, and the last one to the lines that close the report.
struct SectionBounds {
  /// Between two bytes of a report's text.
  struct Position: Comparable {
    /// Of the top level.
    let block: Int
    /// In that block's flat text.
    let byte: Int

    static func < (left: Position, right: Position) -> Bool {
      (left.block, left.byte) < (right.block, right.byte)
    }
  }

  /// Of each entry of the outline.
  private(set) var ends: [Position]
  private let outline: [Heading]

  /// - Parameter textEnd: the block behind the last one of the report's text.
  init(_ outline: [Heading], textEnd: Int) {
    self.outline = outline
    let last = Position(block: textEnd, byte: 0)
    ends = [Position](repeating: last, count: outline.count)
    // Headings whose section goes on.
    var open: [Int] = []
    for (index, heading) in outline.enumerated() {
      let start = Position(block: heading.place.block, byte: heading.place.range.lowerBound)
      while let above = open.last, outline[above].level >= heading.level {
        close(above, at: start, lastBelow: index - 1)
        open.removeLast()
      }
      open.append(index)
    }
    for index in open { close(index, at: last, lastBelow: outline.count - 1) }
  }

  /// - Parameter lastBelow: the last heading of the section, or its own.
  private mutating func close(_ section: Int, at end: Position, lastBelow: Int) {
    let (heading, block) = (outline[section], outline[section].place.block)
    // `主要做法：一是…。二是…。`: what stands behind the paragraph is no more the last one's than the others'.
    let isInside =
      heading.runIn && heading.place.range.lowerBound > 0 && outline[lastBelow].place.block == block
    ends[section] = isInside ? min(end, Position(block: block + 1, byte: 0)) : end
  }
}

import Archive

/// The sections of a report: their headings, how they begin and how long they are.
struct ReportSections {
  private let outline: [Heading]
  /// Of the top level; nil for those that hold no text of their own.
  private let blocks: [FlatBlock?]
  private let bounds: SectionBounds

  init(_ outline: [Heading], blocks all: [FlatBlock], masthead: Masthead) {
    var blocks = [FlatBlock?](repeating: nil, count: all.last.map { $0.index + 1 } ?? 0)
    for block in all where block.isTopLevel { blocks[block.index] = block }
    let end = ClosingBlocks(masthead).start(in: blocks, after: outline.last?.place.block ?? -1)
    self.outline = outline
    self.blocks = blocks
    bounds = SectionBounds(outline, textEnd: end)
  }

  // MARK: Lengths

  /// In scalars, from behind each heading to the end of its section, headings below it included.
  ///
  /// - Parameter all: the blocks of the report at any depth.
  func lengths(_ all: [FlatBlock]) -> [Int] {
    // How much text stands before each block of the top level.
    var starts: [Int] = []
    starts.reserveCapacity(blocks.count)
    var total = 0
    for block in all {
      while starts.count <= block.index { starts.append(total) }
      total += block.text.folded.count
    }
    func scalars(before position: SectionBounds.Position) -> Int {
      guard starts.indices.contains(position.block) else { return total }
      return starts[position.block] + (blocks[position.block]?.text.scalar(at: position.byte) ?? 0)
    }
    return outline.indices.map { index in
      let place = outline[index].place
      let start = SectionBounds.Position(block: place.block, byte: place.range.upperBound)
      return max(0, scalars(before: bounds.ends[index]) - scalars(before: start))
    }
  }

  // MARK: Excerpts

  /// So many blocks behind a heading are looked at: above a thousand headings without text, each would pass all others.
  private static let reach = 8

  /// The text behind the heading: the rest of its own block, or the first block of text after it, whatever headings
  /// below it stand between. Nothing where the section ends before there is any.
  func addExcerpt(of section: Int, to packer: inout ExtractsPacker) {
    let (place, end) = (outline[section].place, bounds.ends[section])
    if place.range.upperBound > 0, add(place.block, from: place.range.upperBound, before: end, to: &packer) {
      return
    }
    for number in 1...ReportSections.reach {
      let block = place.block + number
      guard blocks.indices.contains(block), block <= end.block else { break }
      guard blocks[block]?.kind == .paragraph else { continue }
      if add(block, from: 0, before: end, to: &packer) { return }
    }
    packer.add(UnsafeBufferPointer(start: nil, count: 0))
  }

  /// Without the stop that closes the heading, and no longer than is quoted; false when nothing is left.
  private func add(
    _ block: Int, from start: Int, before end: SectionBounds.Position, to packer: inout ExtractsPacker
  ) -> Bool {
    guard blocks.indices.contains(block), let own = blocks[block], block <= end.block else { return false }
    let text = own.text
    let start = text.scalar(at: start)
    let first = text.offset(start)
    // No scalar takes more than four bytes, so a text of megabytes is not looked at whole.
    let near = first + (Extracts.excerptLimit + 64) * 4
    let last = text.scalar(at: block == end.block ? min(near, end.byte) : near)
    guard start < last else { return false }
    return own.flat.bytes.withUnsafeBufferPointer { bytes in
      let body = UTF8Text(bytes, first..<text.offset(last)).dropping {
        $0.isWhiteSpace || ReportSections.stops.contains($0)
      }
      if body.range.isEmpty { return false }
      let opening = body.range.lowerBound == first ? start : text.scalar(at: body.range.lowerBound)
      let limit = opening + Extracts.excerptLimit
      let quoted = UTF8Text(bytes, body.range.lowerBound..<text.offset(min(limit, last)))
      packer.add(quoted.trimmed, of: own, isCut: limit < last)
      return true
    }
  }

  // MARK: Headings

  func addLabel(of section: Int, to packer: inout ExtractsPacker) {
    let range = outline[section].place.range
    add(outline[section].label, of: section, to: &packer) { $0 <= range.count ? range.lowerBound : nil }
  }

  func addTitle(of section: Int, to packer: inout ExtractsPacker) {
    let range = outline[section].place.range
    add(outline[section].title, of: section, to: &packer) {
      $0 <= range.count ? range.upperBound - $0 : nil
    }
  }

  /// A text that may be printed so in the section's heading.
  ///
  /// - Parameter start: where in the block it would begin; given how many bytes it has.
  private func add(
    _ text: String, of section: Int, to packer: inout ExtractsPacker, at start: (Int) -> Int?
  ) {
    var text = text
    text.withUTF8 { text in
      let number = outline[section].place.block
      guard blocks.indices.contains(number), let block = blocks[number], let first = start(text.count),
        first >= 0, first + text.count <= block.flat.bytes.count,
        block.flat.bytes[first..<(first + text.count)].elementsEqual(text)
      else { return packer.add(text) }
      block.flat.bytes.withUnsafeBufferPointer {
        packer.add(UTF8Text($0, first..<(first + text.count)), of: block)
      }
    }
  }

  private static let stops: ScalarSet = "。：:，,.；;"
}

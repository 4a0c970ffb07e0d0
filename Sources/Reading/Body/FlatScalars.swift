import Markdown

/// The visible text of a block as folded scalars, with the byte each one starts at.
///
/// A class: many hold it, and copying would count each of its arrays.
final class FlatScalars: Sendable {
  let folded: [Unicode.Scalar]
  /// Indices of the scalars that are no Han characters, ascending: marks, digits, letters. Whoever looks for one of them
  /// passes over six scalars of seven unseen.
  let marks: [Int32]
  private let bytes: [UInt8]
  /// One more than scalars: the last is the text's length in bytes.
  private let offsets: [Int32]

  /// Reads up to the first byte that is no UTF-8.
  init(_ bytes: [UInt8], folding: Folding) {
    let codec = UTF8Codec()
    let moved = folding.moved
    let span = bytes.span
    let capacity = codec.scalarCount(span)
    var marks: [Int32] = []
    var offsets: [Int32] = []
    folded = [Unicode.Scalar](unsafeUninitializedCapacity: capacity) { folded, foldedCount in
      offsets = [Int32](unsafeUninitializedCapacity: capacity + 1) { offsets, offsetCount in
        marks = [Int32](unsafeUninitializedCapacity: capacity) { marks, markCount in
          folding.units.withUnsafeBufferPointer { units in
            var (offset, count, markEnd) = (0, 0, 0)
            while offset < span.count {
              // Nearly everything is Han that stands for itself.
              if let han = FlatScalars.han(span, at: offset), !moved.contains(han) {
                offsets[count] = Int32(truncatingIfNeeded: offset)
                folded[count] = han
                count += 1
                offset += 3
                continue
              }
              let step = codec.step(span, at: offset)
              guard step.length > 0, var scalar = Unicode.Scalar(step.scalar) else { break }
              if moved.contains(scalar), step.scalar <= 0xFFFF {
                scalar = Unicode.Scalar(units[Int(step.scalar)]) ?? scalar
              }
              offsets[count] = Int32(truncatingIfNeeded: offset)
              folded[count] = scalar
              // Written always and kept when it is a mark: nothing to foretell.
              marks[markEnd] = Int32(truncatingIfNeeded: count)
              markEnd &+= scalar.isHan ? 0 : 1
              count += 1
              offset += step.length
            }
            offsets[count] = Int32(truncatingIfNeeded: offset)
            (foldedCount, offsetCount, markCount) = (count, count + 1, markEnd)
          }
        }
      }
    }
    self.bytes = bytes
    self.marks = marks
    self.offsets = offsets
  }

  /// The Han character whose three bytes stand at an offset; nil where something else does, and for the rarer ones.
  @inline(__always) private static func han(_ bytes: borrowing Span<UInt8>, at offset: Int) -> Unicode.Scalar?
  {
    guard offset + 3 <= bytes.count else { return nil }
    let (lead, second, third) = (
      UInt32(bytes[unchecked: offset]), UInt32(bytes[unchecked: offset + 1]),
      UInt32(bytes[unchecked: offset + 2])
    )
    guard lead &- 0xE4 < 6, second & 0xC0 == 0x80, third & 0xC0 == 0x80,
      let scalar = Unicode.Scalar((lead & 0x0F) << 12 | (second & 0x3F) << 6 | third & 0x3F), scalar.isHan
    else { return nil }
    return scalar
  }

  /// The text as printed.
  func shown(_ range: Range<Int>) -> String {
    bytes.withUnsafeBufferPointer { String(decoding: $0[self.bytes(range)], as: UTF8.self) }
  }

  /// As printed, without spaces at both ends and runs of spaces as one.
  func shownTrimmed(_ range: Range<Int>) -> String {
    let whole = range
    let range = self.bytes(range)
    if !bytes[range].contains(0x20) { return shown(whole) }
    return String(unsafeUninitializedCapacity: range.count) { buffer in
      var (length, isSpaced) = (0, true)
      for index in range {
        let isSpace = bytes[index] == 0x20
        if isSpace && isSpaced { continue }
        isSpaced = isSpace
        buffer[length] = bytes[index]
        length += 1
      }
      return length > 0 && isSpaced ? length - 1 : length
    }
  }

  /// The byte that a scalar starts at, or the text's length behind the last.
  func offset(_ scalar: Int) -> Int { Int(offsets[scalar]) }

  /// The scalar that a byte belongs to.
  func scalar(at byte: Int) -> Int {
    var low = 0
    var high = offsets.count - 1
    // Both ends are asked for most.
    if byte <= 0 { return 0 }
    if byte >= offsets[high] { return high }
    while low < high {
      let middle = (low + high + 1) / 2
      if offsets[middle] <= byte { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The same range of bytes where it begins and ends between scalars, as nearly all do; else with the first and without
  /// the last that it cuts.
  func wholeScalars(_ range: Range<Int>) -> Range<Int> {
    let end = Int(offsets[offsets.count - 1])
    func isBetween(_ byte: Int) -> Bool { byte == end || byte < end && bytes[byte] & 0xC0 != 0x80 }
    if isBetween(range.lowerBound), isBetween(range.upperBound) { return range }
    return bytes(scalar(at: range.lowerBound)..<scalar(at: range.upperBound))
  }

  /// The byte range of a range of scalars.
  func bytes(_ range: Range<Int>) -> Range<Int> { offset(range.lowerBound)..<offset(range.upperBound) }
}

/// A heading, paragraph or cell of a document with its text, taken off the tree once for all who read it.
///
/// A class: both the outline and the finders hold it, and copying would count each of its arrays.
final class FlatBlock {
  /// Of the block of the top level that it is or lies in.
  let index: Int
  let kind: Block.Kind
  let flat: FlatText
  let text: FlatScalars
  let isTopLevel: Bool
  /// Where its text begins in the Markdown, when it is one run of it, byte for byte.
  let plainStart: Int?
  var isPlain: Bool { plainStart != nil }

  private init(_ block: Block, folding: Folding) {
    index = block.path[0]
    kind = block.kind
    flat = block.flatText()
    text = FlatScalars(flat.bytes, folding: folding)
    isTopLevel = block.parent == nil
    plainStart = nil
  }

  private init(_ plain: MarkdownBody.Plain, index: Int, in body: MarkdownBody, folding: Folding) {
    self.index = index
    kind = plain.kind
    let column = if case .heading(let depth) = kind { depth + 2 } else { 1 }
    flat = FlatText(plain: Array(body.bytes[plain.range]), line: 2 * index + 1, column: column)
    text = FlatScalars(flat.bytes, folding: folding)
    isTopLevel = true
    plainStart = plain.range.lowerBound
  }

  /// Of a report's text, which is only parsed when it holds what may mean more than itself.
  static func all(of body: MarkdownBody, folding: Folding) throws(MarkdownError) -> [FlatBlock] {
    guard let plain = body.plain, body.bytes.count <= Document.sizeLimit else {
      return all(of: try Document(body.bytes), folding: folding)
    }
    var blocks: [FlatBlock] = []
    blocks.reserveCapacity(plain.count)
    for index in plain.indices {
      blocks.append(FlatBlock(plain[index], index: index, in: body, folding: folding))
    }
    return blocks
  }

  static func all(of document: Document, folding: Folding) -> [FlatBlock] {
    document.textBlocks.map { FlatBlock($0, folding: folding) }
  }
}

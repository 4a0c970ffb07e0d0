import Markdown

/// The visible text of a block as folded scalars, with the byte each one starts at.
struct FlatScalars: Sendable {
  let folded: [Unicode.Scalar]
  let shown: [Unicode.Scalar]
  /// One more than scalars: the last is the text's length in bytes.
  private let offsets: [Int32]

  /// Reads up to the first byte that is no UTF-8.
  init(_ bytes: [UInt8], folding: Folding) {
    let codec = UTF8Codec()
    let span = bytes.span
    let capacity = codec.scalarCount(span)
    var folded: [Unicode.Scalar] = []
    var offsets: [Int32] = []
    shown = [Unicode.Scalar](unsafeUninitializedCapacity: capacity) { shown, count in
      folded = [Unicode.Scalar](unsafeUninitializedCapacity: capacity) { folded, foldedCount in
        offsets = [Int32](unsafeUninitializedCapacity: capacity + 1) { offsets, offsetCount in
          folding.units.withUnsafeBufferPointer { units in
            var offset = 0
            while offset < span.count {
              let step = codec.step(span, at: offset)
              guard step.length > 0, let scalar = Unicode.Scalar(step.scalar) else { break }
              let match = step.scalar <= 0xFFFF ? UInt32(units[Int(step.scalar)]) : step.scalar
              offsets.initializeElement(at: count, to: Int32(truncatingIfNeeded: offset))
              shown.initializeElement(at: count, to: scalar)
              folded.initializeElement(at: count, to: Unicode.Scalar(match) ?? scalar)
              count += 1
              offset += step.length
            }
            offsets.initializeElement(at: count, to: Int32(truncatingIfNeeded: offset))
            (foldedCount, offsetCount) = (count, count + 1)
          }
        }
      }
    }
    self.folded = folded
    self.offsets = offsets
  }

  /// The byte that a scalar starts at, or the text's length behind the last.
  func offset(_ scalar: Int) -> Int { Int(offsets[scalar]) }

  /// The scalar that a byte belongs to.
  func scalar(at byte: Int) -> Int {
    var low = 0
    var high = offsets.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if offsets[middle] <= byte { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The byte range of a range of scalars.
  func bytes(_ range: Range<Int>) -> Range<Int> { offset(range.lowerBound)..<offset(range.upperBound) }
}

/// A heading, paragraph or cell of a document with its text, taken off the tree once for all who read it.
///
/// A class: both the outline and the finders hold it, and copying would count each of its arrays.
final class FlatBlock {
  let block: Block
  let kind: Block.Kind
  let flat: FlatText
  let text: FlatScalars
  let isTopLevel: Bool

  private init(_ block: Block, folding: Folding) {
    self.block = block
    kind = block.kind
    flat = block.flatText()
    text = FlatScalars(flat.bytes, folding: folding)
    isTopLevel = block.parent == nil
  }

  static func all(of document: Document, folding: Folding) -> [FlatBlock] {
    document.textBlocks.map { FlatBlock($0, folding: folding) }
  }
}

import Markdown

/// The visible text of a block as folded scalars, with the byte each one starts at.
struct FlatScalars: Sendable {
  let folded: [Unicode.Scalar]
  let shown: [Unicode.Scalar]
  /// One more than scalars: the last is the text's length in bytes.
  let offsets: [Int]

  init(_ bytes: [UInt8], folding: Folding) {
    var folded: [Unicode.Scalar] = []
    var shown: [Unicode.Scalar] = []
    var offsets: [Int] = []
    folded.reserveCapacity(bytes.count / 3 + 8)
    shown.reserveCapacity(bytes.count / 3 + 8)
    offsets.reserveCapacity(bytes.count / 3 + 9)
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    decoding: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        offsets.append(offset)
        shown.append(scalar)
        folded.append(Unicode.Scalar(folding.folded(scalar.value)) ?? scalar)
        offset += UTF8.width(scalar)
      case .emptyInput, .error: break decoding
      }
    }
    offsets.append(offset)
    self.folded = folded
    self.shown = shown
    self.offsets = offsets
  }

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
  func bytes(_ range: Range<Int>) -> Range<Int> { offsets[range.lowerBound]..<offsets[range.upperBound] }
}

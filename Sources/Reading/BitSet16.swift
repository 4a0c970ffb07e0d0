/// A set of scalars of the Basic Multilingual Plane as one bit each; a scalar beyond it is taken for the one that shares
/// its low 16 bits.
///
/// A class with memory of its own, so that a look costs no more than the look.
final class BitSet16: @unchecked Sendable {
  private let words: UnsafeMutablePointer<UInt64>

  init(_ values: some Sequence<UInt32>) {
    words = .allocate(capacity: 1024)
    words.initialize(repeating: 0, count: 1024)
    for value in values { words[Int(value & 0xFFFF) >> 6] |= 1 << UInt64(value & 63) }
  }

  deinit { words.deallocate() }

  @inline(__always) func contains(_ scalar: Unicode.Scalar) -> Bool {
    words[Int(scalar.value & 0xFFFF) >> 6] & 1 << UInt64(scalar.value & 63) != 0
  }
}

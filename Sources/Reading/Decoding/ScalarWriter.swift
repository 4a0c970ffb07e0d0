/// Takes a file's scalars one by one and keeps text, folded text and lines in step.
///
/// Writes into memory that the caller sized by the number of scalars at most; valid only as long as that is.
struct ScalarWriter {
  private let units: UnsafeBufferPointer<UInt16>
  private let shown: UnsafeMutableBufferPointer<Unicode.Scalar>
  private let folded: UnsafeMutableBufferPointer<Unicode.Scalar>
  private let marks: UnsafeMutableBufferPointer<Int32>
  private let moved: BitSet16
  /// How many scalars both buffers hold.
  private(set) var count = 0
  /// How many of them are no Han characters when folded.
  private(set) var markCount = 0
  private(set) var hanCount = HanCount()
  private(set) var lines: [SourceText.Line] = []
  /// Control characters met that are neither white space nor line ends.
  private(set) var controls = 0
  /// Something besides white space came.
  private(set) var hasText = false
  private var lineStart = 0
  /// A CR was just read, so that a LF belongs to it.
  private var isAfterReturn = false

  init(
    units: UnsafeBufferPointer<UInt16>, moved: BitSet16, shown: UnsafeMutableBufferPointer<Unicode.Scalar>,
    folded: UnsafeMutableBufferPointer<Unicode.Scalar>, marks: UnsafeMutableBufferPointer<Int32>
  ) {
    precondition(units.count > 0xFFFF && folded.count >= shown.count && marks.count >= shown.count)
    self.units = units
    self.moved = moved
    self.marks = marks
    self.shown = shown
    self.folded = folded
  }

  @inline(__always)
  mutating func append(_ value: UInt32) {
    guard value <= 0xFFFF else { return appendSupplementary(value) }
    let unit = units[Int(value)]
    guard unit > Folding.space, let scalar = Unicode.Scalar(value), let match = Unicode.Scalar(unit) else {
      return appendLayout(value, unit)
    }
    put(scalar, match)
  }

  /// Takes a run of Han characters in UTF-8 that stand for themselves and gives the offset of the first byte behind it:
  /// most of a text, without the questions that all other scalars raise.
  @inline(__always)
  mutating func appendHan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var (offset, count) = (start, count)
    while offset + 3 <= bytes.count, count < shown.count {
      let (lead, second, third) = (
        UInt32(bytes[offset]), UInt32(bytes[offset + 1]), UInt32(bytes[offset + 2])
      )
      guard lead &- 0xE4 < 6, second & 0xC0 == 0x80, third & 0xC0 == 0x80 else { break }
      let value = (lead & 0x0F) << 12 | (second & 0x3F) << 6 | third & 0x3F
      guard let scalar = Unicode.Scalar(value), scalar.isHan, !moved.contains(scalar) else { break }
      shown.initializeElement(at: count, to: scalar)
      folded.initializeElement(at: count, to: scalar)
      count += 1
      offset += 3
    }
    hanCount.han &+= count - self.count
    self.count = count
    return offset
  }

  mutating func finish() {
    if lineStart < count { endLine() }
  }

  @inline(__always)
  private mutating func put(_ scalar: Unicode.Scalar, _ match: Unicode.Scalar) {
    precondition(count < shown.count)
    shown.initializeElement(at: count, to: scalar)
    folded.initializeElement(at: count, to: match)
    marks.initializeElement(at: markCount, to: Int32(truncatingIfNeeded: count))
    markCount &+= match.isHan ? 0 : 1
    hanCount.add(scalar, match)
    count += 1
  }

  private mutating func appendLayout(_ value: UInt32, _ unit: UInt16) {
    switch unit {
    case Folding.space: put(" ", " ")
    case Folding.lineEnd: appendLineEnd(value)
    default:
      if value < 0x20 || value == 0x7F { controls += 1 }
      isAfterReturn = false
    }
  }

  private mutating func appendLineEnd(_ value: UInt32) {
    // Text between CR and LF has moved the end of the row.
    if value == 0x0A && isAfterReturn && lineStart == count {
      isAfterReturn = false
      return
    }
    endLine()
    isAfterReturn = value == 0x0D
  }

  private mutating func appendSupplementary(_ value: UInt32) {
    // Tags and the selectors of ideographic variants show nothing.
    guard !(0xE0000...0xE0FFF).contains(value), let scalar = Unicode.Scalar(value) else {
      isAfterReturn = false
      return
    }
    put(scalar, scalar)
  }

  private mutating func endLine() {
    var start = lineStart
    var end = count
    while start < end, shown[start] == " " { start += 1 }
    while start < end, shown[end - 1] == " " { end -= 1 }
    if start < end { hasText = true }
    lines.append(SourceText.Line(number: lines.count + 1, range: start..<end))
    lineStart = count
  }
}

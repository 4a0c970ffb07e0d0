/// Takes a file's scalars one by one and keeps text, folded text and lines in step.
///
/// Writes into memory that the caller sized by the number of scalars at most; valid only as long as that is.
struct ScalarWriter {
  private let units: UnsafeBufferPointer<UInt16>
  private let shown: UnsafeMutableBufferPointer<Unicode.Scalar>
  private let folded: UnsafeMutableBufferPointer<Unicode.Scalar>
  /// How many scalars both buffers hold.
  private(set) var count = 0
  private(set) var lines: [SourceText.Line] = []
  /// Control characters met that are neither white space nor line ends.
  private(set) var controls = 0
  /// Something besides white space came.
  private(set) var hasText = false
  private var lineStart = 0
  /// A CR was just read, so that a LF belongs to it.
  private var isAfterReturn = false

  init(
    units: UnsafeBufferPointer<UInt16>, shown: UnsafeMutableBufferPointer<Unicode.Scalar>,
    folded: UnsafeMutableBufferPointer<Unicode.Scalar>
  ) {
    precondition(units.count > 0xFFFF && folded.count >= shown.count)
    self.units = units
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

  mutating func finish() {
    if lineStart < count { endLine() }
  }

  @inline(__always)
  private mutating func put(_ scalar: Unicode.Scalar, _ match: Unicode.Scalar) {
    precondition(count < shown.count)
    shown.initializeElement(at: count, to: scalar)
    folded.initializeElement(at: count, to: match)
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

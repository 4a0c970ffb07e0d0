/// A stretch of valid UTF-8, looked at scalar by scalar at its ends only.
struct UTF8Text {
  private let all: UnsafeBufferPointer<UInt8>
  private(set) var range: Range<Int>

  /// - Parameter range: begins and ends between scalars.
  init(_ all: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.all = all
    self.range = range
  }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: all[range]) }

  /// Without white space at both ends.
  var trimmed: UTF8Text {
    var result = dropping(while: \.isWhiteSpace)
    while !result.range.isEmpty {
      var last = result.range.upperBound - 1
      while last > result.range.lowerBound, all[last] & 0xC0 == 0x80 { last -= 1 }
      guard scalar(at: last).scalar.isWhiteSpace else { break }
      result.range = result.range.lowerBound..<last
    }
    return result
  }

  @inline(__always) func dropping(while isDropped: (Unicode.Scalar) -> Bool) -> UTF8Text {
    var start = range.lowerBound
    while start < range.upperBound {
      let (scalar, length) = scalar(at: start)
      if !isDropped(scalar) { break }
      start += length
    }
    return UTF8Text(all, min(start, range.upperBound)..<range.upperBound)
  }

  private func scalar(at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let lead = all[index]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for next in all[(index + 1)..<min(index + length, all.count)] { value = value << 6 | UInt32(next & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}

extension Unicode.Scalar {
  /// Unicode's property White_Space, whose members will never change, without a look at the tables.
  var isWhiteSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}

/// One step through a file: a scalar and the number of bytes it took, or no bytes for a sequence that the
/// encoding does not have.
struct Step {
  let scalar: UInt32
  let length: Int

  static let undecodable = Step(scalar: 0, length: 0)
}

/// Reads an encoding scalar by scalar, strictly.
protocol Codec {
  var encoding: TextEncoding { get }
  var isUTF8: Bool { get }
  var isUTF16: Bool { get }
  /// - Parameter at: below `bytes.count`.
  func step(_ bytes: borrowing Span<UInt8>, at: Int) -> Step
  /// How many scalars the bytes hold at most.
  func scalarCount(_ bytes: borrowing Span<UInt8>) -> Int
}

extension Codec {
  var isUTF8: Bool { false }
  var isUTF16: Bool { false }
  func scalarCount(_ bytes: borrowing Span<UInt8>) -> Int { bytes.count }
}

/// Well-formed UTF-8 as Unicode's table 3-7 has it: no overlong forms, no surrogates.
struct UTF8Codec: Codec {
  var encoding: TextEncoding { .utf8 }
  var isUTF8: Bool { true }

  func scalarCount(_ bytes: borrowing Span<UInt8>) -> Int {
    bytes.withUnsafeBytes { buffer in
      var continuations = 0
      var offset = 0
      // Eight bytes at a time: bit 7 set and bit 6 clear mark a byte that continues a scalar.
      while offset + 8 <= buffer.count {
        let word = buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        continuations += ((word >> 7) & ~(word >> 6) & 0x0101_0101_0101_0101).nonzeroBitCount
        offset += 8
      }
      return buffer.count - continuations
    }
  }

  @inline(__always)
  func step(_ bytes: borrowing Span<UInt8>, at: Int) -> Step {
    let lead = UInt32(bytes[at])
    // Behind the check of what is left no index can leave the bytes.
    let left = bytes.count - at
    switch lead {
    case 0..<0x80:
      return Step(scalar: lead, length: 1)
    case 0xE0..<0xF0:
      guard left >= 3 else { return .undecodable }
      let second = UInt32(bytes[unchecked: at + 1])
      let third = UInt32(bytes[unchecked: at + 2])
      let scalar = (lead & 0x0F) << 12 | (second & 0x3F) << 6 | third & 0x3F
      guard second & 0xC0 == 0x80, third & 0xC0 == 0x80, scalar >= 0x800, scalar & 0xF800 != 0xD800 else {
        return .undecodable
      }
      return Step(scalar: scalar, length: 3)
    case 0xC2..<0xE0:
      guard left >= 2, bytes[unchecked: at + 1] & 0xC0 == 0x80 else { return .undecodable }
      return Step(scalar: (lead & 0x1F) << 6 | UInt32(bytes[unchecked: at + 1] & 0x3F), length: 2)
    case 0xF0..<0xF5:
      guard left >= 4, bytes[unchecked: at + 1] & 0xC0 == 0x80, bytes[unchecked: at + 2] & 0xC0 == 0x80,
        bytes[unchecked: at + 3] & 0xC0 == 0x80
      else { return .undecodable }
      let high = (lead & 0x07) << 18 | UInt32(bytes[unchecked: at + 1] & 0x3F) << 12
      let scalar =
        high | UInt32(bytes[unchecked: at + 2] & 0x3F) << 6 | UInt32(bytes[unchecked: at + 3] & 0x3F)
      guard (0x10000...0x10FFFF).contains(scalar) else { return .undecodable }
      return Step(scalar: scalar, length: 4)
    default:
      return .undecodable
    }
  }
}

struct UTF16Codec: Codec {
  let isBigEndian: Bool

  var encoding: TextEncoding { isBigEndian ? .utf16BigEndian : .utf16LittleEndian }
  var isUTF16: Bool { true }
  func scalarCount(_ bytes: borrowing Span<UInt8>) -> Int { bytes.count / 2 }

  func step(_ bytes: borrowing Span<UInt8>, at: Int) -> Step {
    guard at + 2 <= bytes.count else { return .undecodable }
    let unit = unit(bytes, at)
    guard unit & 0xF800 == 0xD800 else { return Step(scalar: unit, length: 2) }
    guard unit < 0xDC00, at + 4 <= bytes.count else { return .undecodable }
    let low = self.unit(bytes, at + 2)
    guard low & 0xFC00 == 0xDC00 else { return .undecodable }
    return Step(scalar: 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00), length: 4)
  }

  private func unit(_ bytes: borrowing Span<UInt8>, _ at: Int) -> UInt32 {
    let first = UInt32(bytes[at])
    let second = UInt32(bytes[at + 1])
    return isBigEndian ? first << 8 | second : second << 8 | first
  }
}

/// GB18030, and with it GBK and GB2312: one, two or four bytes.
struct GB18030Codec: Codec {
  private let pairs = LegacyTables.gb18030Pairs
  private let quads = LegacyTables.gb18030Quads

  var encoding: TextEncoding { .gb18030 }

  func step(_ bytes: borrowing Span<UInt8>, at: Int) -> Step {
    let lead = bytes[at]
    if lead < 0x80 { return Step(scalar: UInt32(lead), length: 1) }
    guard at + 2 <= bytes.count else { return .undecodable }
    if let index = LegacyTables.gb18030Pair(lead, bytes[at + 1]) {
      let scalar = pairs[index]
      return scalar == 0 ? .undecodable : Step(scalar: scalar, length: 2)
    }
    guard at + 4 <= bytes.count,
      let index = LegacyTables.gb18030Quad(lead, bytes[at + 1], bytes[at + 2], bytes[at + 3])
    else { return .undecodable }
    if index < quads.count {
      return quads[index] == 0 ? .undecodable : Step(scalar: quads[index], length: 4)
    }
    // 90 30 81 30 is U+10000, and the rest of the supplementary planes follows without gaps.
    guard index >= 189_000, index - 189_000 < 0x100000 else { return .undecodable }
    return Step(scalar: UInt32(0x10000 + index - 189_000), length: 4)
  }
}

/// Big5 as Windows and ETEN have it, and what Hong Kong put into its gaps.
struct Big5Codec: Codec {
  private let pairs = LegacyTables.big5Pairs

  var encoding: TextEncoding { .big5 }

  func step(_ bytes: borrowing Span<UInt8>, at: Int) -> Step {
    let lead = bytes[at]
    if lead < 0x80 { return Step(scalar: UInt32(lead), length: 1) }
    guard at + 2 <= bytes.count, let index = LegacyTables.big5Pair(lead, bytes[at + 1]), pairs[index] != 0
    else {
      return .undecodable
    }
    return Step(scalar: pairs[index], length: 2)
  }
}

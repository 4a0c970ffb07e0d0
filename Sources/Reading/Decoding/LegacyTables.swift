import Glibc

/// What the codes of GB18030 and Big5 mean, asked of the C library once, when the first such file is read.
///
/// 0 stands for a code without a meaning. Where the C library lacks a converter every code is one, so that a
/// file in that encoding is reported as undecodable at its first Chinese character.
enum LegacyTables {
  /// Lead 81...FE, trail 40...FE.
  static let gb18030Pairs = scalars(of: pairCodes, width: 2, in: "GB18030")

  /// The four-byte codes below the supplementary planes, in order from 81 30 81 30.
  static let gb18030Quads: [UInt32] = {
    var codes: [UInt8] = []
    for index in 0..<39_420 {
      codes.append(UInt8(0x81 + index / 12_600))
      codes.append(UInt8(0x30 + index / 1_260 % 10))
      codes.append(UInt8(0x81 + index / 10 % 126))
      codes.append(UInt8(0x30 + index % 10))
    }
    return scalars(of: codes, width: 4, in: "GB18030")
  }()

  /// Lead 81...FE, trail 40...FE. BIG5-HKSCS holds more, but prints A1 45 as a bullet and lacks the slash of
  /// A1 FE; so its meaning counts only where BIG5 has none or one for private use.
  static let big5Pairs: [UInt32] = {
    let plain = scalars(of: pairCodes, width: 2, in: "BIG5")
    let hongKong = scalars(of: pairCodes, width: 2, in: "BIG5-HKSCS")
    return zip(plain, hongKong).map { plain, more in
      (plain == 0 || (0xE000...0xF8FF).contains(plain)) && more != 0 ? more : plain
    }
  }()

  /// Index into `gb18030Pairs`; nil when the trail byte belongs to no pair.
  @inline(__always)
  static func gb18030Pair(_ lead: UInt8, _ trail: UInt8) -> Int? {
    guard (0x81...0xFE).contains(lead), (0x40...0xFE).contains(trail), trail != 0x7F else { return nil }
    return Int(lead - 0x81) * 191 + Int(trail - 0x40)
  }

  /// Number of a four-byte code from 81 30 81 30 on; nil when the bytes are none.
  static func gb18030Quad(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) -> Int? {
    guard (0x81...0xFE).contains(first), (0x30...0x39).contains(second), (0x81...0xFE).contains(third),
      (0x30...0x39).contains(fourth)
    else { return nil }
    let high = Int(first - 0x81) * 10 + Int(second - 0x30)
    return (high * 126 + Int(third - 0x81)) * 10 + Int(fourth - 0x30)
  }

  /// Index into `big5Pairs`; nil when the trail byte belongs to no pair.
  @inline(__always)
  static func big5Pair(_ lead: UInt8, _ trail: UInt8) -> Int? {
    guard (0x81...0xFE).contains(lead), (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail) else {
      return nil
    }
    return Int(lead - 0x81) * 191 + Int(trail - 0x40)
  }

  private static var pairCodes: [UInt8] {
    (UInt8(0x81)...0xFE).flatMap { lead in (UInt8(0x40)...0xFE).flatMap { [lead, $0] } }
  }

  private static func scalars(of codes: [UInt8], width: Int, in encoding: String) -> [UInt32] {
    var scalars = [UInt32](repeating: 0, count: codes.count / width)
    guard let converter = iconv_open("UTF-32LE", encoding), Int(bitPattern: converter) != -1 else {
      return scalars
    }
    defer { iconv_close(converter) }
    var codes = codes.map(CChar.init(bitPattern:))
    codes.withUnsafeMutableBufferPointer { codes in
      for index in scalars.indices {
        scalars[index] = scalar(
          UnsafeMutableBufferPointer(rebasing: codes[index * width..<(index + 1) * width]), converter)
      }
    }
    return scalars
  }

  /// 0 for a code that is unknown or means two scalars (Hong Kong's Ê with macron).
  private static func scalar(_ code: UnsafeMutableBufferPointer<CChar>, _ converter: iconv_t) -> UInt32 {
    var scalars: (UInt32, UInt32) = (0, 0)
    let isOne = withUnsafeMutableBytes(of: &scalars) { output in
      var next = code.baseAddress
      var left = code.count
      var place = output.bindMemory(to: CChar.self).baseAddress
      var room = output.count
      iconv(converter, nil, nil, nil, nil)
      guard iconv(converter, &next, &left, &place, &room) != -1, left == 0 else { return false }
      // BIG5-HKSCS keeps a letter back that a mark could follow.
      iconv(converter, nil, nil, &place, &room)
      return room == MemoryLayout<UInt32>.size
    }
    return isOne ? UInt32(littleEndian: scalars.0) : 0
  }
}

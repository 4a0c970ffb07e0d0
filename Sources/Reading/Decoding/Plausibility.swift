/// How much a file's bytes read like Chinese in one encoding: validity says little, since almost any bytes are
/// valid GB18030.
enum Plausibility {
  /// Nil when the bytes read like Chinese in none of them. Earlier candidates win ties.
  static func best(of candidates: [TextEncoding], for bytes: [UInt8], _ folding: Folding) -> TextEncoding? {
    var best: (encoding: TextEncoding, mean: Double)?
    for encoding in candidates {
      let mean = mean(of: bytes, in: encoding, folding)
      if mean >= threshold && mean > best?.mean ?? 0 { best = (encoding, mean) }
    }
    return best?.encoding
  }

  /// Mean weight of the scalars in the first part of the file that is not ASCII; at most 3.
  static func mean(of bytes: [UInt8], in encoding: TextEncoding, _ folding: Folding) -> Double {
    switch encoding {
    case .utf8: mean(of: bytes, with: UTF8Codec(), folding)
    case .utf16LittleEndian: mean(of: bytes, with: UTF16Codec(isBigEndian: false), folding)
    case .utf16BigEndian: mean(of: bytes, with: UTF16Codec(isBigEndian: true), folding)
    case .gb18030: mean(of: bytes, with: GB18030Codec(), folding)
    case .big5: mean(of: bytes, with: Big5Codec(), folding)
    }
  }

  private static let threshold = 0.8
  /// In bytes.
  private static let sampleLength = 4 << 10
  private static let weightOfFault = -3

  private static func mean(of bytes: [UInt8], with codec: some Codec, _ folding: Folding) -> Double {
    // The first byte outside ASCII begins a character in every one of the encodings but UTF-16.
    var offset = codec.isUTF16 ? 0 : bytes.firstIndex { $0 >= 0x80 } ?? bytes.count
    let end = min(bytes.count, offset + sampleLength)
    let span = bytes.span
    var sum = 0
    var count = 0
    var isInFault = false
    while offset < end {
      let step = codec.step(span, at: offset)
      if step.length == 0 {
        // What follows a broken byte is broken for the same reason.
        if !isInFault {
          sum += weightOfFault
          count += 1
        }
        isInFault = true
        offset += codec.isUTF16 ? 2 : 1
      } else {
        isInFault = false
        offset += step.length
        if step.scalar >= 0x80 || codec.isUTF16 {
          sum += weight(of: step.scalar, folding)
          count += 1
        }
      }
    }
    return count == 0 ? 0 : Double(sum) / Double(count)
  }

  private static func weight(of scalar: UInt32, _ folding: Folding) -> Int {
    switch scalar {
    case 0x09, 0x0A, 0x0D, 0x20..<0x7F: return 1
    case 0..<0x20, 0x7F..<0xA0: return -3
    case 0x3000...0x3002, 0x3008...0x3011, 0x3014, 0x3015, 0xFF01...0xFF5E, 0x2014, 0x201C, 0x201D, 0x2026:
      return 2
    case 0x2460...0x249B, 0xA0, 0xB7, 0x2018, 0x2019, 0x2022, 0x2103, 0xFEFF: return 1
    case 0x4E00...0x9FFF, 0xF900...0xFAFF:
      return Int(CommonCharacters.weights[Int(folding.folded(scalar))])
    default: return -2
    }
  }
}

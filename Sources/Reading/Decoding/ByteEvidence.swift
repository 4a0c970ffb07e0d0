import Glibc

/// What a file's bytes say about themselves before anything is decoded.
enum ByteEvidence {
  /// The encoding that a byte order mark names, and the mark's length in bytes.
  static func byteOrderMark(_ bytes: [UInt8]) -> (encoding: TextEncoding, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    if bytes.starts(with: [0x84, 0x31, 0x95, 0x33]) { return (.gb18030, 4) }
    return nil
  }

  /// The file begins as pictures, archives, programs and office documents do.
  static func hasBinarySignature(_ bytes: [UInt8]) -> Bool {
    signatures.contains { bytes.starts(with: $0) }
  }

  static func firstNull(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, let found = memchr(base, 0, buffer.count) else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// The first control character of a file in which more than one byte of fifty is one; four are no evidence.
  /// Not for UTF-16, where half of the bytes may be anything.
  static func firstOfManyControls(_ bytes: [UInt8]) -> Int? {
    var count = 0
    for byte in bytes { count += isControl(byte) ? 1 : 0 }
    guard count > 4, count > bytes.count / 50 else { return nil }
    return bytes.firstIndex(where: isControl)
  }

  /// Controls that no text holds: all below the space but tab and line ends, and DEL.
  @inline(__always)
  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x09 || (byte &- 0x0E) < 0x12 || byte == 0x7F
  }

  private static let signatures: [[UInt8]] = [
    [0x89, 0x50, 0x4E, 0x47],  // PNG
    [0xFF, 0xD8, 0xFF],  // JPEG
    Array("GIF87a".utf8), Array("GIF89a".utf8), Array("%PDF-".utf8),
    [0x50, 0x4B, 0x03, 0x04],  // ZIP, and so .docx
    [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],  // OLE, and so .doc
    [0x7F, 0x45, 0x4C, 0x46],  // ELF
    [0x1F, 0x8B, 0x08],  // gzip
    [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C],  // 7z
    [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07],  // RAR
  ]
}

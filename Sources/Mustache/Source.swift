import Glibc

/// A template as a theme brings it.
public struct TemplateSource: Sendable {
  /// As other templates call it: `{{>name}}`.
  public let name: String
  /// As messages show it.
  public let file: String
  /// UTF-8, without a byte order mark.
  public let bytes: [UInt8]
  /// The line of the file on which the bytes begin, from 1.
  let firstLine: Int

  public init(name: String, file: String, bytes: [UInt8], firstLine: Int = 1) {
    self.firstLine = firstLine
    self.name = name
    self.file = file
    // Editors on Windows put one in front of "UTF-8" files; it must not end up in every page.
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }

  public init(name: String, file: String, text: String) {
    self.init(name: name, file: file, bytes: Array(text.utf8))
  }

  /// Line and column of a byte, both from 1; a column is a character of UTF-8, as editors count.
  func place(of offset: Int) -> TemplateError.Place {
    var line = firstLine
    var lineStart = 0
    while let newline = bytes.firstIndex(of: Byte.newline, in: lineStart..<offset) {
      line += 1
      lineStart = newline + 1
    }
    let column = bytes[lineStart..<offset].withUnsafeBufferPointer { before in
      before.reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }
    return TemplateError.Place(file: file, line: line, column: column)
  }
}

/// The bytes that the language gives a meaning.
enum Byte {
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
  static let equals = UInt8(ascii: "=")

  static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }
  static func isSpace(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == newline || byte == carriageReturn || byte == 0x0B || byte == 0x0C
  }
}

extension [UInt8] {
  /// Where `byte` is first found in `range`.
  func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    withUnsafeBytes { all in
      guard !range.isEmpty, let base = all.baseAddress,
        let found = memchr(base + range.lowerBound, Int32(byte), range.count)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// Where `needle` next begins at or after `start`.
  func firstRange(of needle: [UInt8], from start: Int) -> Range<Int>? {
    guard let first = needle.first else { return nil }
    var at = start
    while let found = firstIndex(of: first, in: at..<count) {
      let end = found + needle.count
      if end > count { return nil }
      if self[found..<end].elementsEqual(needle) { return found..<end }
      at = found + 1
    }
    return nil
  }

  /// `range` without spaces of any kind at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, Byte.isSpace(self[low]) { low += 1 }
    while high > low, Byte.isSpace(self[high - 1]) { high -= 1 }
    return low..<high
  }

  func string(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }
}

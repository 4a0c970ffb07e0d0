/// Words and tests on runs of folded scalars, the form in which all matching happens.
typealias Scalars = ArraySlice<Unicode.Scalar>

extension Unicode.Scalar {
  var isLatinLetter: Bool {
    (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value)
      || (0xC0...0x24F).contains(value)
        && value != 0xD7 && value != 0xF7
  }
  /// Ends a sentence or a clause that can end a paragraph.
  var endsSentence: Bool {
    switch self {
    case "。", "!", "?", ";", ":", "…": true
    default: false
    }
  }
  /// Stands before a label that opens a sentence.
  var closesPhrase: Bool {
    switch self {
    case "。", "!", "?", ";", ":", ",", "”", ")", "》", "】", " ", "…": true
    default: false
    }
  }
  /// Cannot open a paragraph: what stands before it was torn off.
  var continuesSentence: Bool {
    switch self {
    case ",", "。", "、", ";", ":", "!", "?", "”", ")", "》", "%", "〉", "】", "〕": true
    default: false
    }
  }
  /// The value of 一 ... 十, 〇, 零; nil for other scalars.
  var hanDigit: Int? {
    switch self {
    case "〇", "零", "○": 0
    case "一": 1
    case "二": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    case "十": 10
    default: nil
    }
  }
}

extension ArraySlice where Element == Unicode.Scalar {
  func starts(at index: Int, with word: [Unicode.Scalar]) -> Bool {
    guard index >= startIndex, index + word.count <= endIndex else { return false }
    for offset in 0..<word.count where self[index + offset] != word[offset] { return false }
    return true
  }

  func firstIndex(of word: [Unicode.Scalar], from start: Int? = nil) -> Int? {
    guard let first = word.first else { return nil }
    let offset = startIndex
    return withUnsafeBufferPointer { text in
      var index = (start ?? offset) - offset
      precondition(index >= 0)
      while index + word.count <= text.count {
        if text[index] == first, (1..<word.count).allSatisfy({ text[index + $0] == word[$0] }) {
          return offset + index
        }
        index += 1
      }
      return nil
    }
  }

  /// Without the spaces at both ends.
  var trimmed: Scalars {
    var low = startIndex
    var high = endIndex
    while low < high, self[low] == " " { low += 1 }
    while high > low, self[high - 1] == " " { high -= 1 }
    return self[low..<high]
  }

  var withoutSpaces: [Unicode.Scalar] { contains(" ") ? filter { $0 != " " } : Array(self) }

  /// As a string, runs of spaces as one.
  var string: String {
    let text = trimmed
    return String(unsafeUninitializedCapacity: text.count * 4) { buffer in
      text.withUnsafeBufferPointer { $0.encodeOnceSpaced(into: buffer) }
    }
  }

  /// Every scalar as it stands.
  var exactString: String {
    String(unsafeUninitializedCapacity: count * 4) { buffer in
      var length = 0
      withUnsafeBufferPointer { scalars in
        for scalar in scalars { length += scalar.encode(into: buffer, at: length) }
      }
      return length
    }
  }
}

extension Array where Element == UInt8 {
  /// Appends scalars as UTF-8, runs of spaces as one.
  mutating func append(utf8 scalars: Scalars) {
    append(addingCapacity: scalars.count * 4) { buffer in
      scalars.withUnsafeBufferPointer { $0.encodeOnceSpaced(into: buffer) }
    }
  }

  private mutating func append(
    addingCapacity room: Int, _ write: (UnsafeMutableBufferPointer<UInt8>) -> Int
  ) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { buffer in
      let length = write(buffer)
      append(contentsOf: buffer[..<length])
    }
  }
}

extension UnsafeBufferPointer where Element == Unicode.Scalar {
  /// Writes UTF-8, runs of spaces as one, and gives the number of bytes; the buffer must have room for four a scalar.
  fileprivate func encodeOnceSpaced(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var length = 0
    var spaced = false
    for scalar in self {
      if scalar != " " {
        spaced = false
      } else if spaced {
        continue
      } else {
        spaced = true
      }
      length += scalar.encode(into: buffer, at: length)
    }
    return length
  }
}

extension Unicode.Scalar {
  /// Writes UTF-8 and gives the number of bytes; the buffer must have room for four.
  @inline(__always) func encode(into buffer: UnsafeMutableBufferPointer<UInt8>, at index: Int) -> Int {
    // Nearly everything is Han: three bytes.
    if value &- 0x800 < 0xF800 {
      buffer[index] = UInt8(truncatingIfNeeded: 0xE0 | value >> 12)
      buffer[index + 1] = UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F)
      buffer[index + 2] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
      return 3
    }
    if value < 0x80 {
      buffer[index] = UInt8(truncatingIfNeeded: value)
      return 1
    }
    var count = 0
    for unit in utf8 {
      buffer[index + count] = unit
      count += 1
    }
    return count
  }
}

extension Array where Element == Unicode.Scalar {
  init(_ text: String) { self = Array(text.unicodeScalars) }
  var string: String { self[...].string }
}

/// Words and tests on runs of folded scalars, the form in which all matching happens.
typealias Scalars = ArraySlice<Unicode.Scalar>

/// A list of words that can be looked for in a line: spelt in Simplified with ASCII punctuation, as `folded` is.
struct WordList: Sendable, ExpressibleByStringLiteral {
  let words: [[Unicode.Scalar]]
  /// The low bytes of first and last scalars: most places in a text are passed without a look at the words.
  private let firsts: ByteSet
  private let lasts: ByteSet

  /// Words separated by spaces.
  init(stringLiteral text: StaticString) {
    words = text.description.split(separator: " ").map { Array($0.unicodeScalars) }
    firsts = ByteSet(words.compactMap(\.first))
    lasts = ByteSet(words.compactMap(\.last))
  }

  /// False when no word starts with a scalar.
  @inline(__always) func mayStart(with scalar: Unicode.Scalar) -> Bool { firsts.contains(scalar) }
  /// False when no word ends with a scalar.
  @inline(__always) func mayEnd(with scalar: Unicode.Scalar) -> Bool { lasts.contains(scalar) }
}

/// Low bytes of scalars, one bit each.
private struct ByteSet: Sendable {
  private var bits = SIMD4<UInt64>()

  init(_ scalars: [Unicode.Scalar]) {
    for scalar in scalars { bits[Int(scalar.value >> 6 & 3)] |= 1 << UInt64(scalar.value & 63) }
  }

  @inline(__always) func contains(_ scalar: Unicode.Scalar) -> Bool {
    bits[Int(scalar.value >> 6 & 3)] & 1 << UInt64(scalar.value & 63) != 0
  }
}

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
    var index = start ?? startIndex
    while index + word.count <= endIndex {
      if self[index] == first, starts(at: index, with: word) { return index }
      index += 1
    }
    return nil
  }

  func contains(any list: WordList) -> Bool {
    for index in startIndex..<endIndex where list.mayStart(with: self[index]) {
      for word in list.words where starts(at: index, with: word) { return true }
    }
    return false
  }

  /// How many different words of the list occur.
  func count(of list: WordList) -> Int {
    list.words.reduce(0) { $0 + (firstIndex(of: $1) == nil ? 0 : 1) }
  }

  func starts(withAny list: WordList) -> Bool {
    guard let first, list.mayStart(with: first) else { return false }
    return list.words.contains { starts(at: startIndex, with: $0) }
  }

  /// The longest word of the list that ends the run.
  func suffix(in list: WordList) -> [Unicode.Scalar]? {
    list.words.filter { count >= $0.count && starts(at: endIndex - $0.count, with: $0) }
      .max { $0.count < $1.count }
  }

  /// Without the spaces at both ends.
  var trimmed: Scalars {
    var low = startIndex
    var high = endIndex
    while low < high, self[low] == " " { low += 1 }
    while high > low, self[high - 1] == " " { high -= 1 }
    return self[low..<high]
  }

  var withoutSpaces: [Unicode.Scalar] { filter { $0 != " " } }

  /// As a string, runs of spaces as one.
  var string: String {
    var text = ""
    text.unicodeScalars.reserveCapacity(count)
    var spaced = false
    for scalar in self.trimmed {
      if scalar == " " {
        if spaced { continue }
        spaced = true
      } else {
        spaced = false
      }
      text.unicodeScalars.append(scalar)
    }
    return text
  }
}

extension Array where Element == Unicode.Scalar {
  init(_ text: String) { self = Array(text.unicodeScalars) }
  var string: String { self[...].string }
}

/// Words with what they mean, found by their first scalar or by their last: the longest wins.
///
/// A class, so that a look at a shared table counts one reference and not one for each of its arrays.
final class PhraseTable<Value: Sendable>: Sendable {
  enum Side { case opening, closing }

  struct Match {
    /// Of the word, in scalars.
    let length: Int
    let value: Value
    /// Offsets of the word's scalars.
    var word: Range<Int> { 0..<length }
  }

  private let side: Side
  /// Where each word starts in `scalars`, and at last where the last one ends; by the low byte of the key, longer
  /// words first: no hashing in the finders' inner loop.
  private let words: [Int]
  private let scalars: [Unicode.Scalar]
  /// By word.
  private let values: [Value]
  /// Where the words of each low byte start; 257 of them.
  private let starts: [Int]

  /// Each list holds words separated by blanks or line ends.
  init(_ side: Side, _ lists: [(words: String, value: Value)]) {
    var buckets = [[(word: [Unicode.Scalar], value: Value)]](repeating: [], count: 256)
    for (words, value) in lists {
      for word in words.split(whereSeparator: \.isWhitespace) {
        let scalars = Array(word.unicodeScalars)
        guard let key = side == .opening ? scalars.first : scalars.last else { continue }
        buckets[Int(key.value & 0xFF)].append((scalars, value))
      }
    }
    // Sorting keeps the order of words of one length.
    let sorted = buckets.map { $0.sorted { $0.word.count > $1.word.count } }
    let all = sorted.flatMap { $0 }
    self.side = side
    starts = sorted.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    words = all.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.word.count) }
    scalars = all.flatMap(\.word)
    values = all.map(\.value)
  }

  /// First scalars of opening words, last ones of closing words.
  var keys: [UInt32] {
    values.indices.map { scalars[side == .opening ? words[$0] : words[$0 + 1] - 1].value }
  }

  /// The longest word that starts at an index, of those a condition lets through.
  func starting(
    at index: Int, in text: [Unicode.Scalar], where isFit: (Match) -> Bool = { _ in true }
  ) -> Match? {
    guard index < text.count else { return nil }
    let key = Int(text[index].value & 0xFF)
    for word in starts[key]..<starts[key + 1] where stands(word, at: index, in: text) {
      let match = Match(length: words[word + 1] - words[word], value: values[word])
      if isFit(match) { return match }
    }
    return nil
  }

  /// The longest word that ends before an index.
  func ending(at index: Int, in text: [Unicode.Scalar]) -> Match? {
    guard index > 0, index <= text.count else { return nil }
    let key = Int(text[index - 1].value & 0xFF)
    for word in starts[key]..<starts[key + 1] {
      let length = words[word + 1] - words[word]
      if stands(word, at: index - length, in: text) { return Match(length: length, value: values[word]) }
    }
    return nil
  }

  @inline(__always) private func stands(_ word: Int, at index: Int, in text: [Unicode.Scalar]) -> Bool {
    let first = words[word]
    let end = words[word + 1]
    guard index >= 0, index + end - first <= text.count else { return false }
    for scalar in first..<end where text[index + scalar - first] != scalars[scalar] { return false }
    return true
  }

  /// Whether a word of the list stands wholly inside a range.
  func occurs(in range: Range<Int>, of text: [Unicode.Scalar]) -> Bool {
    for index in range {
      if let match = starting(at: index, in: text), index + match.length <= range.upperBound { return true }
    }
    return false
  }
}

extension PhraseTable where Value == Bool {
  convenience init(_ side: Side, _ words: String) { self.init(side, [(words, true)]) }
}

/// A handful of scalars to test against.
struct ScalarSet: Sendable, ExpressibleByStringLiteral {
  private let values: [UInt32]

  init(stringLiteral text: StaticString) { values = text.description.unicodeScalars.map(\.value) }

  func contains(_ scalar: Unicode.Scalar) -> Bool { values.contains(scalar.value) }
}

extension Array where Element == Unicode.Scalar {
  func holds(_ word: [Unicode.Scalar], at index: Int) -> Bool {
    guard index >= 0, index + word.count <= count else { return false }
    for offset in 0..<word.count where self[index + offset] != word[offset] { return false }
    return true
  }

  func skippingSpaces(from index: Int) -> Int {
    var index = index
    while index < count, self[index] == " " { index += 1 }
    return index
  }

  func skippingSpaces(before index: Int) -> Int {
    var index = index
    while index > 0, self[index - 1] == " " { index -= 1 }
    return index
  }
}

extension Unicode.Scalar {
  /// Writes UTF-8 and gives the number of bytes; the buffer must have room for four.
  @inline(__always) fileprivate func encode(into buffer: UnsafeMutableBufferPointer<UInt8>, at index: Int)
    -> Int
  {
    // Nearly everything is Han: three bytes.
    if value >= 0x800, value < 0x1_0000 {
      buffer[index] = UInt8(truncatingIfNeeded: 0xE0 | value >> 12)
      buffer[index + 1] = UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F)
      buffer[index + 2] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
      return 3
    }
    var count = 0
    for unit in utf8 {
      buffer[index + count] = unit
      count += 1
    }
    return count
  }
}

extension ArraySlice where Element == Unicode.Scalar {
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

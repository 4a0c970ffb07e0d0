/// Words with what they mean, found by their first scalar or by their last: the longest wins.
struct PhraseTable<Value: Sendable>: Sendable {
  enum Side { case opening, closing }

  struct Match {
    /// Of the word, in scalars.
    let length: Int
    let value: Value
    /// Offsets of the word's scalars.
    var word: Range<Int> { 0..<length }
  }

  private struct Entry: Sendable {
    let word: [Unicode.Scalar]
    let value: Value
  }

  private let side: Side
  /// By the low byte of the key, longer words first: no hashing in the finders' inner loop.
  private let entries: [Entry]
  /// Where the entries of each low byte start; 257 of them.
  private let starts: [Int]

  /// Each list holds words separated by blanks or line ends.
  init(_ side: Side, _ lists: [(words: String, value: Value)]) {
    var buckets = [[Entry]](repeating: [], count: 256)
    for (words, value) in lists {
      for word in words.split(whereSeparator: \.isWhitespace) {
        let scalars = Array(word.unicodeScalars)
        guard let key = side == .opening ? scalars.first : scalars.last else { continue }
        buckets[Int(key.value & 0xFF)].append(Entry(word: scalars, value: value))
      }
    }
    var starts = [0]
    for index in buckets.indices {
      // Sorting keeps the order of words of one length.
      buckets[index].sort { $0.word.count > $1.word.count }
      starts.append(starts[index] + buckets[index].count)
    }
    self.side = side
    self.starts = starts
    entries = Array(buckets.joined())
  }

  /// First scalars of opening words, last ones of closing words.
  var keys: [UInt32] { entries.compactMap { (side == .opening ? $0.word.first : $0.word.last)?.value } }

  /// The longest word that starts at an index, of those a condition lets through.
  func starting(
    at index: Int, in text: [Unicode.Scalar], where isFit: (Match) -> Bool = { _ in true }
  ) -> Match? {
    guard index < text.count else { return nil }
    let key = Int(text[index].value & 0xFF)
    for entry in starts[key]..<starts[key + 1] where text.holds(entries[entry].word, at: index) {
      let match = Match(length: entries[entry].word.count, value: entries[entry].value)
      if isFit(match) { return match }
    }
    return nil
  }

  /// The longest word that ends before an index.
  func ending(at index: Int, in text: [Unicode.Scalar]) -> Match? {
    guard index > 0, index <= text.count else { return nil }
    let key = Int(text[index - 1].value & 0xFF)
    for entry in starts[key]..<starts[key + 1] {
      let length = entries[entry].word.count
      if text.holds(entries[entry].word, at: index - length) {
        return Match(length: length, value: entries[entry].value)
      }
    }
    return nil
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
  init(_ side: Side, _ words: String) { self.init(side, [(words, true)]) }
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

extension ArraySlice where Element == Unicode.Scalar {
  /// Every scalar as it stands.
  var exactString: String {
    String(unsafeUninitializedCapacity: count * 4) { buffer in
      var length = 0
      for scalar in self {
        for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          buffer[length] = unit
          length += 1
        }
      }
      return length
    }
  }
}

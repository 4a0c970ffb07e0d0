/// Words with what they mean, found by their first scalar or by their last: the longest wins.
///
/// A class, so that a look at a shared table counts one reference and not one for each of its arrays.
final class PhraseTable<Value: Sendable>: Sendable {
  struct Match {
    /// Of the word, in scalars.
    let length: Int
    let value: Value
    /// Offsets of the word's scalars.
    var word: Range<Int> { 0..<length }
  }

  private let table: WordTable
  /// By word.
  private let values: [Value]

  /// Each list holds words separated by blanks or line ends.
  init(_ side: WordTable.Side, _ lists: [(words: String, value: Value)]) {
    var all: [[Unicode.Scalar]] = []
    var values: [Value] = []
    for (words, value) in lists {
      for word in words.split(whereSeparator: \.isWhitespace) {
        all.append(Array(word.unicodeScalars))
        values.append(value)
      }
    }
    table = WordTable(all, side)
    self.values = values
  }

  /// First scalars of opening words, last ones of closing words.
  var keys: [UInt32] { table.keys }

  /// The longest word that starts at an index.
  func starting(at index: Int, in text: [Unicode.Scalar]) -> Match? {
    text.withUnsafeBufferPointer { table.starting(at: index, in: $0).map(match) }
  }

  /// The longest word that starts at an index, of those a condition lets through.
  func starting(
    at index: Int, in text: [Unicode.Scalar], where isFit: (Match) -> Bool
  ) -> Match? {
    guard index < text.count else { return nil }
    for entry in table.candidates(at: text[index])
    where text.withUnsafeBufferPointer({ table.stands(entry, at: index, in: $0) }) {
      let match = match(entry)
      if isFit(match) { return match }
    }
    return nil
  }

  /// The longest word that ends before an index.
  func ending(at index: Int, in text: [Unicode.Scalar]) -> Match? {
    text.withUnsafeBufferPointer { table.ending(at: index, in: $0).map(match) }
  }

  @inline(__always) private func match(_ entry: WordTable.Entry) -> Match {
    Match(length: entry.length, value: values[entry.number])
  }

  /// Whether a word of the list stands wholly inside a range: the longest at its place, as in the other finders.
  func occurs(in range: Range<Int>, of text: [Unicode.Scalar]) -> Bool {
    text.withUnsafeBufferPointer { text in
      for index in range {
        if let entry = table.starting(at: index, in: text), index + entry.length <= range.upperBound {
          return true
        }
      }
      return false
    }
  }
}

extension PhraseTable where Value == Bool {
  convenience init(_ side: WordTable.Side, _ words: String) { self.init(side, [(words, true)]) }
}

/// A handful of scalars to test against.
struct ScalarSet: Sendable, ExpressibleByStringLiteral {
  private let values: [UInt32]
  /// The low six bits of the values: most scalars are told by one look at them.
  private let bits: UInt64

  init(stringLiteral text: StaticString) {
    values = text.description.unicodeScalars.map(\.value)
    bits = values.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }

  @inline(__always) func contains(_ scalar: Unicode.Scalar) -> Bool {
    bits & 1 << UInt64(scalar.value & 63) != 0 && values.contains(scalar.value)
  }
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

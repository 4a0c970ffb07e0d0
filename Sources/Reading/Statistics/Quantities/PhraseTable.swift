/// Words with what they mean, found by their first scalar or by their last: the longest wins.
struct PhraseTable<Value: Sendable>: Sendable {
  enum Side { case opening, closing }
  typealias Entry = (word: [Unicode.Scalar], value: Value)

  private let entries: [UInt32: [Entry]]

  /// Each list holds words separated by blanks.
  init(_ side: Side, _ lists: [(words: String, value: Value)]) {
    var entries: [UInt32: [Entry]] = [:]
    for (words, value) in lists {
      for word in words.split(whereSeparator: \.isWhitespace) {
        let scalars = Array(word.unicodeScalars)
        guard let key = side == .opening ? scalars.first : scalars.last else { continue }
        entries[key.value, default: []].append((scalars, value))
      }
    }
    self.entries = entries.mapValues { $0.sorted { $0.word.count > $1.word.count } }
  }

  /// First scalars of opening words, last ones of closing words; in no order.
  var keys: some Collection<UInt32> { entries.keys }

  /// The longest word that starts at an index.
  func starting(at index: Int, in text: [Unicode.Scalar]) -> Entry? {
    guard index < text.count, let candidates = entries[text[index].value] else { return nil }
    return candidates.first { text.holds($0.word, at: index) }
  }

  /// The longest word that ends before an index.
  func ending(at index: Int, in text: [Unicode.Scalar]) -> Entry? {
    guard index > 0, index <= text.count, let candidates = entries[text[index - 1].value] else { return nil }
    return candidates.first { text.holds($0.word, at: index - $0.word.count) }
  }
}

extension PhraseTable where Value == Bool {
  init(_ side: Side, _ words: String) { self.init(side, [(words, true)]) }
}

extension Array where Element == Unicode.Scalar {
  func holds(_ word: [Unicode.Scalar], at index: Int) -> Bool {
    guard index >= 0, index + word.count <= count else { return false }
    for offset in 0..<word.count where self[index + offset] != word[offset] { return false }
    return true
  }

  /// Whether a word stands wholly inside a range.
  func holds(any words: [[Unicode.Scalar]], in range: Range<Int>) -> Bool {
    for index in range {
      for word in words where word[0] == self[index] && index + word.count <= range.upperBound {
        if holds(word, at: index) { return true }
      }
    }
    return false
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

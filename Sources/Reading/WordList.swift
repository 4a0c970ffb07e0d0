/// A list of words that can be looked for in a line: spelt in Simplified with ASCII punctuation, as `folded` is.
struct WordList: Sendable, ExpressibleByStringLiteral {
  let words: [[Unicode.Scalar]]
  let opening: WordTable
  let closing: WordTable

  /// Words separated by spaces.
  init(stringLiteral text: StaticString) {
    words = text.description.split(separator: " ").map { Array($0.unicodeScalars) }
    opening = WordTable(words, .opening)
    closing = WordTable(words, .closing)
  }
}

extension ArraySlice where Element == Unicode.Scalar {
  func contains(any list: WordList) -> Bool {
    withUnsafeBufferPointer { list.opening.first(in: $0) != nil }
  }

  /// How many different words of the list occur.
  func count(of list: WordList) -> Int {
    withUnsafeBufferPointer { text in
      var seen: [Bool] = []
      var count = 0
      for index in 0..<text.count {
        for entry in list.opening.candidates(at: text[index])
        where list.opening.stands(entry, at: index, in: text) {
          if seen.isEmpty { seen = [Bool](repeating: false, count: list.words.count) }
          if !seen[entry.number] { count += 1 }
          seen[entry.number] = true
        }
      }
      return count
    }
  }

  func starts(withAny list: WordList) -> Bool {
    withUnsafeBufferPointer { list.opening.starting(at: 0, in: $0) != nil }
  }

  func ends(withAny list: WordList) -> Bool {
    withUnsafeBufferPointer { list.closing.ending(at: $0.count, in: $0) != nil }
  }

  /// The longest word of the list that ends the run.
  func suffix(in list: WordList) -> [Unicode.Scalar]? {
    withUnsafeBufferPointer { text in
      list.closing.ending(at: text.count, in: text).map { list.words[$0.number] }
    }
  }

  /// The word of the list that starts at an index, the first in the list's order.
  func word(of list: WordList, at index: Int) -> [Unicode.Scalar]? {
    withUnsafeBufferPointer { text in
      guard index >= startIndex, index < endIndex else { return nil }
      var first = Int.max
      for entry in list.opening.candidates(at: text[index - startIndex])
      where list.opening.stands(entry, at: index - startIndex, in: text) {
        first = Swift.min(first, entry.number)
      }
      return first == .max ? nil : list.words[first]
    }
  }

  /// The end of the first word of the list, if the run holds one.
  func firstKind(in list: WordList) -> Int? {
    for index in indices {
      if let word = word(of: list, at: index) { return index + word.count }
    }
    return nil
  }
}

/// Several lists looked for in one pass.
struct WordLists: Sendable {
  private let table: WordTable
  /// By word: its list.
  private let lists: [Int]

  init(_ lists: [WordList]) {
    table = WordTable(lists.flatMap(\.words), .opening)
    self.lists = lists.enumerated().flatMap { number, list in list.words.map { _ in number } }
  }

  /// Adds how many different words of each list occur in a line.
  func count(in line: Scalars, _ counts: inout [Int]) {
    line.withUnsafeBufferPointer { text in
      var seen: [Int] = []
      for index in 0..<text.count {
        for entry in table.candidates(at: text[index])
        where table.stands(entry, at: index, in: text) && !seen.contains(entry.number) {
          seen.append(entry.number)
          counts[lists[entry.number]] += 1
        }
      }
    }
  }
}

/// Finds every occurrence of many words in one pass over folded scalars (Aho-Corasick with a full table), overlapping
/// ones too.
///
/// Time is linear in the text and the number of occurrences, whatever the words are.
struct WordMatcher: Sendable {
  struct Match: Sendable {
    private let number: Int32
    private let start: Int32
    private let end: Int32

    @inline(__always) fileprivate init(word: Int32, start: Int, end: Int) {
      number = word
      self.start = Int32(truncatingIfNeeded: start)
      self.end = Int32(truncatingIfNeeded: end)
    }

    /// Index into the words given.
    @inline(__always) var word: Int { Int(number) }
    @inline(__always) var range: Range<Int> { Int(start)..<Int(end) }
  }

  private let lengths: [Int]
  /// Column of a scalar in the table; 0 for a scalar that stands in no word.
  private let columns: [UInt16]
  private let width: Int
  /// `next[state * width + column]` is the row to go on with; column 0 leads back to the first.
  private let next: [Int32]
  /// Words that end in a state, longest first: `endings[firstEnding[state]..<firstEnding[state + 1]]`.
  private let endings: [Int32]
  private let firstEnding: [Int32]

  /// A word given twice is found under its first index. Empty words and words beyond the BMP are never found.
  init(_ words: [[Unicode.Scalar]]) {
    var columns = [UInt16](repeating: 0, count: 0x1_0000)
    var width = 1
    for scalar in words.joined() where scalar.value < 0x1_0000 && columns[Int(scalar.value)] == 0 {
      columns[Int(scalar.value)] = UInt16(width)
      width += 1
    }
    var next = [Int32](repeating: 0, count: width)
    var own: [[Int32]] = [[]]
    for (index, word) in words.enumerated() where !word.isEmpty && word.allSatisfy({ $0.value < 0x1_0000 }) {
      var state = 0
      for scalar in word {
        let cell = state * width + Int(columns[Int(scalar.value)])
        if next[cell] == 0 {
          next[cell] = Int32(own.count)
          own.append([])
          next.append(contentsOf: repeatElement(0, count: width))
        }
        state = Int(next[cell])
      }
      if own[state].isEmpty { own[state] = [Int32(index)] }
    }
    // Breadth first: a state's words are its own and those of the longest proper suffix that is a state.
    var fallback = [Int](repeating: 0, count: own.count)
    var queue = (1..<max(1, width)).map { Int(next[$0]) }.filter { $0 != 0 }
    var head = 0
    while head < queue.count {
      let state = queue[head]
      head += 1
      own[state] += own[fallback[state]]
      for column in 1..<width {
        let cell = state * width + column
        let beyond = next[fallback[state] * width + column]
        if next[cell] == 0 {
          next[cell] = beyond
        } else {
          fallback[Int(next[cell])] = Int(beyond)
          queue.append(Int(next[cell]))
        }
      }
    }
    var firstEnding: [Int32] = [0]
    for words in own { firstEnding.append(firstEnding[firstEnding.count - 1] + Int32(words.count)) }
    self.lengths = words.map(\.count)
    self.columns = columns
    self.width = width
    self.next = next
    self.endings = own.flatMap { $0 }
    self.firstEnding = firstEnding
  }

  /// Scalars of a word.
  func count(of word: Int) -> Int { lengths[word] }

  /// Occurrences by end, and those with one end longest first.
  func matches(in text: Scalars) -> [Match] {
    var matches: [Match] = []
    matches.reserveCapacity(text.count / 6)
    forEach(in: text) { matches.append($0) }
    return matches
  }

  /// Calls `found` for each occurrence, in the order of `matches`.
  @inline(__always) func forEach(in text: Scalars, _ found: (Match) -> Void) {
    let offset = text.startIndex
    text.withUnsafeBufferPointer { text in
      columns.withUnsafeBufferPointer { columns in
        next.withUnsafeBufferPointer { next in
          firstEnding.withUnsafeBufferPointer { firstEnding in
            var state = 0
            for index in text.indices {
              let value = text[index].value
              let column = value < 0x1_0000 ? Int(columns[Int(value)]) : 0
              // The table is larger than the caches: no look at it for what is known.
              if column == 0 {
                state = 0
                continue
              }
              state = Int(next[state * width + column])
              for ending in firstEnding[state]..<firstEnding[state + 1] {
                let word = endings[Int(ending)]
                let end = offset + index + 1
                found(Match(word: word, start: end - lengths[Int(word)], end: end))
              }
            }
          }
        }
      }
    }
  }
}

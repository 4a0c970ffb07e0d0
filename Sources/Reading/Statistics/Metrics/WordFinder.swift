/// Finds every occurrence of many words in one pass over folded scalars (Aho-Corasick with a full table).
struct WordFinder: Sendable {
  struct Hit {
    /// Index among the words given.
    let word: Int
    /// Scalar range of the occurrence.
    let start: Int
    let end: Int
  }

  private let lengths: [Int]
  /// Column of a scalar in the table; 0 for a scalar that stands in no word.
  private let columns: [UInt16]
  private let width: Int
  /// `next[state * width + column]` is the row to go on with.
  private let next: [Int32]
  /// Words that end in a state, longest first: `endings[firstEnding[state]..<firstEnding[state + 1]]`.
  private let endings: [Int32]
  private let firstEnding: [Int32]

  /// - Parameter words: distinct and not empty; scalars beyond the Basic Multilingual Plane never match.
  init(_ words: [[Unicode.Scalar]]) {
    var columns = [UInt16](repeating: 0, count: 0x1_0000)
    var width = 1
    for scalar in words.joined() where scalar.value < 0x1_0000 && columns[Int(scalar.value)] == 0 {
      columns[Int(scalar.value)] = UInt16(width)
      width += 1
    }
    var next = [Int32](repeating: 0, count: width)
    var own: [[Int32]] = [[]]
    for (index, word) in words.enumerated() where word.allSatisfy({ $0.value < 0x1_0000 }) {
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
      if state != 0 { own[state].append(Int32(index)) }
    }
    // Breadth first: a state's words are its own and those of the longest proper suffix that is a state.
    var fallback = [Int](repeating: 0, count: own.count)
    var queue = (1..<width).map { Int(next[$0]) }.filter { $0 != 0 }
    var head = 0
    while head < queue.count {
      let state = queue[head]
      head += 1
      own[state] += own[fallback[state]]
      for column in 1..<max(1, width) {
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

  /// Occurrences by end, and those with one end longest first.
  func hits(in text: [Unicode.Scalar]) -> [Hit] {
    var hits: [Hit] = []
    var state = 0
    for (index, scalar) in text.enumerated() {
      let column = scalar.value < 0x1_0000 ? Int(columns[Int(scalar.value)]) : 0
      guard column != 0 else {
        state = 0
        continue
      }
      state = Int(next[state * width + column])
      var ending = firstEnding[state]
      let last = firstEnding[state + 1]
      while ending < last {
        let word = Int(endings[Int(ending)])
        hits.append(Hit(word: word, start: index + 1 - lengths[word], end: index + 1))
        ending += 1
      }
    }
    return hits
  }
}

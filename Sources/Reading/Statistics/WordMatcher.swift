/// Finds every occurrence of many words in one pass over folded scalars (Aho-Corasick), overlapping ones too.
///
/// Time is linear in the text and the number of occurrences, whatever the words are.
struct WordMatcher: Sendable {
  struct Match: Equatable, Sendable {
    /// Index into the words given.
    let word: Int
    let range: Range<Int>
  }

  private let counts: [Int]
  /// Class of each scalar of the Basic Multilingual Plane; 0 for those in no word.
  private let classes: [UInt16]
  /// Edges of the trie, sorted by `state * width + class`, found through `edges(of:)`.
  private let firstEdge: [Int32]
  private let edgeClass: [UInt16]
  private let edgeTarget: [Int32]
  private let fallback: [Int32]
  /// The word that ends at a state, and the next state on its way back at which one ends; -1 for none.
  private let ending: [Int32]
  private let shorter: [Int32]

  /// A word given twice is found under its first index. Empty words and words beyond the BMP are never found.
  init(_ words: [[Unicode.Scalar]]) {
    counts = words.map(\.count)
    var classes = [UInt16](repeating: 0, count: 0x10000)
    var width: UInt16 = 1
    var children: [[(class: UInt16, target: Int32)]] = [[]]
    var ending: [Int32] = [-1]
    for (index, word) in words.enumerated() where !word.isEmpty && word.allSatisfy({ $0.value <= 0xFFFF }) {
      var state = 0
      for scalar in word {
        if classes[Int(scalar.value)] == 0 {
          classes[Int(scalar.value)] = width
          width += 1
        }
        let kind = classes[Int(scalar.value)]
        if let edge = children[state].first(where: { $0.class == kind }) {
          state = Int(edge.target)
        } else {
          children[state].append((kind, Int32(children.count)))
          state = children.count
          children.append([])
          ending.append(-1)
        }
      }
      if ending[state] < 0 { ending[state] = Int32(index) }
    }
    self.classes = classes
    (firstEdge, edgeClass, edgeTarget) = WordMatcher.flattened(children)
    var fallback = [Int32](repeating: 0, count: children.count)
    var shorter = [Int32](repeating: -1, count: children.count)
    var queue = children[0].map(\.target)
    var head = 0
    while head < queue.count {
      let state = Int(queue[head])
      head += 1
      let back = Int(fallback[state])
      shorter[state] = ending[back] >= 0 ? Int32(back) : shorter[back]
      for (kind, target) in children[state] {
        var from = back
        var next = WordMatcher.child(children[from], kind)
        while next == nil, from != 0 {
          from = Int(fallback[from])
          next = WordMatcher.child(children[from], kind)
        }
        fallback[Int(target)] = next ?? 0
        queue.append(target)
      }
    }
    self.fallback = fallback
    self.shorter = shorter
    self.ending = ending
  }

  /// Length of a word, in scalars.
  func count(of word: Int) -> Int { counts[word] }

  /// Calls `found` for each occurrence, by its end, longer ones first.
  func forEach(in text: Scalars, _ found: (Match) -> Void) {
    var state = 0
    for index in text.indices {
      let value = text[index].value
      let kind = value <= 0xFFFF ? classes[Int(value)] : 0
      guard kind != 0 else {
        state = 0
        continue
      }
      var next = target(state, kind)
      while next < 0, state != 0 {
        state = Int(fallback[state])
        next = target(state, kind)
      }
      state = max(0, next)
      var at = ending[state] >= 0 ? Int32(state) : shorter[state]
      while at >= 0 {
        let word = Int(ending[Int(at)])
        found(Match(word: word, range: (index + 1 - counts[word])..<(index + 1)))
        at = shorter[Int(at)]
      }
    }
  }

  func matches(in text: Scalars) -> [Match] {
    var all: [Match] = []
    forEach(in: text) { all.append($0) }
    return all
  }

  private func target(_ state: Int, _ kind: UInt16) -> Int {
    var low = Int(firstEdge[state])
    var high = Int(firstEdge[state + 1])
    while low < high {
      let middle = (low + high) / 2
      if edgeClass[middle] < kind { low = middle + 1 } else { high = middle }
    }
    return low < Int(firstEdge[state + 1]) && edgeClass[low] == kind ? Int(edgeTarget[low]) : -1
  }

  private static func child(_ edges: [(class: UInt16, target: Int32)], _ kind: UInt16) -> Int32? {
    edges.first { $0.class == kind }?.target
  }

  private static func flattened(
    _ children: [[(class: UInt16, target: Int32)]]
  ) -> (first: [Int32], classes: [UInt16], targets: [Int32]) {
    var first: [Int32] = []
    var classes: [UInt16] = []
    var targets: [Int32] = []
    for edges in children {
      first.append(Int32(classes.count))
      for edge in edges.sorted(by: { $0.class < $1.class }) {
        classes.append(edge.class)
        targets.append(edge.target)
      }
    }
    return (first + [Int32(classes.count)], classes, targets)
  }
}

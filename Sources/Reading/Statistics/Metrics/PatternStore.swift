/// All patterns laid out flat, so that trying one touches no reference counts.
///
/// A class with memory of its own, as `WordTable` is.
final class PatternStore: @unchecked Sendable {
  /// A gap, or a run of words of which one must stand.
  struct Item: Sendable {
    /// Nil for words.
    let gap: MetricPattern.Gap?
    /// In `words`.
    let firstWord: Int
    let lastWord: Int
    /// The low six bits of the words' first scalars; all of them when a word is empty.
    let firsts: UInt64
  }

  /// One pattern: its items before the number and behind it, both from the number outwards.
  struct Sides: Sendable {
    let left: Range<Int>
    let right: Range<Int>
  }

  let items: UnsafeMutableBufferPointer<Item>
  /// Ranges of `scalars`, spelt from the number outwards.
  let words: UnsafeMutableBufferPointer<Range<Int>>
  let scalars: UnsafeMutableBufferPointer<Unicode.Scalar>
  /// By pattern.
  let sides: [Sides]

  init(_ patterns: [MetricPattern]) {
    var layout = Layout()
    sides = patterns.map { Sides(left: layout.add($0.left), right: layout.add($0.right)) }
    items = .allocate(capacity: layout.items.count)
    _ = items.initialize(from: layout.items)
    words = .allocate(capacity: layout.words.count)
    _ = words.initialize(from: layout.words)
    scalars = .allocate(capacity: layout.scalars.count)
    _ = scalars.initialize(from: layout.scalars)
  }

  deinit {
    items.deallocate()
    words.deallocate()
    scalars.deallocate()
  }

  private struct Layout {
    var items: [Item] = []
    var words: [Range<Int>] = []
    var scalars: [Unicode.Scalar] = []

    mutating func add(_ side: [MetricPattern.Item]) -> Range<Int> {
      let start = items.count
      for item in side {
        switch item {
        case .gap(let gap): items.append(Item(gap: gap, firstWord: 0, lastWord: 0, firsts: .max))
        case .words(let spellings):
          let first = words.count
          for word in spellings {
            words.append(scalars.count..<(scalars.count + word.count))
            scalars += word
          }
          let firsts = spellings.reduce(0) { bits, word in
            bits | (word.first.map { 1 << UInt64($0.value & 63) } ?? UInt64.max)
          }
          items.append(Item(gap: nil, firstWord: first, lastWord: words.count, firsts: firsts))
        }
      }
      return start..<items.count
    }
  }
}

/// Finds every occurrence of many words in one pass over folded scalars, overlapping ones too.
///
/// A word is looked for where its last two scalars stand. Most pairs of a text end no word, which one bit tells: the
/// tables stay in the processor's nearest cache, as no automaton of thousands of states does. Each place of a text costs
/// at most the words that end alike.
final class WordMatcher: @unchecked Sendable {
  struct Match: Sendable {
    private let number: Int32
    private let start: Int32
    private let end: Int32

    @inline(__always) fileprivate init(word: Int, start: Int, end: Int) {
      number = Int32(truncatingIfNeeded: word)
      self.start = Int32(truncatingIfNeeded: start)
      self.end = Int32(truncatingIfNeeded: end)
    }

    /// Index into the words given.
    @inline(__always) var word: Int { Int(number) }
    @inline(__always) var range: Range<Int> { Int(start)..<Int(end) }
  }

  private struct Entry {
    /// The last two scalars, the last in the low half.
    let pair: UInt32
    /// In `scalars`.
    let start: Int32
    let count: Int32
    let word: Int32
  }

  private static let slotCount = 1 << 12
  private static let bitCount = 1 << 16
  private static let singleCount = 1 << 10
  /// So many scalars are looked through at once.
  private static let stretch = 256

  private let lengths: [Int]
  private let scalars: UnsafeMutablePointer<Unicode.Scalar>
  private let entries: UnsafeMutablePointer<Entry>
  /// Where the entries of each slot start, longest words first.
  private let slots: UnsafeMutablePointer<Int32>
  /// Whether words may end with a pair of scalars.
  private let bits: UnsafeMutablePointer<UInt64>
  /// Words of one scalar.
  private let singles: WordTable
  /// The low ten bits of those scalars: few of a text's scalars share them, and the rest is spared a look at the table.
  private let singleBits: UnsafeMutablePointer<UInt64>

  /// A word given twice is found under its first index. Empty words and words beyond the BMP are never found.
  init(_ words: [[Unicode.Scalar]]) {
    var seen: Set<[Unicode.Scalar]> = []
    let known = words.indices.filter { number in
      words[number].allSatisfy { $0.value < 0x1_0000 } && seen.insert(words[number]).inserted
    }
    var bySlot = [[Int]](repeating: [], count: WordMatcher.slotCount)
    bits = .allocate(capacity: WordMatcher.bitCount / 64)
    bits.initialize(repeating: 0, count: WordMatcher.bitCount / 64)
    for number in known where words[number].count > 1 {
      let hash = WordMatcher.hash(
        words[number][words[number].count - 2], words[number][words[number].count - 1])
      bySlot[hash % WordMatcher.slotCount].append(number)
      bits[hash % WordMatcher.bitCount >> 6] |= 1 << UInt64(hash & 63)
    }
    scalars = .allocate(capacity: words.reduce(1) { $0 + $1.count })
    entries = .allocate(capacity: words.count + 1)
    slots = .allocate(capacity: WordMatcher.slotCount + 1)
    var (entry, scalar) = (0, 0)
    for (slot, numbers) in bySlot.enumerated() {
      slots.advanced(by: slot).initialize(to: Int32(entry))
      for number in numbers.sorted(by: { (-words[$0].count, $0) < (-words[$1].count, $1) }) {
        let count = words[number].count
        let pair = words[number][count - 2].value << 16 | words[number][count - 1].value
        entries.advanced(by: entry).initialize(
          to: Entry(pair: pair, start: Int32(scalar), count: Int32(count), word: Int32(number)))
        for value in words[number] {
          scalars.advanced(by: scalar).initialize(to: value)
          scalar += 1
        }
        entry += 1
      }
    }
    slots.advanced(by: WordMatcher.slotCount).initialize(to: Int32(entry))
    // Under their numbers, the others left empty.
    let single = Set(known.filter { words[$0].count == 1 })
    singles = WordTable(words.indices.map { single.contains($0) ? words[$0] : [] }, .closing)
    singleBits = .allocate(capacity: WordMatcher.singleCount / 64)
    singleBits.initialize(repeating: 0, count: WordMatcher.singleCount / 64)
    for number in single {
      let low = Int(words[number][0].value) % WordMatcher.singleCount
      singleBits[low >> 6] |= 1 << UInt64(low & 63)
    }
    lengths = words.map(\.count)
  }

  deinit {
    scalars.deallocate()
    entries.deallocate()
    slots.deallocate()
    bits.deallocate()
    singleBits.deallocate()
  }

  /// Scalars of a word.
  func count(of word: Int) -> Int { lengths[word] }

  /// Occurrences by end, and those with one end longest first.
  func matches(in text: Scalars) -> [Match] {
    var matches: [Match] = []
    matches.reserveCapacity(text.count / 6)
    self.matches(in: text, into: &matches)
    return matches
  }

  /// The same in an array's own memory; what it held is gone.
  func matches(in text: Scalars, into matches: inout [Match]) {
    matches.removeAll(keepingCapacity: true)
    forEach(in: text) { matches.append($0) }
  }

  /// Calls `found` for each occurrence, in the order of `matches`.
  @inline(__always) func forEach(in text: Scalars, _ found: (Match) -> Void) {
    let offset = text.startIndex
    text.withUnsafeBufferPointer { text in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: WordMatcher.stretch) { places in
        var start = 0
        while start < text.count {
          let end = min(text.count, start + WordMatcher.stretch)
          for place in 0..<note(endsIn: start..<end, of: text, places) {
            look(at: Int(places[place]), in: text, offset, found)
          }
          start = end
        }
      }
    }
  }

  /// Notes the places of a stretch where a word may end, and gives their number.
  private func note(
    endsIn stretch: Range<Int>, of text: UnsafeBufferPointer<Unicode.Scalar>,
    _ places: UnsafeMutableBufferPointer<Int32>
  ) -> Int {
    let (bits, singleBits) = (bits, singleBits)
    var count = 0
    var previous = stretch.lowerBound > 0 ? text[stretch.lowerBound - 1] : "\0"
    for index in stretch {
      let scalar = text[index]
      let hash = WordMatcher.hash(previous, scalar)
      let low = Int(scalar.value) % WordMatcher.singleCount
      let pair = bits[hash % WordMatcher.bitCount >> 6] >> UInt64(hash & 63)
      let single = singleBits[low >> 6] >> UInt64(low & 63)
      // Written always and kept when a word may end here: nothing to foretell.
      places[count] = Int32(truncatingIfNeeded: index)
      count &+= Int(truncatingIfNeeded: (pair | single) & 1)
      previous = scalar
    }
    return count
  }

  /// The words that end with the scalar at an index.
  @inline(__always) private func look(
    at index: Int, in text: UnsafeBufferPointer<Unicode.Scalar>, _ offset: Int, _ found: (Match) -> Void
  ) {
    let scalar = text[index]
    let previous = index > 0 ? text[index - 1] : "\0"
    if previous.value | scalar.value < 0x1_0000 {
      let pair = previous.value << 16 | scalar.value
      let slot = WordMatcher.hash(previous, scalar) % WordMatcher.slotCount
      var entry = entries + Int(slots[slot])
      let last = entries + Int(slots[slot + 1])
      while entry < last {
        if entry.pointee.pair == pair, stands(entry.pointee, before: index - 1, in: text) {
          let start = index + 1 - Int(entry.pointee.count)
          found(Match(word: Int(entry.pointee.word), start: offset + start, end: offset + index + 1))
        }
        entry += 1
      }
    }
    if let entry = singles.ending(at: index + 1, in: text) {
      found(Match(word: entry.number, start: offset + index, end: offset + index + 1))
    }
  }

  /// Whether what a word has before its last two scalars stands before `end`.
  @inline(__always) private func stands(
    _ entry: Entry, before end: Int, in text: UnsafeBufferPointer<Unicode.Scalar>
  ) -> Bool {
    let word = scalars + Int(entry.start)
    var left = Int(entry.count) - 2
    let shift = end - left
    guard shift >= 0 else { return false }
    while left > 0 {
      left -= 1
      if text[shift + left] != word[left] { return false }
    }
    return true
  }

  @inline(__always) private static func hash(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Int {
    Int(truncatingIfNeeded: first.value &* 0x9E37 &+ second.value)
  }
}

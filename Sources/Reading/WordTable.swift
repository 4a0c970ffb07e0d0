/// Words laid out flat by the low byte of their first or last scalar: no hashing and no counting of references in the
/// finders' inner loops.
///
/// A class with memory of its own, so that a look at a shared table costs no more than the look.
final class WordTable: @unchecked Sendable {
  enum Side { case opening, closing }

  struct Entry {
    fileprivate let start: Int32
    fileprivate let count: Int32
    private let position: Int32

    fileprivate init(start: Int, count: Int, number: Int) {
      (self.start, self.count, position) = (Int32(start), Int32(count), Int32(number))
    }
    /// Of the word, in scalars.
    @inline(__always) var length: Int { Int(count) }
    /// Index among the words given.
    @inline(__always) var number: Int { Int(position) }
  }

  typealias Text = UnsafeBufferPointer<Unicode.Scalar>

  /// How many words there are.
  let count: Int
  private let side: Side
  private let scalars: UnsafeMutablePointer<Unicode.Scalar>
  private let entries: UnsafeMutablePointer<Entry>
  /// Where the entries of each low byte start, longer words first; 257 of them.
  private let buckets: UnsafeMutablePointer<Int32>

  /// Empty words are left out; words of one length and one low byte keep their order.
  init(_ words: [[Unicode.Scalar]], _ side: Side) {
    var sorted = [[Int]](repeating: [], count: 256)
    for (number, word) in words.enumerated() {
      guard let key = side == .opening ? word.first : word.last else { continue }
      sorted[Int(key.value & 0xFF)].append(number)
    }
    self.side = side
    count = words.count
    scalars = .allocate(capacity: words.reduce(1) { $0 + $1.count })
    entries = .allocate(capacity: words.count + 1)
    buckets = .allocate(capacity: 257)
    var (entry, scalar) = (0, 0)
    for (key, numbers) in sorted.enumerated() {
      buckets.advanced(by: key).initialize(to: Int32(entry))
      let sorted =
        numbers.count < 2 ? numbers : numbers.sorted { (-words[$0].count, $0) < (-words[$1].count, $1) }
      for number in sorted {
        let word = words[number]
        entries.advanced(by: entry).initialize(
          to: Entry(start: scalar, count: word.count, number: number))
        for (offset, value) in word.enumerated() {
          scalars.advanced(by: scalar + offset).initialize(to: value)
        }
        entry += 1
        scalar += word.count
      }
    }
    buckets.advanced(by: 256).initialize(to: Int32(entry))
  }

  deinit {
    scalars.deallocate()
    entries.deallocate()
    buckets.deallocate()
  }

  /// First scalars of opening words, last ones of closing words.
  var keys: [UInt32] {
    (0..<Int(buckets[256])).map { number in
      let entry = entries[number]
      return scalars[Int(entry.start) + (side == .opening ? 0 : entry.length - 1)].value
    }
  }

  /// The entries whose words may stand at a scalar, longest first.
  @inline(__always) func candidates(at key: Unicode.Scalar) -> UnsafeBufferPointer<Entry> {
    let bucket = Int(key.value & 0xFF)
    let first = Int(buckets[bucket])
    return UnsafeBufferPointer(start: entries + first, count: Int(buckets[bucket + 1]) - first)
  }

  @inline(__always) func stands(_ entry: Entry, at index: Int, in text: Text) -> Bool {
    guard index >= 0, index + entry.length <= text.count else { return false }
    let word = scalars + Int(entry.start)
    for offset in 0..<entry.length where text[index + offset] != word[offset] { return false }
    return true
  }

  /// Where a word ends that stands at an index with up to six spaces before each scalar but the first: `索 引 号`.
  @inline(__always) func end(of entry: Entry, at index: Int, in text: Text) -> Int? {
    let word = scalars + Int(entry.start)
    guard text[index] == word[0] else { return nil }
    var at = index + 1
    for offset in 1..<max(1, entry.length) {
      let near = min(text.count, at + 6)
      while at < near, text[at] == " " { at += 1 }
      guard at < text.count, text[at] == word[offset] else { return nil }
      at += 1
    }
    return at
  }

  /// The longest word of an opening table that starts at an index.
  @inline(__always) func starting(at index: Int, in text: Text) -> Entry? {
    guard index >= 0, index < text.count else { return nil }
    for entry in candidates(at: text[index]) where stands(entry, at: index, in: text) { return entry }
    return nil
  }

  /// The longest word of a closing table that ends before an index.
  @inline(__always) func ending(at index: Int, in text: Text) -> Entry? {
    guard index > 0, index <= text.count else { return nil }
    for entry in candidates(at: text[index - 1]) where stands(entry, at: index - entry.length, in: text) {
      return entry
    }
    return nil
  }

  /// Where the first word of an opening table starts.
  func first(in text: Text) -> Int? {
    for index in 0..<text.count where starting(at: index, in: text) != nil { return index }
    return nil
  }
}

/// What other pages quote of a report's text: the sentence of every quantity, how every section begins and how long
/// it is.
///
/// Packed into one run of bytes, so that a report keeps them as cheaply as its text: little-endian 32-bit counts
/// of quantities, sections and texts, for each quantity and section the number of its text, for each section its
/// length, the end of each text, then the texts in UTF-8. Quantities of one sentence share it.
public struct Extracts: Sendable {
  public static let none = Extracts(sentences: [], excerpts: [], lengths: [])
  /// How much of a section is quoted, in scalars.
  public static let excerptLimit = 120

  private let packed: [UInt8]

  /// - Parameters:
  ///   - sentences: one for each quantity, empty where its place does not fit the text.
  ///   - excerpts: one for each entry of the outline, empty where nothing follows.
  ///   - lengths: of each section in scalars, those below it included; as many as excerpts.
  public init(sentences: [String], excerpts: [String], lengths: [Int]) {
    var packer = ExtractsPacker(count: sentences.count + excerpts.count)
    for text in [sentences, excerpts].joined() { Array(text.utf8).withUnsafeBufferPointer { packer.add($0) } }
    self = packer.finish(sentences: sentences.count, lengths: lengths)
  }

  /// Bytes that `packedBytes` gave once.
  public init(packed: [UInt8]) { self.packed = packed }

  public var packedBytes: [UInt8] { packed }

  /// The sentence that a quantity stands in; empty when it is not known.
  public func sentence(of quantity: Int) -> String {
    quantity < word(0) ? text(quantity) : ""
  }

  /// The same as UTF-8, for those who write it down as it is.
  public func withSentence<Result>(
    of quantity: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let range = quantity < word(0) ? place(quantity) : 0..<0
    return packed.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// How a section begins behind its heading, at most `excerptLimit` scalars; empty when nothing follows.
  public func excerpt(of section: Int) -> String {
    section < word(1) ? text(word(0) + section) : ""
  }

  /// How many characters follow a section's heading until the next of its rank; 0 when it is not known.
  public func length(of section: Int) -> Int {
    section < word(1) ? word(3 + word(0) + word(1) + section) : 0
  }

  private func text(_ entry: Int) -> String { String(decoding: packed[place(entry)], as: UTF8.self) }

  /// Where a text stands; nowhere when the packed bytes are damaged.
  private func place(_ entry: Int) -> Range<Int> {
    let number = word(3 + entry)
    let texts = 3 + word(0) + 2 * word(1)
    let start = (texts + word(2)) * 4
    let from = start + (number == 0 ? 0 : word(texts + number - 1))
    let to = start + word(texts + number)
    guard number < word(2), from <= to, to <= packed.count else { return 0..<0 }
    return from..<to
  }

  /// 0 behind the end: packed bytes may come from a damaged store.
  private func word(_ index: Int) -> Int {
    let at = index * 4
    guard index >= 0, at + 4 <= packed.count else { return 0 }
    return Int(packed[at]) | Int(packed[at + 1]) << 8 | Int(packed[at + 2]) << 16 | Int(packed[at + 3]) << 24
  }
}

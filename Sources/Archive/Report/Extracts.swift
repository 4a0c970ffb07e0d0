/// What other pages quote of a report's text: the sentence of every quantity, the heading of every section, how it
/// begins and how long it is.
///
/// Packed into one run of bytes, so that a report keeps them as cheaply as its text, which most of them are parts of:
/// little-endian 32-bit counts of quantities and sections, where the texts begin and end (the sentences, how the
/// sections begin, their labels, their titles), the length of each section, then in UTF-8 the texts that are not
/// printed so in the body.
public struct Extracts: Sendable {
  public static let none = Extracts(sentences: [], excerpts: [], lengths: [])
  /// How much of a section is quoted, in scalars.
  public static let excerptLimit = 120

  /// How many texts each section has: how it begins, its label and its title.
  public static let textsOfSection = 3

  /// In a text's beginning: it stands in the report's body, not behind the numbers.
  static let inBody: UInt32 = 1 << 31
  /// In a text's end: the section goes on.
  static let isCut: UInt32 = 1 << 31

  private let packed: [UInt8]
  private let body: [UInt8]

  /// - Parameters:
  ///   - sentences: one for each quantity, empty where its place does not fit the text.
  ///   - excerpts: one for each entry of the outline, empty where its section has no text.
  ///   - lengths: of each section in scalars, those below it included; as many as excerpts.
  ///   - headings: of each section; missing ones are empty.
  public init(
    sentences: [String], excerpts: [String], lengths: [Int], headings: [(label: String, title: String)] = []
  ) {
    let missing = max(0, excerpts.count - headings.count)
    let headings = headings.prefix(excerpts.count) + Array(repeating: (label: "", title: ""), count: missing)
    let texts = [sentences, excerpts, headings.map(\.label), headings.map(\.title)]
    var packer = ExtractsPacker(count: sentences.count + Extracts.textsOfSection * excerpts.count)
    for text in texts.joined() { Array(text.utf8).withUnsafeBufferPointer { packer.add($0) } }
    self.init(packed: packer.finish(sentences: sentences.count, lengths: lengths), body: [])
  }

  /// - Parameters:
  ///   - packed: bytes that `packedBytes` gave once.
  ///   - body: of the same report.
  public init(packed: [UInt8], body: [UInt8]) {
    self.packed = packed
    self.body = body
  }

  public var packedBytes: [UInt8] { packed }

  /// The sentence that a quantity stands in; empty when it is not known.
  public func sentence(of quantity: Int) -> String {
    quantity < word(0) ? text(quantity) : ""
  }

  /// The same as UTF-8, for those who write it down as it is.
  public func withSentence<Result>(
    of quantity: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard quantity < word(0) else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    return withText(quantity) { text, _ in body(text) }
  }

  /// How a section begins behind its heading, at most `excerptLimit` scalars and never beyond its end; empty when it
  /// has no text.
  public func excerpt(of section: Int) -> String {
    section < word(1) ? text(word(0) + section) : ""
  }

  /// A section's heading as the outline has it; empty when it is not known.
  public func heading(of section: Int) -> (label: String, title: String) {
    let (first, count) = (word(0), word(1))
    guard section < count else { return ("", "") }
    return (text(first + count + section), text(first + 2 * count + section))
  }

  /// How many characters follow a section's heading until the next of its rank or the report's signature; 0 when it is
  /// not known.
  public func length(of section: Int) -> Int {
    section < word(1) ? word(2 + 2 * (word(0) + Extracts.textsOfSection * word(1)) + section) : 0
  }

  private func text(_ entry: Int) -> String {
    withText(entry) { text, isCut in String(decoding: text, as: UTF8.self) + (isCut ? "…" : "") }
  }

  /// A text and whether it is cut; empty when the packed bytes are damaged or another report's.
  private func withText<Result>(_ entry: Int, _ use: (UnsafeBufferPointer<UInt8>, Bool) -> Result) -> Result {
    let (first, last) = (UInt32(word(2 + 2 * entry)), UInt32(word(3 + 2 * entry)))
    let (start, end) = (Int(first & ~Extracts.inBody), Int(last & ~Extracts.isCut))
    return (first & Extracts.inBody != 0 ? body : packed).withUnsafeBufferPointer { bytes in
      let range = start <= end && end <= bytes.count ? start..<end : 0..<0
      return use(UnsafeBufferPointer(rebasing: bytes[range]), last & Extracts.isCut != 0)
    }
  }

  /// 0 behind the end: packed bytes may come from a damaged store.
  private func word(_ index: Int) -> Int {
    let at = index * 4
    guard index >= 0, at + 4 <= packed.count else { return 0 }
    return Int(packed[at]) | Int(packed[at + 1]) << 8 | Int(packed[at + 2]) << 16 | Int(packed[at + 3]) << 24
  }
}

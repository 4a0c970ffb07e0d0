/// Packs texts into the bytes of `Extracts`, as they come: the sentence of each quantity, how each section begins, the
/// label of each section, the title of each.
public struct ExtractsPacker {
  /// Of each text its beginning and its end, those of its own counted from the first of `texts`.
  private var places: [(start: UInt32, end: UInt32)] = []
  private var texts: [UInt8] = []

  /// - Parameter count: how many texts are to come, at most.
  public init(count: Int) { places.reserveCapacity(count) }

  /// The text given last once more.
  public mutating func addSame() { places.append(places.last ?? (0, 0)) }

  /// A text in UTF-8, closed by `…` when it is cut.
  public mutating func add(_ text: UnsafeBufferPointer<UInt8>, isCut: Bool = false) {
    let start = UInt32(texts.count)
    texts.append(contentsOf: text)
    add(start, UInt32(texts.count), isCut: isCut)
  }

  /// The same for what stands in the report's body.
  public mutating func add(inBody range: Range<Int>, isCut: Bool = false) {
    add(UInt32(range.lowerBound) | Extracts.inBody, UInt32(range.upperBound), isCut: isCut)
  }

  private mutating func add(_ start: UInt32, _ end: UInt32, isCut: Bool) {
    places.append((start, isCut ? end | Extracts.isCut : end))
  }

  /// - Parameters:
  ///   - sentences: how many of the texts belong to quantities.
  ///   - lengths: of the sections, to which all other texts belong; 0 for what is missing.
  public consuming func finish(sentences: Int, lengths: [Int]) -> [UInt8] {
    let sections = (places.count - sentences) / Extracts.textsOfSection
    let numbers = (2 + 2 * places.count + sections) * 4
    var out: [UInt8] = []
    out.reserveCapacity(numbers + texts.count)
    func append(_ value: UInt32) { withUnsafeBytes(of: value.littleEndian) { out.append(contentsOf: $0) } }
    append(UInt32(sentences))
    append(UInt32(sections))
    for (start, end) in places {
      let shift = start & Extracts.inBody == 0 ? UInt32(numbers) : 0
      append(start + shift)
      append(end + shift)
    }
    for index in 0..<sections {
      append(lengths.indices.contains(index) ? UInt32(clamping: lengths[index]) : 0)
    }
    out.append(contentsOf: texts)
    return out
  }
}

/// Packs texts into `Extracts` straight from their bytes: one for each quantity, then one for each section.
///
/// Equal texts are kept once, under the number of the first.
public struct ExtractsPacker {
  private var order: [UInt32] = []
  private var ends: [UInt32] = []
  private var texts: [UInt8] = []
  /// Open addressing: a text's number and one, 0 where there is none. Twice as many as texts at least.
  private var slots: [UInt32]

  /// - Parameter count: how many texts are to come, at most.
  public init(count: Int) {
    var size = 16
    while size < count * 2 { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
    order.reserveCapacity(count)
    ends.reserveCapacity(count)
    texts.reserveCapacity(count * 120)
  }

  /// The text given last once more.
  public mutating func addSame() { order.append(order.last ?? 0) }

  /// A text in UTF-8, closed by `…` when it is cut.
  public mutating func add(_ text: UnsafeBufferPointer<UInt8>, isCut: Bool = false) {
    let start = texts.count
    texts.append(contentsOf: text)
    if isCut { texts.append(contentsOf: "…".utf8) }
    let (number, isNew) = number(of: start..<texts.count)
    if isNew {
      ends.append(UInt32(texts.count))
    } else {
      texts.removeSubrange(start...)
    }
    order.append(number)
  }

  /// - Parameters:
  ///   - sentences: how many of the texts belong to quantities.
  ///   - lengths: of the sections, one for each of the other texts; 0 for what is missing.
  public consuming func finish(sentences: Int, lengths: [Int]) -> Extracts {
    var out: [UInt8] = []
    out.reserveCapacity((3 + 2 * order.count + ends.count) * 4 + texts.count)
    func append(_ value: UInt32) { withUnsafeBytes(of: value.littleEndian) { out.append(contentsOf: $0) } }
    append(UInt32(sentences))
    append(UInt32(order.count - sentences))
    append(UInt32(ends.count))
    order.forEach(append)
    for index in 0..<(order.count - sentences) {
      append(lengths.indices.contains(index) ? UInt32(clamping: lengths[index]) : 0)
    }
    ends.forEach(append)
    out.append(contentsOf: texts)
    return Extracts(packed: out)
  }

  /// The number of the text that lies at the end of `texts`; a new one when no other is equal.
  private mutating func number(of range: Range<Int>) -> (number: UInt32, isNew: Bool) {
    let next = UInt32(ends.count)
    return texts.withUnsafeBytes { texts in
      let text = UnsafeRawBufferPointer(rebasing: texts[range])
      var slot = Int(truncatingIfNeeded: ExtractsPacker.hash(text)) & (slots.count - 1)
      while case let known = slots[slot], known > 0 {
        let number = Int(known) - 1
        let other = texts[(number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])]
        if other.count == text.count, other.elementsEqual(text) { return (known - 1, false) }
        slot = (slot + 1) & (slots.count - 1)
      }
      slots[slot] = next + 1
      return (next, true)
    }
  }

  /// Drawn anew by every run, so that no text can be made to fall where others do; nothing that is kept depends on it.
  private static let seed = UInt64.random(in: .min ... .max)

  private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = seed ^ UInt64(bytes.count)
    func mix(_ word: UInt64) {
      let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      hash = product.high ^ product.low
    }
    var at = 0
    while at + 8 <= bytes.count {
      mix(bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      at += 8
    }
    var rest: UInt64 = 0
    while at < bytes.count {
      rest = rest << 8 | UInt64(bytes[at])
      at += 1
    }
    mix(rest)
    return hash ^ hash >> 32
  }
}

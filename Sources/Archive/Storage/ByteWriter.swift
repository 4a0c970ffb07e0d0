/// Packs values into bytes, for `ByteReader` to unpack: numbers in as few bytes as they need, texts with their
/// length before them.
public struct ByteWriter: Sendable {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  /// Makes room for so many bytes at once.
  public mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// Seven bits a byte, the lowest first; the sign is folded into the lowest bit.
  public mutating func add(_ number: Int) {
    add(UInt64(bitPattern: Int64((number << 1) ^ (number >> 63))))
  }

  public mutating func add(_ number: Int?) {
    add(number != nil)
    if let number { add(number) }
  }

  private mutating func add(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Eight bytes as they are.
  public mutating func addWhole(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Bytes as they are, without their count.
  public mutating func addPlain(_ other: [UInt8]) { bytes.append(contentsOf: other) }

  /// Values as they lie in memory, without their count.
  public mutating func addPlain<Value: BitwiseCopyable>(_ values: [Value]) {
    values.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  public mutating func add(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  public mutating func add(_ text: String) {
    add(text.utf8.count)
    let isAdded: Void? = text.utf8.withContiguousStorageIfAvailable { bytes.append(contentsOf: $0) }
    if isAdded == nil { bytes.append(contentsOf: text.utf8) }
  }

  public mutating func add(_ text: String?) {
    add(text != nil)
    if let text { add(text) }
  }

  public mutating func add(_ texts: [String]) {
    add(texts.count)
    for text in texts { add(text) }
  }

  public mutating func add<Element>(_ list: [Element], _ element: (inout ByteWriter, Element) -> Void) {
    add(list.count)
    for index in list.indices { element(&self, list[index]) }
  }

  public mutating func add(_ range: Range<Int>) {
    add(range.lowerBound)
    add(range.count)
  }

  /// The number of a case among all cases.
  public mutating func add<Name: CaseIterable & Equatable>(_ name: Name?) {
    let place = name.flatMap { name in Array(Name.allCases).firstIndex(of: name) }
    bytes.append(place.map { UInt8($0 + 1) } ?? 0)
  }

  /// The bytes, with the fingerprint of all behind the first `count` and eight more in those eight.
  mutating func sealed(behind count: Int) -> [UInt8] {
    bytes.withUnsafeMutableBytes { all in
      let seal = Fingerprint.of(UnsafeRawBufferPointer(rebasing: all[(count + 8)...]))
      all.storeBytes(of: seal.littleEndian, toByteOffset: count, as: UInt64.self)
    }
    return bytes
  }
}

import Glibc
import Synchronization

/// Unpacks what `ByteWriter` packed. Bytes that were not packed so, or not whole, give values without meaning and
/// `isBroken`, never a crash or an allocation larger than the bytes.
public struct ByteReader {
  private let bytes: UnsafeRawBufferPointer
  private var at = 0
  /// What was asked for did not fit what stands there.
  public private(set) var isBroken = false
  /// Texts that occur in many reports, kept once.
  private var common: CommonTexts

  /// - Parameter bytes: must outlive the reader.
  public init(_ bytes: UnsafeRawBufferPointer, common: CommonTexts = CommonTexts()) {
    self.bytes = bytes
    self.common = common
  }

  public var isAtEnd: Bool { at == bytes.count }

  private mutating func fail() { isBroken = true }

  private mutating func byte() -> UInt8 {
    guard at < bytes.count else {
      fail()
      return 0
    }
    defer { at += 1 }
    return bytes[at]
  }

  public mutating func number() -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let next = byte()
      value |= UInt64(next & 0x7F) << shift
      if next < 0x80 { break }
      shift += 7
      if shift > 63 {
        fail()
        return 0
      }
    }
    return Int(bitPattern: UInt(value >> 1)) ^ -Int(value & 1)
  }

  public mutating func numberIfAny() -> Int? { flag() ? number() : nil }

  public mutating func wholeNumber() -> UInt64 {
    guard bytes.count - at >= 8 else {
      fail()
      return 0
    }
    defer { at += 8 }
    return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
  }

  public mutating func flag() -> Bool { byte() != 0 }

  /// A number of things that each take at least one byte.
  public mutating func count() -> Int {
    let count = number()
    guard count >= 0, count <= bytes.count - at else {
      fail()
      return 0
    }
    return count
  }

  public mutating func text() -> String {
    let count = count()
    let slice = UnsafeRawBufferPointer(rebasing: bytes[at..<(at + count)])
    at += count
    return common.text(slice)
  }

  /// Values as they lay in memory when they were written.
  public mutating func plain<Value: BitwiseCopyable>(_ count: Int) -> [Value] {
    let stride = MemoryLayout<Value>.stride
    guard count > 0, count <= (bytes.count - at) / stride, let start = bytes.baseAddress else {
      if count != 0 { fail() }
      return []
    }
    defer { at += count * stride }
    return [Value](unsafeUninitializedCapacity: count) { buffer, filled in
      memcpy(buffer.baseAddress!, start + at, count * stride)
      filled = count
    }
  }

  public mutating func textIfAny() -> String? { flag() ? text() : nil }

  public mutating func texts() -> [String] { list { $0.text() } }

  public mutating func range() -> Range<Int> {
    let start = number()
    let count = number()
    let (end, overflow) = start.addingReportingOverflow(count)
    guard count >= 0, !overflow else {
      fail()
      return 0..<0
    }
    return start..<end
  }

  /// Nil for none.
  public mutating func name<Name: CaseIterable>(_: Name.Type) -> Name? {
    let place = Int(byte())
    guard place > 0 else { return nil }
    let all = Name.allCases
    guard place <= all.count else {
      fail()
      return nil
    }
    return all[all.index(all.startIndex, offsetBy: place - 1)]
  }

  /// For a name that is always there.
  public mutating func name<Name: CaseIterable>(or fallback: Name) -> Name {
    guard let name = name(Name.self) else {
      fail()
      return fallback
    }
    return name
  }

  public mutating func list<Element>(_ element: (inout ByteReader) -> Element) -> [Element] {
    let count = count()
    var list: [Element] = []
    list.reserveCapacity(count)
    for _ in 0..<count where !isBroken { list.append(element(&self)) }
    return list
  }
}

/// Texts met before: the names of metrics and laws occur in every report and need not be held ten thousand times.
///
/// A table of fixed size in which a text may be pushed out by another; then it is merely held twice.
public final class CommonTexts {
  private var slots: [String]
  private static let size = 4096
  /// Shorter ones need no memory of their own, longer ones hardly come twice. In bytes of UTF-8.
  private static let lengths = 16...96

  public init() { slots = Array(repeating: "", count: CommonTexts.size) }

  private static let pool = Mutex<[Slots]>([])

  private struct Slots: Sendable { var texts: [String] }

  /// For reports that are asked for one by one, from any thread.
  static func shared<Result>(_ body: (CommonTexts) -> Result) -> Result {
    let common = CommonTexts(pool.withLock { $0.popLast() })
    defer {
      let slots = Slots(texts: common.slots)
      pool.withLock { $0.append(slots) }
    }
    return body(common)
  }

  deinit { room.deallocate() }

  private var room = UnsafeMutableRawBufferPointer(start: nil, count: 0)

  /// Room for bytes that are unpacked as soon as they are read: the same for one report after the other.
  public func withRoom<Result>(_ count: Int, _ body: (UnsafeMutableRawBufferPointer) -> Result) -> Result {
    if room.count < count {
      room.deallocate()
      room = .allocate(byteCount: 2 * count, alignment: 16)
    }
    return body(UnsafeMutableRawBufferPointer(rebasing: room[..<count]))
  }

  private init(_ slots: Slots?) { self.slots = slots?.texts ?? Array(repeating: "", count: CommonTexts.size) }

  func text(_ bytes: UnsafeRawBufferPointer) -> String {
    guard CommonTexts.lengths.contains(bytes.count), let start = bytes.baseAddress else {
      return String(decoding: bytes, as: UTF8.self)
    }
    let slot = Int(truncatingIfNeeded: Fingerprint.of(bytes)) & (CommonTexts.size - 1)
    let isKnown =
      slots[slot].utf8.count == bytes.count
      && (slots[slot].utf8.withContiguousStorageIfAvailable {
        $0.baseAddress.map { memcmp($0, start, bytes.count) == 0 } ?? false
      } ?? false)
    if !isKnown { slots[slot] = String(decoding: bytes, as: UTF8.self) }
    return slots[slot]
  }
}

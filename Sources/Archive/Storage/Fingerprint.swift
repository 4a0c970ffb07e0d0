/// A 64-bit digest of values in order, the same on every machine and in every run: what tells whether something
/// that pages are made from has changed.
///
/// Multiply-and-fold over 8 bytes at a time. Against accidents, not against malice: who can write files into the
/// archive needs no collision to change its pages.
public struct Fingerprint: Sendable {
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  public init() {}

  public mutating func add(_ value: UInt64) {
    let (high, low) = (state ^ value).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    state = (high ^ low) &+ 0xE703_7ED1_A0B4_28DB
  }

  public mutating func add(_ value: Int) { add(UInt64(bitPattern: Int64(value))) }

  public mutating func add(_ flag: Bool) { add(flag ? 1 : 2 as UInt64) }

  /// Nil differs from every text, and two texts from their joined one.
  public mutating func add(_ text: String?) {
    guard var text else { return add(UInt64.max) }
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  public mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { add($0) }
  }

  public mutating func add(_ bytes: UnsafeRawBufferPointer) {
    add(UInt64(bytes.count))
    var at = 0
    while at + 8 <= bytes.count {
      add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
      at += 8
    }
    guard at < bytes.count else { return }
    var rest: UInt64 = 0
    while at < bytes.count {
      rest = rest << 8 | UInt64(bytes[at])
      at += 1
    }
    add(rest)
  }

  public var value: UInt64 {
    let (high, low) = (state ^ 0x8EBC_6AF0_9C88_C6E3).multipliedFullWidth(by: 0x5899_65CC_7537_4CC3)
    return high ^ low
  }

  public static func of(_ bytes: [UInt8]) -> UInt64 {
    var fingerprint = Fingerprint()
    fingerprint.add(bytes)
    return fingerprint.value
  }

  public static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var fingerprint = Fingerprint()
    fingerprint.add(bytes)
    return fingerprint.value
  }

  /// Another digest, for kilobytes: four states take 8 bytes each at the same time, so that none waits for the one
  /// before.
  public static func ofMany(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var states = (Fingerprint(), Fingerprint(), Fingerprint(), Fingerprint())
    var at = 0
    func word(_ number: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at + number * 8, as: UInt64.self))
    }
    while at + 32 <= bytes.count {
      states.0.add(word(0))
      states.1.add(word(1))
      states.2.add(word(2))
      states.3.add(word(3))
      at += 32
    }
    var whole = Fingerprint()
    for state in [states.0, states.1, states.2, states.3] { whole.add(state.value) }
    whole.add(bytes.count)
    whole.add(UnsafeRawBufferPointer(rebasing: bytes[at...]))
    return whole.value
  }
}

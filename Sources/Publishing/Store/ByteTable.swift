import Archive
import Glibc

/// Names by their bytes, each numbered as it comes: half a million paths are found among one another without a
/// string made of any of them.
struct ByteTable: Sendable {
  /// One name behind the other, each closed by a zero byte, as calls to the system want them.
  private var bytes: [UInt8] = []
  private var starts: [Int] = [0]
  /// Numbers counted from 1 by their place in the table, which is a power of two long; 0 for a free place.
  private var slots: [UInt32] = []

  var count: Int { starts.count - 1 }

  init(capacity: Int = 0) {
    starts.reserveCapacity(capacity + 1)
    resize(for: capacity)
  }

  /// The number of a name; nil when it is not known.
  func find(_ name: UnsafeRawBufferPointer) -> Int? {
    slots.isEmpty ? nil : number(at: place(of: name))
  }

  /// The number of a name, and whether it is new.
  mutating func insert(_ name: UnsafeRawBufferPointer) -> (number: Int, isNew: Bool) {
    if (count + 1) * 2 > slots.count { resize(for: count + 1) }
    let place = place(of: name)
    if let known = number(at: place) { return (known, false) }
    bytes.append(contentsOf: name)
    bytes.append(0)
    starts.append(bytes.count)
    slots[place] = UInt32(count)
    return (count - 1, true)
  }

  /// Calls `body` with a name, without the zero behind it.
  func withName<Result, Failure: Error>(
    _ number: Int, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let range = starts[number]..<(starts[number + 1] - 1)
    return try bytes.withUnsafeBufferPointer { all throws(Failure) in
      try body(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: all[range])))
    }
  }

  func name(_ number: Int) -> String {
    withName(number) { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether a name stands before another in the order of bytes.
  func precedes(_ number: Int, _ other: Int) -> Bool {
    withName(number) { one in
      withName(other) { other in
        let order = memcmp(one.baseAddress!, other.baseAddress!, min(one.count, other.count))
        return order == 0 ? one.count < other.count : order < 0
      }
    }
  }

  private func number(at place: Int) -> Int? { slots[place] == 0 ? nil : Int(slots[place]) - 1 }

  /// Where the name stands in the table, or would.
  private func place(of name: UnsafeRawBufferPointer) -> Int {
    var place = Int(truncatingIfNeeded: Fingerprint.of(name)) & (slots.count - 1)
    while let known = number(at: place), !isName(known, name) { place = (place + 1) & (slots.count - 1) }
    return place
  }

  private func isName(_ number: Int, _ name: UnsafeRawBufferPointer) -> Bool {
    withName(number) { own in
      guard own.count == name.count, let one = own.baseAddress, let other = name.baseAddress else {
        return own.count == name.count
      }
      return memcmp(one, other, own.count) == 0
    }
  }

  /// At most half of the places are taken, so that a name is found at once.
  private mutating func resize(for names: Int) {
    var size = 16
    while size < names * 2 { size *= 2 }
    guard size > slots.count else { return }
    slots = [UInt32](repeating: 0, count: size)
    for number in 0..<count {
      var place = withName(number) { Int(truncatingIfNeeded: Fingerprint.of($0)) } & (size - 1)
      while slots[place] != 0 { place = (place + 1) & (size - 1) }
      slots[place] = UInt32(number + 1)
    }
  }
}

extension String {
  /// Calls `body` with the text's bytes; strings of our own are never copied for that.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    var text = self
    return text.withUTF8 { body(UnsafeRawBufferPointer($0)) }
  }
}

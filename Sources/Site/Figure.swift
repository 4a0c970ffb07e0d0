import Archive

/// Numbers as readers see them.
enum Figure {
  /// Printed decimals kept, thousands parted: `12,195`, `98.60`.
  static func text(_ amount: Amount) -> String {
    // Written from behind; 20 digits, 9 decimals and commas take less.
    String(unsafeUninitializedCapacity: 48) { bytes in
      var at = 48
      func put(_ byte: UInt8) {
        at -= 1
        bytes[at] = byte
      }
      var rest = amount.digits.magnitude
      for _ in 0..<amount.decimals {
        put(UInt8(ascii: "0") + UInt8(rest % 10))
        rest /= 10
      }
      if amount.decimals > 0 { put(UInt8(ascii: ".")) }
      var count = 0
      repeat {
        if count > 0, count % 3 == 0 { put(UInt8(ascii: ",")) }
        put(UInt8(ascii: "0") + UInt8(rest % 10))
        rest /= 10
        count += 1
      } while rest > 0
      if amount.digits < 0 { for byte in "−".utf8.reversed() { put(byte) } }
      for index in at..<48 { bytes[index - at] = bytes[index] }
      return 48 - at
    }
  }

  /// A middle or computed value, rounded to at most `decimals` places, closing zeros dropped.
  static func text(_ value: Double, decimals: Int = 1) -> String {
    guard value.isFinite, value.magnitude < 1e15 else { return "" }
    let power = (0..<decimals).reduce(1) { power, _ in power * 10 }
    var digits = Int((value * Double(power)).rounded())
    var places = decimals
    while places > 0, digits % 10 == 0 { (digits, places) = (digits / 10, places - 1) }
    return text(Amount(digits, decimals: places))
  }
}

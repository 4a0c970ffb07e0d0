import Archive

/// Numbers as readers see them.
enum Figure {
  /// Printed decimals kept, thousands parted: `12,195`, `98.60`.
  static func text(_ amount: Amount) -> String {
    let digits = String(amount.digits.magnitude)
    let padded = String(repeating: "0", count: max(0, amount.decimals + 1 - digits.utf8.count)) + digits
    let whole = String(padded.dropLast(amount.decimals))
    let rest = amount.decimals > 0 ? "." + padded.suffix(amount.decimals) : ""
    return (amount.digits < 0 ? "−" : "") + grouped(whole) + rest
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

  /// What an axis says: `2万`, `1.5亿`.
  static func short(_ value: Double) -> String {
    switch value.magnitude {
    case 1e8...: text(value / 1e8, decimals: 2) + "亿"
    case 1e4...: text(value / 1e4, decimals: 2) + "万"
    default: text(value, decimals: 2)
    }
  }

  private static func grouped(_ digits: String) -> String {
    guard digits.utf8.count > 3 else { return digits }
    var out: [UInt8] = []
    for (index, digit) in digits.utf8.enumerated() {
      if index > 0, (digits.utf8.count - index) % 3 == 0 { out.append(UInt8(ascii: ",")) }
      out.append(digit)
    }
    return String(decoding: out, as: UTF8.self)
  }
}

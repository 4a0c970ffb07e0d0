/// An exact decimal number as a report states it: 82.1 is 821 with one decimal, 59.2万 is 592000 with none.
///
/// Printed decimals are kept, since 98.60% says more than 98.6%; comparing and hashing go by value.
public struct Amount: Sendable, Comparable, Hashable, CustomStringConvertible {
  /// The number without its decimal point.
  public let digits: Int
  /// How many of the digits stand behind the point, 0...9.
  public let decimals: Int

  public init(_ digits: Int, decimals: Int = 0) {
    precondition((0...9).contains(decimals), "an amount has 0 to 9 decimals")
    self.digits = digits
    self.decimals = decimals
  }

  static func power(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { power, _ in power * 10 } }

  /// For drawing and medians; never for checks.
  public var approximate: Double { Double(digits) / Double(Amount.power(decimals)) }

  /// Without closing zeros behind the point.
  private var reduced: (digits: Int, decimals: Int) {
    var (digits, decimals) = (digits, decimals)
    while decimals > 0, digits % 10 == 0 { (digits, decimals) = (digits / 10, decimals - 1) }
    return (digits, decimals)
  }

  public static func == (left: Amount, right: Amount) -> Bool { left.reduced == right.reduced }
  public func hash(into hasher: inout Hasher) {
    hasher.combine(reduced.digits)
    hasher.combine(reduced.decimals)
  }
  public static func < (left: Amount, right: Amount) -> Bool {
    let (one, leftOver) = left.digits.multipliedReportingOverflow(by: power(right.decimals))
    let (other, rightOver) = right.digits.multipliedReportingOverflow(by: power(left.decimals))
    return leftOver || rightOver ? left.approximate < right.approximate : one < other
  }

  /// As JSON and people write it: `82.1`, `-3`, `592000`.
  public var description: String {
    let (digits, decimals) = reduced
    guard decimals > 0 else { return String(digits) }
    let plain = String(digits.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - plain.utf8.count)) + plain
    let point = padded.utf8.index(padded.startIndex, offsetBy: padded.utf8.count - decimals)
    return (digits < 0 ? "-" : "") + padded[..<point] + "." + padded[point...]
  }
}

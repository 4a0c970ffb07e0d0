/// How finely a figure is told: `2.6万` stands for every number from 25,500 to 26,999, rounded or cut off.
enum PrintedStep {
  /// What one more in the last printed digit is worth: 1000 for `2.6万件`; 1 for a figure without 万 or 亿.
  static func of(_ text: String) -> Int {
    var step = 1
    var decimals = 0
    var isBehindPoint = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9", "０"..."９": if isBehindPoint { decimals += 1 }
      case ".", "．": (isBehindPoint, decimals) = (true, 0)
      case "万", "萬": step *= 10_000
      case "亿", "億": step *= 100_000_000
      default: break
      }
    }
    if step == 1 { return 1 }
    for _ in 0..<decimals where step > 1 { step /= 10 }
    return step
  }

  /// Whether two figures may be one, told more or less finely.
  ///
  /// - Parameter steps: of both; asked for only where one of them ends in noughts, since the texts are stored apart.
  static func explains(_ one: Amount, _ other: Amount, steps: () -> [Int]) -> Bool {
    guard one.decimals == 0, other.decimals == 0,
      one.digits.isMultiple(of: 100) || other.digits.isMultiple(of: 100)
    else { return false }
    let (difference, overflow) = one.digits.subtractingReportingOverflow(other.digits)
    guard !overflow, let step = steps().max(), step > 1 else { return false }
    return difference.magnitude < step.magnitude
  }
}

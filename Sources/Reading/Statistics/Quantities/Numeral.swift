import Archive

/// A number as printed: `1,234`, `4 598`, `59.2万`, `1300余`, `10多万`, `-3.2`.
struct Numeral {
  /// The digits with separators, decimal point and sign.
  var number: Range<Int>
  /// Behind 万, 亿, 余 and 多.
  var end: Int
  var value: Amount
  /// Decimals as printed, before 万 is expanded.
  var decimals: Int
  /// What one more in the last printed digit adds to the value's digits: 1000 for `2.6万`.
  private(set) var step = 1
  var hasMultiplier = false
  /// 余 or 多 stands behind the digits.
  var isExceeded = false

  /// A longer run of digits is a code.
  private static let digitLimit = 13

  /// Reads at the first digit of a run; nil for codes, versions and dates with points.
  ///
  /// - Parameter grouped: whether blanks may separate thousands; only sure when a measure word follows.
  init?(in text: [Unicode.Scalar], at start: Int, grouped: Bool) {
    var digits = 0
    var count = 0
    var index = start
    while index < text.count, text[index].isDigit {
      guard count < Numeral.digitLimit else { return nil }
      digits = digits * 10 + Int(text[index].value - 0x30)
      count += 1
      index += 1
    }
    if count <= 3, index < text.count, let mark = Numeral.groupMark(text[index], grouped) {
      while index < text.count, text[index] == mark, count < Numeral.digitLimit - 3,
        Numeral.isGroup(text, at: index + 1)
      {
        for digit in text[(index + 1)..<(index + 4)] { digits = digits * 10 + Int(digit.value - 0x30) }
        count += 3
        index += 4
      }
    }
    var decimals = 0
    if index + 1 < text.count, text[index] == ".", text[index + 1].isDigit {
      index += 1
      while index < text.count, text[index].isDigit {
        guard count < Numeral.digitLimit, decimals < 6 else { return nil }
        digits = digits * 10 + Int(text[index].value - 0x30)
        count += 1
        decimals += 1
        index += 1
      }
      // 2019.3.1, V2.0.1
      if index + 1 < text.count, text[index] == ".", text[index + 1].isDigit { return nil }
    }
    number = start..<index
    end = index
    value = Amount(digits, decimals: decimals)
    self.decimals = decimals
    guard readMultiplier(text) else { return nil }
  }

  private static func groupMark(_ scalar: Unicode.Scalar, _ grouped: Bool) -> Unicode.Scalar? {
    scalar == "," || (grouped && scalar == " ") ? scalar : nil
  }

  /// Exactly three digits.
  private static func isGroup(_ text: [Unicode.Scalar], at index: Int) -> Bool {
    index + 3 <= text.count && text[index].isDigit && text[index + 1].isDigit && text[index + 2].isDigit
      && !(index + 3 < text.count && text[index + 3].isDigit)
  }

  /// Takes 万 and its like with 余 before or behind; false when the value has no room.
  private mutating func readMultiplier(_ text: [Unicode.Scalar]) -> Bool {
    var exponent = 0
    var index = text.skippingSpaces(from: end)
    takeExcess(text, &index)
    while index < text.count, let power = Numeral.power(text, at: index) {
      exponent += power
      index = text.skippingSpaces(from: index + 1)
      end = index
      hasMultiplier = true
    }
    takeExcess(text, &index)
    guard exponent > 0 else { return true }
    guard exponent <= 12 else { return false }
    var digits = value.digits
    var decimals = decimals
    for _ in 0..<exponent {
      if decimals > 0 {
        decimals -= 1
      } else {
        let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
        if overflow { return false }
        digits = product
        step *= 10
      }
    }
    value = Amount(digits, decimals: decimals)
    return true
  }

  private mutating func takeExcess(_ text: [Unicode.Scalar], _ index: inout Int) {
    guard index < text.count, text[index] == "余" || text[index] == "多" || text[index] == "几" else { return }
    let next = text.skippingSpaces(from: index + 1)
    // 10多元化 is no 10 多.
    guard
      Numeral.power(text, at: next) != nil || MeasureWords.measure(in: text, at: next) != nil || hasMultiplier
    else { return }
    isExceeded = true
    index = next
    end = next
  }

  /// 千克, 千瓦
  private static let thousandUnits: ScalarSet = "克米瓦伏卡"

  private static func power(_ text: [Unicode.Scalar], at index: Int) -> Int? {
    guard index < text.count else { return nil }
    let next = index + 1 < text.count ? text[index + 1] : "。"
    switch text[index] {
    case "万": return 4
    case "亿": return 8
    case "千": return Numeral.thousandUnits.contains(next) ? nil : 3
    case "百": return next == "分" || next == "姓" || next == "货" ? nil : 2
    default: return nil
    }
  }
}

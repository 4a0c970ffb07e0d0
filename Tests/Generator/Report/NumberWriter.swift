import Archive

/// Numbers as offices print them.
struct NumberWriter {
  let style: Style

  /// A count: 327件, 320余件, 近330件, 1,234件, 1.2万件.
  func count(_ value: Int, unit: String, _ random: inout SplitMix64, isExact: Bool = false) -> PrintedNumber {
    let rounds = !isExact && random.chance(style.rounding)
    let space = style.isSpaced ? " " : ""
    if value >= 100_000_000 {
      let hundredths = value / 1_000_000
      return PrintedNumber(
        text: decimal(Amount(hundredths, decimals: 2)) + "亿" + space + unit, value: hundredths * 1_000_000,
        unit: unit)
    }
    // Amounts of money are always told in 万.
    if value >= 10_000, style.usesWan || unit == "元" {
      let isMoney = unit == "元"
      let step = isMoney ? 100 : value >= 100_000 && rounds ? 10_000 : 1000
      let digits = value / step
      let amount = Amount(digits, decimals: step == 100 ? 2 : step == 1000 ? 1 : 0)
      return PrintedNumber(
        text: decimal(amount) + "万" + (rounds && !isMoney ? "余" : "") + space + unit, value: digits * step,
        unit: unit,
        approximation: rounds && !isMoney ? "at_least" : "exact")
    }
    if rounds, value >= 50 {
      let step = value >= 2000 ? 100 : 10
      if random.chance(25) {
        let up = (value + step - 1) / step * step
        return PrintedNumber(
          before: "近", text: plain(up) + space + unit, value: up, unit: unit, approximation: "about")
      }
      let down = value / step * step
      return PrintedNumber(
        text: plain(down) + "余" + space + unit, value: down, unit: unit, approximation: "at_least")
    }
    return PrintedNumber(text: plain(value) + space + unit, value: value, unit: unit)
  }

  /// A rate of two counts, rounded half up at the office's decimals.
  func rate(_ part: Int, of whole: Int) -> PrintedNumber {
    let power = [1, 10, 100][style.decimals]
    let digits = (part * 200 * power + whole) / (2 * whole)
    return percentage(Amount(digits, decimals: style.decimals))
  }

  func percentage(_ amount: Amount) -> PrintedNumber {
    // 100%, not 100.00%.
    let amount = amount == Amount(100) ? Amount(100) : amount
    return PrintedNumber(text: decimal(amount) + "%", amount: amount, unit: "%")
  }

  private func plain(_ value: Int) -> String {
    let digits = String(value)
    guard style.usesCommas, digits.utf8.count > 3 else { return digits }
    let head = digits.utf8.count % 3
    var text = String(digits.prefix(head))
    for (index, digit) in digits.dropFirst(head).enumerated() {
      if index % 3 == 0, !text.isEmpty { text += "," }
      text.append(digit)
    }
    return text
  }

  /// With its closing zeros, unless it is a whole number.
  private func decimal(_ amount: Amount) -> String {
    var power = 1
    for _ in 0..<amount.decimals { power *= 10 }
    let rest = amount.digits % power
    guard rest > 0 else { return String(amount.digits / power) }
    let behind = String(rest)
    return "\(amount.digits / power)." + String(repeating: "0", count: amount.decimals - behind.utf8.count)
      + behind
  }
}

struct PrintedNumber {
  var before = ""
  var text: String
  var amount: Amount
  var unit: String
  var approximation = "exact"

  init(before: String = "", text: String, value: Int, unit: String, approximation: String = "exact") {
    self.init(text: text, amount: Amount(value), unit: unit)
    self.before = before
    self.approximation = approximation
  }

  init(text: String, amount: Amount, unit: String) {
    self.text = text
    self.amount = amount
    self.unit = unit
  }
}

import Archive

/// A count as exactly as it is printed: `2.6万` stands for every whole number that is written so.
struct PrintedCount {
  let value: Int
  /// What one more in the last printed digit is worth: 1000 for `2.6万`, 1 for `1,234`.
  let step: Int

  /// Nil for what is no count, or one too large to be added up and multiplied here.
  init?(_ value: Amount, step: Int) {
    guard value.decimals == 0, (0...PrintedCount.largest).contains(value.digits) else { return nil }
    (self.value, self.step) = (value.digits, step)
  }

  private static let largest = 1_000_000_000_000_000

  var isRounded: Bool { step > 1 }

  /// The least and the greatest whole number that round to it; a count is never below nothing.
  var range: ClosedRange<Int> {
    isRounded ? max(0, value - step / 2)...(value + (step - 1) / 2) : value...value
  }
}

extension CheckFinder {
  func count(_ index: Int) -> PrintedCount? {
    PrintedCount(quantities[index].value, step: step(index))
  }

  /// What one more in the last printed digit adds to the value's digits. Only the text tells 2.6万 from 26,000.
  private func step(_ index: Int) -> Int {
    let (value, place) = (quantities[index].value, quantities[index].place)
    // 万 leaves zeros behind the digits that are printed, or decimals.
    guard value.decimals == 0, value.digits % 10 == 0 else { return 1 }
    let text = passages[place.textBlock].text
    let start = text.scalar(at: place.range.lowerBound)
    // Blanks may separate thousands, or the number from the next: the value says how they were read.
    let readings = [true, false].lazy.compactMap { Numeral(in: text.folded, at: start, grouped: $0) }
    return readings.first { $0.value == value }?.step ?? 1
  }

  /// Whether two figures can be one: told less finely, the other is rounded to it or cut off.
  func mayBeOne(_ one: Int, _ other: Int) -> Bool {
    let (first, second) = (quantities[one].value, quantities[other].value)
    if first == second { return true }
    let decimals = max(first.decimals, second.decimals)
    guard let left = scaled(one, to: decimals), let right = scaled(other, to: decimals),
      left.step != right.step
    else { return false }
    let (coarse, fine) = left.step > right.step ? (left, right) : (right, left)
    let difference = fine.digits - coarse.digits
    return 2 * difference >= -coarse.step && difference < coarse.step
  }

  /// Digits and step of a figure, counted in units of so many decimals; nil when there is no room.
  private func scaled(_ index: Int, to decimals: Int) -> (digits: Int, step: Int)? {
    let value = quantities[index].value
    let scale = Ratio.power(decimals - value.decimals)
    let (digits, over) = value.digits.multipliedReportingOverflow(by: scale)
    guard !over, digits.magnitude < Int.max / 4 else { return nil }
    return (digits, step(index) * scale)
  }
}

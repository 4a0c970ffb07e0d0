import Archive

/// A share of two counts, as it may be printed in percent.
struct Ratio {
  let part: PrintedCount
  let whole: PrintedCount

  /// Larger counts and rates are left alone: their products need not fit.
  private static let largest = 1_000_000_000
  private static let mostDigits = 4_000_000_000
  private static let mostDecimals = 6

  /// Nil where there is nothing to divide by, or no room.
  init?(_ part: PrintedCount, of whole: PrintedCount) {
    guard whole.value > 0, max(part.range.upperBound, whole.range.upperBound) < Ratio.largest else {
      return nil
    }
    (self.part, self.whole) = (part, whole)
  }

  static func power(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { power, _ in power * 10 } }

  /// Of the figures as they are printed, in percent, rounded half up to `decimals`.
  func percent(decimals: Int) -> Amount { Ratio.percent(part.value, of: whole.value, decimals: decimals) }

  static func percent(_ part: Int, of whole: Int, decimals: Int) -> Amount {
    Amount((part * 100 * power(decimals) * 2 + whole) / (2 * whole), decimals: decimals)
  }

  enum Agreement {
    /// The printed figures give the rate, rounded or cut off at its decimals.
    case exact
    /// Not they, but counts that would be printed as they are.
    case rounded
  }

  /// Whether a rate can be compared with counts at all.
  static func takes(_ stated: Amount) -> Bool { Band(stated) != nil }

  /// How the counts agree with a rate; nil when no counts printed so give it.
  func agreement(with stated: Amount) -> Agreement? {
    guard let band = Band(stated) else { return nil }
    if band.parts(of: whole.value).contains(part.value) { return .exact }
    guard part.isRounded || whole.isRounded else { return nil }
    // Few of these bases fail: the search ends soon.
    let low = max(whole.range.lowerBound, band.wholes(of: part.range.lowerBound).lowerBound)
    let high = min(whole.range.upperBound, band.wholes(of: part.range.upperBound).upperBound - 1)
    guard low <= high else { return nil }
    return (low...high).contains { band.parts(of: $0).overlaps(part.range) } ? .rounded : nil
  }

  /// Whether some whole number out of `whole` prints as the rate.
  static func fits(_ stated: Amount, of whole: PrintedCount) -> Bool {
    guard whole.range.upperBound < largest, let band = Band(stated) else { return true }
    return whole.range.contains { $0 > 0 && !band.parts(of: $0).isEmpty }
  }

  /// The shares that are printed as one rate: from half a step of its last digit below, where it is rounded up, to a
  /// whole step above, where it is cut off.
  private struct Band {
    let digits: Int
    let scale: Int

    init?(_ stated: Amount) {
      guard stated.decimals <= Ratio.mostDecimals else { return nil }
      scale = 100 * Ratio.power(stated.decimals)
      digits = stated.digits
      guard (0...Ratio.mostDigits).contains(digits) else { return nil }
    }

    /// The whole numbers out of `whole` that print as the rate.
    func parts(of whole: Int) -> Range<Int> {
      let low = (whole * max(0, 2 * digits - 1) + 2 * scale - 1) / (2 * scale)
      return low..<max(low, (whole * (digits + 1) + scale - 1) / scale)
    }

    /// The whole numbers that `part` is such a share of, as far as there are any.
    func wholes(of part: Int) -> Range<Int> {
      let low = part * scale / (digits + 1) + 1
      return low..<max(low, digits == 0 ? Int.max : part * 2 * scale / (2 * digits - 1) + 1)
    }
  }
}

import Archive

/// Who reports over the years: a division's government, or a zone, department or township of it.
struct Body: Hashable, Comparable, Sendable {
  let adcode: Adcode
  /// Nil for the government itself.
  let unit: String?

  init(adcode: Adcode, unit: String?) {
    self.adcode = adcode
    self.unit = unit
  }

  init?(_ report: Report) {
    guard let region = report.masthead.region else { return nil }
    self.init(adcode: region.adcode, unit: report.masthead.unit)
  }

  /// By division, the government itself before the others.
  static func < (left: Body, right: Body) -> Bool {
    if left.adcode != right.adcode { return left.adcode < right.adcode }
    guard let unit = left.unit else { return right.unit != nil }
    guard let other = right.unit else { return false }
    return Text.precedes(unit, other)
  }
}

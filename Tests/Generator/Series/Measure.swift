/// How the values of one metric of the vocabulary come about.
struct Measure: Sendable {
  enum Source: Sendable {
    /// A walk that starts between the bounds, which hold for a county.
    case walk(ClosedRange<Int>)
    /// So many of a hundred of another count, never more than it.
    case share(of: String, percent: ClosedRange<Int>)
    /// Computed from two counts, so that it follows from them.
    case rate(String, of: String)
    /// A walk in tenths of a percent between the bounds, which are in percent.
    case percentage(ClosedRange<Int>)
  }

  /// Id in the vocabulary of metrics.
  let id: String
  let source: Source
  /// A city has several times a county's cases, but its leaders do not meet more often.
  let growsWithLevel: Bool
  /// First year in which reports state it.
  let from: Int
  /// Growth a year in thousandths.
  let trend: Int
  /// Multiplies what is counted: 10,000 for amounts walked in units of 万元, and the digits printed.
  let factor: Int

  var isPercentage: Bool {
    switch source {
    case .rate, .percentage: true
    case .walk, .share: false
    }
  }

  static func walk(
    _ id: String, _ range: ClosedRange<Int>, flat: Bool = false, from: Int = 2005, trend: Int = 20,
    factor: Int = 1
  ) -> Measure {
    Measure(id: id, source: .walk(range), growsWithLevel: !flat, from: from, trend: trend, factor: factor)
  }
  static func share(
    _ id: String, of whole: String, _ percent: ClosedRange<Int>, from: Int = 2005
  ) -> Measure {
    Measure(
      id: id, source: .share(of: whole, percent: percent), growsWithLevel: false, from: from, trend: 0,
      factor: 1)
  }
  static func rate(_ id: String, _ part: String, of whole: String, from: Int = 2005) -> Measure {
    Measure(id: id, source: .rate(part, of: whole), growsWithLevel: false, from: from, trend: 0, factor: 1)
  }
  static func percentage(_ id: String, _ range: ClosedRange<Int>, from: Int = 2005, trend: Int = 4) -> Measure
  {
    Measure(id: id, source: .percentage(range), growsWithLevel: false, from: from, trend: trend, factor: 1)
  }
}

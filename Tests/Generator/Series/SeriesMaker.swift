import Archive

/// The values of one region over the years: walks that look like a place's own figures.
struct Series: Sendable {
  /// Of the year before the first one, so that every report has a prior value.
  let firstYear: Int
  /// By measure, then by year. Counts as they are; percentages of their own in tenths.
  private var values: [[Int]]

  init(
    measures: [Measure], indices: [String: Int], years: ClosedRange<Int>, adcode: Adcode,
    level: DivisionLevel, seed: UInt64
  ) {
    firstYear = years.lowerBound - 1
    let count = years.count + 1
    values = []
    values.reserveCapacity(measures.count)
    for (index, measure) in measures.enumerated() {
      var random = SplitMix64(seed, UInt64(adcode.number), UInt64(index), 0x5E)
      switch measure.source {
      case .walk(let range):
        values.append(Series.walk(measure, range, level, count, &random))
      case .percentage(let range):
        values.append(Series.percentage(measure, range, count, &random))
      case .share(let whole, let percent):
        let wholes = indices[whole].map { values[$0] } ?? []
        let usual = random.within(percent)
        values.append(
          wholes.map { whole in
            let share = min(max(usual + random.within(-4...4), percent.lowerBound), percent.upperBound)
            // Not every hundredth part exactly, and never more than the whole.
            return min(whole, (whole * (share * 10 + random.below(10)) + 500) / 1000)
          })
      case .rate:
        values.append([])
      }
    }
  }

  func value(_ measure: Int, _ year: Int) -> Int? {
    let index = year - firstYear
    return values[measure].indices.contains(index) ? values[measure][index] : nil
  }

  private static func walk(
    _ measure: Measure, _ range: ClosedRange<Int>, _ level: DivisionLevel, _ count: Int,
    _ random: inout SplitMix64
  ) -> [Int] {
    let scale =
      measure.growsWithLevel
      ? (level == .province ? 45 : level == .prefecture ? 6 : 1) : (level == .county ? 1 : 2)
    // Small places are many: the lower part of the range twice as often.
    let span = range.upperBound - range.lowerBound
    let start = range.lowerBound + min(random.below(span + 1), random.below(span + 1))
    let bounds = max(1, range.lowerBound / 2) * scale * 1000...range.upperBound * 5 / 2 * scale * 1000
    var value = start * scale * 1000 + random.below(1000 * scale)
    return (0..<count).map { _ in
      let step = 1000 + measure.trend + random.within(-140...140)
      value = min(max(value * step / 1000 + random.within(-600...600), bounds.lowerBound), bounds.upperBound)
      return value / 1000 * measure.factor
        + (measure.factor > 1 ? random.below(100) * measure.factor / 100 : 0)
    }
  }

  private static func percentage(
    _ measure: Measure, _ range: ClosedRange<Int>, _ count: Int, _ random: inout SplitMix64
  ) -> [Int] {
    let bounds = range.lowerBound * 10...range.upperBound * 10
    var value = random.within(bounds)
    return (0..<count).map { _ in
      value = min(max(value + random.within(-12...12) + measure.trend, bounds.lowerBound), bounds.upperBound)
      return value
    }
  }
}

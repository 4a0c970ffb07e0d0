/// Values sorted out by year, each year's beside one another.
struct Yearly {
  private var values: [Double]
  /// By year, where its values begin, and behind the last one where all end.
  private let starts: [Int]
  private let years: ClosedRange<Int>

  /// Points of other years are left out.
  init(_ points: [Chart.Value], years: ClosedRange<Int>) {
    self.years = years
    var starts = [Int](repeating: 0, count: years.count + 1)
    for point in points where years.contains(point.year) { starts[point.year - years.lowerBound + 1] += 1 }
    for year in 1..<starts.count { starts[year] += starts[year - 1] }
    self.starts = starts
    values = [Double](repeating: 0, count: starts[years.count])
    for point in points where years.contains(point.year) {
      values[starts[point.year - years.lowerBound]] = point.value
      starts[point.year - years.lowerBound] += 1
    }
  }

  /// How many values a year has.
  func count(_ year: Int) -> Int { row(year).count }

  /// Nil for fewer than three values.
  mutating func median(_ year: Int) -> Double? { count(year) < 3 ? nil : quantile(year, 0.5) }

  /// Of a year with one value at least.
  mutating func quantile(_ year: Int, _ share: Double) -> Double {
    let row = row(year)
    return values.withUnsafeMutableBufferPointer {
      Summary.quantile(UnsafeMutableBufferPointer(rebasing: $0[row]), share)
    }
  }

  private func row(_ year: Int) -> Range<Int> {
    starts[year - years.lowerBound]..<starts[year - years.lowerBound + 1]
  }
}

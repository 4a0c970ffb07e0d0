/// The drawing area of a chart, in units of its view box: years run across, values up.
struct Frame: Sendable {
  let width: Double
  let height: Double
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  let years: ClosedRange<Int>
  let scale: Scale

  func x(_ year: Int) -> Double {
    let span = Double(max(1, years.upperBound - years.lowerBound))
    let share = years.count == 1 ? 0.5 : Double(year - years.lowerBound) / span
    return left + (width - left - right) * share
  }

  func y(_ value: Double) -> Double { height - bottom - (height - top - bottom) * scale.share(value) }

  /// A line through the values of following years, broken where a year is missing.
  func line(_ points: [(year: Int, value: Double)]) -> String {
    var path = ""
    var last: Int?
    for (year, value) in points {
      let joins = last.map { $0 + 1 == year } ?? false
      path += "\(joins ? "L" : "M")\(Frame.number(x(year))) \(Frame.number(y(value)))"
      last = year
    }
    return path
  }

  /// A line of no length at every value: round ends make it a dot.
  func dots(_ points: [(year: Int, value: Double)]) -> String {
    points.map { "M\(Frame.number(x($0.year))) \(Frame.number(y($0.value)))h0" }.joined()
  }

  /// The area between two values of each year, broken where a year is missing.
  func band(_ points: [(year: Int, low: Double, high: Double)]) -> String {
    var path = ""
    var rest = points[...]
    while let first = rest.first {
      var run = [first]
      rest = rest.dropFirst()
      while let next = rest.first, next.year == run[run.count - 1].year + 1 {
        run.append(next)
        rest = rest.dropFirst()
      }
      let upper = run.map { "\(Frame.number(x($0.year))) \(Frame.number(y($0.high)))" }
      let lower = run.reversed().map { "\(Frame.number(x($0.year))) \(Frame.number(y($0.low)))" }
      path += "M" + (upper + lower).joined(separator: "L") + "Z"
    }
    return path
  }

  /// With one decimal.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let rest = tenths.magnitude % 10
    return "\(sign)\(tenths.magnitude / 10)" + (rest == 0 ? "" : ".\(rest)")
  }
}

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
    var path = Path(points: points.count)
    var last: Int?
    for (year, value) in points {
      let joins = last.map { $0 + 1 == year } ?? false
      path.add(joins ? "L" : "M", x(year), y(value))
      last = year
    }
    return path.text
  }

  /// A line of no length at every value: round ends make it a dot.
  func dots(_ points: [(year: Int, value: Double)]) -> String {
    var path = Path(points: points.count)
    for (year, value) in points {
      path.add("M", x(year), y(value))
      path.add("h0")
    }
    return path.text
  }

  /// The area between two values of each year, broken where a year is missing.
  func band(_ points: [(year: Int, low: Double, high: Double)]) -> String {
    var path = Path(points: 2 * points.count)
    var rest = points[...]
    while let first = rest.first {
      var run = [first]
      rest = rest.dropFirst()
      while let next = rest.first, next.year == run[run.count - 1].year + 1 {
        run.append(next)
        rest = rest.dropFirst()
      }
      for (place, point) in run.enumerated() {
        path.add(place == 0 ? "M" : "L", x(point.year), y(point.high))
      }
      for point in run.reversed() { path.add("L", x(point.year), y(point.low)) }
      path.add("Z")
    }
    return path.text
  }

  /// With one decimal.
  static func number(_ value: Double) -> String {
    var bytes: [UInt8] = []
    Path.write(value, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// What a path draws, point by point: `M4 8.5L20 7`.
private struct Path {
  private var bytes: [UInt8] = []

  /// - Parameter points: about how many will be added.
  init(points: Int) { bytes.reserveCapacity(14 * points) }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func add(_ command: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: command.utf8Start, count: command.utf8CodeUnitCount))
  }

  mutating func add(_ command: StaticString, _ x: Double, _ y: Double) {
    add(command)
    Path.write(x, into: &bytes)
    bytes.append(UInt8(ascii: " "))
    Path.write(y, into: &bytes)
  }

  /// With one decimal, none for a whole number.
  static func write(_ value: Double, into bytes: inout [UInt8]) {
    let tenths = Int((value * 10).rounded())
    if tenths < 0 { bytes.append(UInt8(ascii: "-")) }
    func put(_ digit: UInt) { bytes.append(UInt8(ascii: "0") + UInt8(digit % 10)) }
    let whole = tenths.magnitude / 10
    if whole < 1_000 {
      if whole >= 100 { put(whole / 100) }
      if whole >= 10 { put(whole / 10) }
      put(whole)
    } else {
      bytes += String(whole).utf8
    }
    let rest = tenths.magnitude % 10
    if rest > 0 {
      bytes.append(UInt8(ascii: "."))
      put(rest)
    }
  }
}

import Glibc

/// How values stand on the upright axis of a chart; one for all that a chart shows.
enum Scale: Sendable {
  /// From 0 to the top.
  case linear(top: Double, step: Double)
  /// From 10^low to 10^high above a line for zero.
  case logarithmic(low: Int, high: Int)

  /// Rates stand on 0 to 100. Where the largest value would press the middle one onto the axis, powers of ten.
  init(_ values: [Double], isRate: Bool) {
    let values = values.filter(\.isFinite)
    let top = max(values.max() ?? 1, 0)
    var positive = values.filter { $0 > 0 }
    if !isRate, positive.count >= 6, let least = positive.min(), values.allSatisfy({ $0 >= 0 }),
      top > 25 * Summary.quantile(&positive, 0.5)
    {
      self = .logarithmic(low: Int(floor(log10(least))), high: max(1, Int(ceil(log10(top)))))
    } else if isRate, top <= 100 {
      self = .linear(top: 100, step: 25)
    } else {
      let step = Scale.step(for: top)
      self = .linear(top: max(step, ceil(top / step) * step), step: step)
    }
  }

  var isLogarithmic: Bool { if case .logarithmic = self { true } else { false } }

  /// 0 at the axis, 1 at the top.
  func share(_ value: Double) -> Double {
    switch self {
    case .linear(let top, _): return min(1, max(0, value / top))
    case .logarithmic(let low, let high):
      if value <= 0 { return 0 }
      let span = Double(max(1, high - low))
      return min(1, Scale.zeroBand + (1 - Scale.zeroBand) * max(0, log10(value) - Double(low)) / span)
    }
  }

  /// Values with a line across the chart.
  var ticks: [Double] {
    switch self {
    case .linear(let top, let step):
      return (0...max(1, Int((top / step).rounded()))).map { Double($0) * step }
    case .logarithmic(let low, let high):
      let stride = max(1, (high - low + 3) / 4)
      return [0] + Swift.stride(from: low, through: high, by: stride).map { pow(10, Double($0)) }
    }
  }

  private static let zeroBand = 0.08

  /// 1, 2 or 5 times a power of ten, so that two to five lines are drawn.
  private static func step(for top: Double) -> Double {
    guard top > 0 else { return 1 }
    let power = pow(10, floor(log10(top / 3)))
    let step = [1, 2, 5, 10].map { $0 * power }.first { top / $0 <= 4 } ?? 10 * power
    // Counts have no fractions.
    return top >= 4 ? max(1, step) : step
  }
}

import Mustache

/// A line the size of a word: how a value went over the years, gaps left open.
struct Sparkline: Sendable {
  let line: String
  let dots: String
  let first: Chart.Point
  let last: Chart.Point

  static let schema = Schema<Sparkline>(
    "small chart",
    [
      .text("line", "path of the line, broken where a year is missing") { $0.line },
      .text("dots", "path of the dots") { $0.dots },
      .record("first", "the first value", of: Chart.Point.schema) { $0.first },
      .record("last", "the last value", of: Chart.Point.schema) { $0.last },
    ])

  /// Nil without values. Those given stand by year, one for each; charts that stand under one another share their
  /// years.
  init?(_ values: [Chart.Value], years: ClosedRange<Int>, isRate: Bool) {
    let points = values.filter { years.contains($0.year) }
    guard let first = points.first, let last = points.last else { return nil }
    let top = points.map(\.value).max() ?? 0
    let frame = Frame(
      width: 120, height: 32, left: 4, right: 4, top: 4, bottom: 4, years: years,
      scale: isRate && top <= 100 ? .linear(top: 100, step: 25) : .linear(top: max(top, 1e-9), step: 1))
    line = frame.line(points)
    dots = frame.dots(points)
    self.first = Chart.Point(year: first.year, value: Figure.text(first.value))
    self.last = Chart.Point(year: last.year, value: Figure.text(last.value))
  }
}

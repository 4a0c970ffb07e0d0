import Archive
import Mustache

/// A metric over the years for divisions of one level: a faint line for each and a strong one for the middle, or
/// the span of the middle half where they are too many to tell apart.
struct Chart: Sendable {
  let anchor: String
  let level: String
  let bodyCount: Int
  let isLogarithmic: Bool
  let isBand: Bool
  let grid: [Tick]
  let years: [Tick]
  let lines: String?
  let dots: String?
  let band: String?
  let median: String?
  let medianDots: String?
  /// The middle line between its last two years; nil unless they follow each other, the value changed by a hundredth
  /// at least, and the vocabulary says which way is better.
  let lastStep: String?
  let isBetter: Bool
  /// Where the middle line's name stands.
  let label: Tick?
  let first: Point
  let last: Point
  /// What `first` and `last` are: the middle of several divisions, or one division's own values.
  var hasMedian: Bool { median != nil }

  struct Tick: Sendable {
    let position: String
    let label: String
    /// For labels that are placed across and up.
    var height = ""

    static let schema = Schema<Tick>(
      "tick",
      [
        .text("position", "where it stands across or up, in units of the view box") { $0.position },
        .text("height", "how high it stands, for the name of a line") { $0.height },
        .text("label", "what it says") { $0.label },
      ])
  }

  struct Point: Sendable {
    let year: Int
    let value: String

    static let schema = Schema<Point>(
      "point",
      [.number("year", "the year") { $0.year }, .text("value", "the value") { $0.value }])
  }

  static let schema = Schema<Chart>(
    "chart",
    [
      .text("anchor", "id of the chart; the template sets it") { $0.anchor },
      .text("level", "level of the divisions shown, in a word") { $0.level },
      .count("bodyCount", "how many governments have values") { $0.bodyCount },
      .flag("isLogarithmic", "the upright axis goes by powers of ten") { $0.isLogarithmic },
      .flag("isBand", "the middle half is shown as an area instead of a line for each division") {
        $0.isBand
      },
      .list("grid", "lines across, `position` up", of: Tick.schema) { $0.grid },
      .list("years", "labels of the years, `position` across", of: Tick.schema) { $0.years },
      .text("lines", "path of the faint lines") { $0.lines },
      .text("dots", "path of the dots on them") { $0.dots },
      .text("band", "path of the area") { $0.band },
      .text("median", "path of the middle line, missing with fewer than three divisions") { $0.median },
      .text("medianDots", "path of the dots on it") { $0.medianDots },
      .text(
        "lastStep",
        "path of the middle line's last step, where the vocabulary says which way is better; else missing"
      ) {
        $0.lastStep
      },
      .flag("isBetter", "that step goes the way that reads as better") { $0.lastStep != nil && $0.isBetter },
      .flag("isWorse", "it goes the other way") { $0.lastStep != nil && !$0.isBetter },
      .flag("hasMedian", "there is a middle line") { $0.hasMedian },
      .record("label", "where the middle line's name stands", of: Tick.schema) { $0.label },
      .record("first", "the first middle value, or the first value", of: Point.schema) { $0.first },
      .record("last", "the last one", of: Point.schema) { $0.last },
    ])

  /// With more lines than this they cannot be told apart.
  static let lineLimit = 40

  /// What a government states for a year.
  typealias Value = (year: Int, value: Double)

  /// What governments of one level state, one government after the other: few arrays, where there are thousands of
  /// governments.
  struct Lines: Sendable {
    /// Each government's by year.
    private(set) var points: [Value] = []
    /// Where each government's end.
    private var ends: [Int] = []

    var count: Int { ends.count }

    mutating func add(_ point: Value) { points.append(point) }

    /// What follows is another government's.
    mutating func close() {
      if points.count > ends.last ?? 0 { ends.append(points.count) }
    }

    /// The year of the last point of a government that is not closed yet.
    var openYear: Int? { points.count > ends.last ?? 0 ? points.last?.year : nil }

    func text(_ draw: ([Value]) -> String) -> String {
      ends.indices.map { draw(Array(points[($0 == 0 ? 0 : ends[$0 - 1])..<ends[$0]])) }.joined()
    }
  }

  /// Nil without values, all of which are of the years.
  init?(
    _ series: Lines, level: DivisionLevel, years span: ClosedRange<Int>, isRate: Bool,
    direction: Metric.Direction, words: Words
  ) {
    guard series.count > 0 else { return nil }
    var yearly = Yearly(series.points, years: span)
    let frame = Frame(
      width: 360, height: 220, left: 42, right: 14, top: 16, bottom: 26, years: span,
      scale: Scale(series.points.map(\.value), isRate: isRate))
    anchor = "chart-\(level.rawValue)"
    self.level = words.level(level)
    bodyCount = series.count
    isLogarithmic = frame.scale.isLogarithmic
    isBand = series.count > Chart.lineLimit
    grid = frame.scale.ticks.map { Tick(position: Frame.number(frame.y($0)), label: words.short($0)) }
    years = Chart.labelled(span).map { Tick(position: Frame.number(frame.x($0)), label: String($0)) }

    let middle = span.compactMap { year -> Value? in
      yearly.median(year).map { (year, $0) }
    }
    if isBand {
      let quartiles = span.compactMap { year -> (year: Int, low: Double, high: Double)? in
        guard yearly.count(year) > 3 else { return nil }
        return (year, yearly.quantile(year, 0.25), yearly.quantile(year, 0.75))
      }
      band = frame.band(quartiles)
      (lines, dots) = (nil, nil)
    } else {
      band = nil
      lines = series.text(frame.line)
      dots = series.text(frame.dots)
    }
    median = middle.isEmpty ? nil : frame.line(middle)
    medianDots = middle.isEmpty ? nil : frame.dots(middle)
    let step = middle.suffix(2)
    let change = step.count == 2 ? step[step.endIndex - 1].value - step[step.startIndex].value : 0
    let isStep = step.count == 2 && step[step.startIndex].year + 1 == step[step.endIndex - 1].year
    // A hundredth more or less is no way that anybody could see.
    let isSeen = change != 0 && abs(change) * 100 >= (step.map { abs($0.value) }.max() ?? 0)
    lastStep = isStep && isSeen && direction != .none ? frame.line(Array(step)) : nil
    isBetter = (change > 0) == (direction == .up)
    label = middle.last.map { point in
      // Right of its last point, in the margin that the view box leaves beside the frame.
      Tick(
        position: Frame.number(min(frame.x(point.year), frame.width - frame.right)), label: "",
        height: Frame.number(frame.y(point.value) + 4))
    }
    let told = middle.isEmpty ? series.points.sorted { $0.year < $1.year } : middle
    first = Point(year: told[0].year, value: Figure.text(told[0].value))
    last = Point(year: told[told.count - 1].year, value: Figure.text(told[told.count - 1].value))
  }

  /// At most six, the first and the last among them.
  private static func labelled(_ span: ClosedRange<Int>) -> [Int] {
    let stride = max(1, (span.count + 3) / 5)
    let years = Swift.stride(from: span.lowerBound, through: span.upperBound, by: stride).map { $0 }
    guard let last = years.last, last != span.upperBound else { return years }
    return (span.upperBound - last < stride / 2 + 1 ? years.dropLast() : years[...]) + [span.upperBound]
  }
}

/// Compares what a report says of last year with what last year's report of the same body said.
public enum Restatement {
  /// Adds a check to every report that tells a value of last year otherwise than it was told then.
  ///
  /// Only where both reports state the metric once, exactly, in one unit and scope: else the two need not be one value.
  public static func mark(_ reports: inout [Report]) {
    let (rows, names) = ReportRows.all(of: reports)
    var bodies = BodyYears(reports.count)
    for index in reports.indices {
      reports[index].keep(rows[index])
      if reports[index].id != nil, let key = key(reports[index]) { bodies.add(index, key) }
    }
    for index in reports.indices where reports[index].id != nil {
      let figures = rows[index].figures
      // Most reports say nothing of last year, which is seen at once.
      guard figures.contains(where: \.isPrior), let last = key(reports[index])?.before,
        let before = bodies.last(last, where: { reports[$0].masthead.unit == reports[index].masthead.unit })
      else { continue }
      for number in figures.indices where isPriorLevel(figures[number], last.year) {
        let figure = figures[number]
        guard figure.metric >= 0, only(figure.metric, in: figures, prior: true) == number,
          let at = only(figure.metric, in: rows[before].figures, prior: false)
        else { continue }
        let then = rows[before].figures[at]
        guard then.unit == figure.unit,
          then.scope == figure.scope || then.scope == nil || figure.scope == nil,
          then.approximation == .exact, then.value != figure.value,
          !PrintedStep.explains(
            figure.value, then.value,
            steps: {
              [
                PrintedStep.of(reports[index].quantities[number].text),
                PrintedStep.of(reports[before].quantities[at].text),
              ]
            })
        else { continue }
        let unit = names.texts[Int(figure.unit)]
        reports[index].comparisons.append(
          Check(
            kind: .restated, holds: false, stated: figure.value, computed: then.value, quantities: [number],
            note: "本报告称\(last.year)年为\(figure.value)\(unit)，\(last.year)年度报告（\(reports[before].id ?? "")）所载为"
              + "\(then.value)\(unit)；可能是事后更正、统计截止时间或口径不同，原文未说明。",
            line: Int(figure.line)))
      }
    }
  }

  private static func key(_ report: Report) -> BodyYears.Key? {
    guard let region = report.masthead.region, let year = report.masthead.year else { return nil }
    return BodyYears.Key(adcode: region.adcode, year: year)
  }

  private static func isPriorLevel(_ figure: ReportRows.Figure, _ year: Int) -> Bool {
    figure.isPrior && figure.kind == .level && figure.approximation == .exact
      && (figure.year == nil || figure.year == year)
  }

  /// The one value of a metric in a report, of last year or of its own.
  private static func only(_ metric: Int32, in figures: [ReportRows.Figure], prior: Bool) -> Int? {
    var found: Int?
    for (number, figure) in figures.enumerated()
    where figure.metric == metric && figure.kind == .level
      && (prior ? figure.isPrior : figure.isInSeries && figure.period == .year)
    {
      if found != nil { return nil }
      found = number
    }
    return found
  }
}

/// Reports by division and year; which of them are one body's is for the asker to tell.
private struct BodyYears {
  struct Key: Hashable {
    let adcode: Adcode
    let year: Int

    var before: Key { Key(adcode: adcode, year: year - 1) }
  }

  /// The last report of each key.
  private var latest: [Key: Int32] = [:]
  /// By report, the one of the same key before it; -1 for none.
  private var earlier: [Int32]

  init(_ count: Int) {
    latest.reserveCapacity(count)
    earlier = [Int32](repeating: -1, count: count)
  }

  mutating func add(_ report: Int, _ key: Key) {
    earlier[report] = latest.updateValue(Int32(report), forKey: key) ?? -1
  }

  /// The last one added that is wanted.
  func last(_ key: Key, where isWanted: (Int) -> Bool) -> Int? {
    var next = latest[key] ?? -1
    while next >= 0 {
      if isWanted(Int(next)) { return Int(next) }
      next = earlier[Int(next)]
    }
    return nil
  }
}

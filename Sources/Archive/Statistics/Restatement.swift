/// Compares what a report says of last year with what last year's report of the same body said.
public enum Restatement {
  private struct Key: Hashable {
    let adcode: Adcode
    let unit: String?
    let year: Int
  }

  /// Adds a check to every report that tells a value of last year otherwise than it was told then.
  ///
  /// Only where both reports state the metric once, exactly, in one unit and scope: else the two need not be one value.
  public static func mark(_ reports: inout [Report]) {
    let (rows, names) = ReportRows.all(of: reports)
    var byBody: [Key: Int] = [:]
    for index in reports.indices {
      reports[index].keep(rows[index])
      if reports[index].id != nil, let key = key(reports[index], yearsBack: 0) { byBody[key] = index }
    }
    for index in reports.indices where reports[index].id != nil {
      let figures = rows[index].figures
      // Most reports say nothing of last year, which is seen at once.
      guard figures.contains(where: { $0.period == .prior }),
        let key = key(reports[index], yearsBack: 1), let before = byBody[key]
      else { continue }
      for number in figures.indices where isPriorLevel(figures[number], key.year) {
        let figure = figures[number]
        guard figure.metric >= 0, only(figure.metric, in: figures, prior: true) == number,
          let at = only(figure.metric, in: rows[before].figures, prior: false)
        else { continue }
        let then = rows[before].figures[at]
        guard then.unit == figure.unit,
          then.scope == figure.scope || then.scope == nil || figure.scope == nil,
          then.approximation == .exact, then.value != figure.value
        else { continue }
        let unit = names.texts[Int(figure.unit)]
        reports[index].comparisons.append(
          Check(
            kind: .restated, holds: false, stated: figure.value, computed: then.value, quantities: [number],
            note: "本报告称\(key.year)年为\(figure.value)\(unit)，\(key.year)年度报告（\(reports[before].id ?? "")）所载为"
              + "\(then.value)\(unit)；可能是事后更正、统计截止时间或口径不同，原文未说明。",
            line: Int(figure.line)))
      }
    }
  }

  private static func key(_ report: Report, yearsBack: Int) -> Key? {
    guard let region = report.masthead.region, let year = report.masthead.year else { return nil }
    return Key(adcode: region.adcode, unit: report.masthead.unit, year: year - yearsBack)
  }

  private static func isPriorLevel(_ figure: ReportRows.Figure, _ year: Int) -> Bool {
    figure.period == .prior && figure.kind == .level && figure.approximation == .exact
      && (figure.year == nil || figure.year == year)
  }

  /// The one value of a metric in a report, of last year or of its own.
  private static func only(_ metric: Int32, in figures: [ReportRows.Figure], prior: Bool) -> Int? {
    var found: Int?
    for (number, figure) in figures.enumerated()
    where figure.metric == metric && figure.kind == .level
      && (prior ? figure.period == .prior : figure.isInSeries && figure.period == .year)
    {
      if found != nil { return nil }
      found = number
    }
    return found
  }
}

/// Compares what a report says of last year with what last year's report of the same body said.
public enum Restatement {
  /// Adds a check to every report that tells a value of last year otherwise than it was told then.
  ///
  /// Only where both reports state the metric once, exactly, in one unit and scope: else the two need not be one value.
  public static func mark(_ reports: inout [Report]) {
    let (rows, names) = ReportRows.all(of: reports)
    for index in reports.indices where reports[index].storedRows?.names !== names {
      reports[index].keep(rows[index])
    }
    for (index, check) in found(in: reports, rows, names) { reports[index].comparisons.append(check) }
  }

  /// What does not fit, with the report that it is said of.
  private static func found(
    in reports: [Report], _ rows: [ReportRows], _ names: Names
  ) -> [(report: Int, check: Check)] {
    let keys = Parallel.pieces(reports.count) { $0.map { key(reports[$0]) } }.flatMap { $0 }
    let bodies = BodyYears(keys)
    return Parallel.pieces(reports.count) { indices in
      indices.flatMap { index -> [(report: Int, check: Check)] in
        // Most reports say nothing of last year, which is seen at once.
        guard rows[index].figures.contains(where: \.isPrior), let last = keys[index]?.before,
          let before = bodies.last(last, where: { reports[$0].masthead.unit == reports[index].masthead.unit })
        else { return [] }
        return checks(of: index, beside: before, year: last.year, reports, rows, names).map { (index, $0) }
      }
    }.flatMap { $0 }
  }

  private static func checks(
    of index: Int, beside before: Int, year: Int, _ reports: [Report], _ rows: [ReportRows], _ names: Names
  ) -> [Check] {
    let figures = rows[index].figures
    return figures.indices.filter { isPriorLevel(figures[$0], year) }.compactMap { number -> Check? in
      let figure = figures[number]
      guard figure.metric >= 0, only(figure.metric, in: figures, prior: true) == number,
        let at = only(figure.metric, in: rows[before].figures, prior: false)
      else { return nil }
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
      else { return nil }
      let unit = names.texts[Int(figure.unit)]
      return Check(
        kind: .restated, holds: false, stated: figure.value, computed: then.value, quantities: [number],
        note: "本报告称\(year)年为\(figure.value)\(unit)，\(year)年度报告（\(reports[before].id ?? "")）所载为"
          + "\(then.value)\(unit)；可能是事后更正、统计截止时间或口径不同，原文未说明。",
        line: Int(figure.line))
    }
  }

  /// Nil for a report without a page.
  private static func key(_ report: Report) -> BodyYears.Key? {
    guard report.id != nil, let region = report.masthead.region, let year = report.masthead.year else {
      return nil
    }
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

  /// - Parameter keys: by report; nil for one that is no body's.
  init(_ keys: [Key?]) {
    latest.reserveCapacity(keys.count)
    earlier = [Int32](repeating: -1, count: keys.count)
    for (report, key) in keys.enumerated() {
      if let key { earlier[report] = latest.updateValue(Int32(report), forKey: key) ?? -1 }
    }
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

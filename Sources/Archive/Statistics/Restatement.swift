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
    var byBody: [Key: Int] = [:]
    for (index, report) in reports.enumerated() where report.id != nil {
      if let key = key(report, yearsBack: 0) { byBody[key] = index }
    }
    for index in reports.indices where reports[index].id != nil {
      // Most reports say nothing of last year, which is seen at once.
      guard
        reports[index].quantities.indices.contains(where: {
          reports[index].quantities[$0].period == .prior
        })
      else { continue }
      guard let key = key(reports[index], yearsBack: 1), let before = byBody[key] else { continue }
      let earlier = reports[before]
      for (number, quantity) in reports[index].quantities.enumerated() where isPriorLevel(quantity, key.year)
      {
        guard let metric = quantity.metric, only(metric, in: reports[index], prior: true) == number,
          let at = only(metric, in: earlier, prior: false)
        else { continue }
        let then = earlier.quantities[at]
        guard then.unit == quantity.unit,
          then.scope == quantity.scope || then.scope == nil || quantity.scope == nil,
          then.approximation == .exact, then.value != quantity.value
        else { continue }
        reports[index].checks.append(
          Check(
            kind: .restated, holds: false, stated: quantity.value, computed: then.value, quantities: [number],
            note: "本报告称\(key.year)年为\(quantity.value)\(quantity.unit)，\(key.year)年度报告（\(earlier.id ?? "")）所载为"
              + "\(then.value)\(then.unit)；可能是事后更正、统计截止时间或口径不同，原文未说明。",
            line: quantity.place.line))
      }
    }
  }

  private static func key(_ report: Report, yearsBack: Int) -> Key? {
    guard let region = report.masthead.region, let year = report.masthead.year else { return nil }
    return Key(adcode: region.adcode, unit: report.masthead.unit, year: year - yearsBack)
  }

  private static func isPriorLevel(_ quantity: Quantity, _ year: Int) -> Bool {
    quantity.period == .prior && quantity.kind == .level && quantity.approximation == .exact
      && (quantity.year == nil || quantity.year == year)
  }

  /// The one value of a metric in a report, of last year or of its own.
  private static func only(_ metric: String, in report: Report, prior: Bool) -> Int? {
    let all = report.quantities.indices.filter {
      let quantity = report.quantities[$0]
      return quantity.metric == metric && quantity.kind == .level
        && (prior ? quantity.period == .prior : quantity.isInSeries && quantity.period == .year)
    }
    return all.count == 1 ? all[0] : nil
  }
}

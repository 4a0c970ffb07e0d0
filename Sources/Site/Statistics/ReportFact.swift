import Archive

/// What is asked of a report's head again and again, in a value that is cheap to look at: a report itself is not.
struct ReportFact: Sendable {
  let adcode: Adcode
  let province: Adcode
  let level: DivisionLevel
  let year: Int
  /// The division's own government reports, not a zone, a department or a township.
  let isGovernment: Bool

  /// Nil for a report without region or year.
  init?(_ report: Report) {
    guard let region = report.masthead.region, let year = report.masthead.year else { return nil }
    adcode = region.adcode
    province = region.path.first?.adcode ?? region.adcode
    level = region.level
    self.year = year
    isGovernment = report.masthead.unit == nil
  }
}

/// The level of the body that reports, which need not be that of the division it belongs to.
public enum ReportingLevel: String, Sendable, CaseIterable {
  case province, prefecture, county, township, zone, department
}

/// How the report is written. Matching always happens on Simplified; pages show what was printed.
public enum Script: String, Sendable, CaseIterable {
  case hans, hant
}

/// What identifies a report: the fields of the command line's contract, nil where the source is silent.
public struct Masthead: Equatable, Sendable {
  public var title: String?
  /// The title was made up from other evidence, because the text has none.
  public var titleDerived = false
  /// The government or governments that report, as printed; joint issuers are separated by a space.
  public var issuer: String?
  /// The body below or beside the government itself: a zone, a department, a township.
  public var unit: String?
  public var region: Region?
  public var level: ReportingLevel?
  /// The year the report covers, not the year it came out.
  public var year: Int?
  /// The day the portal gives for the page.
  public var published: Day?
  /// The day under the report's title or signature.
  public var signed: Day?
  /// The day the report was read out or handed in, where the text says so.
  public var delivered: Day?
  /// The report's own document number, brackets as 〔〕.
  public var documentNumber: String?
  public var indexNumber: String?
  public var category: String?
  /// Where the portal says it took the text from (来源).
  public var source: String?
  /// The address the file was saved from, where front matter or the text gives it.
  public var sourceURL: String?
  /// The day the file was saved, where front matter gives it.
  public var captured: Day?
  /// Whom the report is addressed to, in printed order.
  public var addressees: [String] = []
  public var script: Script = .hans

  public init() {}
}

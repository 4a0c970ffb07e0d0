/// What indexes of the whole archive need of a report, in rows of fixed size with numbers for names: a hundred reports'
/// fit where the facts of one stand, and are compared without a look at any text.
///
/// A class, since every index holds those of every report.
public final class ReportRows: Sendable {
  /// Of a quantity.
  public struct Figure: BitwiseCopyable, Sendable {
    public let digits: Int64
    /// Number of a name; -1 for none.
    public let metric: Int32
    /// Number of a name.
    public let unit: Int32
    private let statedYear: Int32
    public let line: Int32
    let decimals: UInt8
    private let kindNumber: UInt8
    private let periodNumber: UInt8
    private let approximationNumber: UInt8
    private let scopeNumber: UInt8
    private let inSeries: UInt8
    // Rows are stored as they lie in memory, without a gap.
    private let spare: UInt16

    init(_ quantity: Quantity, _ names: Names) {
      digits = Int64(quantity.value.digits)
      decimals = UInt8(quantity.value.decimals)
      metric = quantity.metric.map { names.number(of: $0) } ?? -1
      unit = names.number(of: quantity.unit)
      statedYear = quantity.year.map { Int32(clamping: $0) } ?? .min
      line = Int32(clamping: quantity.place.line)
      kindNumber = UInt8(Cases.kinds.firstIndex(of: quantity.kind) ?? 0)
      periodNumber = UInt8(Cases.periods.firstIndex(of: quantity.period) ?? 0)
      approximationNumber = UInt8(Cases.approximations.firstIndex(of: quantity.approximation) ?? 0)
      scopeNumber = UInt8(Cases.scopes.firstIndex(of: quantity.scope) ?? 0)
      inSeries = quantity.isInSeries ? 1 : 0
      spare = 0
    }

    public var value: Amount { Amount(Int(digits), decimals: Int(decimals)) }
    public var year: Int? { statedYear == .min ? nil : Int(statedYear) }
    public var kind: Quantity.Kind { Cases.kinds[Int(kindNumber)] }
    public var period: Quantity.PeriodKind { Cases.periods[Int(periodNumber)] }
    /// Its period is `prior`.
    public var isPrior: Bool { periodNumber == Cases.prior }
    public var approximation: Quantity.Approximation { Cases.approximations[Int(approximationNumber)] }
    public var scope: Quantity.Scope? { Cases.scopes[Int(scopeNumber)] }
    /// As `Quantity.isInSeries`.
    public var isInSeries: Bool { inSeries != 0 }

    /// Every number stands for something; `names` is how many names there are.
    func isSound(_ names: Int32) -> Bool {
      metric < names && (0..<names).contains(unit) && decimals < 10 && kindNumber < Cases.kinds.count
        && periodNumber < Cases.periods.count && approximationNumber < Cases.approximations.count
        && scopeNumber < Cases.scopes.count
    }
  }

  /// Of a citation; numbers of names.
  public struct Mention: BitwiseCopyable, Sendable {
    public let law: Int32
    /// As lists show it.
    public let name: Int32
    /// -1 for none.
    public let documentNumber: Int32
    private let kindNumber: Int32

    init(_ citation: Citation, _ names: Names) {
      law = names.number(of: citation.law)
      name = names.number(of: citation.name)
      documentNumber = citation.documentNumber.map { names.number(of: $0) } ?? -1
      kindNumber = Int32(Cases.citations.firstIndex(of: citation.kind) ?? 0)
    }

    public var kind: Citation.Kind { Cases.citations[Int(kindNumber)] }

    func isSound(_ names: Int32) -> Bool {
      (0..<names).contains(law) && (0..<names).contains(name) && documentNumber < names
        && Cases.citations.indices.contains(Int(kindNumber))
    }
  }

  /// Of an entry of the outline and what it is about.
  public struct Section: BitwiseCopyable, Sendable {
    /// Number of a name; -1 for none.
    public let topic: Int32
    /// Number of a name that holds the ids of all its roles with spaces between them; -1 for none.
    public let roles: Int32
    /// -1 for none.
    public let parent: Int32
    public let level: Int32
    /// Characters of its text, those of the sections below it among them; 0 when they were not counted.
    public let length: Int32

    init(_ section: SectionTopics, _ heading: Heading, length: Int, _ names: Names) {
      topic = section.topic.map { names.number(of: $0) } ?? -1
      roles = section.roles.isEmpty ? -1 : names.number(of: section.roles.joined(separator: " "))
      parent = heading.parent.map { Int32(clamping: $0) } ?? -1
      level = Int32(clamping: heading.level)
      self.length = Int32(clamping: length)
    }
  }

  /// By number of the quantity.
  public let figures: [Figure]
  /// By number of the citation.
  public let mentions: [Mention]
  /// By number in the outline; none for a report whose sections are not known.
  public let sections: [Section]
  /// Checks that do not hold.
  public let doubts: Int
  /// What the numbers stand for.
  public let names: Names

  /// - Parameter extracts: of the same report; they know how long its sections are.
  public init(_ facts: ReportFacts, _ extracts: Extracts = .none, names: Names) {
    figures = facts.quantities.indices.map { Figure(facts.quantities[$0], names) }
    mentions = facts.citations.indices.map { Mention(facts.citations[$0], names) }
    sections =
      facts.sections.count == facts.outline.count
      ? facts.sections.indices.map {
        Section(facts.sections[$0], facts.outline[$0], length: extracts.length(of: $0), names)
      } : []
    doubts = facts.checks.count { !$0.holds }
    self.names = names
  }

  /// Whether the rows may be of these facts.
  func fit(_ facts: ReportFacts) -> Bool {
    let known = facts.sections.count == facts.outline.count ? facts.sections.count : 0
    return facts.quantities.count == figures.count && facts.citations.count == mentions.count
      && known == sections.count
  }

  /// Of every report, all with the same names.
  static func all(of reports: [Report]) -> (rows: [ReportRows], names: Names) {
    let names = reports.lazy.compactMap(\.storedRows).first?.names ?? Names()
    let rows = reports.indices.map { index in
      reports[index].storedRows.flatMap { $0.names === names ? $0 : nil }
        ?? ReportRows(reports[index].facts, reports[index].extracts, names: names)
    }
    return (rows, names)
  }

  /// Nil when the bytes are no rows, or name what the names do not hold.
  public init?(_ reader: inout ByteReader, names: Names) {
    let (figureCount, mentionCount, sectionCount) = (reader.number(), reader.number(), reader.number())
    doubts = reader.number()
    figures = reader.plain(figureCount)
    mentions = reader.plain(mentionCount)
    sections = reader.plain(sectionCount)
    self.names = names
    let known = Int32(clamping: names.count)
    guard !reader.isBroken,
      figures.allSatisfy({ $0.isSound(known) }), mentions.allSatisfy({ $0.isSound(known) }),
      sections.allSatisfy({ $0.topic < known && $0.roles < known })
    else { return nil }
  }

  /// Only for the very same program, which has the same rows in memory.
  public func add(to writer: inout ByteWriter) {
    writer.add(figures.count)
    writer.add(mentions.count)
    writer.add(sections.count)
    writer.add(doubts)
    writer.addPlain(figures)
    writer.addPlain(mentions)
    writer.addPlain(sections)
  }
}

/// Cases by their number in a row.
private enum Cases {
  static let kinds = Quantity.Kind.allCases
  static let periods = Quantity.PeriodKind.allCases
  static let prior = UInt8(periods.firstIndex(of: .prior) ?? 0)
  static let approximations = Quantity.Approximation.allCases
  static let scopes: [Quantity.Scope?] = [nil] + Quantity.Scope.allCases
  static let citations = Citation.Kind.allCases
}

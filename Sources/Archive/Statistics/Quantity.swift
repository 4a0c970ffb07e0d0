/// A stretch of a report's text: where on its Markdown tree, and where in the source.
public struct TextPlace: Hashable, Sendable {
  /// Index among `Document.textBlocks`: every heading, paragraph and table cell at any depth, in order.
  public var textBlock: Int
  /// UTF-8 byte range in that block's flat text.
  public var range: Range<Int>
  /// 1-based line of the source file.
  public var line: Int

  public init(textBlock: Int, range: Range<Int>, line: Int) {
    self.textBlock = textBlock
    self.range = range
    self.line = line
  }
}

/// A number that says something about the region's activity, found in a report.
public struct Quantity: Equatable, Sendable {
  public enum Approximation: String, Sendable, CaseIterable {
    case exact, about
    /// 余, 多, 以上, 超过, 不少于.
    case atLeast = "at_least"
    case atMost = "at_most"
  }

  public enum PeriodKind: String, Sendable, CaseIterable {
    case year, cumulative, prior, target
    case asAt = "as_at"
  }

  public enum Scope: String, Sendable, CaseIterable { case region, government, department }

  /// What the number is of its measure.
  public enum Kind: String, Sendable, CaseIterable {
    case level
    /// `同比增长12.5%`, `减少30件`: how a level moved. Never in a series.
    case change
    /// `没有行政复议案件`, `零投诉`: nothing, said in words.
    case statedZero
    /// A limit or a standing arrangement: 7个工作日内, 每年2次.
    case norm
  }

  /// As printed, number and unit: `80 余名`.
  public var text: String
  /// 万 and 亿 expanded.
  public var value: Amount
  /// Simplified, without 万 and 亿: 件, 人次, %, 元.
  public var unit: String
  public var approximation: Approximation
  /// A short noun phrase of the text that says what was counted.
  public var subject: String
  /// Id in the vocabulary of metrics; nil when none fits beyond doubt.
  public var metric: String?
  public var kind: Kind
  public var period: PeriodKind
  /// The year the number is about; nil when not said.
  public var year: Int?
  public var scope: Scope?
  /// Index into the outline.
  public var section: Int?
  /// The number with its unit.
  public var place: TextPlace
  /// UTF-8 byte range of its sentence in the same flat text.
  public var sentence: Range<Int>

  public init(
    text: String, value: Amount, unit: String, approximation: Approximation = .exact, subject: String = "",
    metric: String? = nil, kind: Kind = .level, period: PeriodKind = .year, year: Int? = nil,
    scope: Scope? = nil, section: Int? = nil, place: TextPlace, sentence: Range<Int>
  ) {
    self.text = text
    self.value = value
    self.unit = unit
    self.approximation = approximation
    self.subject = subject
    self.metric = metric
    self.kind = kind
    self.period = period
    self.year = year
    self.scope = scope
    self.section = section
    self.place = place
    self.sentence = sentence
  }

  /// Whether the value belongs in the series of its metric: levels of the report's own year, stated zeros too.
  public var isInSeries: Bool {
    metric != nil && (kind == .level || kind == .statedZero) && period != .prior && period != .target
  }
}

/// One row of the division table: a code held under one name for a span of years.
public struct Division: Hashable, Sendable {
  public let adcode: Adcode
  /// Full name, `顺河回族区`.
  public let name: String
  public let level: DivisionLevel
  public let parent: Adcode?
  /// First year in force; nil for an unbroken run since 1981 or before.
  public let validFrom: Int?
  /// The year of its end: in force at the end of year Y when `validFrom <= Y < validTo`.
  public let validTo: Int?
  /// Divisions that took over its area, the main one first.
  public let successors: [Adcode]
  /// `district`, `county_city`, `autonomous_prefecture` ...
  public let kind: String
  /// Usual short forms, the commonest first: `顺河`.
  public let shorts: [String]
  /// Toneless, of the first short form.
  public let pinyin: String
  /// Column and row on the tile map; provinces only.
  public let grid: (column: Int, row: Int)?

  public init(
    adcode: Adcode, name: String, level: DivisionLevel, parent: Adcode?, validFrom: Int?, validTo: Int?,
    successors: [Adcode], kind: String, shorts: [String], pinyin: String, grid: (column: Int, row: Int)?
  ) {
    self.adcode = adcode
    self.name = name
    self.level = level
    self.parent = parent
    self.validFrom = validFrom
    self.validTo = validTo
    self.successors = successors
    self.kind = kind
    self.shorts = shorts
    self.pinyin = pinyin
    self.grid = grid
  }

  /// A report about the year of a change, or one written late in it, may use either name.
  public func isInForce(_ year: Int) -> Bool {
    (validFrom ?? .min) <= year && year < (validTo ?? .max)
  }

  public static func == (left: Division, right: Division) -> Bool {
    left.adcode == right.adcode && left.name == right.name
  }
  public func hash(into hasher: inout Hasher) {
    hasher.combine(adcode)
    hasher.combine(name)
  }
}

import Archive

/// What a report's citations so far say about those to come: short forms, numbers of named documents.
struct CitationState: Sendable {
  /// The one law or document that a citation stands for.
  struct Target: Equatable, Sendable {
    let key: String
    let kind: Citation.Kind
  }

  /// Year of the report, by which a title without its years is understood.
  let year: Int?
  /// Canonical number of the report itself, which is no citation.
  let ownNumber: String?
  /// What the reporting body is called, folded: a notice under this name is not one of a superior's.
  let ownNames: [[Unicode.Scalar]]
  /// Damaged marks and numbers, by source line.
  var diagnostics: [Diagnostic] = []
  private(set) var last: Target?
  private var short: [[Unicode.Scalar]: Target] = [:]
  private var spanless: [[Unicode.Scalar]: Target] = [:]
  /// By `fold` of the last scalars of a title.
  private var endings: [UInt64: Target] = [:]
  private var numbers: [String: Target] = [:]
  private var known: [[Unicode.Scalar]: Target] = [:]

  /// Short forms are at most this long, in scalars: 纲要, 实施纲要, 若干措施.
  private static let longestShortForm = 8

  init(year: Int? = nil, ownNumber: String? = nil, ownNames: [[Unicode.Scalar]] = []) {
    self.year = year
    self.ownNumber = ownNumber
    self.ownNames = ownNames
  }

  /// `(以下简称《纲要》)` and `(以下简称“纲要”)`, right behind a citation.
  mutating func declare(_ form: TitleForm) -> Target? {
    guard let target = endings[CitationState.fold(form.full)] ?? last,
      form.full.count <= 2 * CitationState.longestShortForm
    else {
      return nil
    }
    short[form.full] = target
    return target
  }

  /// What a title stands for; `kind` is only asked when no vocabulary and no earlier citation tells.
  mutating func resolve(
    _ title: Scalars, form: TitleForm, number: String?, laws: LawAliases, kind: () -> Citation.Kind
  ) -> Target {
    let target =
      existing(title, form, number, laws) ?? Target(key: CitationState.key("t-", form.full), kind: kind())
    remember(form, number, target)
    return target
  }

  mutating func resolve(number: String, laws: LawAliases) -> Target {
    if let law = laws.law(numbered: number) { return Target(key: law.id, kind: law.kind) }
    if let target = numbers[number] { return target }
    let target = Target(key: CitationState.key("n-", Array(number)), kind: .policy)
    numbers[number] = target
    return target
  }

  private func existing(_ title: Scalars, _ form: TitleForm, _ number: String?, _ laws: LawAliases) -> Target?
  {
    if let target = short[form.full] { return target }
    if let law = laws.law(titled: title, form: form) { return Target(key: law.id, kind: law.kind) }
    if let number, let law = laws.law(numbered: number) { return Target(key: law.id, kind: law.kind) }
    if let target = known[form.full] ?? (form.hasSpan ? nil : spanless[form.full]) { return target }
    if let law = laws.law(spanless: form, in: year) { return Target(key: law.id, kind: law.kind) }
    if let number, let target = numbers[number] { return target }
    return form.full.count <= CitationState.longestShortForm ? endings[CitationState.fold(form.full)] : nil
  }

  private mutating func remember(_ form: TitleForm, _ number: String?, _ target: Target) {
    last = target
    if let number { numbers[number] = target }
    // A short form may mean another document further down; a long title stays what it was.
    if form.full.count > CitationState.longestShortForm { known[form.full] = target }
    if form.hasSpan { spanless[form.base] = target }
    var fold = CitationState.offset
    for (index, scalar) in form.base.reversed().enumerated().prefix(CitationState.longestShortForm) {
      fold = CitationState.fold(fold, scalar)
      if index > 0, index + 1 < form.base.count { endings[fold] = target }
    }
  }

  /// 64 bits for a short run of scalars, from its end (FNV-1a): endings of a title need no arrays of their own.
  private static func fold(_ scalars: [Unicode.Scalar]) -> UInt64 { scalars.reversed().reduce(offset, fold) }
  private static func fold(_ value: UInt64, _ scalar: Unicode.Scalar) -> UInt64 {
    (value ^ UInt64(scalar.value)) &* 0x100_0000_01B3
  }
  private static let offset: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Prefix and the first ten hex digits of the SHA-256 of the text: stable, and fit for a file's name.
  private static func key(_ prefix: String, _ scalars: [Unicode.Scalar]) -> String {
    prefix + Digest.hex(Array(scalars.string.utf8)).prefix(10)
  }
}

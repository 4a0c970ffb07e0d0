import Archive

/// The laws and documents of `laws.yml`, found by any of their spellings.
public struct LawAliases: Sendable {
  /// In the order of the file.
  public let laws: [Law]
  private let indexById: [String: Int]
  private let byTitle: [[Unicode.Scalar]: Int]
  /// By title without its span of years: what it means in a report of a given year.
  private let bySpanlessTitle: [[Unicode.Scalar]: [(years: ClosedRange<Int>, law: Int)]]
  private let byNumber: [String: Int]

  /// A vocabulary that lists nothing.
  public static let none = LawAliases()

  private init() {
    (laws, indexById, byTitle, bySpanlessTitle, byNumber) = ([], [:], [:], [:], [:])
  }

  /// From the bytes of `laws.yml`. Throws for unknown keys and kinds, for a key that is no file name or stands twice, and
  /// for a spelling or number that two laws claim.
  public init(parsing yaml: [UInt8], file: String = "laws.yml", scriptTable: ScriptTable) throws(TableError) {
    try self.init(parsing: yaml, file: file, folding: Folding(scriptTable))
  }

  init(parsing yaml: [UInt8], file: String = "laws.yml", folding: Folding) throws(TableError) {
    var laws: [Law] = []
    var indexById: [String: Int] = [:]
    var byTitle: [[Unicode.Scalar]: Int] = [:]
    var spanless: [[Unicode.Scalar]: [(years: ClosedRange<Int>, law: Int)]] = [:]
    var byNumber: [String: Int] = [:]
    let root = try VocabularyEntry.root(yaml, file: file, known: ["laws"])
    for entry in try root.entries("laws", known: LawAliases.keys) {
      let law = try LawAliases.law(entry, folding)
      let index = laws.count
      guard indexById.updateValue(index, forKey: law.id) == nil else {
        throw entry.fault("id", "the id `\(law.id)` stands twice; ids name pages, so give each law its own")
      }
      let title = (text: law.title, line: entry.line)
      for spelling in [title] + (try entry.texts("aliases")) {
        let form = TitleForm(folding.folded(spelling.text)[...])
        guard !form.full.isEmpty else {
          throw TableError(
            file: file, line: spelling.line, message: "a title without letters; write it or delete it")
        }
        if let other = byTitle.updateValue(index, forKey: form.full), other != index {
          throw TableError(
            file: file, line: spelling.line,
            message: "`\(spelling.text)` is also a spelling of `\(laws[other].id)`; keep it with one of them")
        }
      }
      if let years = try entry.span("years") {
        spanless[TitleForm(folding.folded(law.title)[...]).base, default: []].append((years, index))
      }
      if let number = law.documentNumber, let other = byNumber.updateValue(index, forKey: number) {
        throw entry.fault(
          "number", "`\(number)` is also the number of `\(laws[other].id)`; keep it with one of them")
      }
      laws.append(law)
      indexById[law.id] = index
    }
    self.laws = laws
    self.indexById = indexById
    self.byTitle = byTitle
    bySpanlessTitle = spanless
    self.byNumber = byNumber
  }

  public func law(_ id: String) -> Law? { indexById[id].map { laws[$0] } }

  /// - Parameter number: canonical.
  func law(numbered number: String) -> Law? { byNumber[number].map { laws[$0] } }

  /// The law that a title in any spelling stands for; a title without its span of years is left to `law(spanless:in:)`.
  func law(titled title: Scalars, form: TitleForm) -> Law? {
    var index = byTitle[form.full]
    if index == nil, let plain = TitleForm.withoutVersion(title) { index = byTitle[TitleForm(plain).full] }
    if index == nil, let inner = form.unwrapped { index = byTitle[inner.full] }
    return index.map { laws[$0] }
  }

  /// What `法治政府建设实施纲要` means in a report of this year.
  func law(spanless form: TitleForm, in year: Int?) -> Law? {
    guard let year, !form.hasSpan else { return nil }
    return bySpanlessTitle[form.base]?.first { $0.years.contains(year) }.map { laws[$0.law] }
  }

  private static let keys: Set<String> = [
    "id", "title", "kind", "aliases", "number", "since", "revised", "repealed", "years",
  ]

  private static func law(_ entry: VocabularyEntry, _ folding: Folding) throws(TableError) -> Law {
    let id = try entry.required("id")
    let isName = id.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    guard isName, id.utf8.count <= 60, !id.hasPrefix("-"), !id.hasPrefix("t-"), !id.hasPrefix("n-") else {
      throw entry.fault(
        "id",
        "`\(id)` cannot name a page; use small letters, digits and hyphens, not starting with - t- or n-")
    }
    let kind = try entry.required("kind")
    guard let kind = Citation.Kind(rawValue: kind) else {
      throw entry.fault("kind", "unknown kind `\(kind)`; use law, regulation, plan, policy, local or other")
    }
    var number = try entry.text("number")
    if let given = number, let found = CitedNumber.only(in: folding.folded(given)) { number = found }
    let law = Law(
      id: id, title: try entry.required("title"), kind: kind, documentNumber: number,
      since: try entry.number("since"), revised: try entry.number("revised"),
      repealed: try entry.number("repealed"))
    if let since = law.since, let repealed = law.repealed, repealed < since {
      throw entry.fault(
        "repealed", "repealed in \(repealed), before it came into force in \(since); mend one of them")
    }
    if let since = law.since, let revised = law.revised, revised < since {
      throw entry.fault(
        "revised", "revised in \(revised), before it came into force in \(since); mend one of them")
    }
    return law
  }
}

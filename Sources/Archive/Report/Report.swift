/// One report, as read from one file: the value that Reading makes and everything else uses.
public struct Report: Sendable {
  /// `<adcode>-<year>`, with a suffix for a zone, department or township. Never changes when other reports
  /// arrive. Nil when region or year could not be found; such a report has no page.
  public var id: String?
  /// Path below `Content/reports`, with `/`.
  public var file: String
  public var masthead: Masthead
  public var diagnostics: [Diagnostic]
  /// Where the report's text is; `body` reads it.
  public var storedBody: StoredBytes
  /// Where `extracts` are, packed.
  public var storedExtracts: StoredBytes = .held([])
  /// SHA-256 of the file's bytes, 64 lower-case hex digits.
  public var digest: String
  /// Size of the source file.
  public var byteCount: Int
  /// Of everything that was read from the file, the text included; 0 for a report that no store has seen.
  public var fingerprint: UInt64 = 0
  /// For indexes, where a store keeps them; nil when they have to be made of the facts.
  public private(set) var storedRows: ReportRows?
  /// Checks that came of comparing the report with others.
  public var comparisons: [Check] = []

  private var ownFacts = ReportFacts()
  /// Where the facts are, unless they are at hand.
  private var storedFacts: StoredFacts?

  public init(
    id: String?, file: String, masthead: Masthead, chrome: [String] = [], outline: [Heading] = [],
    diagnostics: [Diagnostic] = [], body: [UInt8] = [], digest: String = "", byteCount: Int = 0
  ) {
    self.id = id
    self.file = file
    self.masthead = masthead
    self.diagnostics = diagnostics
    storedBody = .held(body)
    self.digest = digest
    self.byteCount = byteCount
    ownFacts.chrome = chrome
    ownFacts.outline = outline
  }

  /// What was found in the text. Read when a part of it is first asked for, unless it is at hand.
  public var facts: ReportFacts {
    get { storedFacts?.value ?? ownFacts }
    set {
      ownFacts = newValue
      storedFacts = nil
      storedRows = nil
    }
  }

  /// Gives the report facts that are kept elsewhere, or at hand, with the rows that fit them.
  public mutating func setFacts(_ stored: StoredFacts, rows: ReportRows) {
    ownFacts = ReportFacts()
    storedFacts = stored
    storedRows = rows
  }

  public mutating func setFacts(_ facts: ReportFacts, rows: ReportRows) {
    self.facts = facts
    storedRows = rows
  }

  /// Keeps rows that were made of the report's facts.
  mutating func keep(_ rows: ReportRows) { storedRows = rows }

  /// Takes the facts to hand, to be changed: rows of others do not fit them any more.
  private mutating func own() {
    if let storedFacts { ownFacts = storedFacts.value }
    storedFacts = nil
    storedRows = nil
  }

  /// Source lines taken for portal boilerplate, in order.
  public var chrome: [String] {
    get { storedFacts?.value.chrome ?? ownFacts.chrome }
    _modify {
      own()
      yield &ownFacts.chrome
    }
  }

  public var outline: [Heading] {
    get { storedFacts?.value.outline ?? ownFacts.outline }
    _modify {
      own()
      yield &ownFacts.outline
    }
  }

  /// In the order of the text; `q<index + 1>` is a quantity's anchor.
  public var quantities: [Quantity] {
    get { storedFacts?.value.quantities ?? ownFacts.quantities }
    _modify {
      own()
      yield &ownFacts.quantities
    }
  }

  /// In the order of the text.
  public var citations: [Citation] {
    get { storedFacts?.value.citations ?? ownFacts.citations }
    _modify {
      own()
      yield &ownFacts.citations
    }
  }

  /// Those of its own figures, then the comparisons.
  public var checks: [Check] {
    get {
      let own = storedFacts?.value.checks ?? ownFacts.checks
      return comparisons.isEmpty ? own : own + comparisons
    }
    set {
      own()
      ownFacts.checks = newValue
      comparisons = []
    }
  }

  /// How many checks do not hold.
  public var doubts: Int {
    (storedRows?.doubts ?? ownFacts.checks.count { !$0.holds }) + comparisons.count { !$0.holds }
  }

  /// What each entry of the outline is about; as many as `outline`, or none.
  public var sections: [SectionTopics] {
    get { storedFacts?.value.sections ?? ownFacts.sections }
    _modify {
      own()
      yield &ownFacts.sections
    }
  }

  /// The report's text as CommonMark, without front matter; what cmark parses and pages render. Read anew at each
  /// call when it is not at hand.
  public var body: [UInt8] {
    get { storedBody.bytes }
    set { storedBody = .held(newValue) }
  }

  /// What other pages quote of the text. Read at each call when they are not at hand.
  public var extracts: Extracts {
    get { Extracts(packed: storedExtracts.sharedBytes) }
    set { storedExtracts = .held(newValue.packedBytes) }
  }
}

/// One report, as read from one file: the value that Reading makes and everything else uses.
public struct Report: Sendable {
  // A report has thirty texts and lists: its copies share them for one reference, until one of them is changed.
  @usableFromInline var storage: Storage

  @usableFromInline final class Storage: @unchecked Sendable {
    // Nobody writes to it but a report that holds the only reference, through `own`; whoever else had one would only
    // read. So no thread can meet another's change.
    @usableFromInline var parts: Parts

    init(_ parts: Parts) { self.parts = parts }
  }

  @usableFromInline struct Parts: Sendable {
    @usableFromInline var id: String?
    var file: String
    @usableFromInline var masthead: Masthead
    var diagnostics: [Diagnostic]
    var storedBody: StoredBytes
    var storedExtracts: StoredBytes = .held([])
    var digest: String
    var byteCount: Int
    var fingerprint: UInt64 = 0
    var storedRows: ReportRows?
    var comparisons: [Check] = []
    var ownFacts = ReportFacts()
    /// Where the facts are, unless they are at hand.
    var storedFacts: StoredFacts?

    /// Takes the facts to hand, to be changed: rows of others do not fit them any more.
    mutating func takeFacts() {
      if let storedFacts { ownFacts = storedFacts.value }
      storedFacts = nil
      storedRows = nil
    }
  }

  public init(
    id: String?, file: String, masthead: Masthead, chrome: [String] = [], outline: [Heading] = [],
    diagnostics: [Diagnostic] = [], body: [UInt8] = [], digest: String = "", byteCount: Int = 0
  ) {
    var parts = Parts(
      id: id, file: file, masthead: masthead, diagnostics: diagnostics, storedBody: .held(body),
      digest: digest, byteCount: byteCount)
    parts.ownFacts.chrome = chrome
    parts.ownFacts.outline = outline
    storage = Storage(parts)
  }

  /// The parts to be changed, which no other report shares.
  @usableFromInline var own: Parts {
    _read { yield storage.parts }
    _modify {
      if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.parts) }
      yield &storage.parts
    }
  }

  /// The facts to be changed, at hand.
  private var ownFacts: ReportFacts {
    _read { yield storage.parts.ownFacts }
    _modify {
      own.takeFacts()
      yield &own.ownFacts
    }
  }

  // MARK: What identifies it

  /// `<adcode>-<year>`, with a suffix for a zone, department or township. Never changes when other reports
  /// arrive. Nil when region or year could not be found; such a report has no page.
  // Inlinable, like the masthead: one field is read where it lies, not all of them taken out first.
  @inlinable public var id: String? {
    _read { yield storage.parts.id }
    _modify { yield &own.id }
  }

  /// Path below `Content/reports`, with `/`.
  public var file: String {
    get { storage.parts.file }
    _modify { yield &own.file }
  }

  @inlinable public var masthead: Masthead {
    _read { yield storage.parts.masthead }
    _modify { yield &own.masthead }
  }

  public var diagnostics: [Diagnostic] {
    get { storage.parts.diagnostics }
    _modify { yield &own.diagnostics }
  }

  /// SHA-256 of the file's bytes, 64 lower-case hex digits.
  public var digest: String {
    get { storage.parts.digest }
    _modify { yield &own.digest }
  }

  /// Size of the source file.
  public var byteCount: Int {
    get { storage.parts.byteCount }
    _modify { yield &own.byteCount }
  }

  /// Of everything that was read from the file, the text included; 0 for a report that no store has seen.
  public var fingerprint: UInt64 {
    get { storage.parts.fingerprint }
    _modify { yield &own.fingerprint }
  }

  // MARK: What was found in its text

  /// Read when a part of it is asked for, unless it is at hand.
  public var facts: ReportFacts {
    get { storage.parts.storedFacts?.value ?? storage.parts.ownFacts }
    set {
      own.ownFacts = newValue
      own.storedFacts = nil
      own.storedRows = nil
    }
  }

  /// For indexes, where a store keeps them; nil when they have to be made of the facts.
  public var storedRows: ReportRows? { storage.parts.storedRows }

  /// Gives the report facts that are kept elsewhere, with the rows that fit them.
  public mutating func setFacts(_ stored: StoredFacts, rows: ReportRows) {
    own.ownFacts = ReportFacts()
    own.storedFacts = stored
    own.storedRows = rows
  }

  /// Keeps rows that were made of the report's facts.
  mutating func keep(_ rows: ReportRows) { own.storedRows = rows }

  /// Source lines taken for portal boilerplate, in order.
  public var chrome: [String] {
    get { facts.chrome }
    _modify { yield &ownFacts.chrome }
  }

  public var outline: [Heading] {
    get { facts.outline }
    _modify { yield &ownFacts.outline }
  }

  /// In the order of the text; `q<index + 1>` is a quantity's anchor.
  public var quantities: [Quantity] {
    get { facts.quantities }
    _modify { yield &ownFacts.quantities }
  }

  /// In the order of the text.
  public var citations: [Citation] {
    get { facts.citations }
    _modify { yield &ownFacts.citations }
  }

  /// Those of its own figures, then the comparisons.
  public var checks: [Check] {
    get {
      let own = facts.checks
      return comparisons.isEmpty ? own : own + comparisons
    }
    set {
      ownFacts.checks = newValue
      comparisons = []
    }
  }

  /// Checks that came of comparing the report with others.
  public var comparisons: [Check] {
    get { storage.parts.comparisons }
    _modify { yield &own.comparisons }
  }

  /// How many checks do not hold.
  public var doubts: Int {
    let own = storedRows?.doubts ?? storage.parts.ownFacts.checks.count { !$0.holds }
    return own + comparisons.count { !$0.holds }
  }

  /// What each entry of the outline is about; as many as `outline`, or none.
  public var sections: [SectionTopics] {
    get { facts.sections }
    _modify { yield &ownFacts.sections }
  }

  // MARK: The text

  /// Where the report's text is; `body` reads it.
  public var storedBody: StoredBytes {
    get { storage.parts.storedBody }
    _modify { yield &own.storedBody }
  }

  /// Where `extracts` are, packed.
  public var storedExtracts: StoredBytes {
    get { storage.parts.storedExtracts }
    _modify { yield &own.storedExtracts }
  }

  /// The report's text as CommonMark, without front matter; what cmark parses and pages render. Read anew at each
  /// call when it is not at hand.
  public var body: [UInt8] {
    get { storedBody.bytes }
    set { storedBody = .held(newValue) }
  }

  /// What other pages quote of the text. Read at each call when they are not at hand.
  public var extracts: Extracts {
    get { Extracts(packed: storedExtracts.sharedBytes, body: storedBody.sharedBytes) }
    set { storedExtracts = .held(newValue.packedBytes) }
  }
}

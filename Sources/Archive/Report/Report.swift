/// One report, as read from one file: the value that Reading makes and everything else uses.
public struct Report: Sendable {
  /// `<adcode>-<year>`, with a suffix for a zone, department or township. Never changes when other reports
  /// arrive. Nil when region or year could not be found; such a report has no page.
  public var id: String?
  /// Path below `Content/reports`, with `/`.
  public var file: String
  public var masthead: Masthead
  /// Source lines taken for portal boilerplate, in order.
  public var chrome: [String]
  public var outline: [Heading]
  /// In the order of the text; `q<index + 1>` is a quantity's anchor.
  public var quantities: [Quantity] = []
  /// In the order of the text.
  public var citations: [Citation] = []
  public var checks: [Check] = []
  /// What each entry of the outline is about; as many as `outline`, or none.
  public var sections: [SectionTopics] = []
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

  public init(
    id: String?, file: String, masthead: Masthead, chrome: [String] = [], outline: [Heading] = [],
    diagnostics: [Diagnostic] = [], body: [UInt8] = [], digest: String = "", byteCount: Int = 0
  ) {
    self.id = id
    self.file = file
    self.masthead = masthead
    self.chrome = chrome
    self.outline = outline
    self.diagnostics = diagnostics
    storedBody = .held(body)
    self.digest = digest
    self.byteCount = byteCount
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

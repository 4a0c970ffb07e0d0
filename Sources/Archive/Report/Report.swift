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
  /// The report's text as CommonMark, without front matter; what cmark parses and pages render.
  public var body: [UInt8]
  /// SHA-256 of the file's bytes, 64 lower-case hex digits.
  public var digest: String
  /// Size of the source file.
  public var byteCount: Int

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
    self.body = body
    self.digest = digest
    self.byteCount = byteCount
  }
}

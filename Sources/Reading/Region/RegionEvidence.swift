/// What a report says about the place it comes from, sorted by how far each kind of passage is to be trusted.
///
/// All texts are folded scalars (Simplified characters, ASCII punctuation), as `SourceText.folded` holds
/// them.
public struct RegionEvidence: Sendable {
  public struct Passage: Sendable {
    public var text: [Unicode.Scalar]
    /// 1-based source line, when there is one.
    public var line: Int?

    public init(_ text: some Sequence<Unicode.Scalar>, line: Int? = nil) {
      self.text = Array(text)
      self.line = line
    }
  }

  /// The report's own title, in all the wordings the page prints.
  public var titles: [Passage] = []
  /// Masthead field of the issuer and the signature lines; may be the portal's host.
  public var issuers: [Passage] = []
  /// Zone, department or township that reports, if recognised.
  public var units: [Passage] = []
  /// The report's own document number, `豫政〔2020〕3号`.
  public var documentNumbers: [Passage] = []
  /// Titles cited in 《》, with or without the marks.
  public var citedTitles: [Passage] = []
  /// The report's text, in order.
  public var body: [Unicode.Scalar] = []
  /// 主送: as a rule the level above, `区委、区政府`.
  public var addressees: [Passage] = []
  /// 索引号: may hold the code of the issuer's division, `11370784...`.
  public var indexNumbers: [Passage] = []
  /// 来源 and other masthead values; may be the host or an office inside.
  public var sources: [Passage] = []
  /// Breadcrumbs, site names and other portal text.
  public var chrome: [Passage] = []
  /// Path of the file below the reports folder, with `/`.
  public var path: String = ""

  public init() {}
}

extension RegionEvidence.Passage {
  public init(_ text: String, line: Int? = nil) { self.init(text.unicodeScalars, line: line) }
}

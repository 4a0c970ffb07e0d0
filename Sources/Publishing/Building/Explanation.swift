import Site

/// Why a page was made anew by a build, or was not.
public enum Explanation: Equatable, Sendable {
  case noSuchPage
  case newPage
  /// There is no record of what the page was made from, or it is another program's.
  case noRecord
  case inputs([PageInputs.Kind])
  /// Its inputs are the same, but the file was changed or removed by somebody else.
  case touched
  case unchanged

  /// One line.
  public var words: String {
    switch self {
    case .noSuchPage: "the site has no such page"
    case .newPage: "made anew: the last build had no such page"
    case .noRecord:
      "made anew: nothing tells what it was made from; the record is gone, or of another version of Annals"
    case .inputs(let kinds):
      "made anew, because something has changed that it is made from: "
        + kinds.map(Explanation.words).joined(separator: "; ")
    case .touched: "made anew: nothing that it is made from has changed, but the file had"
    case .unchanged: "kept: nothing that it is made from has changed"
    }
  }

  private static func words(_ kind: PageInputs.Kind) -> String {
    switch kind {
    case .template: "its template or a part that it includes"
    case .site: "site.yml, the free pages, the theme's assets or the span of years"
    case .vocabulary: "the vocabulary of metrics and topics"
    case .own: "the report or page that it shows"
    case .reports: "reports that it lists or compares"
    case .places: "divisions that it names"
    case .links: "which pages there are to link to"
    }
  }
}

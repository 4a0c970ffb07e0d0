import Archive

/// What a page was made from, as one digest for each kind of thing: equal inputs give equal bytes, and unequal ones
/// say what changed.
public struct PageInputs: Equatable, Sendable {
  /// The kinds of things that pages are made from.
  public enum Kind: Int, CaseIterable, Sendable {
    /// The page's template and all that it includes.
    case template
    /// `site.yml`, the list of free pages, the names of the theme's assets, the years that the archive spans.
    case site
    /// The metrics and topics that the vocabulary names.
    case vocabulary
    /// The report or the free page that the page shows.
    case own
    /// Reports that the page lists or compares.
    case reports
    /// Divisions that the page names or lists.
    case places
    /// Which of the pages that the page may link to exist.
    case links
  }

  /// The last lane is not used.
  private var lanes: SIMD8<UInt64>

  public init() { lanes = .zero }

  public subscript(kind: Kind) -> UInt64 {
    get { lanes[kind.rawValue] }
    set { lanes[kind.rawValue] = newValue }
  }

  /// Kinds whose digests differ.
  public func differences(from other: PageInputs) -> [Kind] {
    Kind.allCases.filter { self[$0] != other[$0] }
  }
}

import Archive

/// Which kind of evidence named the region, in order of trust.
public enum RegionBasis: String, Sendable, CaseIterable {
  case title, issuer, unit, documentNumber, citedTitle, body, path, indexNumber, source, chrome, addressee
}

/// What the resolver found, and what the reader of the file should know about it.
public struct RegionResolution: Sendable {
  public enum Outcome: Hashable, Sendable {
    case resolved(Region, basis: RegionBasis)
    /// Candidates by code; never fewer than two.
    case ambiguous([Region])
    case unknown
  }

  public var outcome: Outcome
  public var diagnostics: [Diagnostic]

  public init(outcome: Outcome, diagnostics: [Diagnostic] = []) {
    self.outcome = outcome
    self.diagnostics = diagnostics
  }

  /// The region, when there is exactly one.
  public var region: Region? {
    if case .resolved(let region, _) = outcome { region } else { nil }
  }

  /// What may be meant, when there is more than one, by code.
  public var candidates: [Region] {
    if case .ambiguous(let candidates) = outcome { candidates } else { [] }
  }
}

import Archive

/// The resolver's findings in words.
enum RegionMessages {
  static func ambiguous(_ regions: [Region], line: Int?) -> Diagnostic {
    let first = regions.first.map { "\($0.adcode)" } ?? "410203"
    return Diagnostic(
      .error, code: "region-ambiguous", line: line,
      message: "the region may be \(list(regions)); write the right code, such as `region: \(first)`, "
        + "in the front matter")
  }

  static func unknown(above: [Adcode], everyday: RegionCase.Finding?, _ view: YearView) -> Diagnostic {
    var reason = "no division is named clearly enough"
    if let everyday {
      let regions = everyday.candidates.compactMap(view.region)
      reason = "\(regions.first?.name ?? "") may be \(list(regions)), but nothing else says so"
    } else if above.count == 1, let region = view.region(above[0]) {
      reason += ", though the addressee is \(described(region)) or an office of it"
    }
    return Diagnostic(
      .error, code: "region-unknown", line: everyday?.line,
      message: "\(reason); write its six-digit code, such as `region: 410203`, in the front matter")
  }

  static func notes(on finding: RegionCase.Finding, path: PathEvidence, view: YearView) -> [Diagnostic] {
    guard let code = finding.candidates.first, let region = view.region(code) else { return [] }
    var notes: [Diagnostic] = []
    if let entry = finding.entry, let year = view.year, !isUsual(entry, code, view, year) {
      let name = String(String.UnicodeScalarView(view.index.entries[entry].scalars))
      notes.append(
        Diagnostic(
          .note, code: "region-renamed", line: finding.line,
          message: "\(name) was not in force in \(year) and is read as \(described(region)); "
            + "if that is wrong, write the right code as `region:` in the front matter"))
    }
    switch finding.basis {
    case .title, .issuer, .unit: break
    default:
      notes.append(
        Diagnostic(
          .note, code: "region-derived", line: finding.line,
          message: "the region \(described(region)) is taken from \(words(finding.basis)); "
            + "to confirm it, write `region: \(code)` in the front matter"))
    }
    if !path.isHost, !path.candidates.isEmpty,
      !path.candidates.contains(where: { $0 == code || view.isAbove($0, code) || view.isAbove(code, $0) })
    {
      let named = list(path.candidates.compactMap(view.region))
      notes.append(
        Diagnostic(
          .warning, code: "region-path", line: nil,
          message: "the file's path names \(named), the report \(described(region)); "
            + "move the file, or write `region: \(path.candidates[0])` in the front matter "
            + "if the path is right"
        ))
    }
    return notes
  }

  /// Whether the name was borne in the year, the year of its end and the next, or the year before it began.
  private static func isUsual(_ entry: Int, _ code: Adcode, _ view: YearView, _ year: Int) -> Bool {
    view.index.entries[entry].holders.map { view.gazetteer.divisions[$0] }.contains { division in
      (division.validFrom ?? .min + 1) - 1 <= year && year - 1 <= (division.validTo ?? .max)
        && view.gazetteer.standing(for: division, year: year).contains { $0.adcode == code }
    }
  }

  private static func words(_ basis: RegionBasis) -> String {
    switch basis {
    case .title: "the title"
    case .issuer: "the issuer"
    case .unit: "the reporting body"
    case .documentNumber: "the document number"
    case .citedTitle: "the titles cited in 《》"
    case .body: "the text"
    case .path: "the file's path"
    case .indexNumber: "the index number"
    case .source: "the source"
    case .chrome: "the page around the report"
    case .addressee: "the addressee"
    }
  }

  /// At most eight, so that the line can be read.
  private static func list(_ regions: [Region]) -> String {
    let shown = regions.prefix(8).map(described)
    let rest = regions.count - shown.count
    return (shown + (rest > 0 ? ["\(rest) more"] : [])).joined(separator: ", ")
  }

  private static func described(_ region: Region) -> String {
    "\(region.adcode) \(region.path.map(\.name).joined())"
  }
}

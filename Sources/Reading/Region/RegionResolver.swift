import Archive

/// Finds the division a report is about, as of the year it covers. Pure; one serves all threads.
///
/// A class: it goes along with every report, and copying would count each of its tables.
public final class RegionResolver: Sendable {
  public let gazetteer: Gazetteer
  private let index: NameIndex
  private let pinyin: PinyinIndex

  /// Builds the indices of names: once a run.
  public init(gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    index = NameIndex(gazetteer: gazetteer)
    pinyin = PinyinIndex(gazetteer: gazetteer)
  }

  /// The region of a report on a year; without a year, divisions as they are today.
  ///
  /// Never guesses: a name that several divisions share is told apart by its surroundings or reported as
  /// ambiguous.
  public func resolve(_ evidence: RegionEvidence, year: Int?) -> RegionResolution {
    RegionCase(evidence.bounded().withoutReadings(), view: view(of: year), pinyin: pinyin).resolution()
  }

  /// What the report's own titles decide by themselves, as they do for most reports: the same as with all other evidence
  /// beside them. Nil when more has to be heard.
  func resolve(titles: [RegionEvidence.Passage], path: String, year: Int?) -> RegionResolution? {
    if titles.isEmpty { return nil }
    var evidence = RegionEvidence()
    (evidence.titles, evidence.path) = (titles, path)
    return RegionCase.byTitle(
      evidence.bounded().withoutReadings(), view: view(of: year), pinyin: pinyin)
  }

  private func view(of year: Int?) -> YearView {
    YearView(
      gazetteer: gazetteer, index: index, year: year.flatMap { (1900...2999).contains($0) ? $0 : nil })
  }

  /// For a code that a curator wrote: the region in the year, nil for a code the table does not know.
  public func region(_ adcode: Adcode, year: Int?) -> Region? { gazetteer.path(to: adcode, year: year) }
}

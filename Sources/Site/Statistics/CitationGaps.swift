import Archive

/// Which governments have reported and never cite a law. Made once for all laws.
final class CitationGaps: Sendable {
  /// Who could have cited a law, and who has not.
  struct Answer: Sendable {
    /// Governments with a report on a year since the one asked about.
    let held: Int
    /// Those of them of which no report since then cites it, provinces first; places in `Catalog.places`.
    let silent: [Int]
  }

  /// By report: place of the division in the catalog's places; -1 for reports of zones and departments.
  private let places: [Int]
  /// By report.
  private let years: [Int]
  /// By place: the last year that its government has reported on; nil for none.
  private let lastYears: [Int?]
  /// Places by level, then by code.
  private let order: [Int]

  init(_ catalog: Catalog, _ facts: [ReportFact]) {
    let numbers = Dictionary(uniqueKeysWithValues: catalog.places.enumerated().map { ($1.adcode, $0) })
    var lastYears = [Int?](repeating: nil, count: catalog.places.count)
    places = facts.map { fact in
      guard fact.isGovernment, let place = numbers[fact.adcode] else { return -1 }
      lastYears[place] = max(lastYears[place] ?? fact.year, fact.year)
      return place
    }
    self.lastYears = lastYears
    years = facts.map(\.year)
    order = catalog.places.indices.sorted {
      (catalog.places[$0].level, $0) < (catalog.places[$1].level, $1)
    }
  }

  /// - Parameter first: the first year whose reports count.
  func answer(_ law: LawIndex.Law, since first: Int) -> Answer {
    var cites = [Bool](repeating: false, count: lastYears.count)
    for mention in law.mentions where places[mention.report] >= 0 && years[mention.report] >= first {
      cites[places[mention.report]] = true
    }
    var held = 0
    var silent: [Int] = []
    for place in order {
      guard let year = lastYears[place], year >= first else { continue }
      held += 1
      if !cites[place] { silent.append(place) }
    }
    return Answer(held: held, silent: silent)
  }
}

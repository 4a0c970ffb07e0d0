import Archive

/// What every page is made from: the catalog, the settings and a few indexes that the catalog does not keep.
///
/// A class, since every page holds it.
final class SiteIndex: Sendable {
  let catalog: Catalog
  /// In the language of the pages.
  let settings: SiteSettings
  /// All divisions there are, to tell which have no report; nil when nobody knows.
  let gazetteer: Gazetteer?
  /// The site in the language of its pages.
  let edition: Edition
  /// The site in all its languages, the first of them at the top.
  let editions: [Edition]
  let assets: Assets
  /// Where the site is published, with a `/` at the end; empty when nobody says.
  let base: String
  /// By slug, reserved slugs left out; in the language of the pages where they are written in it.
  let freePages: [FreePage]
  /// Free pages in languages of their own, by slug.
  private let translatedPages: [String: [FreePage]]
  let series: SeriesIndex
  let laws: LawIndex
  let topics: TopicIndex
  let space: Lazy<TopicSpace>
  let citationGaps: Lazy<CitationGaps>
  /// By report.
  let facts: [ReportFact]
  /// Where each report stands among all, by division, body and year.
  private let rank: [Int]
  /// By report, the place of its year in the catalog's years.
  private let yearNumbers: [Int]
  /// Indices into the catalog's reports by year, each in page order.
  private let byYear: [Int: [Int]]

  init(
    catalog: Catalog, gazetteer: Gazetteer? = nil, settings: SiteSettings, editions: [Edition],
    freePages: [FreePage], assets: Assets, tableLimit: Int = SiteBuilder.tableLimit
  ) {
    self.gazetteer = gazetteer
    precondition(!editions.isEmpty, "a site has a language")
    self.editions = editions
    edition = editions[0]
    self.catalog = catalog
    self.settings = settings.translated(into: editions[0].words.language)
    self.assets = assets
    let translations = Dictionary(grouping: freePages.filter { $0.language != nil }, by: \.slug)
    translatedPages = translations
    self.freePages = SiteIndex.pages(
      freePages.filter { $0.language == nil }, translations, in: editions[0].words.language)
    var base = settings.baseURL.flatMap(WebAddress.init)?.href ?? ""
    if !base.isEmpty, !base.hasSuffix("/") { base += "/" }
    self.base = base
    let facts = catalog.reports.compactMap(ReportFact.init)
    precondition(facts.count == catalog.reports.count, "a catalog's reports have a region and a year")
    self.facts = facts
    let numbers = Dictionary(uniqueKeysWithValues: catalog.years.enumerated().map { ($1, $0) })
    yearNumbers = facts.map { numbers[$0.year] ?? 0 }
    let order = SiteIndex.pageOrder(catalog.reports)
    var rank = [Int](repeating: 0, count: order.count)
    for (place, index) in order.enumerated() { rank[index] = place }
    self.rank = rank
    byYear = Dictionary(grouping: order) { facts[$0].year }
    (series, laws, topics) = Parallel.together(
      { SeriesIndex(catalog, tableLimit: tableLimit) }, { LawIndex(catalog) },
      { TopicIndex(catalog, order: order) })
    space = Lazy { TopicSpace(catalog, facts) }
    citationGaps = Lazy { CitationGaps(catalog, facts) }
  }

  func `in`(_ edition: Edition) -> SiteIndex { SiteIndex(self, in: edition) }

  private init(_ site: SiteIndex, in edition: Edition) {
    self.edition = edition
    let language = edition.words.language
    settings = site.settings.translated(into: language)
    freePages = SiteIndex.pages(site.freePages, site.translatedPages, in: language)
    catalog = site.catalog
    gazetteer = site.gazetteer
    editions = site.editions
    assets = site.assets
    base = site.base
    translatedPages = site.translatedPages
    series = site.series
    laws = site.laws
    topics = site.topics
    space = site.space
    citationGaps = site.citationGaps
    facts = site.facts
    rank = site.rank
    byYear = site.byYear
    yearNumbers = site.yearNumbers
  }

  private static func pages(
    _ pages: [FreePage], _ translations: [String: [FreePage]], in language: String
  ) -> [FreePage] {
    pages.map { page in translations[page.slug]?.first { $0.language == language } ?? page }
  }

  var words: Words { edition.words }

  /// Links as seen from one page of the edition.
  func linker(_ route: Route) -> Linker { Linker(route, in: edition.folder) }

  /// Indices into the catalog's reports, by division and body.
  func reports(ofYear year: Int) -> [Int] { byYear[year] ?? [] }

  /// The place of a report's year in the catalog's years.
  func yearNumber(of report: Int) -> Int { yearNumbers[report] }

  /// The page's address on the web, for those who cite it; nil when nobody says where the site is published.
  func permalink(_ route: Route) -> String? {
    if base.isEmpty { return nil }
    if route == .home, edition.folder.isEmpty { return base }
    return base + Route.relative(from: "", to: edition.folder + route.path)
  }

  /// The report's title, or words in its place.
  func title(of report: Report) -> String {
    Text.present(report.masthead.title)
      ?? words(
        .reportTitle,
        ["region": words.division(report.masthead.region), "year": String(report.masthead.year ?? 0)])
  }

  /// The years that tables by year show. Every year of the span, so that gaps are seen, unless one stray
  /// year makes the span longer than any archive's: then the years held.
  var tableYears: [Int] {
    guard let first = catalog.years.first, let last = catalog.years.last else { return [] }
    return last - first < SiteIndex.longestSpan ? Array(first...last) : catalog.years
  }
  static let longestSpan = 60

  /// The years that a metric's tables show.
  func years(of series: Series) -> [Int] {
    tableYears.filter { (series.firstYear...series.lastYear).contains($0) }
  }

  /// The years that charts span; never more than tables do.
  var chartYears: ClosedRange<Int>? {
    guard let last = catalog.years.last, let first = catalog.years.first else { return nil }
    return max(first, last - SiteIndex.longestSpan + 1)...last
  }

  /// What stands in the reports of one year, in page order.
  typealias YearList = (year: Int, list: [Observation])

  /// The last year first. `observations` stand in page order.
  func byYear(_ observations: [Observation]) -> [YearList] {
    var lists = [[Observation]](repeating: [], count: catalog.years.count)
    for observation in observations { lists[yearNumbers[observation.report]].append(observation) }
    return lists.indices.reversed().compactMap { number in
      lists[number].isEmpty ? nil : (catalog.years[number], lists[number])
    }
  }

  /// By division, body and year, as tables show them; each report's in the order of its text.
  func inPageOrder(_ observations: [Observation]) -> [Observation] {
    observations.sorted {
      (rank[$0.report], $0.quantity) < (rank[$1.report], $1.quantity)
    }
  }

  /// Indices by division, body and year.
  private static func pageOrder(_ reports: [Report]) -> [Int] {
    let keys = reports.indices.map { index in
      (
        adcode: reports[index].masthead.region?.adcode.number ?? 0, unit: reports[index].masthead.unit,
        year: reports[index].masthead.year ?? 0
      )
    }
    return reports.indices.sorted { left, right in
      let (one, other) = (keys[left], keys[right])
      if one.adcode != other.adcode { return one.adcode < other.adcode }
      if one.unit != other.unit {
        guard let unit = one.unit else { return true }
        return other.unit.map { Text.precedes(unit, $0) } ?? false
      }
      return (one.year, left) < (other.year, right)
    }
  }
}

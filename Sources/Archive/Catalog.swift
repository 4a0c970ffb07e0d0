/// The whole archive, indexed and linked: every report that has a place, and the places and years they make.
///
/// Built once from all reports; independent of the order in which they were read. A class, since every page reads it.
public final class Catalog: Sendable {
  /// A division that has reports or holds divisions that have.
  public struct Place: Sendable {
    public let adcode: Adcode
    /// As called in the latest report that names it.
    public let name: String
    public let level: DivisionLevel
    /// Nil for a province.
    public let parent: Adcode?
    /// By adcode.
    public var children: [Adcode] = []
    /// Indices into `reports` of those about this very division, its zones and departments among them:
    /// by year, the government's own before the others, then by id.
    public var reports: [Int] = []
    /// How many reports this division and all below it have.
    public var total = 0
  }

  /// Every report with an id, by id.
  public let reports: [Report]
  /// Reports without region or year, by file: they have no page, and are shown as such.
  public let unplaced: [Report]
  /// By adcode.
  public let places: [Place]
  /// Years with reports, ascending.
  public let years: [Int]
  /// By report: what indexes are made of.
  public let rows: [ReportRows]
  /// What the numbers in rows stand for.
  public let names: Names
  /// The same as they were when the catalog was made.
  public let texts: [String]
  /// The measures and topics that reports are read for.
  public let indicators: Indicators

  /// Provinces that have reports, by adcode.
  public let provinces: [Place]

  private let placeIndex: [Adcode: Int]
  private let descents: Descents
  private let kinship: Kinship

  /// Ids must be unique; the loader reports duplicates and leaves both out before this.
  public init(_ all: [Report], indicators: Indicators = .none) {
    self.indicators = indicators
    func isPlaced(_ index: Int) -> Bool {
      all[index].id != nil && all[index].masthead.region != nil && all[index].masthead.year != nil
    }
    let placed = all.indices.filter(isPlaced)
    let reports = ByteOrder.sorted(placed) { all[$0].id ?? "" }.map { all[$0] }
    self.reports = reports
    unplaced = all.indices.filter { !isPlaced($0) }.map { all[$0] }.sorted { $0.file < $1.file }
    let (rows, index, years) = Parallel.together(
      { ReportRows.all(of: reports) }, { PlaceTable(reports) },
      { Set(reports.lazy.compactMap(\.masthead.year)).sorted() })
    (self.rows, names) = rows
    self.years = years
    texts = names.texts
    places = index.places
    placeIndex = index.numbers
    descents = index.descents
    provinces = index.places.filter { $0.parent == nil }
    kinship = index.kinship
  }

  /// The ids of a section's roles.
  public func roles(of section: ReportRows.Section) -> [String] {
    section.roles < 0 ? [] : texts[Int(section.roles)].split(separator: " ").map(String.init)
  }

  /// How many checks of a report do not hold.
  public func doubts(of index: Int) -> Int {
    rows[index].doubts + reports[index].comparisons.count { !$0.holds }
  }

  public func place(_ adcode: Adcode) -> Place? { placeIndex[adcode].map { places[$0] } }

  /// Indices into `places` of a division and all below it, each above those it holds.
  public func descent(from adcode: Adcode) -> ArraySlice<Int> {
    placeIndex[adcode].map { descents.from($0) } ?? []
  }

  /// How many divisions stand above a place.
  public func depth(of place: Int) -> Int { descents.depths[place] }

  /// From the province down to the place itself.
  public func path(to adcode: Adcode) -> [Place] {
    var path: [Place] = []
    var next: Adcode? = adcode
    while let code = next, let place = place(code), path.count < 4 {
      path.append(place)
      next = place.parent
    }
    return path.reversed()
  }

  /// The report of the same body for the nearest earlier and the nearest later year.
  public func neighbours(of index: Int) -> (previous: Int?, next: Int?) {
    (kinship.previous(index), kinship.next(index))
  }

  /// Reports for the same year from the same division and from the divisions that share its parent; the report
  /// itself among them.
  public func family(of index: Int) -> [Int] { kinship.family(index) }

  /// The same without the report itself.
  public func siblings(of index: Int) -> [Int] { family(of: index).filter { $0 != index } }
}

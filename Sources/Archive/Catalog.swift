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

  private let placeIndex: [Adcode: Int]
  private let series: [SeriesKey: [Int]]

  /// Reports of one body over the years.
  private struct SeriesKey: Hashable {
    let adcode: Adcode
    let unit: String?
  }

  /// Ids must be unique; the loader reports duplicates and leaves both out before this.
  public init(_ all: [Report], indicators: Indicators = .none) {
    self.indicators = indicators
    func isPlaced(_ index: Int) -> Bool {
      all[index].id != nil && all[index].masthead.region != nil && all[index].masthead.year != nil
    }
    // Indices are sorted, since a report is a large value to move about.
    let placed = all.indices.compactMap { isPlaced($0) ? (index: $0, id: all[$0].id ?? "") : nil }
    let reports = placed.sorted { $0.id < $1.id }.map { all[$0.index] }
    self.reports = reports
    (rows, names) = ReportRows.all(of: reports)
    texts = names.texts
    unplaced = all.indices.filter { !isPlaced($0) }.map { all[$0] }.sorted { $0.file < $1.file }
    years = Set(reports.compactMap(\.masthead.year)).sorted()

    let places = Catalog.places(of: reports)
    self.places = places
    placeIndex = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1.adcode, $0) })

    var series: [SeriesKey: [Int]] = [:]
    for index in reports.indices {
      guard let key = Catalog.key(reports[index]) else { continue }
      series[key, default: []].append(index)
    }
    self.series = series.mapValues { $0.sorted { Catalog.order(reports, $0, $1) } }
  }

  /// How many checks of a report do not hold.
  public func doubts(of index: Int) -> Int {
    rows[index].doubts + reports[index].comparisons.count { !$0.holds }
  }

  public func place(_ adcode: Adcode) -> Place? { placeIndex[adcode].map { places[$0] } }

  /// Provinces that have reports, by adcode.
  public var provinces: [Place] { places.filter { $0.parent == nil } }

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
    guard let key = Catalog.key(reports[index]), let run = series[key],
      let at = run.firstIndex(of: index)
    else { return (nil, nil) }
    let year = reports[index].masthead.year!
    return (
      run[..<at].last { reports[$0].masthead.year! < year },
      run[(at + 1)...].first { reports[$0].masthead.year! > year }
    )
  }

  /// Reports for the same year from the same division and from the divisions that share its parent.
  public func siblings(of index: Int) -> [Int] {
    guard let region = reports[index].masthead.region, let year = reports[index].masthead.year,
      let place = place(region.adcode)
    else { return [] }
    let family = place.parent.flatMap { self.place($0)?.children } ?? provinces.map(\.adcode)
    return family.flatMap { self.place($0)?.reports ?? [] }
      .filter { $0 != index && reports[$0].masthead.year == year }
  }

  private static func key(_ report: Report) -> SeriesKey? {
    report.masthead.region.map { SeriesKey(adcode: $0.adcode, unit: report.masthead.unit) }
  }

  /// By year, the government's own report before the others, then by id, as `reports` stand.
  private static func order(_ reports: [Report], _ left: Int, _ right: Int) -> Bool {
    func key(_ index: Int) -> (Int, Int, Int) {
      (reports[index].masthead.year!, reports[index].masthead.unit == nil ? 0 : 1, index)
    }
    return key(left) < key(right)
  }

  private static func places(of reports: [Report]) -> [Place] {
    var byCode: [Adcode: Place] = [:]
    var namedIn: [Adcode: Int] = [:]
    for index in reports.indices {
      guard let region = reports[index].masthead.region, let year = reports[index].masthead.year else {
        continue
      }
      for (depth, step) in region.path.enumerated() {
        let parent = depth == 0 ? nil : region.path[depth - 1].adcode
        let known = byCode[step.adcode]
        if known == nil || year > namedIn[step.adcode]! {
          // Only the last step's level is the region's own; those above follow from the way down.
          let level: DivisionLevel =
            depth == 0
            ? .province : depth + 1 == region.path.count ? region.level : .prefecture
          var place = Place(adcode: step.adcode, name: step.name, level: level, parent: parent)
          place.reports = known?.reports ?? []
          place.total = known?.total ?? 0
          byCode[step.adcode] = place
          namedIn[step.adcode] = year
        }
        byCode[step.adcode]!.total += 1
      }
      byCode[region.adcode]!.reports.append(index)
    }
    for code in byCode.keys.sorted() {
      byCode[code]!.reports.sort { order(reports, $0, $1) }
      if let parent = byCode[code]!.parent { byCode[parent]!.children.append(code) }
    }
    return byCode.keys.sorted().map { byCode[$0]! }
  }
}

/// Which reports stand beside each: those of the same body for other years, and those of the divisions beside it for
/// the same year. Found once for all, since every page of a report asks.
struct Kinship: Sendable {
  /// By report, the one of the same body for the nearest earlier year; -1 for none.
  private var previous: [Int32]
  /// The same for the nearest later year.
  private var next: [Int32]
  /// By report, its place in `families`; -1 for none.
  private var familyOf: [Int32]
  /// Reports for one year from divisions that share a parent, division by division.
  private var families: [[Int]] = []

  /// - Parameters:
  ///   - places: each with its reports by year.
  ///   - siblings: numbers of places that share a parent, those without one together.
  init(_ reports: [Report], _ places: [Catalog.Place], siblings: [[Int]]) {
    previous = [Int32](repeating: -1, count: reports.count)
    next = previous
    familyOf = previous
    let years = reports.map { $0.masthead.year ?? 0 }
    for place in places {
      let units = Set(place.reports.lazy.map { reports[$0].masthead.unit })
      if units.count == 1 {
        line(place.reports, years)
      } else {
        for unit in units { line(place.reports.filter { reports[$0].masthead.unit == unit }, years) }
      }
    }
    for group in siblings {
      var ofYear: [Int: Int] = [:]
      for report in group.lazy.flatMap({ places[$0].reports }) {
        let family = ofYear[years[report]] ?? families.count
        if family == families.count {
          ofYear[years[report]] = family
          families.append([])
        }
        families[family].append(report)
        familyOf[report] = Int32(family)
      }
    }
  }

  /// Links one body's reports, which stand by year; two for one year have the same neighbours.
  private mutating func line(_ run: [Int], _ years: [Int]) {
    var start = 0
    while start < run.count {
      let end = run[start...].firstIndex { years[$0] != years[run[start]] } ?? run.count
      for report in run[start..<end] {
        if start > 0 { previous[report] = Int32(run[start - 1]) }
        if end < run.count { next[report] = Int32(run[end]) }
      }
      start = end
    }
  }

  func previous(_ report: Int) -> Int? { previous[report] < 0 ? nil : Int(previous[report]) }

  func next(_ report: Int) -> Int? { next[report] < 0 ? nil : Int(next[report]) }

  /// The report itself among them.
  func family(_ report: Int) -> [Int] { familyOf[report] < 0 ? [report] : families[Int(familyOf[report])] }
}

import Archive

/// Digests of what pages of metrics show: the reports that state the metric, which reports the divisions of their
/// tables hold at all, since a table shows who is silent in a year, and how many divisions of the page never state it.
struct MetricDigests: Sendable {
  /// By place in the metrics that are stated.
  private let series: [Digest]
  private let byMetric: [String: Int]
  private let lastStated: [Adcode: YearSet]

  private struct Digest: Sendable {
    let whole: UInt64
    /// Of the divisions that have pages of their own.
    let below: [Adcode: UInt64]
    /// Of the values of one year.
    let years: [Int: UInt64]
    /// By division, the last year for which its government states the metric, as a place in the catalog's years; -1 for
    /// none.
    let lastYears: [Int16]
  }

  init(_ index: SeriesIndex, _ catalog: Catalog, reports: [UInt64], names: [Adcode: UInt64]) {
    let divisions = Divisions(catalog, names)
    let made = Parallel.each(index.series.count) { number in
      MetricDigests.digest(index.series[number], catalog, divisions, reports)
    }
    series = made
    lastStated = Dictionary(
      uniqueKeysWithValues: catalog.places.enumerated().map { number, place in
        var years = YearSet()
        for digest in made where digest.lastYears[number] >= 0 { years.insert(Int(digest.lastYears[number])) }
        return (place.adcode, years)
      })
    byMetric = Dictionary(uniqueKeysWithValues: index.series.enumerated().map { ($1.metric.id, $0) })
  }

  /// Of the metric's own page.
  func whole(_ series: Series) -> UInt64 { byMetric[series.metric.id].map { self.series[$0].whole } ?? 0 }

  /// Of its values in one year.
  func values(_ series: Series, in year: Int) -> UInt64 {
    byMetric[series.metric.id].flatMap { self.series[$0].years[year] } ?? 0
  }

  /// Of its page for one division.
  func part(_ series: Series, below region: Adcode) -> UInt64 {
    byMetric[series.metric.id].flatMap { self.series[$0].below[region] } ?? 0
  }

  /// Years, as places in the catalog's years, for which the division's government last states a metric.
  func lastYears(of place: Adcode) -> YearSet { lastStated[place] ?? YearSet() }

  /// What one page shows.
  private struct Shown {
    var digest = Fingerprint()
    /// Divisions with reports, none of which states the metric.
    var silent = 0

    mutating func add(_ shape: UInt64, isStating: Bool) {
      if isStating { digest.add(shape) } else { silent += 1 }
    }

    var value: UInt64 {
      var digest = digest
      digest.add(silent)
      return digest.value
    }
  }

  private static func digest(
    _ series: Series, _ catalog: Catalog, _ divisions: Divisions, _ reports: [UInt64]
  ) -> Digest {
    var isDivided = [Bool](repeating: false, count: catalog.places.count)
    for code in series.divided { if let number = divisions.numbers[code] { isDivided[number] = true } }
    var isStating = [Bool](repeating: false, count: catalog.places.count)
    var whole = Shown()
    var below = [Shown](repeating: Shown(), count: series.divided.isEmpty ? 0 : catalog.places.count)
    var years = [Fingerprint](repeating: Fingerprint(), count: catalog.years.count)
    var lastYears = [Int16](repeating: -1, count: catalog.places.count)
    var last = -1
    for observation in series.observations {
      years[divisions.yearOf[observation.report]].add(observation.quantity)
      if observation.report == last { continue }
      last = observation.report
      let place = divisions.placeOf[last]
      years[divisions.yearOf[last]].add(reports[last])
      isStating[place] = true
      if divisions.isGovernment[last] {
        lastYears[place] = max(lastYears[place], Int16(clamping: divisions.yearOf[last]))
      }
      whole.digest.add(reports[last])
      whole.digest.add(divisions.ways[place])
      for above in divisions.paths[place] where isDivided[above] {
        below[above].digest.add(reports[last])
        below[above].digest.add(divisions.ways[place])
      }
    }
    let columns = divisions.columns(series.firstYear, series.lastYear)
    for place in catalog.places.indices where !catalog.places[place].reports.isEmpty {
      let shape = divisions.shape(place, columns)
      // From the division upwards: it stands on the page of the nearest one above it that has its own, and on that
      // one's own page.
      let path = divisions.paths[place]
      var isElsewhere = false
      for (step, above) in path.enumerated() where isDivided[above] {
        if step < 2 || !isDivided[path[step - 1]] {
          below[above].add(shape, isStating: isStating[place])
        }
        if step > 0 { isElsewhere = true }
      }
      if !isElsewhere { whole.add(shape, isStating: isStating[place]) }
    }
    let parts = series.divided.compactMap { code in
      divisions.numbers[code].map { (code, below[$0].value) }
    }
    return Digest(
      whole: whole.value, below: Dictionary(uniqueKeysWithValues: parts),
      years: Dictionary(uniqueKeysWithValues: zip(catalog.years, years.map(\.value))), lastYears: lastYears)
  }
}

/// Some of an archive's years, by their place among them. Where there are more than 64 a few others are taken for
/// members.
struct YearSet: Sendable {
  private var bits: UInt64 = 0

  mutating func insert(_ year: Int) { bits |= 1 << UInt64(year & 63) }

  func contains(_ year: Int) -> Bool { bits & (1 << UInt64(year & 63)) != 0 }
}

/// Where reports and divisions belong, in numbers.
private struct Divisions: Sendable {
  let numbers: [Adcode: Int]
  /// By division: itself and those above it.
  let paths: [[Int]]
  /// By division: the names of these.
  let ways: [UInt64]
  /// By division and year: the sum of the fingerprints of the years and bodies of its reports before that year.
  private let sums: [UInt64]
  private let yearNumbers: [Int: Int]
  /// By report: its division.
  let placeOf: [Int]
  /// By report: the place of its year in the catalog's years.
  let yearOf: [Int]
  /// By report: not a zone's, a department's or a township's.
  let isGovernment: [Bool]

  init(_ catalog: Catalog, _ names: [Adcode: UInt64]) {
    let numbers = Dictionary(
      uniqueKeysWithValues: catalog.places.indices.map { (catalog.places[$0].adcode, $0) })
    self.numbers = numbers
    paths = catalog.places.indices.map { number in
      var path: [Int] = []
      var next: Int? = number
      // A table of divisions that holds a loop must not hang the build.
      while let step = next, path.count < 8 {
        path.append(step)
        next = catalog.places[step].parent.flatMap { numbers[$0] }
      }
      return path
    }
    ways = paths.map { path in
      var way = Fingerprint()
      for step in path { way.add(names[catalog.places[step].adcode] ?? 0) }
      return way.value
    }
    let yearNumbers = Dictionary(uniqueKeysWithValues: catalog.years.enumerated().map { ($1, $0) })
    self.yearNumbers = yearNumbers
    let yearOf = catalog.reports.map { report in report.masthead.year.flatMap { yearNumbers[$0] } ?? 0 }
    self.yearOf = yearOf
    var isGovernment = [Bool](repeating: false, count: catalog.reports.count)
    var placeOf = [Int](repeating: 0, count: catalog.reports.count)
    let width = catalog.years.count + 1
    var sums = [UInt64](repeating: 0, count: catalog.places.count * width)
    for (number, place) in catalog.places.enumerated() {
      for report in place.reports {
        placeOf[report] = number
        let unit = catalog.reports[report].masthead.unit
        isGovernment[report] = unit == nil
        var held = Fingerprint()
        held.add(yearOf[report])
        held.add(unit)
        sums[number * width + yearOf[report] + 1] &+= held.value
      }
      for year in (number * width + 1)..<(number + 1) * width { sums[year] &+= sums[year - 1] }
    }
    self.placeOf = placeOf
    self.isGovernment = isGovernment
    self.sums = sums
  }

  /// Numbers of years with reports.
  func columns(_ first: Int, _ last: Int) -> ClosedRange<Int> {
    let first = yearNumbers[first] ?? 0
    return first...max(first, yearNumbers[last] ?? 0)
  }

  /// Which reports the division holds of these years.
  func shape(_ place: Int, _ columns: ClosedRange<Int>) -> UInt64 {
    let row = place * (yearNumbers.count + 1)
    return sums[row + columns.upperBound + 1] &- sums[row + columns.lowerBound]
  }
}

import Archive

/// Digests of what pages of metrics show: the reports that state the metric, and which reports the divisions of the
/// page hold at all, since a table shows who is silent.
struct MetricDigests: Sendable {
  /// By place in the metrics that are stated.
  private let series: [Digest]
  private let byMetric: [String: Int]
  /// By division: its name, the years and bodies of its reports, the same of all divisions below it.
  private let subtrees: [Adcode: UInt64]

  private struct Digest: Sendable {
    let whole: UInt64
    /// Of the reports below divisions that have pages of their own.
    let below: [Adcode: UInt64]
    /// Of the values of one year.
    let years: [Int: UInt64]
  }

  init(_ index: SeriesIndex, _ catalog: Catalog, reports: [UInt64], names: [Adcode: UInt64]) {
    let numbers = Dictionary(
      uniqueKeysWithValues: catalog.places.indices.map { (catalog.places[$0].adcode, $0) })
    let parents = catalog.places.map { place in place.parent.flatMap { numbers[$0] } ?? -1 }
    let nameOf = catalog.places.map { names[$0.adcode] ?? 0 }
    var shapes: [UInt64] = []
    for place in catalog.places {
      var shape = Fingerprint()
      shape.add(names[place.adcode] ?? 0)
      for report in place.reports {
        shape.add(catalog.reports[report].masthead.year ?? 0)
        shape.add(catalog.reports[report].masthead.unit)
      }
      shapes.append(shape.value)
    }
    // The deepest first, so that what a division holds is known before the division; a province is never deep.
    var subtrees: [Adcode: UInt64] = [:]
    func subtree(_ number: Int, depth: Int = 0) -> UInt64 {
      var digest = Fingerprint()
      digest.add(shapes[number])
      for child in catalog.places[number].children where depth < 8 {
        if let child = numbers[child] { digest.add(subtree(child, depth: depth + 1)) }
      }
      subtrees[catalog.places[number].adcode] = digest.value
      return digest.value
    }
    for number in catalog.places.indices where parents[number] < 0 { _ = subtree(number) }
    self.subtrees = subtrees

    /// The division of a report and those above it.
    let paths = catalog.reports.indices.map { report -> [Int] in
      var path: [Int] = []
      var next = catalog.reports[report].masthead.region.flatMap { numbers[$0.adcode] } ?? -1
      while next >= 0, path.count < 8 {
        path.append(next)
        next = parents[next]
      }
      return path
    }
    let provinces = catalog.places.indices.map { number -> Int in
      var (province, steps) = (number, 0)
      while parents[province] >= 0, steps < 8 { (province, steps) = (parents[province], steps + 1) }
      return province
    }
    let yearNumbers = Dictionary(uniqueKeysWithValues: catalog.years.enumerated().map { ($1, $0) })
    let yearOf = catalog.reports.indices.map { report in
      catalog.reports[report].masthead.year.flatMap { yearNumbers[$0] } ?? 0
    }
    series = index.series.map { series in
      var whole = Fingerprint()
      var isDivided = [Bool](repeating: false, count: catalog.places.count)
      for code in series.divided { if let number = numbers[code] { isDivided[number] = true } }
      var below = [Fingerprint](repeating: Fingerprint(), count: series.divided.isEmpty ? 0 : shapes.count)
      var years = [Fingerprint](repeating: Fingerprint(), count: catalog.years.count)
      var last = -1
      for observation in series.observations {
        years[yearOf[observation.report]].add(observation.quantity)
        if observation.report == last { continue }
        last = observation.report
        years[yearOf[last]].add(reports[last])
        whole.add(reports[last])
        for place in paths[last] {
          whole.add(nameOf[place])
          if isDivided[place] { below[place].add(reports[last]) }
        }
      }
      // Divisions that are shown on the metric's own page; those of a divided province are on others.
      for number in shapes.indices
      where series.divided.isEmpty || parents[number] < 0 || !isDivided[provinces[number]] {
        whole.add(shapes[number])
      }
      let parts = series.divided.compactMap { code in numbers[code].map { (code, below[$0].value) } }
      return Digest(
        whole: whole.value, below: Dictionary(uniqueKeysWithValues: parts),
        years: Dictionary(uniqueKeysWithValues: zip(catalog.years, years.map(\.value))))
    }
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
    var digest = Fingerprint()
    digest.add(byMetric[series.metric.id].flatMap { self.series[$0].below[region] } ?? 0)
    digest.add(subtrees[region] ?? 0)
    return digest.value
  }
}

/// The divisions that reports make, each with those below it and its own reports.
struct PlaceTable: Sendable {
  /// By adcode.
  let places: [Catalog.Place]
  /// Places in `places`.
  let numbers: [Adcode: Int]
  let kinship: Kinship
  let descents: Descents

  /// - Parameter reports: by id, each with region and year.
  init(_ reports: [Report]) {
    var found: [Catalog.Place] = []
    var namedIn: [Int] = []
    var foundAt: [Adcode: Int] = [:]
    for index in reports.indices {
      guard let region = reports[index].masthead.region, let year = reports[index].masthead.year else {
        continue
      }
      for (depth, step) in region.path.enumerated() {
        let number = foundAt[step.adcode] ?? found.count
        if number == found.count || year > namedIn[number] {
          // Only the last step's level is the region's own; those above follow from the way down.
          let level: DivisionLevel =
            depth == 0
            ? .province : depth + 1 == region.path.count ? region.level : .prefecture
          var place = Catalog.Place(
            adcode: step.adcode, name: step.name, level: level,
            parent: depth == 0 ? nil : region.path[depth - 1].adcode)
          if number == found.count {
            foundAt[step.adcode] = number
            found.append(place)
            namedIn.append(year)
          } else {
            place.reports = found[number].reports
            place.total = found[number].total
            found[number] = place
            namedIn[number] = year
          }
        }
        found[number].total += 1
      }
      if let own = foundAt[region.adcode] { found[own].reports.append(index) }
    }
    var places = found.sorted { $0.adcode < $1.adcode }
    let numbers = Dictionary(uniqueKeysWithValues: places.indices.map { (places[$0].adcode, $0) })
    let keys = reports.map { (year: $0.masthead.year ?? 0, rank: $0.masthead.unit == nil ? 0 : 1) }
    var siblings = [[Int]](repeating: [], count: places.count + 1)
    for number in places.indices {
      // By year, the government's own report before the others, then by id, as `reports` stand.
      places[number].reports.sort {
        (keys[$0].year, keys[$0].rank, $0) < (keys[$1].year, keys[$1].rank, $1)
      }
      if let parent = places[number].parent.flatMap({ numbers[$0] }) {
        places[parent].children.append(places[number].adcode)
        siblings[parent].append(number)
      } else {
        siblings[places.count].append(number)
      }
    }
    self.places = places
    self.numbers = numbers
    descents = Descents(places, numbers)
    kinship = Kinship(reports, places, siblings: siblings)
  }
}

/// Divisions, each above those it holds.
struct Descents: Sendable {
  /// Numbers of places.
  private var order: [Int] = []
  /// By number: where the place and all below it stand in `order`.
  private var ranges: [Range<Int>]
  /// By number: how far below a division without one above it the place stands.
  private(set) var depths: [Int]

  init(_ places: [Catalog.Place], _ numbers: [Adcode: Int]) {
    order.reserveCapacity(places.count)
    ranges = [Range<Int>](repeating: -1 ..< -1, count: places.count)
    depths = [Int](repeating: 0, count: places.count)
    for number in places.indices where places[number].parent == nil { descend(number, 0, places, numbers) }
    for number in places.indices { descend(number, 0, places, numbers) }
  }

  private mutating func descend(
    _ number: Int, _ depth: Int, _ places: [Catalog.Place], _ numbers: [Adcode: Int]
  ) {
    // Reports that contradict each other can make a division stand below itself.
    guard ranges[number].lowerBound < 0 else { return }
    let start = order.count
    ranges[number] = start..<start
    depths[number] = depth
    order.append(number)
    for child in places[number].children {
      if let child = numbers[child] { descend(child, depth + 1, places, numbers) }
    }
    ranges[number] = start..<order.count
  }

  /// The place and all below it.
  func from(_ number: Int) -> ArraySlice<Int> { order[ranges[number]] }
}

import Archive

/// Who each report is by and where that is, in numbers: a hundred metrics are counted by body, division and year.
struct ReportBodies: Sendable {
  /// How many bodies there are.
  let count: Int
  let placeCount: Int
  /// By report: number of the body, of its division and of the province in the catalog's places, of the division
  /// between the two, of the year in the catalog's years.
  let body: [Int]
  let region: [Int]
  let province: [Int]
  let between: [Int?]
  let year: [Int]

  init(_ catalog: Catalog) {
    let places = Dictionary(
      uniqueKeysWithValues: catalog.places.indices.map { (catalog.places[$0].adcode, $0) })
    let years = Dictionary(uniqueKeysWithValues: catalog.years.enumerated().map { ($1, $0) })
    var numbers: [Body: Int] = [:]
    var body: [Int] = []
    var region: [Int] = []
    var province: [Int] = []
    var between: [Int?] = []
    var year: [Int] = []
    for index in catalog.reports.indices {
      let path = catalog.reports[index].masthead.region?.path ?? []
      let key = Body(adcode: path[path.count - 1].adcode, unit: catalog.reports[index].masthead.unit)
      let number = numbers[key] ?? numbers.count
      numbers[key] = number
      body.append(number)
      region.append(places[key.adcode] ?? 0)
      province.append(places[path[0].adcode] ?? 0)
      between.append(path.count > 2 ? places[path[1].adcode] : nil)
      year.append(catalog.reports[index].masthead.year.flatMap { years[$0] } ?? 0)
    }
    count = numbers.count
    placeCount = catalog.places.count
    self.body = body
    self.region = region
    self.province = province
    self.between = between
    self.year = year
  }
}

import Archive

/// A list by year and place, spread over pages where one page cannot hold it: a page a year, where that is too much
/// a page for each great region of it, then for each province, each prefecture.
struct PartedList: Sendable {
  struct Page: Sendable {
    let part: YearPart
    /// How many entries stand here and below.
    let count: Int
    /// Empty for a page that only leads on to others.
    let entries: ArraySlice<Observation>
    /// Index of the page above; nil for a year's.
    let above: Int?
    /// What is said of it between its neighbours: `2020年度`, `河南省`.
    let label: String
  }

  /// The whole list, the last year first, each year's in page order.
  let years: [SiteIndex.YearList]
  /// Each above those below it; none when one page holds the whole list.
  let pages: [Page]
  /// Indices of the pages below each, those of the years first of all.
  private let children: [[Int]]

  /// At most `limit` entries stand on a page.
  init(_ years: [SiteIndex.YearList], limit: Int, in site: SiteIndex) {
    self.years = years
    var pages = Pages(limit: limit, site: site)
    if years.reduce(0, { $0 + $1.list.count }) > limit { pages.add(years) }
    self.pages = pages.pages
    var children = [[Int]](repeating: [], count: pages.pages.count + 1)
    for (index, page) in pages.pages.enumerated() { children[page.above.map { $0 + 1 } ?? 0].append(index) }
    self.children = children
  }

  /// What stands on the list's own page, for nil, or on one of `pages`, by year.
  func shown(on page: Page?) -> [SiteIndex.YearList] {
    guard let page else { return pages.isEmpty ? years : [] }
    return page.entries.isEmpty ? [] : [(page.part.year, Array(page.entries))]
  }

  /// Indices of the pages directly below one of `pages`, or of the years' pages.
  func below(_ index: Int?) -> [Int] { children[index.map { $0 + 1 } ?? 0] }

  /// Indices of the pages above one of `pages`, the year's first.
  func path(to index: Int) -> [Int] {
    var path: [Int] = []
    var next = pages[index].above
    while let above = next {
      path.append(above)
      next = pages[above].above
    }
    return path.reversed()
  }

  /// `2020年度 中南 河南省`.
  func title(of index: Int) -> String {
    (path(to: index) + [index]).map { pages[$0].label }.joined(separator: " ")
  }
}

/// The pages of a list while they are found.
private struct Pages {
  let limit: Int
  let catalog: Catalog
  /// By report; small, where a report is large.
  let facts: [ReportFact]
  let words: Words
  private(set) var pages: [PartedList.Page] = []

  init(limit: Int, site: SiteIndex) {
    self.limit = limit
    catalog = site.catalog
    facts = site.facts
    words = site.words
  }

  mutating func add(_ years: [SiteIndex.YearList]) {
    for (year, list) in years {
      let isLeaf = list.count <= limit
      pages.append(
        PartedList.Page(
          part: YearPart(year: year), count: list.count, entries: isLeaf ? list[...] : [], above: nil,
          label: words.year(year)))
      if !isLeaf { divide(list[...], level: 0, above: pages.count - 1) }
    }
  }

  /// What a six-digit code is divided by to leave a great region, a province, a prefecture.
  private static let divisors = [100_000, 10_000, 100]

  /// Entries stand by division code, so that each group is a run of them.
  private mutating func divide(
    _ entries: ArraySlice<Observation>, level: Int, above: Int
  ) {
    let divisor = Pages.divisors[level]
    let isLast = level == Pages.divisors.count - 1
    let facts = facts
    func code(_ entry: Observation) -> Int { facts[entry.report].adcode.number / divisor }
    var groups: [(code: Int, entries: ArraySlice<Observation>)] = []
    var rest = entries
    while let first = rest.first {
      let shared = code(first)
      let own = rest.prefix { code($0) == shared }
      groups.append((shared, own))
      rest = rest[own.endIndex...]
    }
    // A level of one page would lead nowhere but to the next.
    if groups.count == 1, !isLast {
      return divide(entries, level: level + 1, above: above)
    }
    let year = pages[above].part.year
    for (code, entries) in groups {
      let label = label(code, level: level, entries.first)
      if entries.count > limit, isLast {
        for (number, start) in stride(from: entries.startIndex, to: entries.endIndex, by: limit).enumerated()
        {
          let run = entries[start..<min(start + limit, entries.endIndex)]
          pages.append(
            PartedList.Page(
              part: YearPart(year: year, code: code, number: number + 1), count: run.count, entries: run,
              above: above, label: words(.numberedPart, ["part": label, "number": String(number + 1)])))
        }
        continue
      }
      let isLeaf = entries.count <= limit
      pages.append(
        PartedList.Page(
          part: YearPart(year: year, code: code), count: entries.count, entries: isLeaf ? entries : [],
          above: above, label: label))
      if !isLeaf { divide(entries, level: level + 1, above: pages.count - 1) }
    }
  }

  private func label(_ code: Int, level: Int, _ entry: Observation?) -> String {
    if level == 0 { return words.greatRegion(code) }
    if let place = Adcode(String(code * Pages.divisors[level])).flatMap({ catalog.place($0) }) {
      return words.division(place.adcode, place.name)
    }
    // Counties that stand directly below a province have no prefecture to name.
    let top = entry.flatMap { catalog.reports[$0.report].masthead.region?.path.first }
    let province = top.map { words.division($0.adcode, $0.name) } ?? ""
    return level == 1 ? province : words(.directlyBelow, ["province": province])
  }
}

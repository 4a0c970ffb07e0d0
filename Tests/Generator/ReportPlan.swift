import Archive

/// Which regions report in which years.
struct ReportPlan: Sendable {
  struct Entry: Sendable {
    let adcode: Adcode
    let year: Int
  }

  /// Region after region, each with its years in order.
  let entries: [Entry]

  /// As many as asked for, or as many as there are: some 67,000 for all years. The regions come city by city,
  /// each with its counties, so that small archives have neighbours to compare; a few years are missing.
  init(reports: Int, gazetteer: Gazetteer, seed: UInt64, years: ClosedRange<Int>) {
    var random = SplitMix64(seed, 0x91)
    // Hong Kong, Macau and Taiwan file no such reports.
    let all = gazetteer.divisions.filter { $0.adcode.number < 700_000 && $0.kind != "islands" }
    var groups: [Int: Set<Adcode>] = [:]
    for division in all { groups[division.adcode.number / 100, default: []].insert(division.adcode) }
    var order = groups.keys.sorted()
    random.shuffle(&order)
    var entries: [Entry] = []
    var held: [Entry] = []
    plan: for group in order {
      for adcode in (groups[group] ?? []).sorted() {
        for year in years where gazetteer.division(adcode, year: year) != nil {
          if random.chance(4) {
            held.append(Entry(adcode: adcode, year: year))
          } else {
            entries.append(Entry(adcode: adcode, year: year))
          }
          if entries.count == reports { break plan }
        }
      }
    }
    // Only when all others are not enough.
    entries += held.prefix(max(0, reports - entries.count))
    self.entries = entries
  }
}

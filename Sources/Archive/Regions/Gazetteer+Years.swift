/// What became of divisions, and what they were called and placed under in a year.
extension Gazetteer {
  /// The divisions in force in a year (today when nil) that stand for one that may not be: itself, what took
  /// its area over, or what it was made from. The one that continues it comes first; empty when the table
  /// knows no link.
  public func standing(for division: Division, year: Int?) -> [Division] {
    if isInForce(division, year) { return [division] }
    let isLater = year.map { $0 >= (division.validTo ?? .max) } ?? true
    var found: [Division] = []
    var seen: Set<Division> = [division]
    var queue = [division]
    var next = 0
    while next < queue.count {
      let current = queue[next]
      next += 1
      if isInForce(current, year) {
        found.append(current)
        continue
      }
      for link in isLater ? heirs(of: current) : origins(of: current) where seen.insert(link).inserted {
        queue.append(link)
      }
    }
    return found
  }

  /// The region with its ancestors, each as it was called in the year (today when nil). A division not in
  /// force is replaced by the one that stands for it, or kept as it is when there is none.
  public func region(_ division: Division, year: Int?) -> Region {
    let division = standing(for: division, year: year).first ?? division
    var steps = [Region.Step(adcode: division.adcode, name: division.name)]
    var current = division
    while let above = parent(of: current, year: year), steps.count < 3 {
      steps.append(Region.Step(adcode: above.adcode, name: above.name))
      current = above
    }
    return Region(level: division.level, path: steps.reversed())
  }

  /// The region that holds a code in the year, or that stands for the code's holder nearest to it. Nil for a
  /// code the table does not know.
  public func path(to adcode: Adcode, year: Int?) -> Region? {
    holder(of: adcode, near: year).map { region($0, year: year) }
  }

  /// The holder of a code in the year; else the last one before it, else the first one after it.
  public func holder(of adcode: Adcode, near year: Int?) -> Division? {
    let holders = holders(of: adcode)
    guard let year else { return holders.last }
    return holders.last { ($0.validFrom ?? .min) <= year } ?? holders.first
  }

  /// The division above in the year. One that was abolished by then, or did not exist yet, is replaced by
  /// what stands for it in the same province, and failing that by the province.
  public func parent(of division: Division, year: Int?) -> Division? {
    guard let code = division.parent else { return nil }
    if let parent = holder(of: code, near: year) {
      let provinceNumber = division.adcode.provinceNumber
      let heir = standing(for: parent, year: year).first {
        $0.level < division.level && $0.adcode.provinceNumber == provinceNumber
      }
      if let heir { return heir }
    }
    guard let province = Adcode(String(division.adcode.provinceNumber)), province != division.adcode
    else { return nil }
    return holder(of: province, near: year)
  }

  /// When the code's first holder was made and when its last one ended, with those it was made from and those that
  /// took over. What happened in between left a division under the code.
  public func changes(of adcode: Adcode) -> [(year: Int, isEnd: Bool, others: [Division])] {
    let holders = holders(of: adcode)
    var changes: [(year: Int, isEnd: Bool, others: [Division])] = []
    if let first = holders.first, let year = first.validFrom {
      changes.append((year, false, origins(of: first).filter { $0.adcode != adcode }))
    }
    if let last = holders.last, let year = last.validTo {
      changes.append((year, true, heirs(of: last).filter { $0.adcode != adcode }))
    }
    return changes
  }

  /// Holders of the successors' codes from the year of the end on; a code that was renamed in place is its
  /// own heir.
  private func heirs(of division: Division) -> [Division] {
    guard let end = division.validTo else { return [] }
    return division.successors.compactMap { code in
      holders(of: code).first { ($0.validTo ?? .max) > end && $0 != division }
    }
  }

  /// What the division was made from, the one with its name and the one whose main heir it is first.
  private func origins(of division: Division) -> [Division] {
    guard let start = division.validFrom else { return [] }
    let made = predecessors(of: division.adcode).filter { ($0.validTo ?? .max) <= start && $0 != division }
    // Only those that ended when it began; far older ones reached it through a division between.
    let latest = made.compactMap(\.validTo).max() ?? start
    return made.filter { $0.validTo == latest }.enumerated()
      .sorted { (rank($0.element, division), $0.offset) < (rank($1.element, division), $1.offset) }
      .map(\.element)
  }

  private func rank(_ origin: Division, _ division: Division) -> Int {
    (origin.shorts.contains { division.shorts.contains($0) } ? 0 : 4)
      + (origin.successors.first == division.adcode ? 0 : 2) + (origin.level == division.level ? 0 : 1)
  }
}

/// The divisions of China at county level and above, by code, name and year.
public struct Gazetteer: Sendable {
  /// Every row of both tables, by code and first year; one code may have had several holders.
  public let divisions: [Division]

  private let byCode: [Adcode: [Int]]
  private let byName: [String: [Int]]
  private let byParent: [Adcode: [Int]]
  /// Divisions that name a code among their successors.
  private let bySuccessor: [Adcode: [Int]]

  /// From the bytes of `divisions.tsv` (the latest holder of each code) and `former_names.tsv` (the earlier
  /// ones).
  ///
  /// Throws for a line that cannot be read, a division listed twice, and a parent or successor that is not
  /// listed.
  public init(divisions: [UInt8], formerNames: [UInt8]) throws(TableError) {
    let latest = try DivisionTable.parse(divisions, file: "divisions.tsv")
    let former = try DivisionTable.parse(formerNames, file: "former_names.tsv")
    let all = (latest + former).sorted {
      ($0.adcode, $0.validFrom ?? 0, $0.validTo ?? .max) < ($1.adcode, $1.validFrom ?? 0, $1.validTo ?? .max)
    }
    self.divisions = all
    var byCode: [Adcode: [Int]] = [:]
    var byName: [String: [Int]] = [:]
    var byParent: [Adcode: [Int]] = [:]
    var bySuccessor: [Adcode: [Int]] = [:]
    byCode.reserveCapacity(all.count)
    byName.reserveCapacity(all.count * 2)
    for (index, division) in all.enumerated() {
      byCode[division.adcode, default: []].append(index)
      byName[division.name, default: []].append(index)
      for short in division.shorts where short != division.name { byName[short, default: []].append(index) }
      if let parent = division.parent { byParent[parent, default: []].append(index) }
      for successor in division.successors { bySuccessor[successor, default: []].append(index) }
    }
    self.byCode = byCode
    self.byName = byName
    self.byParent = byParent
    self.bySuccessor = bySuccessor
    try check(latest, file: "divisions.tsv")
    try check(former, file: "former_names.tsv")
  }

  /// The holder of a code at the end of a year, or the latest one when no year is given.
  public func division(_ adcode: Adcode, year: Int? = nil) -> Division? {
    guard let holders = byCode[adcode] else { return nil }
    guard let year else { return holders.last.map { divisions[$0] } }
    return holders.last { divisions[$0].isInForce(year) }.map { divisions[$0] }
  }

  /// Everything that ever held the code, oldest first.
  public func holders(of adcode: Adcode) -> [Division] { (byCode[adcode] ?? []).map { divisions[$0] } }

  /// Divisions of any time with this full or short name, by code and first year.
  public func divisions(named name: String) -> [Division] { (byName[name] ?? []).map { divisions[$0] } }

  /// Provinces in force, by code.
  public var provinces: [Division] { divisions.filter { $0.level == .province && $0.validTo == nil } }

  /// Divisions directly below in a year, or today when no year is given, by code.
  public func children(of adcode: Adcode, year: Int? = nil) -> [Division] {
    (byParent[adcode] ?? []).map { divisions[$0] }.filter { isInForce($0, year) }
  }

  /// In force at the end of the year, or today when no year is given.
  func isInForce(_ division: Division, _ year: Int?) -> Bool {
    year.map(division.isInForce) ?? (division.validTo == nil)
  }

  /// Divisions that named the code among their successors, by code.
  func predecessors(of adcode: Adcode) -> [Division] { (bySuccessor[adcode] ?? []).map { divisions[$0] } }

  private func check(_ rows: [Division], file: String) throws(TableError) {
    var seen: Set<Division> = []
    seen.reserveCapacity(rows.count)
    for (index, division) in rows.enumerated() {
      // Line 1 is the header. Blank lines, which nobody writes here, would shift the number.
      let line = index + 2
      guard seen.insert(division).inserted else {
        throw TableError(
          file: file, line: line,
          message: "\(division.adcode) \(division.name) is listed twice; keep one of the two lines")
      }
      for code in division.successors + (division.parent.map { [$0] } ?? []) where byCode[code] == nil {
        throw TableError(
          file: file, line: line,
          message: "\(division.adcode) \(division.name) names \(code), which no line holds; "
            + "add that division or correct the code")
      }
    }
  }
}

import Archive

/// The gazetteer as seen from the year a report covers. Remembers what it worked out; for one resolution
/// only.
final class YearView {
  let gazetteer: Gazetteer
  let index: NameIndex
  let year: Int?

  private var current: [Int: [Adcode]] = [:]
  private var past: [Int: [Adcode]] = [:]
  private var regions: [Adcode: Region] = [:]

  init(gazetteer: Gazetteer, index: NameIndex, year: Int?) {
    self.gazetteer = gazetteer
    self.index = index
    self.year = year
  }

  /// Divisions in force in the year that a name may mean, by code: those that bore it then; if there were
  /// none, those that stand for the ones that bore it at another time.
  func candidates(_ entry: Int) -> [Adcode] {
    if let known = current[entry] { return known }
    var inForce = index.entries[entry].holders.filter { isInForce($0) }
    // Of several, those that bear the name in full.
    if inForce.count > 1 {
      let name = index.entries[entry].scalars
      let full = inForce.filter { gazetteer.divisions[$0].name.unicodeScalars.elementsEqual(name) }
      if !full.isEmpty { inForce = full }
    }
    let codes =
      inForce.isEmpty ? pastCandidates(entry) : distinct(inForce.map { gazetteer.divisions[$0].adcode })
    current[entry] = codes
    return codes
  }

  /// Divisions in force in the year that a name may mean when holders of all times count, by code.
  func pastCandidates(_ entry: Int) -> [Adcode] {
    if let known = past[entry] { return known }
    let standing = index.entries[entry].holders.compactMap {
      gazetteer.standing(for: gazetteer.divisions[$0], year: year).first?.adcode
    }
    let codes = distinct(standing)
    past[entry] = codes
    return codes
  }

  private func isInForce(_ place: Int) -> Bool {
    year.map(gazetteer.divisions[place].isInForce) ?? (gazetteer.divisions[place].validTo == nil)
  }

  private func distinct(_ codes: [Adcode]) -> [Adcode] {
    codes.count < 2 ? codes : Array(Set(codes)).sorted()
  }

  /// The division that stands for a code's holder in the year.
  func standing(for code: Adcode) -> Adcode? { gazetteer.path(to: code, year: year)?.adcode }

  func region(_ code: Adcode) -> Region? {
    if let known = regions[code] { return known }
    guard let region = gazetteer.path(to: code, year: year) else { return nil }
    regions[code] = region
    return region
  }

  func name(_ code: Adcode) -> String { region(code)?.name ?? "" }

  func parent(_ code: Adcode) -> Adcode? {
    guard let path = region(code)?.path, path.count > 1 else { return nil }
    return path[path.count - 2].adcode
  }

  /// Whether the first division holds the second.
  func isAbove(_ upper: Adcode, _ lower: Adcode) -> Bool {
    guard upper != lower, let path = region(lower)?.path else { return false }
    if path.contains(where: { $0.adcode == upper }) { return true }
    // 塔城 and 阿勒泰 stand under 伊犁州, though the table puts them under Xinjiang.
    return upper.number == 654000 && (lower.number / 100 == 6542 || lower.number / 100 == 6543)
  }

  /// Prefectures in force whose name begins with a character, by code.
  func prefectures(beginningWith first: Unicode.Scalar) -> [Adcode] {
    (index.prefectures[first] ?? []).filter { place in
      let division = gazetteer.divisions[place]
      return year.map(division.isInForce) ?? (division.validTo == nil)
    }.map { gazetteer.divisions[$0].adcode }
  }
}

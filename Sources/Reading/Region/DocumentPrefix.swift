import Archive

/// What the prefix of the report's own document number says: 豫政〔2020〕3号, 鞍委〔2020〕55号, 荣昌府办发〔2025〕44号.
struct DocumentPrefix {
  /// By code; several when the prefix is shared, as 宁政 is by Nanjing and Ningxia.
  private(set) var candidates: [Adcode] = []
  /// Two characters or more of a name, which is more than an abbreviation says.
  private(set) var isName = false

  init(_ number: [Unicode.Scalar], view: YearView) {
    let end = number.firstIndex { $0.isDigit || "〔[(【〈﹝（".unicodeScalars.contains($0) } ?? number.count
    let stem = number[..<end].filter(\.isHan)
    guard let first = stem.first, stem.count >= 2 else { return }
    if let name = view.index.mentions(in: stem).first, name.range.lowerBound == 0 {
      candidates = view.candidates(name.entry)
      isName = true
      return
    }
    let body = stem[1]
    guard ["政", "府", "委", "办", "发", "法"].contains(body) else { return }
    var codes: [Int] = []
    if body == "府", let cities = RegionAbbreviations.citiesWithFu[first] {
      codes = cities
    } else {
      codes = RegionAbbreviations.provinces[first].map { [$0] } ?? []
      codes += RegionAbbreviations.cities[first] ?? []
    }
    let standing = codes.compactMap { Adcode(String($0)) }.compactMap(view.standing)
    candidates = standing.isEmpty ? view.prefectures(beginningWith: first) : Array(Set(standing)).sorted()
  }
}

import Archive

/// A region in a year, in the words its reports use.
struct Place: Sendable {
  let division: Division
  /// From the province down, the region itself last.
  let path: [Division]
  let year: Int
  /// With the city's name before it when others bear it too: 开封市鼓楼区.
  let name: String

  init(_ division: Division, year: Int, gazetteer: Gazetteer) {
    self.division = division
    self.year = year
    var path = [division]
    while let above = path.first.flatMap({ gazetteer.parent(of: $0, year: year) }), path.count < 3 {
      path.insert(above, at: 0)
    }
    self.path = path
    let isShared = gazetteer.divisions(named: division.name).contains { $0.adcode != division.adcode }
    name = (isShared && path.count > 1 ? path[path.count - 2].name : "") + division.name
  }

  var province: Division { path[0] }
  var fullPath: String { path.map(\.name).joined() }
  /// Who leads it and is reported to: 开封市委、市政府; for a province 国务院.
  var above: String {
    guard path.count > 1 else { return "党中央、国务院" }
    let upper = path[path.count - 2]
    switch upper.kind {
    case "prefecture": return "\(upper.shorts.first ?? upper.name)地委、行署"
    case "league": return "\(upper.name)委、盟行署"
    default: return "\(upper.name)委、\(Place.word(for: upper.kind))政府"
    }
  }

  /// The word for it in 我县, 全县, 县政府.
  var own: String { Place.word(for: division.kind) }

  private static func word(for kind: String) -> String {
    switch kind {
    case "province": "省"
    case "autonomous_region", "district", "special_district", "forestry_district": "区"
    case "municipality", "prefecture_city", "county_city": "市"
    case "prefecture": "地区"
    case "league": "盟"
    case "autonomous_prefecture": "州"
    case "banner", "autonomous_banner": "旗"
    default: "县"
    }
  }

  var government: String {
    name + (["prefecture", "league"].contains(division.kind) ? "行政公署" : "人民政府")
  }

  /// In the order of `Word.allCases`, as UTF-8.
  var words: [[UInt8]] {
    Word.allCases.map { word in
      let text =
        switch word {
        case .name: name
        case .path: fullPath
        case .we: "我" + own
        case .all: "全" + own
        case .own: own
        case .government: government
        case .up: above
        case .bureau:
          year >= 2019
            ? (own == "省" || division.kind == "autonomous_region" ? "\(own)司法厅" : "\(own)司法局") : "\(own)政府法制办"
        case .year: String(year)
        case .lastYear: String(year - 1)
        case .nextYear: String(year + 1)
        }
      return Array(text.utf8)
    }
  }
}

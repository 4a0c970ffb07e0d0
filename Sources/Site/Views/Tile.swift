import Archive
import Mustache

/// A province on a map of tiles of one size, which says how much the archive holds of each and which it lacks.
struct Tile: Sendable {
  let code: Int
  let short: String
  let name: String
  /// These three are nil without reports.
  let href: String?
  let total: Int?
  let step: Int?

  /// Hong Kong, Macao and Taiwan, where there is no duty to report.
  private var hasNoDuty: Bool { code > 70 }

  static let schema = Schema<Tile>(
    "tile of a province",
    [
      .text("code", "the first two digits of its code, by which the style sheet places it") {
        String($0.code)
      },
      .text("short", "its name in one character, or in two letters") { $0.short },
      .text("name", "its name") { $0.name },
      .text("href", "link to its page, missing without reports") { $0.href },
      .count("total", "how many reports it has, missing without any") { $0.total },
      .number("step", "its quarter among the provinces with reports, 1 to 4, missing without any") {
        $0.step
      },
      .flag("isOutside", "no reports, and no duty to report: Hong Kong, Macao, Taiwan") {
        $0.total == nil && $0.hasNoDuty
      },
      .flag("isEmpty", "no reports, though there is the duty") { $0.total == nil && !$0.hasNoDuty },
    ])

  static func all(_ site: SiteIndex, link: Linker) -> [Tile] {
    let held = site.catalog.provinces
    let shades = Shades(held.map(\.total))
    return provinces.map { code, short, letters, name in
      let place = held.first { $0.adcode.number == code * 10_000 }
      let adcode = place?.adcode ?? Adcode("\(code)0000")
      let printed = place?.name ?? name
      return Tile(
        code: code, short: site.words.script == .latin ? letters : site.words.word(short),
        name: adcode.map { site.words.division($0, printed) } ?? printed,
        href: place.map { link.href(.region($0.adcode)) }, total: place?.total,
        step: place.map { shades.step($0.total) })
    }
  }

  private static let provinces: [(code: Int, short: String, letters: String, name: String)] = [
    (11, "京", "BJ", "北京市"), (12, "津", "TJ", "天津市"), (13, "冀", "HE", "河北省"),
    (14, "晋", "SX", "山西省"), (15, "蒙", "NM", "内蒙古自治区"), (21, "辽", "LN", "辽宁省"),
    (22, "吉", "JL", "吉林省"), (23, "黑", "HL", "黑龙江省"), (31, "沪", "SH", "上海市"),
    (32, "苏", "JS", "江苏省"), (33, "浙", "ZJ", "浙江省"), (34, "皖", "AH", "安徽省"),
    (35, "闽", "FJ", "福建省"), (36, "赣", "JX", "江西省"), (37, "鲁", "SD", "山东省"),
    (41, "豫", "HA", "河南省"), (42, "鄂", "HB", "湖北省"), (43, "湘", "HN", "湖南省"),
    (44, "粤", "GD", "广东省"), (45, "桂", "GX", "广西壮族自治区"), (46, "琼", "HI", "海南省"),
    (50, "渝", "CQ", "重庆市"), (51, "川", "SC", "四川省"), (52, "黔", "GZ", "贵州省"),
    (53, "滇", "YN", "云南省"), (54, "藏", "XZ", "西藏自治区"), (61, "陕", "SN", "陕西省"),
    (62, "甘", "GS", "甘肃省"), (63, "青", "QH", "青海省"), (64, "宁", "NX", "宁夏回族自治区"),
    (65, "新", "XJ", "新疆维吾尔自治区"), (71, "台", "TW", "台湾省"), (81, "港", "HK", "香港特别行政区"),
    (82, "澳", "MO", "澳门特别行政区"),
  ]
}

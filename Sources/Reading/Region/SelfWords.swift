import Archive

/// What a text calls its own place: 我市, 全区, 我镇.
struct SelfWords {
  /// Last character of the division's name; nil when the text does not say, or says two things.
  private(set) var suffix: Unicode.Scalar?
  /// A head speaks for a province without naming it: 自治区党委, 省卫生健康委.
  private(set) var isProvince = false
  /// The text speaks for an office or a township: 我局, 我镇.
  private(set) var isUnit = false

  private static let levels: [Unicode.Scalar] = ["省", "市", "县", "区", "州", "旗", "盟"]
  private static let units: [Unicode.Scalar] = ["局", "镇", "乡", "街", "厅", "委", "办", "院", "会"]

  init(_ text: [Unicode.Scalar]) {
    var levels = [Int](repeating: 0, count: SelfWords.levels.count)
    var units = 0
    for index in text.indices.dropLast() {
      guard text[index] == "我" || text[index] == "全" else { continue }
      let next = text[index + 1]
      let weight = text[index] == "我" ? 3 : 1
      if let level = SelfWords.levels.firstIndex(of: next) {
        // 全市 is also what a county calls the city above it: 我县 outweighs it.
        if index + 2 < text.count, next == "区" && text[index + 2] == "域" { continue }
        levels[level] += weight
      } else if weight == 3, SelfWords.units.contains(next) {
        units += weight
      }
    }
    let best = levels.indices.max { levels[$0] < levels[$1] } ?? 0
    let second = levels.indices.filter { $0 != best }.map { levels[$0] }.max() ?? 0
    isUnit = units > levels[best]
    if !isUnit, levels[best] > 0, levels[best] >= 2 * second { suffix = SelfWords.levels[best] }
  }

  /// What the heads say without a name. The title knows best; an issuer may be the host, and only fills a
  /// gap.
  mutating func hear(title: Unicode.Scalar?, issuer: Unicode.Scalar?) {
    guard let level = title ?? (suffix == nil || suffix == issuer ? issuer : nil) else { return }
    suffix = level
    isProvince = level == "省"
  }

  /// A text that speaks for a department of a province it does not name: 2020年,省卫生健康委...我委.
  mutating func hearOpening(of text: [Unicode.Scalar]) {
    guard isUnit, suffix == nil else { return }
    let offices: [Unicode.Scalar] = ["委", "厅", "局", "办"]
    for index in text.indices.prefix(60) where text[index] == "省" && (index == 0 || !text[index - 1].isHan) {
      // 省委 and 省政府 are whom the department thanks, not who it is.
      let office = text[index...].prefix(12).prefix { $0.isHan }.dropFirst(3)
      if office.contains(where: offices.contains) {
        suffix = "省"
        isProvince = true
        return
      }
    }
  }

  /// Whether a division may be the one that speaks; nil when the text does not say.
  func fits(_ code: Adcode, _ view: YearView) -> Bool? {
    if isProvince { return view.region(code)?.level == .province }
    guard let suffix, let last = view.name(code).unicodeScalars.last else { return nil }
    return suffix == last
  }
}

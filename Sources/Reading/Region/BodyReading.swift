import Archive

/// Weighs the divisions that a report's text and cited titles name, to find the one it speaks for.
///
/// Reports name their province, their city, their own townships' county and places visited; what tells the
/// reporter's own name is where it stands, how often, and whether it fits 我市 or 我区.
struct BodyReading {
  struct Weight {
    var candidates: [Adcode]
    var score: Double
    var basis: RegionBasis
  }

  /// Heaviest first.
  private(set) var ranking: [Weight] = []
  /// Divisions named once by a name of their own, with how often: context for names that several share.
  private(set) var named: [(code: Adcode, weight: Double)] = []

  /// What a text must show before it decides; one mention in passing does not.
  static let threshold = 2.5
  /// How far the first must be ahead of the second.
  static let lead = 1.4

  private struct Tally {
    var text = 0.0
    var bonus = 0.0
    var weak = 0.0
    var cited = 0.0
    var number = 0.0
    /// Mentions that are not of places visited.
    var seen = 0
    /// A body of the division's follows a mention: 深圳市委 is named in no passing.
    var holdsOrgan = false
    var isStrong = false
  }

  private static let foreign: ScalarWords = [
    "赴", "到", "与", "同", "对口", "学习", "借鉴", "考察", "来自", "帮扶", "支援", "会同", "联合",
  ]
  private static let governments: ScalarWords = [
    "人民政府", "委", "政府", "党委", "法治政府", "司法局", "始终", "坚持", "深入", "认真",
  ]
  private static let leading: ScalarWord = "领导下"
  private static let slogans: ScalarWords = [
    "法治", "平安", "美丽", "数字", "幸福", "清廉", "智慧", "魅力", "和谐", "文明", "信用", "诚信", "健康", "富裕", "新", "大美", "活力", "美好",
  ]

  init(_ evidence: RegionEvidence, above: [Adcode], selfWords: SelfWords, view: YearView) {
    var tallies: [[Adcode]: Tally] = [:]
    BodyReading.weigh(evidence.body, above, view, &tallies)
    for passage in evidence.citedTitles {
      if let chain = view.chains(in: passage.text, isHead: false).first(where: {
        $0.form != .short && $0.range.lowerBound <= 6
      }) {
        tallies[chain.candidates, default: Tally()].cited += 1.5
        tallies[chain.candidates, default: Tally()].isStrong = true
      }
    }
    for passage in evidence.documentNumbers {
      let prefix = DocumentPrefix(passage.text, view: view)
      if prefix.candidates.isEmpty { continue }
      tallies[prefix.candidates, default: Tally()].number += prefix.isName ? 8 : 5
      tallies[prefix.candidates, default: Tally()].isStrong = true
    }
    BodyReading.join(&tallies)
    named = tallies.filter { $0.key.count == 1 && $0.value.isStrong }
      .map { codes, tally in
        (codes[0], Double(min(tally.seen + Int(tally.cited), 3)) + (tally.holdsOrgan ? 0.5 : 0))
      }.sorted { $0.0 < $1.0 }
    ranking = tallies.compactMap { candidates, tally in
      BodyReading.weight(candidates, tally, above, selfWords, view, hasUnit: !evidence.units.isEmpty)
    }.sorted {
      $0.score != $1.score
        ? $0.score > $1.score : $0.candidates.lexicographicallyPrecedes($1.candidates)
    }
  }

  /// Adds up what the running text says about each division or group that shares a name.
  private static func weigh(
    _ text: [Unicode.Scalar], _ above: [Adcode], _ view: YearView, _ tallies: inout [[Adcode]: Tally]
  ) {
    let chains = view.chains(in: text, isHead: false)
    var isFirst = true
    var isForeign = false
    for (position, chain) in chains.enumerated() {
      let start = chain.range.lowerBound
      let end = chain.range.upperBound
      if chain.form == .short, chain.length == 1 {
        if slogans.end(text, before: start) {
          tallies[chain.candidates, default: Tally()].bonus += 1.5
        } else if chain.candidates.contains(where: { code in above.contains { view.isAbove($0, code) } }) {
          // 主送红河州委, 县名用简称: the short name of a county below the addressee.
          tallies[chain.candidates, default: Tally()].text += 1
        } else {
          tallies[chain.candidates, default: Tally()].weak += 0.3
        }
        continue
      }
      var tally = tallies[chain.candidates] ?? Tally()
      tally.isStrong = true
      let followsInList =
        position > 0 && start > 0 && text[start - 1] == "、"
        && chains[position - 1].range.upperBound == start - 1
      let leadsInList =
        end < text.count && text[end] == "、" && position + 1 < chains.count
        && chains[position + 1].range.lowerBound == end + 1
      // 与内江市、资阳市: both are visited.
      isForeign = foreign.end(text, before: start) || (followsInList && isForeign)
      if !isForeign { tally.seen += 1 }
      let isAbove = isLeader(text, behind: end)
      if isAbove { tally.holdsOrgan = true }
      if isForeign || followsInList || leadsInList || isAbove {
        tally.text += 0.2
      } else {
        tally.text += 1
        if governments.begin(text, at: end) {
          tally.bonus += 0.5
          tally.holdsOrgan = true
        }
        if isFirst, start < 150 {
          // 根据《某市…通知》 opens with the city above; the reporter's own name is still to come.
          let isCited = isInTitle(text, at: start)
          tally.bonus += isCited ? 1 : 3
          isFirst = isCited
        }
      }
      tallies[chain.candidates] = tally
    }
  }

  /// 在丽水市委、市政府的正确领导下: the level above, never the reporter.
  private static func isLeader(_ text: [Unicode.Scalar], behind end: Int) -> Bool {
    for index in end..<min(end + 26, text.count) {
      if text[index] == "," || text[index] == "。" { return false }
      if text[index] == "领", leading.begins(text, at: index) { return true }
    }
    return false
  }

  /// Whether a mention stands inside 《》.
  private static func isInTitle(_ text: [Unicode.Scalar], at start: Int) -> Bool {
    let before = text[max(0, start - 80)..<start]
    guard let open = before.lastIndex(of: "《") else { return false }
    return !before[open...].contains("》")
  }

  /// A name that several share goes to the one of them that the text also names in full: 福州市鼓楼区, later 鼓楼区.
  private static func join(_ tallies: inout [[Adcode]: Tally]) {
    let groups = tallies.keys.filter { $0.count > 1 }.sorted { $0.lexicographicallyPrecedes($1) }
    for group in groups {
      let single = group.filter { tallies[[$0]]?.isStrong == true }
      guard single.count == 1, let shared = tallies.removeValue(forKey: group) else { continue }
      var tally = tallies[single] ?? Tally()
      tally.text += shared.text
      tally.bonus += shared.bonus
      tally.weak += shared.weak
      tally.cited += shared.cited
      tally.number += shared.number
      tally.seen += shared.seen
      tallies[single] = tally
    }
  }

  private static func weight(
    _ candidates: [Adcode], _ tally: Tally, _ above: [Adcode], _ selfWords: SelfWords, _ view: YearView,
    hasUnit: Bool
  ) -> Weight? {
    var candidates = candidates
    let below = candidates.filter { code in above.contains { view.isAbove($0, code) } }
    if !below.isEmpty { candidates = below }
    let fitting = candidates.filter { selfWords.fits($0, view) != false }
    if !fitting.isEmpty { candidates = fitting }
    var score = min(tally.text, 8) + min(tally.bonus, 5) + min(tally.cited, 4.5) + tally.number
    if tally.isStrong || tally.bonus > 0 || !below.isEmpty { score += min(tally.weak, 3) }
    if fitting.isEmpty {
      score *= 0.25
    } else if tally.bonus > 0, selfWords.fits(fitting[0], view) == true {
      // 我市, and the only city named where texts name themselves.
      score *= 1.3
    }
    if !below.isEmpty { score *= 1.5 }
    // The addressee is the level above, unless one of its own offices or townships writes.
    if !hasUnit, !selfWords.isUnit, candidates.count == 1, above.contains(candidates[0]) { score *= 0.15 }
    if score == 0 { return nil }
    let basis: RegionBasis =
      tally.number > 0 ? .documentNumber : tally.cited > tally.text + tally.bonus ? .citedTitle : .body
    return Weight(candidates: candidates, score: score, basis: basis)
  }
}

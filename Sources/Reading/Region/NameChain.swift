import Archive

/// Names that stand together and lead downwards, `河南省开封市顺河回族区`, read as one division.
struct NameChain {
  /// Of the whole chain, in the text.
  var range: Range<Int>
  /// The last name's entry in the index.
  var entry: Int
  /// What the last name may mean, given the names before it; by code.
  var candidates: [Adcode]
  /// How many names.
  var length: Int
  var form: NameIndex.Form
}

extension YearView {
  /// The chains of a text in order. A name that fits under the one before it goes on with its chain; guarded
  /// names count nowhere else, except as the first word of a head (`isHead`).
  func chains(in text: [Unicode.Scalar], isHead: Bool) -> [NameChain] {
    var chains: [NameChain] = []
    for mention in index.mentions(in: text) {
      let form = index.entries[mention.entry].form
      if let last = chains.last,
        mention.overlaps || mention.range.lowerBound >= last.range.upperBound,
        isAdjacent(last.range.upperBound, mention.range.lowerBound, text),
        let below = candidates(mention.entry, below: last.candidates)
      {
        chains[chains.count - 1] = NameChain(
          range: last.range.lowerBound..<mention.range.upperBound, entry: mention.entry, candidates: below,
          length: last.length + 1, form: form)
        continue
      }
      if mention.overlaps || mention.range.lowerBound < chains.last?.range.upperBound ?? 0 { continue }
      if !stands(mention, form, text, isHead: isHead) { continue }
      let meant = candidates(mention.entry)
      if meant.isEmpty { continue }
      chains.append(
        NameChain(range: mention.range, entry: mention.entry, candidates: meant, length: 1, form: form))
    }
    return chains
  }

  private func candidates(_ entry: Int, below upper: [Adcode]) -> [Adcode]? {
    let below = candidates(entry).filter { code in upper.contains { isAbove($0, code) } }
    if !below.isEmpty { return below }
    let past = pastCandidates(entry).filter { code in upper.contains { isAbove($0, code) } }
    return past.isEmpty ? nil : past
  }

  private func isAdjacent(_ end: Int, _ start: Int, _ text: [Unicode.Scalar]) -> Bool {
    // 襄樊市|襄阳区, 河南省 开封市, and one scalar shared: 济南市|市中区.
    start - end <= 4 && (end >= start || text[end..<start].allSatisfy { $0 == " " })
  }

  private func stands(
    _ mention: NameIndex.Mention, _ form: NameIndex.Form, _ text: [Unicode.Scalar], isHead: Bool
  ) -> Bool {
    let start = mention.range.lowerBound
    switch form {
    case .full: return true
    case .guarded:
      // At the head of a title the name says what it is, though not where.
      return isHead && isWordStart(start, text)
        && GuardedName.followers.begin(text, at: mention.range.upperBound)
    case .brief: return isWordStart(start, text) || BriefName.stands(mention.range, text)
    case .short: return !isHead || isWordStart(start, text)
    }
  }

  /// Nothing before it that could own the first character.
  func isWordStart(_ start: Int, _ text: [Unicode.Scalar]) -> Bool {
    start == 0 || !text[start - 1].isHan || GuardedName.openers.end(text, before: start)
  }
}

/// Words around a name that show where it begins and ends.
private enum GuardedName {
  static let openers: ScalarWords = ["关于", "中共", "年度", "年", "上报", "报送", "呈报", "印发", "现将", "现就"]
  static let followers: ScalarWords = ["人民政府", "委", "政府", "20", "二〇", "二○", "法治", "依法", "关于"]
}

/// A name of two characters behind a word of the sentence: 将随县2025年度…报告如下, 在随县县委领导下.
private enum BriefName {
  /// Whether what stands behind the name shows that it is one, since 对应县区 and 由任县委书记 hold one by accident.
  static func stands(_ name: Range<Int>, _ text: [Unicode.Scalar]) -> Bool {
    guard leading.end(text, before: name.lowerBound) else { return false }
    if subjects.begin(text, at: name.upperBound) { return true }
    return organs.begin(text, at: name.upperBound) && !verbs.contains(text[name.lowerBound])
  }

  private static let leading: ScalarWords = [
    "将", "对", "就", "在", "由", "受", "经", "向", "代表", "根据", "按照", "依据", "结合", "围绕",
  ]
  private static let subjects: ScalarWords = [
    "20", "二〇", "二○", "年度", "本年", "上年", "法治", "依法", "司法", "推进", "贯彻", "落实", "履行", "县委", "县政府", "县人民政府",
  ]
  private static let organs: ScalarWords = ["人民政府", "政府", "委"]
  /// First characters of such names that are words of their own: 和县, 应县, 任县.
  private static let verbs: ScalarSet = "和应开任代达成新兴理献"
}

/// Says in a short phrase of the text what a number counts.
struct SubjectReader {
  /// Longest subject, in scalars.
  static let limit = 20

  /// The last subject read: a clause without one speaks of the same thing.
  private var last: [Unicode.Scalar] = []
  /// The subject outside the open bracket, whose parts are named shortly: `(刑事11件,民事107件)`.
  private var whole: [Unicode.Scalar] = []
  /// What 分别 hands out, in order.
  private var shares: ArraySlice<Range<Int>> = []

  mutating func startPassage() {
    last.removeAll(keepingCapacity: true)
    whole = []
    shares = []
  }

  mutating func openBracket() { whole = last }
  mutating func closeBracket() {
    if !whole.isEmpty { last = whole }
    whole = []
  }

  /// - Parameters:
  ///   - piece: text that belongs to the number alone, from the last punctuation or number on.
  ///   - clauseBefore: the clause before, when it holds no number.
  ///   - end: behind the measure word.
  /// - Returns: the subject, and where the noun behind the number ends.
  mutating func subject(
    in text: [Unicode.Scalar], piece: Range<Int>, clauseBefore: Range<Int>, end: Int, isPart: Bool
  ) -> (subject: String, end: Int) {
    var before = SubjectTrimming.trim(text, max(piece.lowerBound, piece.upperBound - 48)..<piece.upperBound)
    if let parts = SubjectReader.shares(text, before) { shares = parts[...] }
    if let share = shares.popFirst() { before = SubjectTrimming.trim(text, share) }
    let after = SubjectReader.nounBehind(text, end)
    if before.isEmpty, after.isEmpty {
      let earlier = SubjectTrimming.trim(
        text, max(clauseBefore.lowerBound, clauseBefore.upperBound - 24)..<clauseBefore.upperBound)
      if !isPart, earlier.count >= 4 { last = Array(text[earlier]) }
      return (SubjectReader.short(last), end)
    }
    if isPart, before.count + after.count <= 4, !whole.isEmpty, whole.count <= 14 {
      return (SubjectReader.short(whole + text[before]), after.upperBound)
    }
    // In place: the array of the last subject has room already.
    last.removeAll(keepingCapacity: true)
    if text[before].contains(" ") {
      for index in before where text[index] != " " { last.append(text[index]) }
    } else {
      last += text[before]
    }
    last += text[after]
    return (SubjectReader.short(last), after.upperBound)
  }

  /// A subject that is known already.
  mutating func note(_ range: Range<Int>, in text: [Unicode.Scalar]) -> String {
    last = Array(text[range])
    return SubjectReader.short(last)
  }

  /// The end of a long phrase, where its noun stands; from a 、 or 的 on when there is one to cut at.
  private static func short(_ words: [Unicode.Scalar]) -> String {
    guard words.count > limit else { return words[...].exactString }
    let tail = words.suffix(limit)
    let cut = tail.prefix(limit / 2).lastIndex { $0 == "、" || $0 == "的" || $0 == "”" || $0 == "》" }
    return tail[(cut.map { $0 + 1 } ?? tail.startIndex)...].exactString
  }

  /// `A、B和C分别为`: the ranges of A, B and C.
  private static func shares(_ text: [Unicode.Scalar], _ range: Range<Int>) -> [Range<Int>]? {
    var high = range.upperBound
    let tail = max(range.lowerBound, high - 8)..<min(text.count, high + 3)
    guard let at = tail.first(where: { text.holds(share, at: $0) }) else { return nil }
    high = min(high, at)
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for index in range.lowerBound..<max(range.lowerBound, high)
    where text[index] == "、" || text[index] == "和" || text[index] == "及" {
      if index > start { parts.append(start..<index) }
      start = index + 1
    }
    if high > start { parts.append(start..<high) }
    return parts.count > 1 ? parts : nil
  }

  private static let share = Array("分别".unicodeScalars)

  /// The noun that follows: `30份 行政处罚、行政许可案卷`.
  private static func nounBehind(_ text: [Unicode.Scalar], _ end: Int) -> Range<Int> {
    var start = text.skippingSpaces(from: end)
    if start < text.count, text[start] == "的" { start += 1 }
    var index = start
    var comma: Int?
    while index < text.count, index - start < limit {
      if text[index] == "、", index > start {
        comma = comma ?? index
      } else if !text[index].isHan && !text[index].isLatinLetter {
        break
      } else if let word = stops.starting(at: index, in: text) {
        if word.value { break }
        index += word.length - 1
      }
      index += 1
    }
    let isCut = index - start >= limit || (index < text.count && text[index].isDigit)
    // 5个社区、46个自然村: the list goes on with another number.
    if let comma, isCut || text[index - 1] == "、" { index = comma }
    return start..<max(start, min(index, text.count))
  }

  /// Words that end a noun phrase behind a number; false for those that only look like one.
  private static let stops = PhraseTable<Bool>(
    .opening,
    [
      (
        """
        以上 以下 以内 左右 上下 内 之内 进行 予以 全部 并 均 已 被 向 在 得到 开展 及 和 与 等 其中 实现 达到 完成 纳入 作出 获 同比 较 比 占 由 为 \
        共 先后 分别 提供 提出 召开 参加 推进 从 用于 解决 代办 确保 给予 到 至 是 的 将 提升 提高 压缩 压减 缩短 降低 下降 上升 增长 增加 减少 \
        降 升 减 增 办结 审结 受理 取消 调整 化解 成功 查处 立案 罚款 收到 答复 维持 撤销 涉及 报送 经 不 未 无 具有 每 当
        """, true
      ),
      ("行为 作为 在建 在编 在岗 在校 在册 在职 在线 已建 共同 共享 公共 及时 和解 和谐 等级 不动产 无障碍 减税 增值 经营 经济 经费 经验 不合格 不予", false),
    ])
}

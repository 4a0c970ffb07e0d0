/// Measure words that are oftener something else: 年, 日 and 分 count only in certain company.
enum SpecialMeasures {
  static func measure(
    in text: [Unicode.Scalar], _ number: Numeral, at index: Int, clause: Int
  ) -> MeasureWords.Measure? {
    guard index < text.count, !number.hasMultiplier else { return nil }
    let start = number.number.lowerBound
    switch text[index] {
    case "年": return isTerm(text, number, start, index + 1, clause) ? year : nil
    case "日": return isDeadline(text, number, start, index + 1) ? day : nil
    case "分": return isScore(text, start, index + 1, clause) ? score : nil
    default: return nil
    }
  }

  private static let year = measure("年", .duration)
  private static let day = measure("日", .duration)
  private static let score = measure("分", .amount)

  private static func measure(_ word: String, _ sort: MeasureWords.Sort) -> MeasureWords.Measure {
    MeasureWords.Measure(word: Array(word.unicodeScalars), unit: word, sort: sort)
  }

  /// 有效期5年, 满2年, 3年以上; never 2019年, 近3年, 3年行动.
  private static func isTerm(
    _ text: [Unicode.Scalar], _ number: Numeral, _ start: Int, _ end: Int, _ clause: Int
  ) -> Bool {
    guard number.decimals == 0, number.number.count <= 2 else { return false }
    if bounds.starting(at: end, in: text) != nil { return true }
    let before = text.skippingSpaces(before: start)
    return terms.ending(at: before, in: text) != nil
      && (end >= text.count || !text[end].isHan || text[end] == "的")
  }

  /// 15日内, but 3月15日内 dates.
  private static func isDeadline(_ text: [Unicode.Scalar], _ number: Numeral, _ start: Int, _ end: Int)
    -> Bool
  {
    guard number.decimals == 0, number.number.count <= 2 else { return false }
    let before = text.skippingSpaces(before: start)
    if before > 0, text[before - 1] == "月" || text[before - 1] == "." || text[before - 1] == "-" {
      return false
    }
    return QuantityKindWords.within.starting(at: end, in: text) != nil
  }

  /// 得98.5分, never 9时30分 or 2分局.
  private static func isScore(_ text: [Unicode.Scalar], _ start: Int, _ end: Int, _ clause: Int) -> Bool {
    if end < text.count, text[end].isHan, closings.starting(at: end, in: text) == nil { return false }
    let before = text.skippingSpaces(before: start)
    if before > 0, text[before - 1] == "时" || text[before - 1] == "点" || text[before - 1] == ":" {
      return false
    }
    return scores.occurs(in: max(clause, start - 16)..<start, of: text)
  }

  private static let bounds = PhraseTable<Bool>(.opening, "以上 以内 以下")
  private static let terms = PhraseTable<Bool>(
    .closing, "有效期 有效期为 期限 期限为 为期 任期 满 不少于 不低于 不超过 超过 保存 保留 至少 聘期 聘期为 试用期")
  private static let closings = PhraseTable<Bool>(.opening, "以上 以下 的 左右 居 位 列 排")
  private static let scores = PhraseTable<Bool>(
    .opening, "得分 评分 分值 满分 加 扣 成绩 测评 考核 平均 考评 得")
}

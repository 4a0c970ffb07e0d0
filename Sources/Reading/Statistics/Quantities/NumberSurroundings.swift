/// What stands around a number and makes it a name, a code or an ordinal instead of a count.
enum NumberSurroundings {
  /// Part of a code, a fraction, a time or a name: 4G, G4, 1+4+N, 7×24小时, 5·12, 9:30, 2/3, V2.0.
  static func isCode(_ text: [Unicode.Scalar], _ number: Range<Int>, end: Int) -> Bool {
    if number.lowerBound > 0 {
      let before = text[number.lowerBound - 1]
      if before.isLatinLetter || joins(before) || before == "." { return true }
      let isAfterDigit = number.lowerBound > 1 && text[number.lowerBound - 2].isDigit
      if before == ":" || before == "," || before == "'", isAfterDigit, before == ":" { return true }
      // B-12, 0371-6666
      if before == "-", number.lowerBound > 1, text[number.lowerBound - 2].isLatinLetter { return true }
    }
    guard end < text.count else { return false }
    let after = text[end]
    if joins(after) { return true }
    if after.isLatinLetter { return MeasureWords.measure(in: text, at: end) == nil }
    return after == ":" && end + 1 < text.count && text[end + 1].isDigit
  }

  private static func joins(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "+", "×", "·", "/", "_", "#", "№", "*", "=", "^", "•": true
    default: false
    }
  }

  /// 第32次; also 6 of 第5、6次, when `ordinal` is where 第5 ends.
  static func isOrdinal(_ text: [Unicode.Scalar], number: Int, after ordinal: Int) -> Bool {
    let before = text.skippingSpaces(before: number)
    if before > 0, text[before - 1] == "第" { return true }
    return ordinal >= 0 && before - ordinal == 1 && linking.contains(text[before - 1])
  }

  /// 前3名, 近3个月: a rank or a stretch of time that leads nowhere.
  static func isRankOrSpan(_ text: [Unicode.Scalar], number: Int, _ measure: MeasureWords.Measure) -> Bool {
    let before = text.skippingSpaces(before: number)
    guard before > 0 else { return false }
    switch text[before - 1] {
    case "前":
      return before < 2 || !beforeAhead.contains(text[before - 2])
    case "近", "后": return measure.sort == .duration
    case "去", "来":
      return measure.sort == .duration && before > 1 && (text[before - 2] == "过" || text[before - 2] == "未")
    default: return false
    }
  }

  private static let linking: ScalarSet = "、和至-~及或,—"
  /// With 前 they make 以前, 提前 and the like.
  private static let beforeAhead: ScalarSet = "以之日目此会庭年事岗提月天底"
  private static let returns = PhraseTable<Bool>(.opening, "无理由")

  /// 24小时自助, 15分钟服务圈, 7天无理由退货, 《条例》38条.
  static func isName(
    _ text: [Unicode.Scalar], _ number: Numeral, _ measure: MeasureWords.Measure, end: Int
  ) -> Bool {
    let start = number.number.lowerBound
    if measure.isArticle, start > 0, text[start - 1] == "》" { return true }
    guard measure.sort == .duration else { return false }
    let isWithin = QuantityKindWords.within.starting(at: end, in: text) != nil
    if measure.isHour, number.value.digits == 24, number.decimals == 0, !isWithin { return true }
    if returns.starting(at: end, in: text) != nil { return true }
    guard measure.isMinute || measure.isHour else { return false }
    var index = end
    while index < text.count, index - end < 14, text[index].isHan || text[index] == "”" {
      if text[index] == "圈" { return true }
      index += 1
    }
    return false
  }

  /// Where a name in quotation marks ends: numbers inside a short quotation belong to its name.
  static func endOfName(_ text: [Unicode.Scalar], openedAt start: Int) -> Int? {
    let closing: Unicode.Scalar
    switch text[start] {
    case "“": closing = "”"
    case "‘": closing = "’"
    case "「": closing = "」"
    case "『": closing = "』"
    default: return nil
    }
    return endOf(text, start, closing: closing, opening: text[start], longest: 18)
  }

  /// Where a title or a bracketed document year ends.
  static func endOfTitle(_ text: [Unicode.Scalar], openedAt start: Int) -> Int? {
    switch text[start] {
    case "《": endOf(text, start, closing: "》", opening: "《", longest: 120)
    case "〈": endOf(text, start, closing: "〉", opening: "〈", longest: 60)
    case "〔": endOf(text, start, closing: "〕", opening: "〔", longest: 12)
    default: nil
    }
  }

  private static func endOf(
    _ text: [Unicode.Scalar], _ start: Int, closing: Unicode.Scalar, opening: Unicode.Scalar, longest: Int
  ) -> Int? {
    var depth = 0
    for index in start..<min(text.count, start + longest + 2) {
      if text[index] == opening { depth += 1 }
      if text[index] == closing {
        depth -= 1
        if depth == 0 { return index + 1 }
      }
      if text[index] == "。" { return nil }
    }
    return nil
  }
}

/// Nothing, said in words: 零投诉, 没有行政复议案件, 未发生行政败诉案件.
struct StatedZero {
  /// From the word that denies to the end of the noun.
  let range: Range<Int>
  let word: Range<Int>
  let subject: Range<Int>
  let unit: String

  /// Scalars that open a denial.
  static let openers: [UInt32] = denials.keys

  init?(in text: [Unicode.Scalar], at index: Int, clause: Int) {
    guard let denial = StatedZero.denials.starting(at: index, in: text) else { return nil }
    let before = index > clause ? text[index - 1] : "。"
    // 有无, 如没有, 二〇〇零
    if StatedZero.barred.contains(before) || before.hanDigit != nil { return nil }
    var start = index + denial.length
    while let filler = StatedZero.fillers.starting(at: start, in: text) { start += filler.length }
    guard let end = StatedZero.nounEnd(text, start, longest: denial.value) else { return nil }
    word = index..<(index + denial.length)
    subject = start..<end
    range = index..<end
    unit = StatedZero.events.ending(at: end, in: text) == nil ? "件" : "起"
  }

  /// The end of a noun that names matters such as are counted, with nothing but a verb of happening behind it.
  private static func nounEnd(_ text: [Unicode.Scalar], _ start: Int, longest: Int) -> Int? {
    var end = start
    while end < text.count, end - start < longest, text[end].isHan || text[end] == "、", text[end] != "的" {
      end += 1
    }
    // A clause that goes on, or a noun that is cut off, is no plain denial.
    if end < text.count, text[end].isHan || text[end].isDigit { return nil }
    while let tail = tails.ending(at: end, in: text), end - tail.length > start { end -= tail.length }
    guard end - start >= 2, nouns.ending(at: end, in: text) != nil else { return nil }
    return end
  }

  /// How long the denied noun may be, in scalars.
  private static let denials = PhraseTable<Int>(
    .opening, [("零", 8), ("没有 无 未发生 未出现 未产生 未收到 未受理 未接到 未发现 未办理 没有发生 没有出现 没有收到 没有受理 无发生", 20)])

  private static let fillers = PhraseTable<Bool>(.opening, "一起 一件 一例 任何 发生 出现 新的 新增 过")

  private static let barred: ScalarSet = "有如若凡因对将从毫并是否"

  private static let tails = PhraseTable<Bool>(.closing, "发生 出现 情况 现象 目标 的")

  private static let nouns = PhraseTable<Bool>(
    .closing, "案件 投诉 诉讼 败诉 复议 应诉 事故 事件 上访 申请 纠错 差错 撤销 赔偿 舆情 信访 复议案 诉讼案 败诉案 违规 违纪 申诉")

  private static let events = PhraseTable<Bool>(.closing, "事故 事件 上访 舆情")
}

import Archive

/// Whether a number is a level, a change of one, or a norm.
enum QuantityKindWords {
  /// - Parameters:
  ///   - clause: where the clause starts.
  ///   - piece: where the text that belongs to this number alone starts.
  ///   - end: behind the measure word.
  static func kind(
    in text: [Unicode.Scalar], clause: Int, piece: Int, number: Int, end: Int, measure: MeasureWords.Measure
  ) -> Quantity.Kind {
    if measure.sort == .points || measure.isTimes { return .change }
    let piece = max(piece, number - 40)
    let clause = max(clause, number - 40)
    if isChange(text, piece..<number, end: end, measure) { return .change }
    return isNorm(text, clause..<number, end: end, measure) ? .norm : .level
  }

  private static func isChange(
    _ text: [Unicode.Scalar], _ piece: Range<Int>, end: Int, _ measure: MeasureWords.Measure
  ) -> Bool {
    var index = text.skippingSpaces(before: piece.upperBound)
    var isLevel = false
    // 增长了近 12%, 降幅达到 5%; 提升至 95% is a level.
    while index > piece.lowerBound, let filler = fillers.ending(at: index, in: text) {
      if filler.value { isLevel = true }
      index = text.skippingSpaces(before: index - filler.length)
    }
    let isRate = measure.sort == .rate
    if isRate, extents.ending(at: index, in: text) != nil { return true }
    if isLevel { return false }
    let isCompared = comparisons.occurs(in: piece, of: text)
    if let verb = verbs.ending(at: index, in: text), index - verb.length >= piece.lowerBound {
      let before = index - verb.length - 1
      let isNew =
        verb.length == 1 && before >= 0 && (text[before] == "新" || text[before] == "增" || text[before] == "至")
      if isNew { return false }
      // 增加5个窗口 adds things; 增加5件 moves a level.
      let next = end < text.count ? text[end] : "。"
      return isRate || isCompared || measure.sort != .count || !next.isHan || verb.value
    }
    guard isRate else { return false }
    return isCompared || cuts.occurs(in: piece, of: text)
  }

  private static func isNorm(
    _ text: [Unicode.Scalar], _ clause: Range<Int>, end: Int, _ measure: MeasureWords.Measure
  ) -> Bool {
    if measure.sort == .duration {
      if reached.occurs(in: clause, of: text) { return false }
      if measure.isWorkday || within.starting(at: end, in: text) != nil { return true }
      return limits.occurs(in: clause, of: text)
    }
    if duties.occurs(in: clause, of: text) { return true }
    for index in clause where text[index] == "每" {
      let next = index + 1 < text.count ? text[index + 1] : "。"
      let before = index > 0 ? text[index - 1] : "。"
      // 平均每天 and 每万人 measure, 每一 and 每逢 count nothing.
      if notEach.contains(next) || before == "均" { continue }
      return true
    }
    return false
  }

  /// True for those that lead to a level.
  private static let fillers = PhraseTable<Bool>(
    .closing,
    [
      ("了 约 近 将近 接近 超过 超 逾 分别 各 均 至少 不少于 不低于 的", false),
      ("达到 达 高达 多达 为 至 到 成 在 是", true),
    ])

  /// Nouns that name a change, whatever verb follows: 增幅达12%.
  private static let extents = PhraseTable<Bool>(
    .closing, "增幅 降幅 涨幅 跌幅 减幅 增速 幅度 增长率 下降率 压缩率 压减率 缩减率 提升率 压缩比例 压减比例 缩减比例 提速")

  /// True for verbs that always speak of a level, whatever noun follows.
  private static let verbs = PhraseTable<Bool>(
    .closing,
    [
      ("增长 下降 上升 提高 降低 上涨 下滑 回落 扩大 净增 递增 翻", true),
      ("减少 增加 提升 压缩 压减 缩短 缩减 精简 减 增 降 升 提前", false),
    ])

  private static let comparisons = PhraseTable<Bool>(
    .opening, "同比 环比 相比 上年同期 去年同期 较上年 较去年 比上年 比去年")
  private static let cuts = PhraseTable<Bool>(
    .opening, "压减 压缩 缩短 缩减 提速 减少 精简 增长 下降 上升")
  private static let reached = PhraseTable<Bool>(
    .opening, "压缩 压减 缩短 缩减 减少 节省 节约 平均 提速 累计")
  private static let limits = PhraseTable<Bool>(
    .opening, "时限 期限 有效期 为期 任期 提前 承诺 不少于 不超过")
  private static let duties = PhraseTable<Bool>(
    .opening, "至少 不得 应当 必须 原则上 须")
  /// Behind 每: 每万人, 每一.
  private static let notEach: ScalarSet = "万十百千一逢当"
  static let within = PhraseTable<Bool>(.opening, "内 以内 之内")
}

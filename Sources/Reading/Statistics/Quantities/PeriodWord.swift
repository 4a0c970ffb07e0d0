/// What a word says of the time that the numbers behind it speak of.
enum PeriodWord: Sendable {
  case thisYear, lastYear, nextYear
  /// 截至: as at a day.
  case cutoff
  /// 目前, 现有: as at the day of writing.
  case now
  /// 累计: over the year or over several, as the sentence says.
  case total
  /// 以来
  case since
  /// The 年来 of 五年来.
  case yearsOn
  /// 期间 of a five-year plan.
  case span
  /// 力争
  case aim
  /// 下一步
  case plan

  static let table = PhraseTable<PeriodWord>(
    .opening,
    [
      ("今年 本年度 本年 全年 年内 当年 一年来 年度内", .thisYear),
      ("去年 上年度 上年 上一年度 上一年 前年", .lastYear),
      ("明年 来年 下一年 下一年度 下年度 新的一年", .nextYear),
      ("截至 截止", .cutoff),
      ("目前 现有 现共有 至今 迄今", .now),
      ("累计", .total),
      ("以来", .since),
      ("年来 年间", .yearsOn),
      ("期间 时期", .span),
      ("力争 争取 确保到 计划到", .aim),
      ("下一步 下步 下一阶段 下阶段", .plan),
    ])

  /// Behind a year: it only says since when.
  static let sinces = PhraseTable<Bool>(.opening, "以来 度以来 起至 至 底以来 初以来")

  /// Before a year: it is compared with.
  static let comparing = PhraseTable<Bool>(.closing, "比 较 与 同 相比 相较 较之 超过 高于 低于 多于 少于 是 由 从")

  /// Between the year compared with and its value.
  static let comparedFillers: ScalarSet = "同期度全年的为"

  /// Behind a year: it dates a document or a start, not the numbers.
  static let issuing = PhraseTable<Bool>(
    .opening,
    """
    印发的 出台的 制定的 下发的 发布的 通过的 修订的 修正的 颁布的 公布的 成立的 印发《 出台《 制定《 下发《 发布《 通过《 修订《 颁布《 \
    施行 实施 启动 以前 之前 前 起 版 工作要点 工作计划
    """)

  /// Before a year: the same.
  static let basis = PhraseTable<Bool>(.closing, "根据 按照 依据 落实 贯彻 自 对照 始于 早在")

  /// Between the years of a list.
  static let listing: ScalarSet = "、和与及"

  /// Ends the name of a five-year plan.
  static let planEnds: ScalarSet = "”五划"

  /// `2018年1月至2020年5月`: what may stand before the dash.
  static let dateEnds: ScalarSet = "年月日底初"

  static let dashes: ScalarSet = "-—–~至到─－―"
}

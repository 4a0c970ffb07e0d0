/// Takes dates and adverbs off the front of a subject, verbs of amount off its end.
enum SubjectTrimming {
  static func trim(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      if isMark(text[low]) || text[low] == "”" || text[low] == ")" || text[low].isDigit {
        low += 1
      } else if let word = opening.starting(at: low, in: text), word.value, low + word.length <= high,
        // 我区 of 我区级单位 is no place of its own.
        !(low + word.length < high && text[low + word.length] == "级")
      {
        low += word.length
      } else {
        break
      }
    }
    while low < high {
      if isMark(text[high - 1]) || text[high - 1] == "(" || text[high - 1] == "“" {
        high -= 1
      } else if let word = closing.ending(at: high, in: text), word.value, high - word.length >= low {
        high -= word.length
      } else {
        break
      }
    }
    return low..<high
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", ":", ",", "、", ";", "。", "-", "~", "—", "\n", "!", "?": true
    default: false
    }
  }

  /// False for words that only begin like one.
  private static let opening = PhraseTable<Bool>(
    .opening,
    [
      (
        """
        年 年度 度 月 日 底 月底 月份 今年以来 以来 今年 全年 本年度 去年 上年 截至 截止 目前 截至目前 共 总共 共计 累计 先后 已 已经 其中 全市 全县 \
        全区 全省 我市 我县 我区 分别 并 还 也 和 及 与 以及 同时 现 现有 内 在 至 均 由 从 的 对 将 为 以
        """, true
      ),
      (
        """
        共享 共同 共建 共治 共青团 并联 还款 和解 和谐 及时 与会 内部 内控 在线 在建 现场 现代 现行 对外 对口 对接 从业 以案 日常 年检 年审 月报 以工 为民
        """, false
      ),
    ])

  /// False for words that only end like one.
  private static let closing = PhraseTable<Bool>(
    .closing,
    [
      (
        """
        共计 合计 总计 共 累计 达到 达 高达 多达 分别为 分别达 分别 各为 均为 为 约 近 将近 超过 超 突破 不少于 不低于 至少 不超过 已 了 的 计 至 到 在 有 \
        逾 均 各 以 由 从 于 提升 提高 压缩 压减 缩短 降低 下降 上升 增长 增加 减少 减 降 同比 环比
        """, true
      ),
      ("行为 作为 人为 所有 国有 公共 审计 统计 会计 设计 合约 公约 节约 违约 存在 目的 标的 基于 关于 属于 用于", false),
    ])
}

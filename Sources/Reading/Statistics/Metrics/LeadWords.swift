/// Small words between a wording and its number that no pattern has to spell: 共计, 约, 达到, 分别为.
enum LeadWords {
  /// Scalars that may be passed on one side.
  static let reach = 12

  /// Where a wording may end before the number: at the number, and before each of the small words.
  static func ends(before number: Int, in text: [Unicode.Scalar], from start: Int, into ends: inout [Int]) {
    ends.removeAll(keepingCapacity: true)
    ends.append(number)
    var index = number
    while number - index < reach {
      let bare = text.skippingSpaces(before: index)
      if bare < index {
        index = bare
      } else if let word = before.ending(at: index, in: text) {
        index -= word.length
      } else {
        break
      }
      guard index >= start else { break }
      ends.append(index)
    }
  }

  /// Where a wording may begin behind the number.
  static func starts(behind unit: Int, in text: [Unicode.Scalar], to end: Int, into starts: inout [Int]) {
    starts.removeAll(keepingCapacity: true)
    starts.append(unit)
    var index = unit
    while index - unit < reach {
      let bare = text.skippingSpaces(from: index)
      if bare > index {
        index = bare
      } else if let word = behind.starting(at: index, in: text) {
        index += word.length
      } else {
        break
      }
      guard index <= end else { break }
      starts.append(index)
    }
  }

  private static let before = PhraseTable<Bool>(
    .closing,
    """
    约 近 大约 将近 超 超过 逾 达 达到 达成 高达 多达 共 共计 共有 总计 总数 合计 累计 为 约为 是 有 分别 分别为 分别达 各 已 了 的 计 \
    突破 不少于 不低于 至少 数 数为 数达 数量 到 至 增至 升至 降至 在 : ( 仅 量 量达
    """)
  private static let behind = PhraseTable<Bool>(.opening, "以上 左右 余 多 的 有余 上下 以内")
}

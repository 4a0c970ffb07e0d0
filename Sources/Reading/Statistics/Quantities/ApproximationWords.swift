import Archive

/// How a number is meant: 余, 以上, 超过, 近, 不到.
enum ApproximationWords {
  /// - Parameters:
  ///   - clause: where the clause starts.
  ///   - end: behind the measure word.
  static func read(
    in text: [Unicode.Scalar], clause: Int, number: Int, end: Int, isExceeded: Bool
  ) -> Quantity.Approximation {
    let before = before(in: text, clause: clause, number: number)
    if let before, before != .about { return before }
    if isExceeded { return .atLeast }
    return after(in: text, end: end) ?? before ?? .exact
  }

  private static func before(in text: [Unicode.Scalar], clause: Int, number: Int) -> Quantity.Approximation? {
    var index = text.skippingSpaces(before: number)
    // 超过了 90%, 近达 300 件
    for _ in 0..<3 {
      guard let filler = fillers.ending(at: index, in: text), closing.ending(at: index, in: text) == nil
      else { break }
      index = text.skippingSpaces(before: index - filler.length)
    }
    if let found = closing.ending(at: index, in: text), index - found.length >= clause {
      if found.length > 1 { return found.value }
      // 节约100元, 最近3次, 超3件 but not 赶超3家.
      let previous = index - 2 >= 0 ? text[index - 2] : "。"
      let bars = text[index - 1] == "约" ? barsAbout : text[index - 1] == "近" ? barsNear : barsOver
      if !bars.contains(previous) { return found.value }
    }
    // 每年至少举办2期
    var back = index
    let distant = distant
    while back > max(clause, index - 12), !text[back - 1].isDigit {
      back -= 1
      if let found = distant.starting(at: back, in: text) { return found.value }
    }
    return nil
  }

  private static func after(in text: [Unicode.Scalar], end: Int) -> Quantity.Approximation? {
    following.starting(at: text.skippingSpaces(from: end), in: text)?.value
  }

  private static let fillers = PhraseTable<Bool>(.closing, "了 达到 达 为 到 至 有 在 已 共 共计 合计 计")

  private static let closing = PhraseTable<Quantity.Approximation>(
    .closing,
    [
      (
        "超过 超 突破 不少于 不得少于 不低于 不得低于 不下 不下于 至少 最少 高于 多于 大于 逾 超出 不止",
        .atLeast
      ),
      ("近 约 大约 将近 接近 约为 约合 大概 左右", .about),
      (
        "不超过 不得超过 未超过 不超 不高于 不多于 不大于 不到 不足 低于 少于 小于 至多 最多 最长 最高 未满",
        .atMost
      ),
    ])

  /// With a verb between them and the number.
  private static let distant = PhraseTable<Quantity.Approximation>(
    .opening, [("至少 最少 不少于 不低于", .atLeast), ("至多 最多", .atMost)])

  private static let following = PhraseTable<Quantity.Approximation>(
    .opening,
    [
      ("以上 及以上 (含)以上 有余", .atLeast), ("左右 上下 许", .about), ("以下 以内 及以下 (含)以下 之内", .atMost),
    ])

  private static let barsAbout: ScalarSet = "节签违履预合公契集制条邀立俭"
  private static let barsNear: ScalarSet = "最附邻临靠贴亲就"
  private static let barsOver: ScalarSet = "赶反高立"
}

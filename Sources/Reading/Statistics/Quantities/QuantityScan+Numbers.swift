import Archive

extension QuantityScan {
  /// At the first digit of a run.
  mutating func readNumber() {
    let start = index
    guard let number = Numeral(in: text, at: start, grouped: true) else { return skipDigits() }
    if readYear(number) { return }
    if start < nameEnd || NumberSurroundings.isCode(text, number.number, end: number.number.upperBound) {
      return skipDigits()
    }
    let isOrdinal = NumberSurroundings.isOrdinal(text, number: start, after: ordinalEnd)
    guard !isOrdinal, let (number, measure) = measured(number) else {
      if isOrdinal {
        ordinalEnd = number.number.upperBound
        if let measure = MeasureWords.measure(in: text, at: number.end) {
          ordinalEnd = number.end + measure.word.count
        }
      } else {
        readBare(number)
      }
      return skipDigits()
    }
    let measureStart = text.skippingSpaces(from: number.end)
    let end = measureStart + measure.word.count
    if NumberSurroundings.isRankOrSpan(text, number: start, measure)
      || NumberSurroundings.isName(text, number, measure, end: end)
    {
      index = end
      piece = end
      return
    }
    for bare in waiting { add(bare, measure, end: bare.end) }
    waiting.removeAll(keepingCapacity: true)
    add(number, measure, end: end)
    index = end
  }

  /// Past the digits and what holds them together: a code is passed as a whole.
  private mutating func skipDigits() {
    while index < text.count, text[index].isDigit { index += 1 }
    while index + 1 < text.count, text[index] == ".", text[index + 1].isDigit {
      index += 1
      while index < text.count, text[index].isDigit { index += 1 }
    }
  }

  /// 2019年 is a mark of time.
  private mutating func readYear(_ number: Numeral) -> Bool {
    guard number.number.count == 4, number.decimals == 0, (1949...2099).contains(number.value.digits),
      !number.hasMultiplier
    else { return false }
    let start = number.number.lowerBound
    let end = text.skippingSpaces(from: number.number.upperBound)
    guard end < text.count, text[end] == "年" else { return false }
    if start >= nameEnd { periods.readYear(number.value.digits, at: start, through: end + 1, in: text) }
    index = end + 1
    return true
  }

  /// The number with its measure word; blanks separate thousands only before one.
  private func measured(_ number: Numeral) -> (Numeral, MeasureWords.Measure)? {
    let start = number.number.lowerBound
    if let measure = measure(behind: number) {
      guard let shorter = withoutLabel(number, measure) else { return (number, measure) }
      return (shorter, measure)
    }
    if let plain = Numeral(in: text, at: start, grouped: false), plain.end < number.end,
      let measure = measure(behind: plain)
    {
      return (plain, measure)
    }
    return nil
  }

  private func measure(behind number: Numeral) -> MeasureWords.Measure? {
    let next = text.skippingSpaces(from: number.end)
    return MeasureWords.measure(in: text, at: next)
      ?? SpecialMeasures.measure(in: text, number, at: next, clause: clause)
  }

  /// `1.6项制度` at the opening of a clause: the label `1.` ran into the number.
  private func withoutLabel(_ number: Numeral, _ measure: MeasureWords.Measure) -> Numeral? {
    guard measure.sort == .count, number.decimals > 0, !number.hasMultiplier,
      text.skippingSpaces(before: number.number.lowerBound) == clause,
      let point = number.number.first(where: { text[$0] == "." })
    else { return nil }
    return Numeral(in: text, at: point + 1, grouped: false)
  }

  /// A number without a measure word: one of a 分别 list, `20余万` at a clause's end, or a count whose word was left out.
  private mutating func readBare(_ number: Numeral) {
    let next = text.skippingSpaces(from: number.end)
    let mark = next < text.count ? text[next] : "。"
    let start = number.number.lowerBound
    let isShared = BareNumbers.sharing.occurs(in: max(clause, start - 40)..<start, of: text)
    if isShared, mark == "、" || mark == "和" || mark == "与" {
      waiting.append(number)
    } else if BareNumbers.isCount(text, number, clause: clause, next: mark) {
      add(number, BareNumbers.noMeasure, end: number.end)
      index = number.end
    }
  }
}

/// Numbers that count although no measure word follows them.
enum BareNumbers {
  static let sharing = PhraseTable<Bool>(.opening, "分别")
  static let noMeasure = MeasureWords.Measure(word: [], unit: "", sort: .count)

  /// `惠及群众20余万,`; `主动公开信息26,`: a verb of office work before it, and the clause ends.
  static func isCount(_ text: [Unicode.Scalar], _ number: Numeral, clause: Int, next: Unicode.Scalar) -> Bool
  {
    guard clauseEnds.contains(next) || (number.hasMultiplier && next == "、") else { return false }
    let start = number.number.lowerBound
    guard start > clause, text[start - 1].isHan || text[start - 1] == " ",
      number.decimals == 0 || number.hasMultiplier
    else { return false }
    if number.hasMultiplier { return true }
    let value = number.value.digits
    if (1949...2099).contains(value) || hotlines.contains(value) || value > 9_999_999 { return false }
    return verbs.occurs(in: max(clause, start - 24)..<start, of: text)
      && !names.occurs(in: max(clause, start - 8)..<start, of: text)
  }

  private static let clauseEnds: ScalarSet = ",;。)"
  private static let hotlines: Set<Int> = [
    110, 114, 119, 120, 122, 8890, 12309, 12315, 12320, 12328, 12329, 12333, 12338, 12345, 12348, 12350,
    12355, 12358, 12366,
    12368, 12369, 12380, 12388, 12389, 12393, 12398, 95598, 96111,
  ]
  private static let verbs = PhraseTable<Bool>(
    .opening, "公开 受理 办理 办结 审结 审查 开展 发放 收到 答复 调解 化解 培训 检查 查处 制定 清理 梳理 审核 发布 备案 立案 处罚 接待 解答")
  private static let names = PhraseTable<Bool>(
    .opening, "热线 电话 编号 平台 文号 号码 第 专线")
}

import Archive

extension QuantityScan {
  private var sentenceRange: Range<Int> {
    passage.sentences.indices.contains(sentence) ? passage.sentences[sentence] : 0..<text.count
  }

  mutating func add(_ number: Numeral, _ measure: MeasureWords.Measure, end: Int) {
    let start = number.number.lowerBound
    let last = max(end, number.end)
    var range = start..<last
    while range.count > 1, text[range.upperBound - 1] == " " { range = start..<(range.upperBound - 1) }
    let section = passage.section(at: start)
    var mark = periods.take(
      inPlan: plans.contains(section),
      isShared: BareNumbers.sharing.occurs(in: max(min(clause, start), start - 40)..<start, of: text))
    let isOld = ChangeFrame.isOldValue(in: text, clause: clause, number: start, end: last)
    if measure.isTimes, mark.kind == .prior {
      // 是上年的2.5倍 says how this year stands to last year.
      mark = PeriodMarks.Mark()
    } else if isOld {
      mark = PeriodMarks.Mark(kind: .prior, year: mark.kind == .prior ? mark.year : nil)
    } else if ChangeFrame.isGoal(in: text, end: last) {
      mark.kind = .target
    }
    let kind =
      isOld
      ? .level
      : listedKind(before: start, measure)
        ?? QuantityKindWords.kind(
          in: text, clause: min(clause, start), piece: min(piece, start), number: start, end: last,
          measure: measure)
    let isPart = brackets > 0
    let (subject, nounEnd) = subjects.subject(
      in: text, piece: min(piece, start)..<start, clauseBefore: clauseBefore, end: last, isPart: isPart)
    append(
      Quantity(
        text: shown(range), value: number.value, unit: measure.unit,
        approximation: ApproximationWords.read(
          in: text, clause: min(clause, start), number: start, end: last, isExceeded: number.isExceeded),
        subject: subject, kind: kind, period: mark.kind ?? .year, year: mark.year, scope: scopes.current,
        section: section,
        place: passage.place(range), sentence: passage.text.bytes(sentenceRange)),
      range, number.number)
    piece = nounEnd
    clauseBefore = piece..<piece
  }

  mutating func add(_ zero: StatedZero) {
    let section = passage.section(at: zero.range.lowerBound)
    let mark = periods.take(inPlan: plans.contains(section), isShared: false)
    append(
      Quantity(
        text: shown(zero.range), value: Amount(0), unit: zero.unit,
        subject: subjects.note(zero.subject, in: text),
        kind: .statedZero, period: mark.kind ?? .year, year: mark.year, scope: scopes.current,
        section: section,
        place: passage.place(zero.range), sentence: passage.text.bytes(sentenceRange)),
      zero.range, zero.word)
  }

  private mutating func append(_ quantity: consuming Quantity, _ range: Range<Int>, _ number: Range<Int>) {
    found.append(FoundQuantity(quantity: quantity, range: range, number: number, sentence: sentenceRange))
  }

  /// 同比分别增长5%和8%: the second is what the first is.
  private func listedKind(before start: Int, _ measure: MeasureWords.Measure) -> Quantity.Kind? {
    guard let last = found.indices.last, case let end = found[last].range.upperBound, end <= start,
      start - end <= 2, found[last].quantity.kind == .change, found[last].quantity.unit == measure.unit
    else { return nil }
    return text[end..<start].allSatisfy(QuantityScan.joining.contains) ? .change : nil
  }

  private static let joining: ScalarSet = "、和与及 "

  private func shown(_ range: Range<Int>) -> String {
    passage.text.shown(range)
  }
}

/// `从494项减到304项`: the frame of an old and a new value.
enum ChangeFrame {
  /// The value behind 从 or 由, when a verb of change leads on to a second one.
  static func isOldValue(in text: [Unicode.Scalar], clause: Int, number: Int, end: Int) -> Bool {
    var index = text.skippingSpaces(before: number)
    if former.ending(at: index, in: text) != nil { return true }
    var opened = false
    while index > max(clause, number - 20), !text[index - 1].isDigit || isYear(text, index) {
      index -= 1
      if text[index] == "由" || text[index] == "从" {
        opened = true
        break
      }
    }
    guard opened else { return false }
    var at = end
    var commas = 0
    while at < text.count, at - end < 24, text[at] != "。", text[at] != ";", !text[at].isDigit {
      if text[at] == "," { commas += 1 }
      if commas > 1 { return false }
      if arrivals.starting(at: at, in: text) != nil, holdsDigit(text, within: 8, after: at) {
        return text[max(end, at - 4)..<at].contains { changes.contains($0) }
      }
      at += 1
    }
    return false
  }

  /// 2018年的 between 从 and its value.
  private static func isYear(_ text: [Unicode.Scalar], _ end: Int) -> Bool {
    var next = end
    while next < text.count, text[next].isDigit { next += 1 }
    return next < text.count && text[next] == "年"
  }

  private static func holdsDigit(_ text: [Unicode.Scalar], within limit: Int, after index: Int) -> Bool {
    text[index..<min(text.count, index + limit)].contains { $0.isDigit }
  }

  /// 95%的目标
  static func isGoal(in text: [Unicode.Scalar], end: Int) -> Bool { goals.starting(at: end, in: text) != nil }

  private static let arrivals = PhraseTable<Bool>(.opening, "至 到 为 成")
  private static let former = PhraseTable<Bool>(.closing, "原来的 原先的 此前的 之前的 改革前的 由原来 从原来")
  private static let changes: ScalarSet = "增减提降升压缩调扩上下精变改少加涨短跃"
  private static let goals = PhraseTable<Bool>(.opening, "的目标 以上的目标 目标 以上目标 的任务目标 的预期目标")
}

import Archive

/// What time the numbers of a sentence speak of: the last mark before a number holds.
struct PeriodMarks {
  struct Mark: Equatable {
    var kind: Quantity.PeriodKind?
    var year: Int?
  }

  /// The report's own year, when known.
  let reportYear: Int?
  private var current = Mark()
  /// 下一步 turns all that follows in its paragraph into plans.
  private var isPlanned = false
  /// Marks to return to behind closed brackets; hostile depth is not followed.
  private var outer: [Mark] = []
  /// `较2018年的494项减少…`: last year's value, for the one number behind it.
  private var once: Mark?
  /// `2020年、2021年分别受理20件、35件`: the years of a list, to be handed out one by one.
  private var years: [Mark] = []
  /// Where 截至 stood: a date or a year close behind it belongs to it.
  private var cutoff = PeriodMarks.nowhere

  /// End of the last mark read: 以来 close behind one belongs to it.
  private var lastWord = PeriodMarks.nowhere
  /// Far before any text.
  private static let nowhere = -1000

  init(reportYear: Int?) { self.reportYear = reportYear }

  mutating func startPassage() {
    isPlanned = false
    startSentence()
  }

  mutating func startSentence() {
    current = Mark()
    once = nil
    years.removeAll(keepingCapacity: true)
    outer.removeAll(keepingCapacity: true)
    cutoff = PeriodMarks.nowhere
    lastWord = PeriodMarks.nowhere
  }
  mutating func openBracket() { if outer.count < 8 { outer.append(current) } }
  mutating func closeBracket() { if let mark = outer.popLast() { current = mark } }

  /// The mark for a number, used up when it was meant for one number only.
  ///
  /// - Parameter isShared: whether 分别 stands before the number.
  mutating func take(inPlan: Bool, isShared: Bool) -> Mark {
    if let mark = once {
      once = nil
      return mark
    }
    if isShared, years.count > 1 {
      current = years.removeFirst()
      if years.count == 1 { years.append(years[0]) }
      return current
    }
    guard isPlanned || inPlan else { return current }
    return Mark(kind: .target, year: current.kind == .target ? current.year : nil)
  }

  // MARK: Words

  mutating func read(_ word: PeriodWord, at index: Int, through end: Int, in text: [Unicode.Scalar]) {
    switch word {
    case .thisYear: current = Mark(kind: index - cutoff <= 4 ? .asAt : .year, year: reportYear)
    case .lastYear: readPast(year: reportYear.map { $0 - 1 }, at: index, through: end, in: text)
    case .nextYear: current = Mark(kind: .target, year: reportYear.map { $0 + 1 })
    case .cutoff:
      cutoff = end
      current = Mark(kind: .asAt, year: current.year)
    case .now: if current.kind == nil { current = Mark(kind: .asAt, year: nil) }
    case .total: if current.kind == nil { current.kind = .cumulative }
    case .since: readSince(at: index)
    case .yearsOn:
      guard index > 0, text[index - 1].isDigit || text[index - 1].hanDigit != nil || text[index - 1] == "近"
      else { return }
      current =
        text[index - 1] == "一" ? Mark(kind: .year, year: reportYear) : Mark(kind: .cumulative, year: nil)
    case .span:
      // “十三五”期间 runs over years, 节日期间 does not.
      guard index > 0, PeriodWord.planEnds.contains(text[index - 1]), current.kind != .year else { return }
      current = Mark(kind: .cumulative, year: nil)
    case .aim: current = Mark(kind: .target, year: current.kind == .target ? current.year : nil)
    case .plan: isPlanned = true
    }
    lastWord = end
  }

  /// 今年以来 stays this year's, 2016年以来 and 成立以来 run over years.
  private mutating func readSince(at index: Int) {
    if index - lastWord <= 6, current.kind == .year { return }
    current = Mark(kind: .cumulative, year: nil)
  }

  /// `2018年`, read at its first digit; `end` is behind 年.
  mutating func readYear(_ year: Int, at index: Int, through end: Int, in text: [Unicode.Scalar]) {
    let before = text.skippingSpaces(before: index)
    let isListed = before > 0 && before - lastWord == 1 && PeriodWord.listing.contains(text[before - 1])
    if !isListed { years.removeAll(keepingCapacity: true) }
    defer {
      lastWord = end
      if years.count < 12 { years.append(current) }
    }
    if before > 1, PeriodWord.dashes.contains(text[before - 1]),
      text[before - 2].isDigit || PeriodWord.dateEnds.contains(text[before - 2])
    {
      current = Mark(kind: .cumulative, year: year)
    } else if index - cutoff <= 3 {
      current = Mark(kind: .asAt, year: year)
    } else if let reportYear, year > reportYear {
      current = Mark(kind: .target, year: year)
    } else if let reportYear, year < reportYear {
      readPast(year: year, at: index, through: end, in: text)
    } else {
      current = Mark(kind: .year, year: year)
    }
  }

  /// A year gone by: a mark, the other side of a comparison, or the date of a document.
  private mutating func readPast(year: Int?, at index: Int, through end: Int, in text: [Unicode.Scalar]) {
    let before = text.skippingSpaces(before: index)
    // 去年以来 is how reports written in the new year open the year they cover.
    if PeriodWord.sinces.starting(at: end, in: text) != nil {
      current = text[index].isDigit ? Mark(kind: .cumulative, year: nil) : Mark(kind: .year, year: reportYear)
      return
    }
    if PeriodWord.comparing.ending(at: before, in: text) != nil {
      var next = end
      while next < text.count, PeriodWord.comparedFillers.contains(text[next]) { next += 1 }
      if next < text.count, text[next].isDigit { once = Mark(kind: .prior, year: year) }
      return
    }
    if PeriodWord.issuing.starting(at: end, in: text) != nil
      || PeriodWord.basis.ending(at: before, in: text) != nil
    {
      return
    }
    current = Mark(kind: .prior, year: year)
  }
}

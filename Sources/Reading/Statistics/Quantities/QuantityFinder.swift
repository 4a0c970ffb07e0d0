import Archive

/// Finds every Arabic-digit count, rate, amount, duration and area of a passage, and zeros said in words.
///
/// One pass with looks of bounded length to both sides: time is linear in the text, whatever it holds.
enum QuantityFinder {
  /// - Parameter year: the report's year, when known: it tells last year's values and plans from the year's own.
  static func find(in passage: Passage, year: Int?, outline: [Heading]) -> [FoundQuantity] {
    var scan = QuantityScan(year: year, plans: PlanSections(outline: outline, reportYear: year))
    scan.read(passage)
    return scan.found
  }
}

/// The state of a walk through a report, passage by passage: what headings say of plans is worked out once, and each
/// passage is read in the memory of the one before.
struct QuantityScan {
  private(set) var passage = Passage.empty
  private(set) var text: [Unicode.Scalar] = []
  /// In the passage read last.
  var found: [FoundQuantity] = []
  var index = 0
  /// Index of the sentence walked through.
  var sentence = 0
  /// Behind the last comma or stronger mark.
  var clause = 0
  /// Behind that or the last number.
  var piece = 0
  /// The clause before, as far as no number stands in it.
  var clauseBefore = 0..<0
  var brackets = 0
  /// Numbers before this belong to a name in quotation marks.
  var nameEnd = 0
  /// Behind the last ordinal; -1 before the first.
  var ordinalEnd = -1
  /// A bare number that waits for the unit of the next: 分别为11、107件.
  var waiting: [Numeral] = []
  var periods: PeriodMarks
  var scopes = ScopeMarks()
  var subjects = SubjectReader()
  var plans: PlanSections

  init(year: Int?, plans: PlanSections) {
    periods = PeriodMarks(reportYear: year)
    self.plans = plans
  }

  mutating func read(_ passage: Passage) {
    self.passage = passage
    text = passage.text.folded
    found.removeAll(keepingCapacity: true)
    waiting.removeAll(keepingCapacity: true)
    (index, sentence, clause, piece, clauseBefore) = (0, 0, 0, 0, 0..<0)
    (brackets, nameEnd, ordinalEnd) = (0, 0, -1)
    periods.startPassage()
    scopes.startSentence()
    subjects.startPassage()
    run()
  }

  private mutating func run() {
    let classes = ScalarClasses.table
    // Behind the last digit or denial there is nothing more to find.
    let counting = ScalarClasses.digit | ScalarClasses.zero
    var end = text.count
    while end > 0, text[end - 1].value > 0xFFFF || classes[Int(text[end - 1].value)] & counting == 0 {
      end -= 1
    }
    while true {
      index = ScalarClasses.next(in: text, from: index, to: end)
      if index >= end { break }
      let kind = classes[Int(text[index].value)]
      while sentence < passage.sentences.count, index >= passage.sentences[sentence].upperBound {
        startSentence()
      }
      if kind & ScalarClasses.digit != 0 {
        readNumber()
      } else if kind & ScalarClasses.mark != 0 {
        readMark()
      } else {
        readWord(kind)
      }
    }
  }

  private mutating func startSentence() {
    clause = passage.sentences[sentence].upperBound
    piece = clause
    clauseBefore = piece..<piece
    sentence += 1
    periods.startSentence()
    scopes.startSentence()
    waiting.removeAll(keepingCapacity: true)
  }

  private mutating func readMark() {
    let start = index
    index += 1
    switch text[start] {
    case ",", ";", "。", "!", "?", "\n":
      clauseBefore = min(piece, start)..<start
      clause = index
      piece = index
      waiting.removeAll(keepingCapacity: true)
    case ":":
      // 办结率:100% is one clause.
      let next = text.skippingSpaces(from: index)
      if next >= text.count || !text[next].isDigit {
        clause = index
        piece = index
      }
    case "(":
      brackets += 1
      periods.openBracket()
      subjects.openBracket()
      clause = index
      piece = index
    case ")":
      brackets = max(0, brackets - 1)
      periods.closeBracket()
      subjects.closeBracket()
      piece = index
    case "《", "〈", "〔":
      if let end = NumberSurroundings.endOfTitle(text, openedAt: start) { index = end }
    default:
      if let end = NumberSurroundings.endOfName(text, openedAt: start) { nameEnd = end }
    }
  }

  private mutating func readWord(_ kind: UInt8) {
    if kind & ScalarClasses.zero != 0, let zero = StatedZero(in: text, at: index, clause: clause) {
      add(zero)
      index = zero.range.upperBound
      piece = index
      clauseBefore = piece..<piece
      return
    }
    if kind & ScalarClasses.period != 0, index >= nameEnd,
      let found = PeriodWord.table.starting(at: index, in: text)
    {
      let end = index + found.length
      periods.read(found.value, at: index, through: end, in: text)
      index = end
      return
    }
    if kind & ScalarClasses.scope != 0, let found = ScopeMarks.table.starting(at: index, in: text) {
      let end = index + found.length
      scopes.read(found.value, at: index, through: end, in: text)
      index = end
      return
    }
    index += 1
    if kind & ScalarClasses.department != 0 {
      scopes.readDepartment(endingAt: index, clause: clause, in: text)
    }
  }
}

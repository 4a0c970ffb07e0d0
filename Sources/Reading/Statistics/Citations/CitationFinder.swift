import Archive

/// Finds every title in marks and every document number of a passage, and which law or document each stands for.
enum CitationFinder {
  static func find(in passage: Passage, laws: LawAliases, state: inout CitationState) -> [Citation] {
    let text = passage.text.folded[...]
    // Most headings and short paragraphs hold neither a title nor a number.
    let first = passage.text.marks.first {
      let scalar = passage.text.folded[Int($0)]
      return scalar == "《" || scalar == "》" || CitedNumber.isBracket(scalar)
    }
    if first == nil { return [] }
    let marks = TitleMarks.find(in: passage.text)
    var search = Search(passage: passage, text: text, laws: laws)
    // Swapped, not copied: a copy of what a long report has cited so far, at every passage, would be quadratic.
    swap(&search.state, &state)
    for mark in marks.titles { search.read(mark) }
    search.readNumbers(until: text.endIndex)
    for stray in marks.stray {
      search.note(
        stray, "a title mark without its partner is left alone; mend the marks if a title stands here")
    }
    swap(&search.state, &state)
    return search.citations
  }
}

/// One walk over a passage.
private struct Search {
  let passage: Passage
  let text: Scalars
  let laws: LawAliases
  var state = CitationState()
  var citations: [Citation] = []
  /// Everything before this scalar is read.
  private var read = 0
  /// How many of the passage's marks lie before what is read.
  private var mark = 0
  /// Where the last citation ends.
  private var lastEnd = 0
  /// A number that stands directly before the next title and belongs to it.
  private var pending: CitedNumber?
  private var isMade = false

  init(passage: Passage, text: Scalars, laws: LawAliases) {
    self.passage = passage
    self.text = text
    self.laws = laws
  }

  mutating func read(_ mark: TitleMark) {
    readNumbers(until: mark.range.lowerBound)
    isMade = isMade(before: mark.range.lowerBound)
    let title = text[mark.inner].trimmed
    let form = TitleForm(title)
    var number = pending
    let start = number?.range.lowerBound ?? mark.range.lowerBound
    var end = mark.range.upperBound
    if let own = NumberBehind.find(in: text, title: end) { (number, end) = (own.number, own.end) }
    pending = nil
    if mark.isRepaired {
      note(mark.range.lowerBound, "a title mark is missing; read as `\(shown(mark.inner))`")
    }
    if let number, number.isRepaired {
      note(number.range.lowerBound, "a damaged document number is read as \(number.text)")
    }

    let declared = isDeclared(before: mark.range.lowerBound) ? state.declare(form) : nil
    let (isMade, ownNames) = (isMade, state.ownNames)
    let target =
      declared
      ?? state.resolve(title, form: form, number: number?.text, laws: laws) {
        CitationKind.of(title, isMade: isMade, own: ownNames)
      }
    add(start..<end, title: shown(mark.inner), number: number?.text, target)
    read = end
    declareQuoted(behind: end)
  }

  /// Numbers that stand by themselves before `limit`.
  mutating func readNumbers(until limit: Int) {
    var index = read
    var floor = read
    let before = text[..<limit]
    let marks = passage.text.marks
    while mark < marks.count, marks[mark] < limit {
      let at = Int(marks[mark])
      mark += 1
      guard at >= index, CitedNumber.isBracket(before[at]),
        let found = CitedNumber.at(at, in: before, floor: floor)
      else { continue }
      index = found.range.upperBound
      floor = index
      if isAdjacent(index, limit), limit < text.endIndex {
        pending = found
      } else if found.text != state.ownNumber {
        if found.isRepaired {
          note(found.range.lowerBound, "a damaged document number is read as \(found.text)")
        }
        add(found.range, title: nil, number: found.text, state.resolve(number: found.text, laws: laws))
      }
    }
    read = max(read, limit)
  }

  mutating func note(_ index: Int, _ message: String) {
    state.diagnostics.append(
      Diagnostic(.note, code: "citation-marks", line: passage.line(at: index), message: message))
  }

  private mutating func add(
    _ range: Range<Int>, title: String?, number: String?, _ target: CitationState.Target
  ) {
    lastEnd = range.upperBound
    citations.append(
      Citation(
        text: shown(range), title: title, documentNumber: number, kind: target.kind, law: target.key,
        place: passage.place(range)))
  }

  /// As printed, runs of spaces as one.
  private func shown(_ range: Range<Int>) -> String {
    passage.text.shownTrimmed(range)
  }

  private func isAdjacent(_ index: Int, _ limit: Int) -> Bool {
    limit - index < 3 && text[index..<limit].allSatisfy { $0 == " " }
  }

  // MARK: Words around a title

  /// Behind 以下简称, 下称, 以下统称.
  private func isDeclared(before mark: Int) -> Bool {
    var end = mark
    while end > 0, text[end - 1] == ":" || text[end - 1] == "为" || text[end - 1] == " " { end -= 1 }
    return text[..<end].ends(withAny: Search.naming)
  }

  /// `(以下简称“纲要”)`: no citation, but the title may come back as 《纲要》.
  private mutating func declareQuoted(behind end: Int) {
    let tail = text[end...].prefix(24)
    guard let quote = tail.firstIndex(of: "“"), quote - end <= 8, isDeclared(before: quote),
      let close = tail.firstIndex(of: "”"), close > quote + 1
    else { return }
    _ = state.declare(TitleForm(text[(quote + 1)..<close]))
  }

  /// Those who report drew the document up: 我区制定了《…》. Titles in a row share what is said before the first.
  private func isMade(before mark: Int) -> Bool {
    if citations.last?.title != nil, lastEnd <= mark, mark - lastEnd <= 2 { return isMade }
    var start = mark
    while start > 0, mark - start < 24, !text[start - 1].endsSentence { start -= 1 }
    return text[start..<mark].contains(any: Search.making)
  }

  private static let naming: WordList = "简称 下称 统称 简称为"
  private static let making: WordList = "制定 出台 印发 修订 建立 完善 健全 起草 拟定 拟订 编制 制订 制发"
}

import Archive

/// Which sections of the outline tell of what is to come: their numbers are targets.
struct PlanSections {
  let outline: [Heading]
  let reportYear: Int?
  private let titles: [[Unicode.Scalar]]
  /// Of every section, once one is asked for.
  private var answers: [Bool]?

  /// - Parameter titles: the outline's titles in either script, when they are at hand as scalars.
  init(outline: [Heading], reportYear: Int?, titles: [[Unicode.Scalar]]? = nil) {
    self.outline = outline
    self.reportYear = reportYear
    self.titles = titles ?? outline.map { Array($0.title.unicodeScalars) }
  }

  mutating func contains(_ section: Int?) -> Bool {
    guard let section, outline.indices.contains(section) else { return false }
    let answers = answers ?? allAnswers()
    self.answers = answers
    return answers[section]
  }

  /// A section is what its heading says, or what the heading above it does; parents stand before their children.
  private func allAnswers() -> [Bool] {
    var answers: [Bool] = []
    answers.reserveCapacity(outline.count)
    for (index, heading) in outline.enumerated() {
      let above = heading.parent.map { $0 >= 0 && $0 < index && answers[$0] } ?? false
      answers.append(above || isPlan(titles[index]))
    }
    return answers
  }

  private func isPlan(_ title: [Unicode.Scalar]) -> Bool {
    // `存在的问题及下一步打算` holds figures of both: its own words decide.
    if PlanSections.mixed.occurs(in: 0..<title.count, of: title) { return false }
    if PlanSections.words.occurs(in: 0..<title.count, of: title) { return true }
    guard title.contains("年"), let reportYear, let year = YearReader.fromTitle(title[...]) else {
      return false
    }
    return year > reportYear
  }

  private static let mixed = PhraseTable<Bool>(.opening, "问题 不足 問題")
  /// Titles are as printed: in either script.
  private static let words = PhraseTable<Bool>(
    .opening, "下一步 下步 工作打算 工作思路 工作计划 工作計劃 主要安排 工作安排 下阶段 下階段 明年 来年 來年 展望 今后 今後 努力方向")
}

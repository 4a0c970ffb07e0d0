import Archive

/// Which sections of the outline tell of what is to come: their numbers are targets.
struct PlanSections {
  let outline: [Heading]
  let reportYear: Int?
  private var known: [Int: Bool] = [:]

  init(outline: [Heading], reportYear: Int?) {
    self.outline = outline
    self.reportYear = reportYear
  }

  mutating func contains(_ section: Int?) -> Bool {
    guard let section, outline.indices.contains(section) else { return false }
    if let answer = known[section] { return answer }
    var answer = false
    var at: Int? = section
    // Parents stand before their children; anything else would be a loop.
    while let index = at, !answer {
      answer = isPlan(outline[index])
      at = outline[index].parent.flatMap { $0 < index && $0 >= 0 ? $0 : nil }
    }
    known[section] = answer
    return answer
  }

  private func isPlan(_ heading: Heading) -> Bool {
    let title = Array(heading.title.unicodeScalars)
    // `存在的问题及下一步打算` holds figures of both: its own words decide.
    if PlanSections.mixed.occurs(in: 0..<title.count, of: title) { return false }
    if PlanSections.words.occurs(in: 0..<title.count, of: title) { return true }
    guard let reportYear, let year = YearReader.fromTitle(title[...]) else { return false }
    return year > reportYear
  }

  private static let mixed = PhraseTable<Bool>(.opening, "问题 不足 問題")
  /// Titles are as printed: in either script.
  private static let words = PhraseTable<Bool>(
    .opening, "下一步 下步 工作打算 工作思路 工作计划 工作計劃 主要安排 工作安排 下阶段 下階段 明年 来年 來年 展望 今后 今後 努力方向")
}

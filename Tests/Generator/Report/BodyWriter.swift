/// Writes a report's chapters in the style of its office.
struct BodyWriter {
  var composer: Composer
  let book: Phrasebook
  let style: Style
  let year: Int

  init(_ composer: Composer) {
    self.composer = composer
    book = composer.phrasebook
    style = composer.style
    year = composer.place.year
  }

  mutating func write() {
    paragraph { body in body.oneOf(body.year < 2015 ? body.book.earlyOpenings : body.book.lateOpenings, 1) }
    let themes = themes
    var chapter = 0
    switch style.structure {
    case .themes:
      for theme in themes {
        heading(Han.chapter(chapter), book.headings[theme.rawValue], key: theme.rawValue)
        self.theme(theme, below: 1)
        chapter += 1
      }
    case .parts:
      heading(Han.chapter(0), book.achievementTitles, key: 40)
      for (index, theme) in themes.enumerated() {
        heading(Han.section(index), book.headings[theme.rawValue], key: theme.rawValue)
        self.theme(theme, below: 2)
      }
      chapter = 1
    }
    chapter += closing(
      chapter, book.problemTitles, book.problems, 3...4, lead: "总的看，成绩来之不易，但对照要求还有差距，主要是：", key: 41)
    if year >= 2018, style.structure == .parts {
      chapter += closing(chapter, book.dutyTitles, book.duties, 3...4, lead: "", key: 42)
    }
    _ = closing(
      chapter, book.planTitles, year < 2015 ? book.earlyPlans : book.plans, 4...5, lead: "下一步，将重点做好以下工作：",
      key: 43)
  }

  private var themes: [Theme] {
    switch year {
    case ..<2015:
      [
        .functions, .rules, .decisions, .enforcement, .disputes, .oversight, .capacity, .publicity,
        .leadership,
      ]
    case ..<2021:
      [
        .functions, .rules, .decisions, .enforcement, .oversight, .disputes, .emergency, .capacity,
        .publicity, .leadership,
      ]
    default:
      [
        .leadership, .functions, .rules, .decisions, .enforcement, .emergency, .disputes, .oversight,
        .digital,
        .capacity, .publicity,
      ]
    }
  }

  private mutating func theme(_ theme: Theme, below level: Int) {
    var order = SplitMix64(style.seed, UInt64(theme.rawValue), 7)
    var fillers = book.fillers[theme.rawValue]
    order.shuffle(&fillers)
    var next = composer.random.below(2)
    let said = statements(of: theme)
    if style.run == .yishi { startParagraph() }
    for (index, (statement, wording)) in said.enumerated() {
      let lead = statement.leads[
        SplitMix64(style.seed, UInt64(theme.rawValue), UInt64(index)).choice(statement.leads.count)]
      label(index, lead, level)
      // Some passages before the figures and some behind, as long as there are any.
      let passages = composer.random.within(1...4)
      let before = composer.random.within(0...passages)
      for place in 0...passages {
        if place == before {
          composer.add(wording)
        } else if next < fillers.count {
          composer.add(fillers[next])
          next += 1
        }
      }
      if style.run != .yishi { endLine() }
    }
    if said.isEmpty || style.run == .yishi {
      if said.isEmpty {
        if style.run != .yishi { startParagraph() }
        for filler in fillers.prefix(3) { composer.add(filler) }
      }
      endLine()
    }
  }

  /// What the region tells of a theme this year, in its own usual words where it has figures for them.
  private mutating func statements(of theme: Theme) -> [(Phrasebook.CompiledStatement, Wording)] {
    var said: [(Phrasebook.CompiledStatement, Wording)] = []
    for (index, compiled) in book.statements[theme.rawValue].enumerated() {
      var habit = SplitMix64(style.seed, UInt64(theme.rawValue), UInt64(index), 3)
      let usual = habit.below(compiled.wordings.count)
      let tells = habit.chance(compiled.statement.share)
      let other = composer.random.chance(12) ? composer.random.below(compiled.wordings.count) : 0
      guard tells, composer.random.chance(93), compiled.statement.years.contains(year),
        !compiled.statement.isForCities || composer.place.division.level != .county
      else { continue }
      let wordings = (0..<compiled.wordings.count).map {
        compiled.wordings[($0 + usual + other) % compiled.wordings.count]
      }
      if let wording = wordings.first(where: composer.canSay) { said.append((compiled, wording)) }
    }
    return said
  }

  mutating func heading(_ label: String, _ titles: [Wording], key: Int) {
    startParagraph()
    composer.add(Printed(label))
    let choice = SplitMix64(style.seed, UInt64(key), 11).choice(titles.count)
    composer.add(titles[choice])
    endLine()
  }

  private mutating func oneOf(_ wordings: [Wording], _ key: Int) {
    composer.add(wordings[SplitMix64(style.seed, UInt64(key), 13).choice(wordings.count)])
  }

  private mutating func paragraph(_ fill: (inout BodyWriter) -> Void) {
    startParagraph()
    fill(&self)
    endLine()
  }

  mutating func startParagraph() { composer.add(style.indent) }
  mutating func endLine() { composer.add(style.lineEnd) }
}

/// All phrases, compiled.
struct Phrasebook: Sendable {
  struct CompiledStatement: Sendable {
    let statement: Statement
    let leads: [Printed]
    let wordings: [Wording]
  }
  struct CompiledSource: Sendable {
    let printed: Printed
    let number: String?
    let years: ClosedRange<Int>
  }

  let measures: [Measure]
  let indices: [String: Int]
  /// By theme.
  let statements: [[CompiledStatement]]
  let fillers: [[Wording]]
  let headings: [[Wording]]
  let earlyOpenings, lateOpenings, problems, duties, plans, earlyPlans, localTitles: [Wording]
  let achievementTitles, problemTitles, dutyTitles, planTitles: [Wording]
  private let sources: [String: [CompiledSource]]

  init() throws(WordingError) {
    measures = Measure.table
    var indices: [String: Int] = [:]
    for (index, measure) in Measure.table.enumerated() { indices[measure.id] = index }
    self.indices = indices
    let parser = WordingParser(measures: indices)
    var statements: [[CompiledStatement]] = []
    var fillers: [[Wording]] = []
    var headings: [[Wording]] = []
    for theme in Theme.allCases {
      var compiled: [CompiledStatement] = []
      for statement in Statement.all where statement.theme == theme {
        compiled.append(
          CompiledStatement(
            statement: statement, leads: statement.leads.map { Printed($0) },
            wordings: try parser.wordings(statement.sentences)))
      }
      statements.append(compiled)
      fillers.append(try parser.wordings(theme.shortFillers + theme.longFillers))
      headings.append(try parser.wordings(theme.headings))
    }
    self.statements = statements
    self.fillers = fillers
    self.headings = headings
    earlyOpenings = try parser.wordings(Opening.early)
    lateOpenings = try parser.wordings(Opening.late)
    problems = try parser.wordings(Closing.problems)
    duties = try parser.wordings(Closing.duties)
    plans = try parser.wordings(Closing.plans)
    earlyPlans = try parser.wordings(Closing.earlyPlans)
    localTitles = try parser.wordings(Source.local)
    achievementTitles = try parser.wordings(Frame.achievements)
    problemTitles = try parser.wordings(Frame.problems)
    dutyTitles = try parser.wordings(Frame.duties)
    planTitles = try parser.wordings(Frame.plans)
    var sources: [String: [CompiledSource]] = [:]
    for source in Source.all {
      sources[source.tag, default: []].append(
        CompiledSource(printed: Printed(source.title), number: source.number, years: source.years))
    }
    self.sources = sources
  }

  func sources(_ tag: String, year: Int) -> [CompiledSource] {
    (sources[tag] ?? []).filter { $0.years.contains(year) }
  }
}

extension Statement {
  static let all =
    leadership + functions + rules + decisions + enforcement + emergency + disputes + oversight + digital
    + capacity
    + publicity + otherWork
}

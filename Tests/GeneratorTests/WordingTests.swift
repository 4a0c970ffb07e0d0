import Testing

@testable import ArchiveGenerator

@Suite struct WordingTests {
  @Test func allPhrasesCompile() throws {
    _ = try Phrasebook()
  }

  @Test(arguments: [
    ("收到{no_such_metric 件}", "no measure is called no_such_metric"),
    ("收到{disputes_mediated 件", "a { without }"),
    ("<收到|受理", "a < without >"),
    ("收到|受理", "a | or > outside a choice"),
    ("建成{# 9-3 个}", "{# 9-3 个} should read {# 3-9 个}"),
    ("落实{cite nothing}", "nothing to cite has the tag nothing"),
    ("收到{disputes_mediated 件 someday}", "someday is no period"),
    ("收到{}", "{} is neither a word nor a number with its unit"),
  ])
  func badPhrase(sentence: String, message: String) {
    let parser = WordingParser(measures: ["disputes_mediated": 0])
    #expect(
      performing: { try parser.wording(sentence) }, throws: { ($0 as? WordingError)?.message == message })
  }

  @Test func everyMeasureIsStatedInFourWordingsOrStandsInAFamilyThatIs() throws {
    let book = try Phrasebook()
    var stated = Set<Int>()
    for statement in book.statements.joined() {
      #expect(statement.wordings.count >= 4, "\(statement.statement.leads)")
      for wording in statement.wordings { stated.formUnion(wording.measures) }
    }
    #expect(book.measures.indices.filter { !stated.contains($0) }.map { book.measures[$0].id } == [])
  }

  /// A report states a measure once, so no two statements may.
  @Test func noMeasureBelongsToTwoStatements() throws {
    let book = try Phrasebook()
    var owners: [Int: String] = [:]
    for statement in book.statements.joined() {
      for measure in Set(statement.wordings.flatMap(\.measures)) {
        #expect(owners[measure] == nil, "\(book.measures[measure].id): \(statement.statement.leads)")
        owners[measure] = statement.statement.leads[0]
      }
    }
  }

  @Test func sharesAreComputedFromMeasuresBeforeThem() throws {
    let book = try Phrasebook()
    for (index, measure) in book.measures.enumerated() {
      let sources: [String] =
        switch measure.source {
        case .share(let whole, _): [whole]
        case .rate(let part, let whole): [part, whole]
        case .walk, .percentage: []
        }
      for source in sources { #expect(try #require(book.indices[source]) < index) }
    }
  }
}

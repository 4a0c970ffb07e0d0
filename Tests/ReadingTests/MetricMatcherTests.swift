import Archive
import Testing

@testable import Reading

@Suite struct MetricMatcherTests {
  /// Many numbers and cues in one sentence: the work for each number is bounded.
  @Test(.timeLimit(.minutes(1)), arguments: ["行政复议受理3件,", "审查合同审查合同审查合同3份", "复议和解调解3件其中"])
  func oneEndlessSentence(piece: String) {
    let text = String(repeating: piece, count: 4000)
    let (passages, outline, titles) = MetricSamples.passages(heading: "行政复议", text: text)
    var found = QuantityFinder.find(in: passages[1], year: 2022, outline: outline)
    #expect(found.count >= 3900)
    MetricSamples.matcher.assign(&found, in: passages[1], outline: outline, outlineFolded: titles)
  }

  @Test func wordingsWithoutMetricAreRankedByReports() {
    func quantity(_ subject: String, _ unit: String, metric: String? = nil) -> Quantity {
      Quantity(
        text: "3\(unit)", value: Amount(3), unit: unit, subject: subject, metric: metric,
        place: TextPlace(textBlock: 0, range: 0..<4, line: 7), sentence: 0..<4)
    }
    func report(_ name: String, _ quantities: [Quantity]) -> Report {
      var report = Report(id: nil, file: name, masthead: Masthead(), digest: "", byteCount: 0)
      report.quantities = quantities
      return report
    }
    let ranked = UnmatchedWordings.ranked([
      report("a.txt", [quantity("全市行政约谈", "次"), quantity("出动宣传车", "台次"), quantity("出动宣传车", "台次")]),
      report("b.txt", [quantity("行政约谈", "次"), quantity("审查合同", "份", metric: "contracts_reviewed")]),
    ])
    #expect(
      ranked.map { "\($0.subject) \($0.unit) \($0.reports) \($0.count) \($0.file):\($0.line)" } == [
        "行政约谈 次 2 2 a.txt:7", "出动宣传车 台次 1 2 a.txt:7",
      ])
  }
}

import Archive
import ArchiveGenerator
import Reading

/// How fast and how well numbers, metrics and citations are found in 1,000 invented reports.
enum ExtractionBenchmark {
  struct Result {
    var reports = 0
    var bytes = 0
    /// Of the reports' bytes, on one core: numbers with their metrics, all finders, and reading from the bytes on.
    var numbers = 0.0
    var finders = 0.0
    var reading = 0.0
    var quantities = Share()
    var metrics = Share()
    var citations = Share()
  }

  /// Right, found and expected.
  struct Share {
    var right = 0
    var found = 0
    var expected = 0

    mutating func add<Item: Hashable>(_ found: [Item], _ expected: [Item]) {
      var open = expected.reduce(into: [Item: Int]()) { $0[$1, default: 0] += 1 }
      for item in found {
        guard let count = open[item], count > 0 else { continue }
        open[item] = count - 1
        right += 1
      }
      self.found += found.count
      self.expected += expected.count
    }

    var precision: Double { found == 0 ? 0 : Double(right) / Double(found) * 100 }
    var recall: Double { expected == 0 ? 0 : Double(right) / Double(expected) * 100 }
  }

  static func run(root: String, reports count: Int = 1000, rounds: Int = 5) throws -> Result {
    let vocabulary = try Vocabulary(folders: ["\(root)/Content/vocabulary"])
    let reader = ReportReader(vocabulary: vocabulary)
    let generator = try ArchiveGenerator(gazetteer: vocabulary.gazetteer, seed: 1)
    var result = Result()
    var texts: [[UInt8]] = []
    var prepared: [PreparedReport] = []
    generator.forEachReport(count) { (generated: GeneratedReport) in
      let report = reader.read(generated.text, file: generated.path)
      texts.append(generated.text)
      result.bytes += generated.text.count
      if let ready = PreparedReport(report, reader: reader) { prepared.append(ready) }
      score(report, generated.truth, &result)
    }
    result.reports = texts.count
    result.numbers = megabytesPerSecond(result.bytes, rounds) {
      for report in prepared { _ = report.numbers() }
    }
    result.finders = megabytesPerSecond(result.bytes, rounds) {
      for report in prepared { _ = report.extract() }
    }
    result.reading = megabytesPerSecond(result.bytes, rounds) {
      for text in texts { _ = reader.read(text, file: "report.txt") }
    }
    return result
  }

  private static func score(_ report: Report, _ truth: Truth, _ result: inout Result) {
    result.quantities.add(
      report.quantities.map { "\($0.value) \($0.unit)" }, truth.quantities.map { "\($0.value) \($0.unit)" })
    result.metrics.add(
      report.quantities.compactMap { quantity in quantity.metric.map { "\(quantity.value) \($0)" } },
      truth.quantities.compactMap { quantity in quantity.metric.map { "\(quantity.value) \($0)" } })
    result.citations.add(report.citations.compactMap(\.title), truth.citations.map(\.title))
  }

  private static func megabytesPerSecond(_ bytes: Int, _ rounds: Int, _ work: () -> Void) -> Double {
    let clock = ContinuousClock()
    let seconds = (0..<rounds).map { _ in
      let time = clock.measure(work).components
      return Double(time.seconds) + Double(time.attoseconds) / 1e18
    }.sorted()
    return Double(bytes) / 1e6 / seconds[rounds / 2]
  }
}

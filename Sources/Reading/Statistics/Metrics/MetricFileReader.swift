import Archive

/// Reads `metrics.yml` and collects the faults of all metrics, each with its line.
struct MetricFileReader {
  let file: String
  let topics: Set<String>
  private(set) var errors: [TableError] = []
  private(set) var metrics: [Metric] = []
  private(set) var rules: [MetricRule] = []
  private(set) var subjects: [[[Unicode.Scalar]]] = []
  private(set) var beats: [(winner: Int, loser: Int)] = []
  /// Lines of all ids, also of metrics that have a fault of their own.
  private var lines: [String: Int] = [:]

  init(file: String, topics: Set<String>) {
    self.file = file
    self.topics = topics
  }

  mutating func read(_ yaml: [UInt8]) {
    attempt { (reader) throws(TableError) in
      let root = try VocabularyEntry.root(yaml, file: reader.file, known: ["subjects", "metrics", "beats"])
      if let families = try root.entry("subjects") {
        for family in families.keys {
          reader.subjects.append(try families.texts(family).map { Array($0.text.unicodeScalars) })
        }
      }
      let entries = try root.entries("metrics", known: nil)
      if entries.isEmpty { throw root.fault(nil, "holds no metric; write them below `metrics:`") }
      for entry in entries { reader.attempt { (reader) throws(TableError) in try reader.add(entry) } }
      for entry in entries { reader.attempt { (reader) throws(TableError) in try reader.checkParts(entry) } }
      if let pairs = try root.entry("beats") {
        for winner in pairs.keys {
          reader.attempt { (reader) throws(TableError) in try reader.add(pairs, winner) }
        }
      }
    }
  }

  private mutating func attempt(_ step: (inout MetricFileReader) throws(TableError) -> Void) {
    do throws(TableError) { try step(&self) } catch { errors.append(error) }
  }

  private mutating func add(_ entry: VocabularyEntry) throws(TableError) {
    let id = try entry.required("id")
    if let earlier = lines.updateValue(entry.line, forKey: id) {
      throw entry.fault("id", "two metrics are called `\(id)`, the other on line \(earlier); rename one")
    }
    let metric = try MetricEntry.metric(entry, topics: topics)
    rules.append(try MetricEntry.rule(entry, of: metric))
    metrics.append(metric)
  }

  /// A rate's parts must be metrics that are not rates.
  private func checkParts(_ entry: VocabularyEntry) throws(TableError) {
    let parts = try [entry.text("numerator"), entry.text("denominator")]
    for (key, id) in zip(["numerator", "denominator"], parts) {
      guard let id else { continue }
      if lines[id] == nil { throw entry.fault(key, "there is no metric `\(id)`; add it or mend the id") }
      if metrics.first(where: { $0.id == id })?.kind == .rate {
        throw entry.fault(key, "`\(id)` is itself a rate; name a count")
      }
    }
    if (parts[0] == nil) != (parts[1] == nil) {
      throw entry.fault(nil, "has only one of numerator and denominator; give both or none")
    }
    if parts[0] != nil, try entry.text("kind") != "rate" {
      throw entry.fault("numerator", "only a rate has numerator and denominator; remove them")
    }
  }

  private mutating func add(_ pairs: VocabularyEntry, _ winner: String) throws(TableError) {
    let losers = try pairs.texts(winner).map(\.text)
    for id in [winner] + losers where lines[id] == nil {
      throw pairs.fault(winner, "there is no metric `\(id)`; mend the id")
    }
    guard let first = metrics.firstIndex(where: { $0.id == winner }) else { return }
    for id in losers {
      if let second = metrics.firstIndex(where: { $0.id == id }) { beats.append((first, second)) }
    }
  }
}

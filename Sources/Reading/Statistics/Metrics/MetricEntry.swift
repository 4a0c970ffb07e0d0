import Archive

/// One metric as the file writes it.
enum MetricEntry {
  private static let known: Set<String> = [
    "id", "zh", "en", "unit", "kind", "flow", "tier", "topic", "direction", "units", "patterns", "not",
    "need",
    "not_sentence", "unless", "variants", "variants_zh", "numerator", "denominator",
  ]

  static func metric(_ entry: VocabularyEntry, topics: Set<String>) throws(TableError) -> Metric {
    if let key = entry.keys.first(where: { !known.contains($0) }) {
      throw entry.fault(
        key, "unknown key `\(key)`; the keys here are \(known.sorted().joined(separator: ", "))")
    }
    let id = try entry.required("id")
    guard id.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }) else {
      throw entry.fault("id", "the id `\(id)` may hold only a-z, 0-9 and _; it becomes an address")
    }
    let topic = try entry.required("topic")
    guard topics.contains(topic) else {
      throw entry.fault("topic", "there is no topic `\(topic)`; use an id of topics.yml")
    }
    return Metric(
      id: id, zh: try entry.required("zh"), en: try entry.required("en"), unit: try entry.required("unit"),
      kind: try choice(entry, "kind", [.count, .rate, .amount]),
      flow: try choice(entry, "flow", [.flow, .stock, .rate]),
      tier: try choice(entry, "tier", [.core, .common, .occasional]), topic: topic,
      direction: try choice(entry, "direction", [.up, .down, .none]), variants: try entry.text("variants"),
      variantsZh: try entry.text("variants_zh"), numerator: try entry.text("numerator"),
      denominator: try entry.text("denominator"))
  }

  static func rule(_ entry: VocabularyEntry, of metric: Metric) throws(TableError) -> MetricRule {
    var rule = MetricRule()
    for unit in try list(entry, "units") {
      guard MeasureWords.isUnit(unit) else {
        throw entry.fault(
          "units", "`\(unit)` is no unit that numbers are read with; write one such as 件, 人次, 元, %")
      }
      rule.units.append(unit)
    }
    guard rule.units.contains(metric.unit) else {
      throw entry.fault("unit", "the unit `\(metric.unit)` is not among `units`; add it there")
    }
    guard (metric.kind == .rate) == (rule.units == ["%"]) else {
      throw entry.fault("kind", "rates and only rates are in %; mend `kind` or `units`")
    }
    for (text, line) in try entry.texts("patterns") {
      do throws(PatternFault) {
        rule.patterns.append(try MetricPattern(parsing: text))
      } catch {
        throw TableError(
          file: entry.file, line: line,
          message: "pattern `\(text)`, character \(error.column): \(error.message)")
      }
    }
    if rule.patterns.isEmpty { throw entry.fault(nil, "no `patterns`; add at least one") }
    rule.need = try words(entry, "need")
    rule.not = try words(entry, "not")
    rule.unless = try words(entry, "unless")
    rule.notSentence = try words(entry, "not_sentence")
    return rule
  }

  private static func list(_ entry: VocabularyEntry, _ key: String) throws(TableError) -> [String] {
    guard entry.has(key) else { throw entry.fault(nil, "no `\(key)`; add it to this entry") }
    return try entry.texts(key).map(\.text)
  }

  private static func words(_ entry: VocabularyEntry, _ key: String) throws(TableError) -> [[Unicode.Scalar]]
  {
    try entry.texts(key).map { Array($0.text.unicodeScalars) }
  }

  private static func choice<Choice: RawRepresentable>(
    _ entry: VocabularyEntry, _ key: String, _ choices: [Choice]
  ) throws(TableError) -> Choice where Choice.RawValue == String {
    let text = try entry.required(key)
    if let choice = choices.first(where: { $0.rawValue == text }) { return choice }
    let known = choices.map(\.rawValue).joined(separator: ", ")
    throw entry.fault(key, "`\(key)` cannot be `\(text)`; write one of \(known)")
  }
}

extension MeasureWords {
  /// Whether numbers are read with this unit: 件, 人次, 元, %.
  static func isUnit(_ unit: String) -> Bool {
    measure(in: Array(unit.unicodeScalars), at: 0)?.unit == unit
  }
}

/// A report as bytes and back, in two parts: the head and the rows, which every build wants, and the facts, which only
/// pages about the report do. Its text and its extracts are stored beside them.
///
/// Functions of one part go through the same fields in the same order.
public enum ReportCodec {
  public static func encodedFacts(_ report: Report) -> [UInt8] {
    let facts = report.facts
    var out = ByteWriter()
    // What they take as a rule.
    out.reserve(
      256 + facts.quantities.count * 96 + facts.citations.count * 160 + facts.outline.count * 112)
    out.add(facts.chrome)
    out.add(facts.outline) { $0.add($1) }
    out.add(facts.quantities) { $0.add($1) }
    out.add(facts.citations) { $0.add($1) }
    out.add(report.checks) { $0.add($1) }
    out.add(facts.sections) { $0.add($1) }
    return out.bytes
  }

  /// Nil when the bytes are no facts.
  public static func decodedFacts(_ bytes: UnsafeRawBufferPointer, common: CommonTexts) -> ReportFacts? {
    var reader = ByteReader(bytes, common: common)
    var facts = ReportFacts()
    facts.chrome = reader.texts()
    facts.outline = reader.list { $0.heading() }
    facts.quantities = reader.list { $0.quantity() }
    facts.citations = reader.list { $0.citation() }
    facts.checks = reader.list { $0.check() }
    facts.sections = reader.list { SectionTopics(topic: $0.textIfAny(), roles: $0.texts()) }
    return reader.isBroken || !reader.isAtEnd ? nil : facts
  }

  /// What is at hand of every report: what identifies it and what was unsure. The file's path and digest stand
  /// elsewhere.
  public static func addHead(of report: Report, to out: inout ByteWriter) {
    out.add(report.id)
    out.add(report.masthead)
    out.add(report.diagnostics) { $0.add($1) }
    out.add(report.byteCount)
  }

  /// A report without facts, text and extracts.
  public static func head(_ reader: inout ByteReader, file: String, digest: String) -> Report {
    var report = Report(id: reader.textIfAny(), file: file, masthead: reader.masthead())
    report.diagnostics = reader.list { $0.diagnostic() }
    report.byteCount = reader.number()
    report.digest = digest
    return report
  }
}

extension ByteWriter {
  mutating func add(_ heading: Heading) {
    add(heading.level)
    add(heading.label)
    add(heading.title)
    add(heading.runIn)
    add(heading.parent)
    add(heading.place.block)
    add(heading.place.range)
  }

  mutating func add(_ section: SectionTopics) {
    add(section.topic)
    add(section.roles)
  }

  public mutating func add(_ diagnostic: Diagnostic) {
    add(Optional(diagnostic.severity))
    add(diagnostic.code)
    add(diagnostic.line)
    add(diagnostic.message)
  }
}

extension ByteReader {
  mutating func heading() -> Heading {
    Heading(
      level: number(), label: text(), title: text(), runIn: flag(), parent: numberIfAny(),
      place: Heading.Place(block: number(), range: range()))
  }

  public mutating func diagnostic() -> Diagnostic {
    Diagnostic(name(or: .note), code: text(), line: numberIfAny(), message: text())
  }
}

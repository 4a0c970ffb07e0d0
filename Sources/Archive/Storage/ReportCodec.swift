/// A report as bytes and back: everything but its text and its extracts, which are stored beside it.
///
/// Both functions go through the same fields in the same order; a field more needs a new `version`.
public enum ReportCodec {
  /// Of the form of the bytes.
  public static let version = 1

  public static func encoded(_ report: Report) -> [UInt8] {
    var out = ByteWriter()
    out.add(report.id)
    out.add(report.file)
    out.add(report.masthead)
    out.add(report.chrome)
    out.add(report.outline) { $0.add($1) }
    out.add(report.quantities) { $0.add($1) }
    out.add(report.citations) { $0.add($1) }
    out.add(report.checks) { $0.add($1) }
    out.add(report.sections) { $0.add($1) }
    out.add(report.diagnostics) { $0.add($1) }
    out.add(report.digest)
    out.add(report.byteCount)
    return out.bytes
  }

  /// Nil when the bytes are no report's. Text and extracts are empty.
  public static func decoded(_ bytes: UnsafeRawBufferPointer, common: CommonTexts) -> Report? {
    var reader = ByteReader(bytes, common: common)
    var report = Report(id: reader.textIfAny(), file: reader.text(), masthead: reader.masthead())
    report.chrome = reader.texts()
    report.outline = reader.list { $0.heading() }
    report.quantities = reader.list { $0.quantity() }
    report.citations = reader.list { $0.citation() }
    report.checks = reader.list { $0.check() }
    report.sections = reader.list { SectionTopics(topic: $0.textIfAny(), roles: $0.texts()) }
    report.diagnostics = reader.list { $0.diagnostic() }
    report.digest = reader.text()
    report.byteCount = reader.number()
    return reader.isBroken || !reader.isAtEnd ? nil : report
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

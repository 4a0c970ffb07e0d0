import Synchronization
import TestSupport
import Testing

@testable import Archive

/// What indexes are made of, in numbers.
@Suite(.serialized) struct ReportRowsTests {
  private static let report = ReportCodecTests.report

  private static func bytes(_ rows: ReportRows) -> [UInt8] {
    var out = ByteWriter()
    rows.add(to: &out)
    return out.bytes
  }

  private static func rows(_ bytes: [UInt8], _ names: Names) -> ReportRows? {
    bytes.withUnsafeBytes { bytes in
      var reader = ByteReader(bytes)
      let rows = ReportRows(&reader, names: names)
      return reader.isAtEnd ? rows : nil
    }
  }

  @Test func rowsSayWhatTheFactsSay() throws {
    let report = ReportRowsTests.report
    let names = Names(["something else"])
    let made = ReportRows(report.facts, names: names)
    let rows = try #require(ReportRowsTests.rows(ReportRowsTests.bytes(made), Names(names.texts)))
    try #require(rows.figures.count == report.quantities.count)
    for (figure, quantity) in zip(rows.figures, report.quantities) {
      #expect(figure.value == quantity.value && figure.value.decimals == quantity.value.decimals)
      #expect(
        figure.year == quantity.year && figure.kind == quantity.kind && figure.period == quantity.period)
      #expect(figure.scope == quantity.scope && figure.approximation == quantity.approximation)
      #expect(figure.isInSeries == quantity.isInSeries && Int(figure.line) == quantity.place.line)
      #expect(rows.names.text(figure.unit) == quantity.unit)
      #expect((figure.metric < 0 ? nil : rows.names.text(figure.metric)) == quantity.metric)
    }
    try #require(rows.mentions.count == report.citations.count && !rows.mentions.isEmpty)
    for (mention, citation) in zip(rows.mentions, report.citations) {
      #expect(rows.names.text(mention.law) == citation.law && rows.names.text(mention.name) == citation.name)
      #expect(mention.kind == citation.kind)
      #expect(
        (mention.documentNumber < 0 ? nil : rows.names.text(mention.documentNumber))
          == citation.documentNumber)
    }
    try #require(rows.sections.count == report.outline.count && !rows.sections.isEmpty)
    for (index, section) in rows.sections.enumerated() {
      #expect((section.topic < 0 ? nil : rows.names.text(section.topic)) == report.sections[index].topic)
      #expect((section.parent < 0 ? nil : Int(section.parent)) == report.outline[index].parent)
      #expect(Int(section.level) == report.outline[index].level)
    }
  }

  @Test func bytesThatAreNoRows() {
    let names = Names()
    let bytes = ReportRowsTests.bytes(ReportRows(ReportRowsTests.report.facts, names: names))
    for count in 0..<bytes.count {
      #expect(ReportRowsTests.rows(Array(bytes.prefix(count)), names) == nil, "cut to \(count)")
    }
    // Numbers without names are none.
    #expect(ReportRowsTests.rows(bytes, Names()) == nil)
    for at in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[at] ^= 1 << UInt8(bit)
        guard let rows = ReportRowsTests.rows(changed, names) else { continue }
        for figure in rows.figures {
          _ = (figure.kind, figure.period, figure.scope, figure.approximation, figure.value)
        }
        for mention in rows.mentions { _ = mention.kind }
      }
    }
  }

  /// Bytes that are handed out once, and whether damage was reported.
  private final class Source: ByteSource {
    let bytes: [UInt8]
    private let reads = Atomic(0)
    private let damage = Atomic(false)

    var asked: Int { reads.load(ordering: .relaxed) }
    var isDamaged: Bool { damage.load(ordering: .relaxed) }

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func bytes(at offset: Int, count: Int) -> [UInt8] {
      reads.add(1, ordering: .relaxed)
      return Array(bytes[offset..<(offset + count)])
    }
    func sharedBytes(at offset: Int, count: Int) -> [UInt8] { bytes(at: offset, count: count) }
    func reportDamage() { damage.store(true, ordering: .relaxed) }
  }

  private static func stored(_ report: Report, _ bytes: [UInt8]) -> (report: Report, source: Source) {
    let rows = ReportRows(report.facts, names: Names())
    let source = Source(bytes)
    var stored = Report(id: report.id, file: report.file, masthead: report.masthead)
    stored.setFacts(StoredFacts(.stored(source, offset: 0, count: bytes.count), rows: rows), rows: rows)
    return (stored, source)
  }

  @Test func factsAreReadWhenAskedFor() {
    let report = ReportRowsTests.report
    var (stored, source) = ReportRowsTests.stored(report, ReportCodec.encodedFacts(report))
    #expect(
      stored.doubts == report.doubts && stored.storedRows?.figures[0].value == report.quantities[0].value)
    #expect(source.asked == 0)
    #expect(stored.quantities == report.quantities && stored.citations == report.citations)
    #expect(stored.outline == report.outline && stored.sections == report.sections)
    #expect(source.asked == 1)
    // What is changed is the report's own from then on.
    stored.comparisons.append(
      Check(kind: .restated, holds: false, stated: nil, computed: nil, quantities: [0], note: "", line: 1))
    #expect(stored.checks.count == report.checks.count + 1 && stored.doubts == report.doubts + 1)
    stored.quantities.removeLast()
    #expect(stored.quantities.count == report.quantities.count - 1 && stored.storedRows == nil)
    #expect(stored.citations == report.citations)
    #expect(source.asked == 1 && !source.isDamaged)
  }

  /// Facts of very many reports do not stay, and come again as they were.
  @Test func factsThatWereLeftComeAgain() {
    let bytes = ReportCodec.encodedFacts(ReportRowsTests.report)
    let reports = (0..<600).map { _ in ReportRowsTests.stored(ReportRowsTests.report, bytes) }
    for _ in 0..<2 {
      for (stored, source) in reports {
        let (before, facts) = (source.asked, stored.facts)
        #expect(facts.quantities == ReportRowsTests.report.quantities && source.asked == before + 1)
      }
    }
  }

  /// A server goes on after a build: what was read for it must not hold its store.
  @Test func nothingStaysOfReportsThatAreGone() {
    weak var gone: Source?
    do {
      let (stored, source) = ReportRowsTests.stored(
        ReportRowsTests.report, ReportCodec.encodedFacts(ReportRowsTests.report))
      #expect(stored.facts.quantities.count > 0)
      gone = source
    }
    #expect(gone == nil)
  }

  @Test func damagedFactsAreReportedAndAsManyAsThereShouldBe() {
    let report = ReportRowsTests.report
    var other = report
    other.quantities.removeLast()
    for bytes in [[], [1, 2, 3], ReportCodec.encodedFacts(other)] {
      let (stored, source) = ReportRowsTests.stored(report, bytes)
      #expect(stored.quantities.count == report.quantities.count)
      #expect(stored.citations.count == report.citations.count)
      #expect(stored.outline.count == report.outline.count && stored.sections.count == report.sections.count)
      #expect(source.isDamaged)
    }
  }
}

import Archive
import TestSupport
import Testing

/// A report as bytes and back.
@Suite struct ReportCodecTests {
  static let report = TestArchive.report(
    """
    索引号：X-1　发布日期：2021-03-02

    开封市顺河回族区2020年度法治政府建设情况报告

    2020年，全区推进法治政府建设。现将情况报告如下：

    一、主要工作

    （一）行政复议。全年受理行政复议案件120件，2019年受理行政复议案件118件，办结率约95.5%，依据《中华人民共和国行政复议法》办理。

    二、存在的不足

    文书不够规范。

    """)

  private static func head(_ report: Report) -> [UInt8] {
    var out = ByteWriter()
    ReportCodec.addHead(of: report, to: &out)
    return out.bytes
  }

  private func head(_ bytes: [UInt8]) -> Report? {
    bytes.withUnsafeBytes { bytes in
      var reader = ByteReader(bytes)
      let report = ReportCodec.head(&reader, file: "a.txt", digest: "d")
      return reader.isBroken || !reader.isAtEnd ? nil : report
    }
  }

  private func facts(_ bytes: [UInt8]) -> ReportFacts? {
    bytes.withUnsafeBytes { ReportCodec.decodedFacts($0, common: CommonTexts()) }
  }

  @Test func everyFieldComesBack() throws {
    let report = ReportCodecTests.report
    #expect(!report.quantities.isEmpty && !report.citations.isEmpty && !report.outline.isEmpty)
    let bytes = ReportCodec.encodedFacts(report)
    var back = try #require(head(ReportCodecTests.head(report)))
    back.facts = try #require(facts(bytes))
    #expect(ReportCodec.encodedFacts(back) == bytes)
    #expect(back.id == report.id && back.file == "a.txt" && back.masthead == report.masthead)
    #expect(back.quantities == report.quantities)
    #expect(back.citations == report.citations)
    #expect(back.outline == report.outline)
    #expect(back.checks == report.checks)
    #expect(back.chrome == report.chrome && back.sections == report.sections)
    #expect(back.diagnostics == report.diagnostics)
    #expect(back.digest == "d" && back.byteCount == report.byteCount)
  }

  @Test func cutBytesAreNoReport() {
    let bytes = ReportCodec.encodedFacts(ReportCodecTests.report)
    for count in 0..<bytes.count { #expect(facts(Array(bytes.prefix(count))) == nil, "\(count)") }
    #expect(facts(bytes + [0]) == nil)
    let short = ReportCodecTests.head(ReportCodecTests.report)
    for count in 0..<short.count { #expect(head(Array(short.prefix(count))) == nil, "\(count)") }
    #expect(head(short + [0]) == nil)
  }

  /// Without a seal some changed bytes give another report; none may give a crash.
  @Test func changedBytesAreHarmless() {
    for bytes in [
      ReportCodec.encodedFacts(ReportCodecTests.report), ReportCodecTests.head(ReportCodecTests.report),
    ] {
      for at in bytes.indices {
        for bit in 0..<8 {
          var changed = bytes
          changed[at] ^= 1 << UInt8(bit)
          _ = facts(changed)
          _ = head(changed)
        }
      }
    }
  }
}

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

  private func decoded(_ bytes: [UInt8]) -> Report? {
    bytes.withUnsafeBytes { ReportCodec.decoded($0, common: CommonTexts()) }
  }

  @Test func everyFieldComesBack() throws {
    let report = ReportCodecTests.report
    #expect(!report.quantities.isEmpty && !report.citations.isEmpty && !report.outline.isEmpty)
    let bytes = ReportCodec.encoded(report)
    let back = try #require(decoded(bytes))
    #expect(ReportCodec.encoded(back) == bytes)
    #expect(back.id == report.id && back.file == report.file && back.masthead == report.masthead)
    #expect(back.quantities == report.quantities)
    #expect(back.citations == report.citations)
    #expect(back.outline == report.outline)
    #expect(back.checks == report.checks)
    #expect(back.diagnostics == report.diagnostics)
    #expect(back.digest == report.digest && back.byteCount == report.byteCount)
  }

  @Test func cutBytesAreNoReport() {
    let bytes = ReportCodec.encoded(ReportCodecTests.report)
    for count in 0..<bytes.count { #expect(decoded(Array(bytes.prefix(count))) == nil, "\(count)") }
    #expect(decoded(bytes + [0]) == nil)
  }

  /// Without a seal some changed bytes give another report; none may give a crash.
  @Test func changedBytesAreHarmless() {
    let bytes = ReportCodec.encoded(ReportCodecTests.report)
    for at in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[at] ^= 1 << UInt8(bit)
        _ = decoded(changed)
      }
    }
  }
}

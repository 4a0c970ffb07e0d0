import Archive
import Foundation
import Reading
import TestSupport
import Testing

/// The Markdown that the program makes of a report, read again in place of the raw file, gives the same report.
@Suite struct HostileRoundTripTests {
  static let files: [String] = {
    var files: [String] = []
    for folder in ["Content/reports", "Tests/ReadingTests/Fixtures"] {
      for case let name as String in FileManager.default.enumerator(atPath: "\(Repository.root)/\(folder)")
        ?? .init()
      where name.hasSuffix(".txt") && !name.contains("expected") {
        files.append("\(folder)/\(name)")
      }
    }
    return files.sorted()
  }()

  @Test(arguments: files) func nothingChanges(_ file: String) throws {
    let raw = TestArchive.reader.read(
      try FileAccess.read("\(Repository.root)/\(file)"), file: file,
      path: (file as NSString).lastPathComponent)
    try expectSame(raw, "\(file)")
  }

  @Test(arguments: [
    "1. 不是编号", "- 不是列表", "+ 5.0%", "> 引用", "# 井号", "## （一）两个井号。", "3*4*5 _a_ **b**", "[1]: 注释",
    "[a](b) ![c](d)",
    "---", "===", "    四个空格", "```", "~~~", "<b>x</b> &amp; &lt;", "a|b|c\n|-|-|-|", "1) 项", "*", "\\",
    "\\* \\\\", "`a`",
    "材料登在 www.gov.cn 和 http://www.gov.cn/a_b_c 上，另见 <http://x.cn> 一页。", "a  b\u{3000}c", "一、\n\n二、", "（一）",
    "2.5倍", "10.重点",
  ])
  func whatMarkdownWouldReadAsItsOwn(_ line: String) throws {
    let text =
      "洛阳市2020年度法治政府建设情况报告\n\n发布时间：2021-03-01\n\n2020年，本地按照上级部署推进法治政府建设。\n\n一、主要工作\n\n\(line)\n\n各项任务都按时做完了，没有遗漏。\n"
    let report = TestArchive.report(text)
    try expectSame(report, line)
    // Every character of the line is in the text, whatever Markdown thinks of it.
    let letters = Set(line.unicodeScalars.filter { $0.properties.isAlphabetic })
    #expect(letters.isSubset(of: Set(String(decoding: report.body, as: UTF8.self).unicodeScalars)))
  }

  @Test(arguments: [
    "引号\"和\\反斜杠", "冒号: 井号 # 和 'x'", "- 项", "---", "null", "~", "true", "2020", "1e3", "0x1F",
    "&a *b !c %d @e `f`", "{a: b}", "[a]",
    "a\u{1F600}b", "末尾空格 x", "? y", "| z", "> w", "<<: *a",
  ])
  func whatYAMLWouldReadAsItsOwn(_ value: String) throws {
    var report = TestArchive.report(
      "洛阳市2020年度法治政府建设情况报告\n\n发布时间：2021-03-01\n\n2020年，本地按照上级部署推进法治政府建设。\n\n一、工作\n\n各项任务都按时做完了。\n")
    report.masthead.title = value
    report.masthead.issuer = value
    report.masthead.documentNumber = value
    report.masthead.indexNumber = value
    report.masthead.category = value
    report.masthead.source = value
    report.masthead.addressees = [value, value]
    try expectSame(report, value)
  }

  private func expectSame(_ raw: Report, _ name: String) throws {
    let bytes = ReportMarkdown.document(raw)
    let again = TestArchive.reader.read(bytes, file: "corrected.md")
    var wanted = raw.masthead
    var found = again.masthead
    // Where and how the file was saved is not the report's.
    wanted.captured = nil
    found.captured = nil
    #expect(found == wanted, "\(name)")
    #expect(again.id == raw.id, "\(name)")
    #expect(again.outline == raw.outline, "\(name)")
    let document = String(decoding: ReportMarkdown.document(again), as: UTF8.self)
    #expect(document == String(decoding: bytes, as: UTF8.self), "\(name)")
  }
}

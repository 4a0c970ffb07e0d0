import TestSupport
import Testing

@testable import Markdown

@Suite("Escaping")
struct EscapingTests {
  @Test(
    "escapes what Markdown would take, and no more",
    arguments: [
      ("12,000件(3项)", "12,000件(3项)"), ("2015-2020", "2015-2020"), ("[2020]15号", "[2020]15号"),
      ("3 * 4", "3 * 4"), ("1.5%", "1.5%"), ("-5%", "-5%"), ("a_b", "a_b"), ("R&D & Q&A", "R&D & Q&A"),
      ("a<5, b > 3", "a<5, b > 3"), ("#1 号", "#1 号"), ("一、总体", "一、总体"), ("(一)x", "(一)x"),
      ("C:\\x", "C:\\x"), ("A|B", "A|B"), ("~50", "~50"), ("100%!", "100%!"),
      ("http://a.cn/", "http://a.cn/"),
      ("见 1. 和 #", "见 1. 和 #"), ("————", "————"),
      ("[1]: 注释", "\\[1]: 注释"), ("3*4*5", "3\\*4\\*5"), ("+ 5.0%", "\\+ 5.0%"), ("1. x", "1\\. x"),
      ("1) x", "1\\) x"), ("---", "\\---"), ("===", "\\==="), ("# x", "\\# x"), ("> x", "\\> x"),
      ("a\\*b", "a\\\\\\*b"), ("x\\", "x\\\\"), ("`a`", "\\`a\\`"), ("<b>", "\\<b>"), ("&amp;", "\\&amp;"),
      ("|-|-|", "\\|-|-|"), ("    x", "x"), ("_a_", "\\_a\\_"), ("~~~", "\\~~~"), ("![a](b)", "![a\\](b)"),
      ("x  ", "x"), ("- ", "\\-"), ("* * *", "\\* * *"), ("***", "\\*\\*\\*"), ("2020.", "2020\\."),
      ("1234567890. x", "1234567890. x"), ("[a", "\\[a"), ("a\u{0}\nb", "a\u{FFFD} b"), ("", ""), (" \t", ""),
      ("- - -", "\\- - -"), ("_ _ _", "\\_ _ _"),
    ])
  func lines(_ text: String, _ markdown: String) {
    #expect(MarkdownEscaping.escape(line: text, atLineStart: true) == markdown)
  }

  @Test(
    "inside a heading",
    arguments: [
      ("1. x", "1. x"), ("a #", "a \\#"), ("a ##", "a \\##"), ("C#", "C#"), ("##", "\\##"), ("- x", "- x"),
    ])
  func heading(_ text: String, _ markdown: String) {
    #expect(MarkdownEscaping.escape(line: text, atLineStart: false) == markdown)
  }

  private static let alphabet =
    "0 1 2 . ) ( [ ] : ! * * _ _ ` ` ~ # > < & ; - + = | \\ \\ / a b A 中 文 ， “ ” 　 ％ é 😀 \" ' { } ? @ % $ ^ ,"
    .split(separator: " ").map(String.init) + [
      " ", " ", " ", "\t", "&amp;", "&#35;", "<a>", "](", "]:", "1. ", "---",
    ]

  private static func randomLine(_ generator: inout Seeded) -> String {
    (0..<Int.random(in: 1...14, using: &generator)).map { _ in
      alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
    }.joined()
  }

  private static func trimmed(_ text: String) -> String {
    let isSpace = { (scalar: Unicode.Scalar) in scalar == " " || scalar == "\t" }
    var scalars = Substring(text).unicodeScalars
    while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
    while let last = scalars.last, isSpace(last) { scalars.removeLast() }
    return String(scalars)
  }

  @Test("random lines come back as they were, from paragraphs, headings, cells and continued paragraphs")
  func roundTrip() throws {
    var generator = Seeded(20_200_402)
    for _ in 0..<20_000 {
      let line = EscapingTests.randomLine(&generator)
      let text = EscapingTests.trimmed(line)
      if text.isEmpty { continue }

      let paragraph = MarkdownEscaping.escape(line: line, atLineStart: true)
      let document = try Document(paragraph)
      #expect(document.blocks.map(\.kind) == [.paragraph], "\(line)")
      #expect(document.blocks.first?.flatText().string == text, "\(line)")

      let heading = try Document("## " + MarkdownEscaping.escape(line: line, atLineStart: false))
      #expect(heading.blocks.map(\.kind) == [.heading(2)], "\(line)")
      #expect(heading.blocks.first?.flatText().string == text, "\(line)")

      var cell = Array("|x|".utf8)
      MarkdownEscaping.escape(cell: line.utf8, into: &cell)
      let table = try Document(cell + Array("|\n|-|-|\n".utf8))
      #expect(table.textBlocks.map { $0.flatText().string } == ["x", text], "\(line)")

      let other = EscapingTests.trimmed(EscapingTests.randomLine(&generator))
      if other.isEmpty { continue }
      let two = try Document(paragraph + "\n" + MarkdownEscaping.escape(line: other, atLineStart: true))
      #expect(two.blocks.map(\.kind) == [.paragraph], "\(line)\n\(other)")
      let joined = two.blocks.first?.flatText().string
      #expect(joined == text + " " + other || joined == text + other, "\(line)\n\(other)")
    }
  }

  @Test("most lines of a report need no backslash")
  func clean() {
    let lines = [
      "一、2023年工作情况", "（一）全年共办理行政复议案件1,234件，同比增长5.6%。", "1.加强学习；2.强化督导",
      "市政府办公室（2024）3号[附件]", "联系人：张三 电话：0371-12345678", "网址：www.example.gov.cn/a_b.html?x=1&y=2",
    ]
    for line in lines { #expect(MarkdownEscaping.escape(line: line, atLineStart: true) == line) }
  }
}

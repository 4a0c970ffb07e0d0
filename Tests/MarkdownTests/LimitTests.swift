import Testing

@testable import Markdown

@Suite("Hostile input")
struct LimitTests {
  private func repeated(_ text: String, _ count: Int) -> [UInt8] {
    Array(String(repeating: text, count: count).utf8)
  }

  private func depth(_ document: Document) -> Int { document.textBlocks.map(\.path.count).max() ?? 0 }

  @Test(
    "nesting is bounded, and no text is lost",
    arguments: [">", "> ", "- ", "1. ", ">- ", "* ", "-\t", "+ 2) "])
  func nesting(_ marker: String) throws {
    let document = try Document(repeated(marker, 10_000) + Array("end\n".utf8) + repeated("\n", 20_000))
    #expect(depth(document) <= 2 * InputGuard.nestingLimit + 2)
    #expect(document.textBlocks.last?.flatText().bytes.suffix(3).elementsEqual("end".utf8) == true)
  }

  @Test("nesting by indentation over many lines is bounded")
  func indentation() throws {
    var text = ""
    for level in 0..<400 { text += String(repeating: "  ", count: level) + "- x\n" }
    #expect(try depth(Document(text)) <= 2 * InputGuard.nestingLimit + 2)
  }

  @Test("a rule stays a rule however long")
  func rule() throws {
    #expect(try Document(repeated("* ", 200)).blocks.map(\.kind) == [.thematicBreak])
  }

  @Test("a row of 30,000 pipes is cut to the allowed cells")
  func cells() throws {
    let row = repeated("a|", 30_000) + [0x0A]
    let document = try Document(row + repeated("-|", 30_000) + [0x0A] + row)
    #expect(document.blocks.map(\.kind) == [.paragraph])
    let capped = try Document(Array("|a|b|\n|-|-|\n".utf8) + row)
    #expect(capped.textBlocks.count == 4)
    let widest = try Document(repeated("a|", 200) + [0x0A] + repeated("-|", 200))
    #expect(widest.textBlocks.count == 200)
  }

  @Test("short rows under a wide head are not filled up without end")
  func filling() throws {
    let wide = repeated("a|", 200) + [0x0A] + repeated("-|", 200) + [0x0A]
    #expect(try Document(wide + repeated("a\n", 100)).textBlocks.count == 200 * 101)
    #expect(try Document(wide + repeated("a\n", 50_000)).textBlocks.count == 1)
  }

  @Test(
    "text in which cmark would search without end comes out whole",
    arguments: [
      "![[]()", "<?", "<!A ", "<![CDATA[", "[", "*a ", "_a__ ", "[a](b)![", "`a``", "a\n|-|-|\n",
      "a|b\n|-|\n",
      "[a](", "&", "\\", "\"", "a\r\n|-|-|\r\n", "![[]()\r\n", "<?\r", "**x [a*b**c*](d)_",
    ])
  func searches(_ unit: String) throws {
    let document = try Document(Array("x".utf8) + repeated(unit, 30_000))
    var output: [UInt8] = []
    document.html(into: &output)
    #expect(output.count >= 15_000)
  }

  @Test("a long definition cannot be copied without end")
  func definitions() throws {
    let long = Array("[a]: /".utf8) + repeated("x", 50_000) + [0x0A, 0x0A]
    var output: [UInt8] = []
    try Document(long + repeated("[a] ", 20_000)).html(into: &output)
    #expect(output.count < 1_000_000)
    #expect(try HTMLTests.html("[a]: /x\n\n[a]") == "<p><a href=\"/x\">a</a></p>\n")
  }

  @Test("a backslash at the very start is put in, and once only")
  func first() throws {
    let long = Array("[a]: /".utf8) + repeated("x", 50_000) + [0x0A, 0x0A] + repeated("]\n\n", 20_000)
    let disarmed = try #require(InputGuard.disarmed(long))
    #expect(disarmed == [0x5C] + long)
  }

  @Test("one line of 20 MB, half a million blank lines below nested lists, two million pipes")
  func long() throws {
    let line = repeated("全市共办理案件12件，", 700_000)
    let document = try Document(line)
    #expect(document.blocks.count == 1)
    #expect(document.blocks[0].flatText().bytes == line)
    #expect(try Document(repeated("- ", 10_000) + repeated("\n", 500_000)).blocks.count == 1)
    #expect(try Document(repeated("|", 2_000_000)).blocks.count == 1)
  }

  @Test("too large is an error")
  func tooLarge() {
    let size = Document.sizeLimit + 1
    #expect(throws: MarkdownError.tooLarge(bytes: size, limit: size - 1)) {
      try Document([UInt8](repeating: 0x20, count: size))
    }
  }

  @Test("5,000 marks on one paragraph, apart and inside each other")
  func manyMarks() throws {
    let text = repeated("共12件", 5_000)
    let document = try Document(text)
    try document.annotate(block: 0, (0..<5_000).map { ($0 * 8 + 3..<$0 * 8 + 5, Annotation(.mark)) })
    var output: [UInt8] = []
    document.html(into: &output)
    #expect(output.count == text.count + 5_000 * "<mark></mark>".utf8.count + "<p></p>\n".utf8.count)
    #expect(document.blocks[0].flatText().bytes == text)
    let nested = try Document(repeated("a", 4_000))
    try nested.annotate(block: 0, (0..<2_000).map { ($0..<4_000 - $0, Annotation(.span)) })
    output = []
    nested.html(into: &output)
    #expect(output.count == 4_000 + 2_000 * "<span></span>".utf8.count + "<p></p>\n".utf8.count)
  }

  @Test("ordinary documents are not touched")
  func untouched() {
    let text =
      "# 一\n\n- a\n  - b\n    - c\n\n|a|b|\n|-|-|\n|1|2|\n\n[x]: y\n\n*a* **b** <c> ![d](e)\n\n* * *\n"
    #expect(InputGuard.disarmed(repeated(text, 500)) == nil)
  }
}

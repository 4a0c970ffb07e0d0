import Testing

@testable import Markdown

@Suite("Flat text")
struct FlatTextTests {
  @Test(
    "shows what a reader sees",
    arguments: [
      ("**共**12件", "共12件"), ("a&amp;b \\* c&#x4E2D;", "a&b * c中"), ("中文\n中文", "中文中文"),
      ("中文，\n“引”", "中文，“引”"), ("abc\ndef", "abc def"), ("中文\nabc", "中文 abc"),
      ("“\n”", "“ ”"), ("中\n**文** 한\n국", "中文 한 국"), ("a  \nb", "a\nb"), ("中\\\n文", "中\n文"),
      ("[甲](x) `b` <i>c</i>", "甲 b <i>c</i>"), ("![alt](pic.png)x", "x"),
      ("![alt](http://a.b/p.png)x", "altx"), ("\u{0}a", "\u{FFFD}a"), ("###### h ##", "h"),
      ("𠀀\n𠀀", "𠀀𠀀"), ("", ""), ("- - -", ""),
    ])
  func visible(_ markdown: String, _ text: String) throws {
    #expect(try Document(markdown).blocks.first?.flatText().string ?? "" == text)
  }

  @Test("every byte leads back to its line")
  func lines() throws {
    let document = try Document(
      """
      [1]: x
      [2]: y
      一**二
      三** `a
      b` 四
      end

      | 甲 | 乙 |
      |---|---|
      | 1 | 2 |
      """)
    let flat = document.blocks[0].flatText()
    #expect(flat.string == "一二三 a b 四 end")
    let lines = flat.string.unicodeScalars.indices.map {
      flat.line(at: flat.string.utf8.distance(from: flat.string.startIndex, to: $0))
    }
    #expect(lines == [3, 3, 4, 4, 4, 4, 4, 5, 5, 5, 6, 6, 6])
    #expect(document.blocks[0].line == 3)
    #expect(flat.position(at: 3) == (3, 6))
    #expect(flat.line(at: 1000) == 6)
    #expect(document.textBlocks.dropFirst().map { $0.flatText().line(at: 0) } == [8, 8, 10, 10])
  }

  @Test("positions survive splitting")
  func split() throws {
    let document = try Document("0123456789\n\nabc 123 def")
    let before = document.blocks[1].flatText()
    try document.annotate(block: 1, [(4..<7, Annotation(.mark)), (5..<6, Annotation(.span))])
    let after = document.blocks[1].flatText()
    #expect(after.bytes == before.bytes)
    for offset in before.bytes.indices { #expect(after.position(at: offset) == before.position(at: offset)) }
  }
}

import TestSupport
import Testing

@testable import Markdown

@Suite("Random documents")
struct RandomDocumentTests {
  private static let parts = [
    "a", "中文", " ", "  ", "    ", "\n", "\n", "\n\n", "\r\n", "\t", "- ", "1. ", "> ", "# ", "---", "===",
    "|", "|-|-|\n",
    "a|b\n", "*", "**", "_", "`", "```\n", "<b>", "<!--", "-->", "<div>\n", "[", "](x)", "]: /y\n", "![",
    "&amp;", "\\",
    "\u{0}", "[x]", "<http://a.cn>", "\u{FEFF}", "“",
  ]

  @Test("any text gives balanced HTML, lines within the text, and takes marks anywhere")
  func random() throws {
    var generator = Seeded(99)
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 1..<40, using: &generator)).map { _ in
        RandomDocumentTests.parts[Int.random(in: 0..<RandomDocumentTests.parts.count, using: &generator)]
      }.joined()
      let lines = text.unicodeScalars.reduce(1) { $1 == "\n" ? $0 + 1 : $0 }
      let document = try Document(text)
      for block in document.textBlocks {
        let flat = block.flatText()
        #expect((1...lines).contains(block.line), "\(text.debugDescription)")
        for offset in flat.bytes.indices {
          #expect((1...lines).contains(flat.line(at: offset)), "\(text.debugDescription)")
        }
        let bounds = flat.bytes.indices.filter { flat.bytes[$0] & 0xC0 != 0x80 } + [flat.bytes.count]
        let ends = [
          bounds.randomElement(using: &generator) ?? 0, bounds.randomElement(using: &generator) ?? 0,
        ]
        if let low = ends.min(), let high = ends.max(), low < high {
          try document.annotate(block, [(low..<high, Annotation(.mark))])
          #expect(block.flatText().bytes == flat.bytes, "\(text.debugDescription)")
        }
      }
      var output: [UInt8] = []
      var asked: [Int] = []
      document.html(
        into: &output,
        ids: {
          asked.append($0.number)
          return "b\($0.number)"
        })
      #expect(isBalanced(String(decoding: output, as: UTF8.self)), "\(text.debugDescription)")
      let expected = document.textBlocks.filter { block in
        block.kind != .cell && !(block.kind != .paragraph && block.flatText().bytes.isEmpty)
      }
      #expect(
        Set(asked).isSuperset(of: expected.map(\.number)) && asked == asked.sorted(),
        "\(text.debugDescription)")
    }
  }
}

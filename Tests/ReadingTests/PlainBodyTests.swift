import Markdown
import TestSupport
import Testing

@testable import Reading

/// Text that Markdown has no say in is not parsed: what comes out must be the same as if it were.
struct PlainBodyTests {
  static let folding = TestArchive.reader.decoder.folding

  private static func body(_ page: String) throws -> MarkdownBody {
    let text = try TestArchive.reader.decoder.decode(Array(page.utf8))
    return MarkdownBody(BodyBlocks.blocks(of: LineSplitting.lines(of: text), in: text), in: text)
  }

  private static func summary(_ blocks: [FlatBlock]) -> [String] {
    blocks.map { block in
      let places = stride(from: 0, through: block.flat.bytes.count, by: 3).map { block.flat.position(at: $0) }
      return "\(block.index) \(block.kind) \(block.isTopLevel) \(block.flat.string) \(places)"
    }
  }

  static let plain = [
    "一、主要工作", "(一)行政复议", "1.加强领导", "2024年,本市办结案件12件,同比增长3.5%。", "Abc 12 def", "《某法》、“某事”：有", "3)其他", "100",
    "12.5万元，用于“放管服”(改革)；其他", "a - b = c + d", "http://www.example.org/a?b=c 見此",
  ]
  static let marked = [
    "1. 加强", "2) 其他", "# 某", "## 某 ##", "- 项", "+ 项", "* 项", "---", "===", "***", "|a|b|", "|-|-|", "[1]: 注释",
    "[2020]15号",
    "3*4*5", "a_b_c", "`x`", "&amp;", "R&D", "<b>粗</b>", "> 引", "~~~", "甲~~乙~~丙", "!", "甲!乙", "\\*", "甲\\",
    "[^1]", "100.", "100)",
  ]

  @Test("one line", arguments: plain + marked)
  func line(_ line: String) throws {
    for page in [line, "一、甲\n\(line)\n(一)乙\n\(line)", "\(line)\n\(line)"] {
      let body = try Self.body(page)
      let parsed = FlatBlock.all(of: try Document(body.bytes), folding: Self.folding)
      #expect(Self.summary(try FlatBlock.all(of: body, folding: Self.folding)) == Self.summary(parsed))
    }
  }

  @Test("most lines need no parsing", arguments: plain)
  func isPlain(_ line: String) throws { #expect(try Self.body(line).plain?.count == 1) }

  @Test("lines put together by chance")
  func chance() throws {
    var random: UInt64 = 11
    func next(_ limit: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % limit
    }
    let parts =
      Self.plain + Self.marked + [" ", "1", ".", ")", "(", "#", "年", "。", "-", "\u{3000}", "é", "𠀀"]
    var plain = 0
    for _ in 0..<2000 {
      let lines = (0...next(4)).map { _ in
        (0...next(3)).map { _ in parts[next(next(2) == 0 ? 11 : parts.count)] }.joined()
      }
      guard let body = try? Self.body(lines.joined(separator: "\n")) else { continue }
      if body.plain != nil { plain += 1 }
      let parsed = FlatBlock.all(of: try Document(body.bytes), folding: Self.folding)
      #expect(
        Self.summary(try FlatBlock.all(of: body, folding: Self.folding)) == Self.summary(parsed), "\(lines)")
    }
    #expect(plain > 200)
  }
}

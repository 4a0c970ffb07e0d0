import Testing

@testable import Markdown

/// A text that is taken as it is must show what parsing it would show.
struct PlainTextTests {
  /// U+FDD0, U+FFFF, U+1FFFE.
  static let nonCharacters = String(
    decoding: [0xEF, 0xB7, 0x90, 0xEF, 0xBF, 0xBF, 0xF0, 0x9F, 0xBF, 0xBE] as [UInt8], as: UTF8.self)
  static let plain = [
    "", "\n\n", "一、总体情况", "## 一、总体情况\n\n受理12件。\n\n### （一）推进\n\n办结率100%。\n", "1.5倍\n\n2019年", "(一)\n\n\n\nab",
    "###### 六级\n\n\u{FF0C}\u{FFFD}\u{85}\u{3000}\u{A0}\(nonCharacters)末",
    "a \"b\" c-d=e\n\nhttp://a.b/c?d",
  ]
  static let parsed = [
    "a\nb", "# a\nb", "1. x", "12) x", " a", "a ", "a\\b", "*a*", "a  \n\nb", "- a", "a&b", "a<b", "#a", "#",
    "# ",
    "####### a", "##  a", "## a #", "a\r\n\r\nb", "a\tb", "| a |", "---", "a\n---", "[1]: x", "\u{FEFF}a",
    "> a", "a\u{0}b",
  ]

  private func blocks(_ document: Document) -> [[UInt8]] {
    document.blocks.map { block in
      var html: [UInt8] = []
      block.html(into: &html, headingShift: 1)
      return html
    }
  }

  @Test(arguments: plain) func showsWhatParsingShows(_ source: String) throws {
    let text = try #require(PlainText(Array(source.utf8)))
    let document = try Document(source)
    #expect(text.blocks.map(\.kind) == document.blocks.map(\.kind))
    #expect(document.textBlocks.map(\.index) == Array(text.blocks.indices))
    for (index, block) in document.blocks.enumerated() {
      #expect(Array(text.bytes[text.blocks[index].text]) == block.flatText().bytes)
    }
    var all: [[UInt8]] = []
    for index in text.blocks.indices {
      var html: [UInt8] = []
      try text.html(index, headingShift: 1, into: &html)
      all.append(html)
    }
    #expect(all == blocks(document))
  }

  @Test(arguments: parsed) func leavesTheRestToParsing(_ source: String) {
    #expect(PlainText(Array(source.utf8)) == nil)
  }

  @Test func leavesWhatIsNoUTF8ToParsing() {
    for bytes: [UInt8] in [[0xE4, 0xB8], [0x61, 0xFF], [0xED, 0xA0, 0x80], [0xC0, 0x80]] {
      #expect(PlainText(bytes) == nil)
    }
  }

  /// Every pair and many triples of ranges with every kind of annotation.
  @Test func marksAsTheTreeDoes() throws {
    let source = "受理\"案件\"12起，办结。"
    let text = try #require(PlainText(Array(source.utf8)))
    let bounds = source.unicodeScalars.indices.map { source.utf8.distance(from: source.startIndex, to: $0) }
    let annotations = [
      Annotation.mark(id: "q1", class: "m", title: "a<b"),
      .link(id: "q2", class: "c", href: "../a/b.html", title: "x"),
      .link(id: "q3", class: "c", href: "javascript:x", title: "x"),
      Annotation(.link, [("href", "a b")]), Annotation(.strong, [("class", "run-in"), ("href", "x")]),
    ]
    var ranges: [Range<Int>] = []
    for low in 0..<5 { for high in (low + 1)..<7 { ranges.append(bounds[low]..<bounds[high]) } }
    var number = 0
    for first in ranges {
      for second in ranges {
        let third = ranges[number * 7 % ranges.count]
        let marks = [first, second, third].enumerated().map { offset, range in
          (range, annotations[(number + offset * (1 + number % 3)) % annotations.count])
        }
        number += 1
        let document = try Document(source)
        var expected: [UInt8] = []
        let fits = (try? document.annotate(block: 0, marks)) != nil
        document.blocks[0].html(into: &expected)
        var html: [UInt8] = []
        if fits {
          try text.html(0, marks: marks, into: &html)
          #expect(String(decoding: html, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
        } else {
          #expect(throws: MarkdownError.self) { try text.html(0, marks: marks, into: &html) }
          #expect(html.isEmpty)
        }
      }
    }
  }
}

import TestSupport
import Testing

@testable import Markdown

@Suite("Annotations")
struct AnnotationTests {
  private func html(_ markdown: String, _ ranges: [Range<Int>]) throws -> String {
    let document = try Document(markdown)
    let names = ["mark", "span", "strong", "link"]
    let marks = ranges.enumerated().map { index, range in
      let element: Annotation.Element = [.mark, .span, .strong, .link][index % names.count]
      return (range, Annotation(element, element == .link ? [("href", "../l.html")] : []))
    }
    let flat = document.textBlocks[0].flatText()
    try document.annotate(document.textBlocks[0], marks)
    #expect(document.textBlocks[0].flatText().bytes == flat.bytes)
    var output: [UInt8] = []
    document.html(into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test(
    "wraps, splits, nests and goes piece by piece",
    arguments: [
      ("abcdef", [2..<4], "<p>ab<mark>cd</mark>ef</p>\n"),
      ("abcdef", [0..<6], "<p><mark>abcdef</mark></p>\n"),
      ("abcdef", [0..<2, 2..<4], "<p><mark>ab</mark><span>cd</span>ef</p>\n"),
      ("abcdef", [0..<6, 1..<3, 1..<2], "<p><mark>a<span><strong>b</strong>c</span>def</mark></p>\n"),
      ("abcdef", [1..<3, 1..<3], "<p>a<mark><span>bc</span></mark>def</p>\n"),
      ("ab*cd*ef", [1..<5], "<p>a<mark>b<em>cd</em>e</mark>f</p>\n"),
      ("ab*cd*ef", [2..<4], "<p>ab<mark><em>cd</em></mark>ef</p>\n"),
      ("ab*cd*ef", [1..<3], "<p>a<mark>b</mark><em><mark>c</mark>d</em>ef</p>\n"),
      ("ab*cd*ef", [3..<5], "<p>ab<em>c<mark>d</mark></em><mark>e</mark>f</p>\n"),
      ("ab*cd*ef", [3..<6, 3..<4], "<p>ab<em>c<mark><span>d</span></mark></em><mark>ef</mark></p>\n"),
      ("ab*cd*ef", [0..<6, 1..<3], "<p><mark>a<span>b</span><em><span>c</span>d</em>ef</mark></p>\n"),
      ("*a**b**c*", [0..<2], "<p><em><mark>a<strong>b</strong></mark>c</em></p>\n"),
      ("a `bcd` e", [3..<6], "<p>a <code>b</code><mark><code>cd</code> </mark>e</p>\n"),
      ("a![x](p.png)b", [0..<2], "<p><mark>a<img src=\"p.png\" alt=\"x\">b</mark></p>\n"),
      ("a\nb", [1..<3], "<p>a<mark>\nb</mark></p>\n"),
      (
        "[ab](u)c", [0..<3, 0..<1, 0..<1, 0..<1],
        "<p><mark><a href=\"u\"><span><strong>a</strong></span>b</a>c</mark></p>\n"
      ),
      (
        "|a12|\n|-|\n", [1..<3],
        "<div class=\"table\">\n<table>\n<thead>\n<tr>\n<th scope=\"col\">"
          + "a<mark>12</mark></th>\n</tr>\n</thead>\n</table>\n</div>\n"
      ),
      (
        "|a*1*2|\n|-|\n", [0..<2, 1..<2],
        "<div class=\"table\">\n<table>\n<thead>\n<tr>\n<th scope=\"col\">"
          + "<mark>a<span><em>1</em></span></mark>2</th>\n</tr>\n</thead>\n</table>\n</div>\n"
      ),
    ] as [(String, [Range<Int>], String)])
  func wraps(_ markdown: String, _ ranges: [Range<Int>], _ expected: String) throws {
    #expect(try html(markdown, ranges) == expected)
  }

  @Test("ranges that cannot be marked are errors and change nothing")
  func errors() throws {
    let document = try Document("\n中文abc\n\n***")
    let dump = document.dump()
    let mark = Annotation(.mark)
    #expect(throws: MarkdownError.badRange(0..<1, line: 2)) {
      try document.annotate(block: 0, range: 0..<1, mark)
    }
    #expect(throws: MarkdownError.badRange(6..<6, line: 2)) {
      try document.annotate(block: 0, range: 6..<6, mark)
    }
    #expect(throws: MarkdownError.badRange(6..<10, line: 2)) {
      try document.annotate(block: 0, range: 6..<10, mark)
    }
    #expect(throws: MarkdownError.crossingRanges(0..<6, 3..<7, line: 2)) {
      try document.annotate(block: 0, [(3..<7, mark), (0..<6, mark)])
    }
    #expect(throws: MarkdownError.noText(line: 4)) { try document.annotate(block: 1, range: 0..<1, mark) }
    #expect(throws: MarkdownError.noText(line: 0)) { try document.annotate(block: 7, range: 0..<1, mark) }
    #expect(document.dump() == dump)
  }

  @Test("a second round of annotations goes inside and around the first")
  func twice() throws {
    let document = try Document("abcdef")
    try document.annotate(block: 0, range: 2..<4, Annotation(.mark, [("class", "n")]))
    try document.annotate(block: 0, [(1..<5, Annotation(.span)), (2..<3, Annotation(.strong))])
    #expect(
      document.dump() == """
        document
          paragraph @1
            text "a"
            <span>
              text "b"
              <mark class="n">
                <strong>
                  text "c"
                text "d"
              text "e"
            text "f"

        """)
  }

  @Test("attributes are escaped, and unsafe ones are left out")
  func attributes() throws {
    let document = try Document("abc")
    let annotation = Annotation(
      .mark,
      [("title", "\"<&"), ("title", "2"), ("onclick", "x"), ("a b", "x"), ("style", "x"), ("data-n", "1")])
    try document.annotate(block: 0, range: 0..<2, annotation)
    try document.annotate(block: 0, range: 2..<3, Annotation(.link, [("href", "javascript:x")]))
    var output: [UInt8] = []
    document.html(into: &output)
    #expect(
      String(decoding: output, as: UTF8.self)
        == "<p><mark title=\"&quot;&lt;&amp;\" data-n=\"1\">ab</mark>c</p>\n")
  }

  @Test("an annotation cut into pieces gives its id to the first of them")
  func ids() throws {
    let document = try Document("a*bc*d")
    try document.annotate(
      block: 0,
      [(0..<2, Annotation(.mark, [("id", "x"), ("class", "n")])), (2..<4, Annotation(.span, [("id", "y")]))])
    var output: [UInt8] = []
    document.blocks[0].html(into: &output)
    #expect(
      String(decoding: output, as: UTF8.self)
        == "<p><mark id=\"x\" class=\"n\">a</mark><em><mark class=\"n\">b</mark><span id=\"y\">c</span></em>"
        + "<span>d</span></p>\n")
  }

  @Test("random marks on random text keep the text and close what they open")
  func random() throws {
    var generator = Seeded(7)
    let parts = ["ab", "*c*", "**d*e***", "`fg`", "[h](u)", "\n", "![i](p)", "中", "\\*", "<b>"]
    for round in 0..<600 {
      let text = (0..<Int.random(in: 1..<12, using: &generator)).map { _ in
        parts[Int.random(in: 0..<parts.count, using: &generator)]
      }.joined()
      let isCell = round % 3 == 0 && !text.contains("\n")
      let document = try Document(isCell ? "|\(text)|\n|-|\n" : "x\(text)")
      guard let block = document.textBlocks.first else { continue }
      let flat = block.flatText()
      var bounds = flat.bytes.indices.filter { flat.bytes[$0] & 0xC0 != 0x80 } + [flat.bytes.count]
      bounds.shuffle(using: &generator)
      let cuts = bounds.prefix(6).sorted()
      guard cuts.count > 3, let last = cuts.last else { continue }
      var marks = zip(cuts, cuts.dropFirst()).map { ($0..<$1, Annotation(.mark)) }
      marks.append((cuts[0]..<last, Annotation(.span)))
      try document.annotate(block, marks)
      #expect(block.flatText().bytes == flat.bytes)
      var output: [UInt8] = []
      document.html(into: &output)
      let html = String(decoding: output, as: UTF8.self)
      #expect(isBalanced(html), "\(text) \(html)")
    }
  }
}

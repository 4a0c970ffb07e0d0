import Archive
import Foundation
import Testing

@testable import Site

@Suite struct TextTests {
  @Test(arguments: [
    ("# a\n\n# b", ["h2", "h2"]),
    ("## a\n\n### b\n\n## c", ["h2", "h3", "h2"]),
    ("# a\n\n### b\n\n#### c\n\n## d", ["h2", "h3", "h4", "h3"]),
    ("#### a\n\n# b\n\n###### c", ["h2", "h2", "h3"]),
  ])
  func headingsNeverSkipALevel(markdown: String, tags: [String]) {
    let page = FreePage(slug: "a", title: "t", markdown: Array(markdown.utf8))
    let html = String(decoding: FreeText(page).html ?? [], as: UTF8.self)
    #expect(
      html.components(separatedBy: "<").filter { $0.hasPrefix("h") }.map { String($0.prefix(2)) } == tags)
  }

  @Test func aFreePagesTitleIsShownOnce() {
    let page = FreePage(slug: "a", title: "说明", markdown: Array("# 说明\n\n一段话。".utf8))
    #expect(String(decoding: FreeText(page).html ?? [], as: UTF8.self) == "<p>一段话。</p>\n")
  }

  @Test func blocksAreNumberedInOrder() {
    var report = SmallArchive.report("410000-2019", SmallArchive.henan, 2019)
    report.outline = []
    report.body = Array("甲\n\n# 乙\n\n- 丙\n\n---\n\n| 丁 |\n| --- |\n| 1 |\n\n戊".utf8)
    let blocks = ReportText(report).blocks
    #expect(blocks.map(\.anchor) == ["p1", "h2", "p2", "", "p3", "p4"])
    #expect(blocks.map(\.isHeading) == [false, true, false, false, false, false])
    #expect(blocks.map(\.number) == [1, nil, 2, nil, 3, 4])
  }

  @Test func twoHeadingsOnOneLineHaveAnAnchorEach() throws {
    var report = SmallArchive.report("410000-2019", SmallArchive.henan, 2019)
    let first = "一、甲".utf8.count
    report.outline = [
      Heading(
        level: 1, label: "一、", title: "甲", runIn: false, parent: nil,
        place: .init(block: 0, range: 0..<first)),
      Heading(
        level: 2, label: "(一)", title: "乙", runIn: false, parent: 0,
        place: .init(block: 0, range: first + 1..<first + 1 + "(一)乙".utf8.count)),
    ]
    report.body = Array("# 一、甲 (一)乙\n".utf8)
    let block = try #require(ReportText(report).blocks.first)
    #expect(block.anchor == "s1")
    #expect(String(decoding: block.html, as: UTF8.self).contains("id=\"s2\""))
  }

  @Test func aHeadingCutByMarkupHasItsIdOnce() throws {
    var report = SmallArchive.report("410000-2019", SmallArchive.henan, 2019)
    report.outline = [
      Heading(
        level: 2, label: "(一)", title: "甲乙", runIn: true, parent: nil,
        place: .init(block: 0, range: 0..<"(一)甲乙".utf8.count))
    ]
    report.body = Array("(一)甲*乙丙*丁\n".utf8)
    let block = try #require(ReportText(report).blocks.first)
    #expect(String(decoding: block.html, as: UTF8.self).components(separatedBy: "id=\"s1\"").count == 2)
  }

  @Test(arguments: [
    ("短", "短"), ("一二三四五", "一二三四五"), ("一二三四五六", "一二三四五…"), ("a\nb\tc", "a b c"), ("", ""),
  ])
  func longTextIsCut(text: String, short: String) {
    #expect(Text.short(text, limit: 5) == short)
  }

  @Test func contentsLeaveOutSentencesThatOpenWithANumber() {
    func heading(_ level: Int, _ title: String) -> Heading {
      Heading(
        level: level, label: "", title: title, runIn: false, parent: nil, place: .init(block: 0, range: 0..<1)
      )
    }
    let tree = ContentsEntry.tree([
      heading(2, "甲"), heading(1, "乙"), heading(3, "丙"), heading(4, "丁"), heading(2, "戊"), heading(1, "己"),
    ])
    #expect(tree.map(\.title) == ["甲", "乙", "己"])
    #expect(tree[1].children.map(\.title) == ["丙", "戊"])
    #expect(ContentsEntry.tree([heading(4, "丁"), heading(4, "戊")]).map(\.anchor) == ["s1", "s2"])
  }
}

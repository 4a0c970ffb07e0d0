import Testing

@testable import Markdown

@Suite("Tree dumps")
struct DumpTests {
  @Test("blocks, nesting and lines")
  func blocks() throws {
    let document = try Document(
      """
      # 一、总体情况

      全市共办理案件**12件**，
      其中 `复议` 3件
      in all.

      > 引文
      > - 甲
      > - 乙

      2) x

         y

      ```swift
      let a
      ```
      <div>
      """)
    #expect(
      document.dump() == """
        document
          heading 1 @1
            text "一、总体情况"
          paragraph @3
            text "全市共办理案件"
            strong
              text "12件"
            text "，"
            text "其中 "
            codeSpan "复议"
            text " 3件"
            softBreak
            text "in all."
          quote @7
            paragraph @7
              text "引文"
            list tight @8
              item @8
                paragraph @8
                  text "甲"
              item @9
                paragraph @9
                  text "乙"
          list from 2 @11
            item @11
              paragraph @11
                text "x"
              paragraph @13
                text "y"
          code "let a\\n" @15
          html "<div>\\n" @18

        """)
  }

  @Test("a table after a paragraph has true lines, which cmark does not give")
  func tableAfterParagraph() throws {
    let document = try Document("\npara\nmore\nh | i\n--|--\n1 | 2\n")
    #expect(
      document.dump() == """
        document
          paragraph @2
            text "para"
            softBreak
            text "more"
          table 2 @4
            row header @4
              cell @4
                text "h"
              cell @4
                text "i"
            row @6
              cell @6
                text "1"
              cell @6
                text "2"

        """)
  }

  @Test("paths and numbers name nested blocks")
  func paths() throws {
    let document = try Document("a\n\n- b\n\n  |c|d|\n  |-|-|\n  |e|f|\n\n# g")
    #expect(document.blocks.map(\.kind) == [.paragraph, .list, .heading(1)])
    #expect(document.blocks.map(\.index) == [0, 1, 2])
    let texts = document.textBlocks
    #expect(texts.map { $0.flatText().string } == ["a", "b", "c", "d", "e", "f", "g"])
    #expect(
      texts.map(\.path) == [
        [0], [1, 0, 0], [1, 0, 1, 0, 0], [1, 0, 1, 0, 1], [1, 0, 1, 1, 0], [1, 0, 1, 1, 1], [2],
      ])
    #expect(texts.map(\.line) == [1, 3, 5, 5, 7, 7, 9])
    #expect(document.blocks[1].children[0].children.map(\.kind) == [.paragraph, .table])
    #expect(document.blocks[1].children[0].children[1].children.map(\.isHeader) == [true, false])
  }
}

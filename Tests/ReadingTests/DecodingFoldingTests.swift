import Testing

@testable import Reading

@Suite struct DecodingFoldingTests {
  @Test(arguments: [
    ("ＡＢＣａｚ０９％－．～／＋", "ABCaz09%-.~/+"), ("，：；！？（）＜＞＂＇", ",:;!?()<>\"'"), ("［索引号］【字体】", "[索引号]【字体】"),
    ("国发﹝2015﹞36号", "国发〔2015〕36号"), ("❲1❳〘2〙︹3︺", "〔1〕〔2〕〔3〕"), ("、。《》〈〉「」『』“”‘’〔〕", "、。《》〈〉「」『』“”‘’〔〕"),
    ("﹐﹑﹔﹕﹙﹚", ",、;:()"), ("时间︰10", "时间:10"), ("｡｢｣､", "。「」、"), ("—–―·•●▪〇○零①⑴Ⅰ", "—–―·•●▪〇○零①⑴Ⅰ"),
    ("〜∼‐‑", "~~--"),
    ("全麵落實製度", "全面落实制度"), ("行政複議、恢復、裏裡隻纔", "行政复议、恢复、里里只才"), ("爲産衆羣峯眞綫併並佈於", "为产众群峰真线并并布于"),
    ("臺灣、陜西陝西、衞生", "台湾、陕西陕西、卫生"), ("顯著、著力、憑藉、乾縣、瞭望", "显著、著力、凭藉、乾县、瞭望"), ("⼀、⾏政⻚⻓⺠", "一、行政页长民"),
    ("\u{F9F7}案、\u{F96F}明、\u{FA19}", "立案、说明、神"), ("ＧＤＰ增长5.2％", "GDP增长5.2%"),
  ])
  func folds(shown: String, folded: String) throws {
    let source = try DecodingSamples.decoder.decode(Array(shown.utf8))
    #expect(DecodingSamples.shownLines(source) == [shown])
    #expect(DecodingSamples.foldedLines(source) == [folded])
  }

  @Test(arguments: [
    ("甲\t乙", "甲 乙"), ("甲\u{A0}\u{3000}乙", "甲  乙"), ("甲\u{2000}\u{2009}\u{200A}\u{202F}\u{205F}乙", "甲     乙"),
    ("甲\u{E5E5}乙", "甲 乙"),
    ("甲\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}\u{AD}乙", "甲乙"), ("甲\u{1}\u{1B}\u{7F}乙", "甲乙"),
    ("甲\u{FE0F}\u{E0100}乙", "甲乙"),
    ("\u{FEFF} \t甲乙　\u{200E} ", "甲乙"), ("甲\u{E000}乙", "甲\u{E000}乙"),
  ])
  func spacesAndInvisibles(text: String, shown: String) throws {
    let source = try DecodingSamples.decoder.decode(Array(text.utf8))
    #expect(DecodingSamples.shownLines(source) == [shown])
    #expect(source.shown.count == source.folded.count)
    #expect(zip(source.shown, source.folded).allSatisfy { ($0 == " ") == ($1 == " ") })
  }

  @Test func everyScalarFoldsOnce() throws {
    let folding = Folding(DecodingSamples.scriptTable)
    for unit in folding.units where unit > Folding.space {
      #expect(folding.units[Int(unit)] == unit, "U+\(String(unit, radix: 16))")
    }
    // Nothing of Simplified print changes but forms of ASCII.
    for scalar in DecodingSamples.simplified.joined().unicodeScalars
    where (0x4E00...0x9FFF).contains(scalar.value) {
      #expect(folding.folded(scalar.value) == scalar.value)
    }
  }
}

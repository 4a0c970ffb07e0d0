import Testing

@testable import Reading

@Suite struct DecodingRoundTripTests {
  static let lineEnds = ["\n", "\r\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}"]

  @Test(arguments: TextEncoding.allCases, [false, true])
  func sameLinesWhateverTheEncoding(encoding: TextEncoding, hasMark: Bool) throws {
    var read = 0
    for text in [DecodingSamples.simplified, DecodingSamples.traditional] {
      for lineEnd in Self.lineEnds {
        // Big5 has neither Simplified characters nor Unicode's own line ends.
        guard let body = DecodingSamples.bytes(text.joined(separator: lineEnd), in: encoding) else {
          continue
        }
        read += 1
        let source = try DecodingSamples.decoder.decode(
          (hasMark ? DecodingSamples.mark(encoding) : []) + body)
        #expect(source.encoding == encoding)
        #expect(source.shown.count == source.folded.count)
        #expect(source.lines.map(\.number) == Array(1...text.count))
        #expect(DecodingSamples.shownLines(source) == text.map { $0.replacing("　", with: "") })
        #expect(DecodingSamples.foldedLines(source) == Self.folded)
      }
    }
    #expect(read == (encoding == .big5 ? 5 : 2 * Self.lineEnds.count))
  }

  static let folded = [
    "青禾县人民政府2023年度法治政府建设情况的报告", "县委、县人大常委会:", "全年办结行政复议案件128件,同比上升6.5%。",
    "(一)健全机制——“一把手”负总责;", "", "二、存在的不足",
  ]

  @Test func codesOfEveryLength() throws {
    // 法 in two bytes, 㐂 (U+3402) and 𠮷 (U+20BB7) in four; from the standard's tables.
    let bytes: [UInt8] = [
      0xB7, 0xA8, 0xD6, 0xCE, 0xD5, 0xFE, 0xB8, 0xAE, 0xBD, 0xA8, 0xC9, 0xE8, 0x81, 0x39, 0xEF, 0x31, 0x95,
      0x34, 0xB2, 0x35,
      0xB1, 0xA8, 0xB8, 0xE6,
    ]
    let source = try DecodingSamples.decoder.decode(bytes)
    #expect(source.encoding == .gb18030)
    #expect(DecodingSamples.shownLines(source) == ["法治政府建设\u{3402}\u{20BB7}报告"])

    let wide = "数字政府\u{20BB7}\u{3402}\u{1F600}，一网通办é·×报告"
    for encoding in [TextEncoding.utf8, .gb18030, .utf16LittleEndian, .utf16BigEndian] {
      let encoded = try #require(DecodingSamples.bytes(wide, in: encoding))
      let text = try DecodingSamples.decoder.decode(encoded)
      #expect(text.encoding == encoding)
      #expect(DecodingSamples.shownLines(text) == [wide])
    }
  }

  @Test func knownBytes() throws {
    let gbk: [UInt8] = [0xB7, 0xA8, 0xD6, 0xCE, 0xB1, 0xA8, 0xB8, 0xE6]
    #expect(try DecodingSamples.shownLines(DecodingSamples.decoder.decode(gbk)) == ["法治报告"])
    let big5: [UInt8] = [0xAA, 0x6B, 0xAA, 0x76, 0xB3, 0xF8, 0xA7, 0x69]
    #expect(try DecodingSamples.shownLines(DecodingSamples.decoder.decode(big5)) == ["法治報告"])
    // ETEN's circled digits and Hong Kong's 衞 stand outside plain Big5, A1 45 inside.
    let eten: [UInt8] = big5 + [0xC6, 0xA1, 0xFA, 0x4F, 0xA1, 0x45]
    let text = try DecodingSamples.decoder.decode(eten)
    #expect(text.encoding == .big5)
    #expect(text.shown.count == 7 && text.shown[4] == "①" && text.shown[6] == "‧")
  }

  @Test func replacementCharacterOfTheSourceIsKept() throws {
    let source = try DecodingSamples.decoder.decode(Array("印发\u{FFFD}通知".utf8))
    #expect(DecodingSamples.shownLines(source) == ["印发\u{FFFD}通知"])
  }

  @Test func lineEndsAtTheEnd() throws {
    for (text, count) in [
      ("甲", 1), ("甲\n", 1), ("甲\r\n", 1), ("甲\n\n", 2), ("\r\r\n\n甲", 4), ("甲\n ", 2), ("甲\r\u{FEFF}\n乙", 3),
    ] {
      let source = try DecodingSamples.decoder.decode(Array(text.utf8))
      #expect(source.lines.count == count, "\(text.debugDescription)")
    }
  }
}

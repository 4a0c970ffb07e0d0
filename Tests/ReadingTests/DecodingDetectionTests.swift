import Testing

@testable import Reading

@Suite struct DecodingDetectionTests {
  static let phrases = [
    ("法治政府建设年度报告", "法治政府建設年度報告"), ("行政执法", "行政執法"), ("行政复议案件", "行政複議案件"), ("规范性文件备案审查", "規範性文件備案審查"),
    ("青禾县司法局", "青禾縣司法局"), ("政务公开", "政務公開"), ("信息来源：市司法局", "信息來源：市司法局"), ("重大行政决策程序", "重大行政決策程序"),
    ("区人民政府", "區人民政府"), ("顺河回族区", "順河回族區"), ("亳州市谯城区", "亳州市譙城區"), ("鄢陵县", "鄢陵縣"), ("优化营商环境", "優化營商環境"),
    ("矛盾纠纷多元化解", "矛盾糾紛多元化解"), ("一、主要做法", "一、主要做法"), ("（二）存在的问题", "（二）存在的問題"),
    ("发布时间：2023-03-15", "發佈時間：2023-03-15"),
    ("街道办事处", "街道辦事處"), ("普法责任制", "普法責任制"), ("哈尔滨市道里区", "哈爾濱市道里區"), ("仲裁委员会", "仲裁委員會"),
    ("12345热线", "12345熱線"),
    ("负责人出庭应诉率100%", "負責人出庭應訴率100%"), ("县委、县政府：", "縣委、縣政府："), ("权责清单动态调整", "權責清單動態調整"),
    ("喀喇沁左翼蒙古族自治县", "喀喇沁左翼蒙古族自治縣"),
    ("衢州", "衢州"), ("濮阳", "濮陽"), ("关于印发实施方案的通知", "關於印發實施方案的通知"), ("鄂尔多斯", "鄂爾多斯"),
  ]

  @Test func shortPhrases() throws {
    var right = 0
    var total = 0
    var unexpected: [String] = []
    for (hans, hant) in Self.phrases {
      for (text, encoding) in [
        (hans, TextEncoding.gb18030), (hant, .gb18030), (hant, .big5), (hans, .utf8), (hant, .utf8),
        (hans, .utf16LittleEndian), (hans, .utf16BigEndian), (hant, .utf16LittleEndian),
      ] {
        total += 1
        let bytes = try #require(DecodingSamples.bytes(text, in: encoding))
        let source = try? DecodingSamples.decoder.decode(bytes)
        if source?.encoding == encoding {
          right += 1
        } else {
          // Two characters, one of them rare, are too little to go by.
          if text.unicodeScalars.count > 2 { unexpected.append(text) }
          print(
            "\(text) in \(encoding.rawValue) was read as \(source.map { "\($0.encoding.rawValue) \(DecodingSamples.shownLines($0))" } ?? "nothing")"
          )
        }
      }
    }
    print("short phrases: \(right) of \(total) encodings recognised")
    #expect(unexpected.isEmpty)
  }

  @Test func latinTextStaysUTF8() throws {
    for text in [
      "Accueil · Décisions · Été", "naïve café, 100 €", "Größe über Maß", "Отчёт правительства", "a×b",
      "Home | About",
    ] {
      let source = try DecodingSamples.decoder.decode(Array(text.utf8))
      #expect(source.encoding == .utf8)
      #expect(DecodingSamples.shownLines(source) == [text])
    }
  }

  @Test func otherEncodingsAreNotTakenForChinese() throws {
    // Latin-1, Windows-1251, Shift JIS.
    for bytes in [
      [0x52, 0xE9, 0x73, 0x75, 0x6D, 0xE9, 0x20, 0xE0],
      [0xCE, 0xF2, 0xF7, 0xE5, 0xF2, 0x20, 0xE3, 0xEE, 0xF0, 0xEE, 0xE4, 0xE0],
      [0x82, 0xB1, 0x82, 0xEA, 0x82, 0xCD, 0x83, 0x65, 0x83, 0x58, 0x83, 0x67],
    ] as [[UInt8]] {
      let failure = DecodingSamples.failure(bytes)
      let first = try #require(bytes.firstIndex { $0 >= 0x80 })
      #expect(failure == .undecodable(.utf8, offset: first))
    }
  }

  @Test func randomBytesNeverCrash() {
    var random = SplitMix(state: 20)
    var failures = 0
    for _ in 0..<2_000 {
      let floor = random.next() % 2 == 0 ? UInt64(0x80) : 0
      let bytes = (0..<Int(random.next() % 600)).map { _ in UInt8(random.next() % (256 - floor) + floor) }
      if DecodingSamples.failure(bytes) != nil { failures += 1 }
    }
    print("random bytes: \(failures) of 2000 refused")
    #expect(failures > 1_990)
  }

  private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}

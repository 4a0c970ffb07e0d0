import Archive
import Reading
import Testing

/// What the resolver tells the reader of a file.
@Suite struct RegionMessageTests {
  static func messages(_ notation: String, _ year: Int) -> [String] {
    RegionFixtures.resolver.resolve(RegionFixtures.evidence(notation), year: year).diagnostics
      .map { "\($0.severity.rawValue) \($0.code): \($0.message)" }
  }

  @Test(arguments: [
    (
      "title: 通州区2020年报告", 2020,
      [
        "error region-ambiguous: the region may be 110112 北京市通州区, 320612 江苏省南通市通州区; "
          + "write the right code, such as `region: 110112`, in the front matter"
      ]
    ),
    (
      "title: 2020年报告", 2020,
      [
        "error region-unknown: no division is named clearly enough; "
          + "write its six-digit code, such as `region: 410203`, in the front matter"
      ]
    ),
    (
      "to: 中共红河州委", 2020,
      [
        "error region-unknown: no division is named clearly enough, though the addressee is "
          + "532500 云南省红河哈尼族彝族自治州 or an office of it; "
          + "write its six-digit code, such as `region: 410203`, in the front matter"
      ]
    ),
    (
      "title: 东区2020年法治政府建设情况", 2020,
      [
        "error region-unknown: 东区 may be 510402 四川省攀枝花市东区, but nothing else says so; "
          + "write its six-digit code, such as `region: 410203`, in the front matter"
      ]
    ),
    (
      "title: 开县2019年报告", 2019,
      [
        "note region-renamed: 开县 was not in force in 2019 and is read as 500154 重庆市开州区; "
          + "if that is wrong, write the right code as `region:` in the front matter"
      ]
    ),
    ("title: 开县2017年报告", 2017, []),
    ("title: 开州区2015年报告", 2015, []),
    ("title: 顺河回族区2019年报告 / path: henan/shunhe-2019.txt", 2019, []),
    (
      "title: 顺河回族区2019年报告 / path: 410204-2019.txt", 2019,
      [
        "warning region-path: the file's path names 410204 河南省开封市鼓楼区, the report 410203 河南省开封市顺河回族区; "
          + "move the file, or write `region: 410204` in the front matter if the path is right"
      ]
    ),
    (
      "number: 豫政〔2020〕3号", 2019,
      [
        "note region-derived: the region 410000 河南省 is taken from the document number; "
          + "to confirm it, write `region: 410000` in the front matter"
      ]
    ),
  ])
  func says(notation: String, year: Int, expected: [String]) {
    #expect(Self.messages(notation, year) == expected)
  }

  @Test func namesItsGrounds() {
    let cases: [(String, RegionBasis)] = [
      ("title: 开封市2020年报告", .title), ("issuer: 开封市人民政府", .issuer), ("unit: 开封市司法局", .unit),
      ("number: 汴政〔2020〕3号", .documentNumber), ("path: 410200.txt", .path), ("source: 开封市人民政府", .source),
      ("chrome: 首页>开封市人民政府", .chrome), ("index: 11410200005384018X/2020-1", .indexNumber),
      ("cited: 《开封市要点》 / cited: 《开封市办法》", .citedTitle),
    ]
    for (notation, basis) in cases {
      let found = RegionFixtures.resolver.resolve(RegionFixtures.evidence(notation), year: 2020).outcome
      guard case .resolved(let region, let ground) = found else {
        Issue.record("\(notation): \(found)")
        continue
      }
      #expect(region.adcode.number == 410200, "\(notation)")
      #expect(ground == basis, "\(notation)")
    }
  }

  /// Long, empty and senseless input comes to an end quickly.
  @Test func hostileInput() {
    let texts = [
      "", "市", String(repeating: "鼓楼区", count: 20_000), String(repeating: "济南市中区、", count: 20_000),
      String(repeating: "(a", count: 20_000), String(repeating: "1", count: 20_000),
    ]
    for text in texts {
      var evidence = RegionEvidence()
      evidence.body = Array(text.unicodeScalars)
      evidence.titles = [.init(text)]
      evidence.citedTitles = [.init(text)]
      evidence.addressees = [.init(text)]
      evidence.chrome = [.init(text)]
      evidence.documentNumbers = [.init(text)]
      evidence.indexNumbers = [.init(text)]
      evidence.path = text
      for year in [nil, 2020, Int.min] {
        _ = RegionFixtures.resolver.resolve(evidence, year: year)
      }
    }
  }
}

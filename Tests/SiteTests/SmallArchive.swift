import Archive

/// A small archive in our own words: two bodies of one county, a zone, a report in Traditional characters
/// and a file that could not be placed.
enum SmallArchive {
  static let settings = SiteSettings(title: "样例档案", subtitle: "测试用的小档案", licence: "CC0", contact: "无")

  static let reports = [
    report("410203-2018", shunhe, 2018),
    report("410203-2019", shunhe, 2019, published: "2020-04-02"),
    report("410000-2019", henan, 2019, published: "2020-03-01"),
    zone, traditional, unplaced,
  ]

  static let paths: Set<String> = [
    "index.html", "404.html", "coverage.html", "checks.html", "about.html",
    "metrics/index.html", "topics/index.html", "laws/index.html",
    "years/2017.html", "years/2018.html", "years/2019.html", "years/2024.html",
    "regions/370000.html", "regions/370700.html", "regions/370784.html",
    "regions/410000.html", "regions/410200.html", "regions/410203.html",
    "regions/610000.html", "regions/610100.html", "regions/610117.html",
    "reports/370784-2017-kfq.html", "reports/370784-2017-kfq.md", "reports/370784-2017-kfq.json",
    "reports/410000-2019.html", "reports/410000-2019.md", "reports/410000-2019.json",
    "reports/410203-2018.html", "reports/410203-2018.md", "reports/410203-2018.json",
    "reports/410203-2019.html", "reports/410203-2019.md", "reports/410203-2019.json",
    "reports/610117-2024.html", "reports/610117-2024.md", "reports/610117-2024.json",
  ]

  static let henan = region(.province, [(410000, "河南省")])
  static let shunhe = region(.county, [(410000, "河南省"), (410200, "开封市"), (410203, "顺河回族区")])
  static let anqiu = region(.county, [(370000, "山东省"), (370700, "潍坊市"), (370784, "安丘市")])
  static let gaoling = region(.county, [(610000, "陕西省"), (610100, "西安市"), (610117, "高陵区")])

  static let zone: Report = {
    var report = SmallArchive.report("370784-2017-kfq", anqiu, 2017, published: "2018-02-01")
    report.masthead.unit = "安丘经济开发区"
    report.masthead.level = .zone
    report.masthead.titleDerived = true
    report.masthead.indexNumber = "113703030041234567/2018-00011"
    report.masthead.sourceURL = "https://www.example.org/a?b=1&c=2"
    report.diagnostics = [
      Diagnostic(
        .warning, code: "title-derived", line: 3, message: "no title in the text; set title: by hand")
    ]
    return report
  }()

  static let traditional: Report = {
    var report = SmallArchive.report("610117-2024", gaoling, 2024)
    report.masthead.title = "高陵區2024年法治政府建設情況"
    report.masthead.script = .hant
    report.masthead.addressees = ["市委", "市政府"]
    return report
  }()

  static let unplaced = Report(
    id: nil, file: "misc/无年度.txt", masthead: Masthead(),
    diagnostics: [Diagnostic(.error, code: "year-missing", message: "no year found; set year: by hand")])

  static func region(_ level: DivisionLevel, _ path: [(Int, String)]) -> Region {
    Region(
      level: level,
      path: path.compactMap { code, name in
        Adcode(String(code)).map { Region.Step(adcode: $0, name: name) }
      })
  }

  /// A report with a heading of its own, a heading within a paragraph, and a plain paragraph.
  static func report(_ id: String, _ region: Region, _ year: Int, published: String? = nil) -> Report {
    var masthead = Masthead()
    masthead.title = "\(region.name)\(year)年度工作小结"
    masthead.issuer = "\(region.name)人民政府"
    masthead.region = region
    masthead.level = ReportingLevel(rawValue: region.level.rawValue)
    masthead.year = year
    masthead.published = published.flatMap { Day(iso: $0) }
    masthead.documentNumber = "试〔\(year + 1)〕1号"
    let runIn = "(一)试一试。"
    return Report(
      id: id, file: "\(id).txt", masthead: masthead, chrome: ["首页 > 公开"],
      outline: [
        Heading(
          level: 1, label: "一、", title: "开头", runIn: false, parent: nil,
          place: .init(block: 1, range: 0..<"一、开头".utf8.count)),
        Heading(
          level: 2, label: "(一)", title: "试一试", runIn: true, parent: 0,
          place: .init(block: 2, range: 0..<runIn.utf8.count - 3)),
      ],
      body: Array("这是引言。\n\n## 一、开头\n\n\(runIn)这里有一句话。\n\n又一段。\n".utf8),
      digest: String(repeating: "0a", count: 32), byteCount: 321)
  }
}

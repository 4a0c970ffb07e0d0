import Archive
import Foundation
import Site
import Testing

@Suite struct HostileReportTests {
  static let attack = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{title}}{{{body}}}&lt;"

  /// The attack in every field, all else as usual.
  static let attacked: Report = {
    var report = SmallArchive.report("410203-2018", SmallArchive.shunhe, 2018)
    report.file = attack
    report.chrome = [attack]
    report.masthead.title = attack
    report.masthead.issuer = attack
    report.masthead.unit = attack
    report.masthead.documentNumber = attack
    report.masthead.indexNumber = attack
    report.masthead.category = attack
    report.masthead.source = attack
    report.masthead.sourceURL = "javascript:" + attack
    report.masthead.addressees = [attack]
    report.outline[0].label = attack
    report.outline[1].title = attack
    report.digest = attack
    report.diagnostics = [Diagnostic(.warning, code: attack, line: 1, message: attack)]
    report.body = Array("# \(attack)\n\n\(attack)\n\n[x](javascript:alert(1))\n\n<div onclick=x>\n".utf8)
    return report
  }()

  @Test func everyFieldIsText() throws {
    let settings = SiteSettings(
      title: Self.attack, subtitle: Self.attack, licence: Self.attack, contact: Self.attack)
    let page = FreePage(slug: "about", title: Self.attack, markdown: Array(Self.attack.utf8))
    let tree = try rendered([Self.attacked, SmallArchive.unplaced], settings: settings, pages: [page])
    for (path, html) in tree where path.hasSuffix(".html") {
      for tag in ["<script>", "<img", "<div onclick"] { #expect(!html.contains(tag), "\(tag) in \(path)") }
      for href in values(of: "href", in: html) {
        #expect(!href.lowercased().hasPrefix("javascript"), "\(path)")
      }
    }
    let report = try #require(tree["reports/410203-2018.html"])
    #expect(report.contains("{{title}}"))
    #expect(report.contains("&lt;script&gt;"))
  }

  @Test func aReportOfNothingButItsPlaceHasAPage() throws {
    var masthead = Masthead()
    masthead.region = SmallArchive.henan
    masthead.year = 2020
    let tree = try rendered([Report(id: "410000-2020", file: "a.txt", masthead: masthead)])
    let html = try #require(tree["reports/410000-2020.html"])
    #expect(html.contains("河南省2020年度报告</h1>"))
    #expect(!html.contains("<dd></dd>") && !html.contains("<dd><bdi></bdi></dd>"))
  }

  @Test func fourHundredHeadingsAndALongTitle() throws {
    var report = SmallArchive.report("410000-2019", SmallArchive.henan, 2019)
    report.masthead.title = String(repeating: "长", count: 2_000)
    report.outline = (0..<400).map { index in
      Heading(
        level: index % 4 + 1, label: "(\(index))", title: "第\(index)项", runIn: false, parent: nil,
        place: .init(block: index, range: 0..<1))
    }
    report.body = Array((0..<400).map { "## (\($0)) 第\($0)项\n\n" }.joined().utf8)
    let tree = try rendered([report])
    let html = try #require(tree["reports/410000-2019.html"])
    #expect(html.contains("id=\"s400\""))
    #expect(html.components(separatedBy: "<ol").count == html.components(separatedBy: "</ol>").count)
    #expect(html.contains(try #require(report.masthead.title) + "</h1>"))
    for path in ["index.html", "years/2019.html", "regions/410000.html"] {
      #expect(try #require(tree[path]).contains(String(repeating: "长", count: 81)) == false, "\(path)")
    }
  }

  @Test(arguments: [-5..<3, 1..<4, 0..<5_000, 2..<2, 500..<Int.max])
  func placesThatDoNotFitAreIgnored(range: Range<Int>) throws {
    var report = SmallArchive.report("410000-2019", SmallArchive.henan, 2019)
    report.outline[0].place = .init(block: 99, range: 0..<5)
    report.outline[1].place = .init(block: 2, range: range)
    #expect(try rendered([report])["reports/410000-2019.html"]?.contains("又一段。") == true)
  }

  @Test func thousandsOfHeadingsInOneParagraphTakeLinearTime() throws {
    var report = SmallArchive.report("410000-2019", SmallArchive.henan, 2019)
    let piece = "一是做。"
    let width = piece.utf8.count
    report.body = Array(String(repeating: piece, count: 20_000).utf8)
    report.outline = (0..<20_000).map { index in
      Heading(
        level: 4, label: "一是", title: "做", runIn: true, parent: nil,
        place: .init(block: 0, range: index * width..<index * width + width - 3))
    }
    let clock = ContinuousClock()
    let time = try clock.measure { _ = try rendered([report]) }
    #expect(time < .seconds(20))
  }

  @Test func aReportMadeUpOfOneStrayYearDoesNotWidenTheTables() throws {
    let reports = [1, 2019, 9_999].map { SmallArchive.report("410000-\($0)", SmallArchive.henan, $0) }
    let coverage = try #require(try rendered(reports)["coverage.html"])
    // Two tables of years, and the first column of the table of dates.
    #expect(coverage.components(separatedBy: "<th scope=\"col\">").count - 1 == 2 * (1 + 3) + 1 + 1)
  }
}

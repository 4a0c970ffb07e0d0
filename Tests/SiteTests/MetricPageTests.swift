import Archive
import Foundation
import Mustache
import Testing

@testable import Site

@Suite struct MetricPageTests {
  static func site(_ reports: [Report] = StatedArchive.reports) throws -> [String: String] {
    try rendered(reports, indicators: StatedArchive.indicators, pages: [])
  }

  @Test func pagesOfWhatReportsSay() throws {
    let paths = try Self.site().keys.filter { path in
      ["metrics/", "data/", "laws/", "topics/", "checks/"].contains { path.hasPrefix($0) }
    }
    let expected: Set<String> = [
      "metrics/index.html", "metrics/accepted.html", "metrics/corrected.html", "metrics/rate.html",
      "metrics/staff.html", "data/metrics/accepted/2018.csv", "data/metrics/accepted/2019.csv",
      "data/metrics/corrected/2018.csv", "data/metrics/corrected/2019.csv",
      "data/metrics/rate/2019.csv", "data/metrics/staff/2018.csv",
      "laws/index.html", "laws/penalty-law.html", "topics/index.html",
      "topics/disputes.html", "topics/disputes.review.html",
    ]
    #expect(Set(paths) == expected)
  }

  /// Every link with a fragment on every page made from numbers and citations.
  @Test func everyLinkToANumberLandsOnIt() throws {
    let tree = try Self.site()
    let texts = markedTexts(tree)
    var followed = 0
    for (path, html) in tree where path.hasSuffix(".html") {
      for href in values(of: "href", in: html) {
        let parts = href.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(
          String.init)
        guard parts.count == 2, parts[1].hasPrefix("q") || parts[1].hasPrefix("c"),
          Int(parts[1].dropFirst()) != nil
        else { continue }
        let target = parts[0].isEmpty ? path : resolve(parts[0], from: path)
        #expect(texts[target]?[parts[1]] != nil, "\(path): \(href)")
        followed += 1
      }
    }
    #expect(followed > 40)
    for report in StatedArchive.reports {
      let marked = try #require(texts["reports/\(report.id ?? "").html"])
      for (index, quantity) in report.quantities.enumerated() {
        #expect(marked["q\(index + 1)"] == quantity.text)
      }
      for (index, citation) in report.citations.enumerated() {
        #expect(marked["c\(index + 1)"] == citation.text)
      }
    }
  }

  @Test(arguments: [
    // A stated zero, a report that is silent, a year without a report, an approximation.
    ("accepted", "<a href=\"../reports/410000-2019.html#q1\">0※</a>"),
    ("accepted", "<a href=\"../reports/410203-2018.html#q1\">1,090</a>"),
    ("staff", "<a href=\"../reports/410203-2018.html#q3\">≥12</a>"),
    ("corrected", "<a href=\"../reports/410203-2018.html#q2\">约90</a>"),
    // Several values of one report, the one of a department named.
    (
      "accepted",
      "<td><a href=\"../reports/410203-2019.html#q1\">109</a><a href=\"../reports/410203-2019.html#q5\">40</a>"
        + "<small class=\"note\">单个部门</small></td>"
    ),
    ("accepted", "410000.html\"><bdi>河南省</bdi></a></th><td></td><td>"),
    // The rate beside what it could be reckoned from.
    ("rate", "<td class=\"num\">8.26</td>"),
  ])
  func shows(metric: String, part: String) throws {
    let found = try #require(try Self.site()["metrics/\(metric).html"]).contains(part)
    #expect(found, "\(part)")
  }

  @Test func aSilentReportIsNotABlank() throws {
    let html = try #require(
      try Self.site([StatedArchive.shunhe2018, SmallArchive.reports[1]])["metrics/staff.html"])
    #expect(html.contains("<th scope=\"col\">2018</th></tr>"))
    var later = StatedArchive.shunhe2018
    later.id = "410203-2020"
    later.masthead.year = 2020
    let silent = try #require(
      try Self.site([StatedArchive.shunhe2018, SmallArchive.reports[1], later])["metrics/staff.html"])
    #expect(silent.contains("≥12</a></td><td>·</td><td><a"))
  }

  @Test func aMetricWithoutValuesIsNamedAndHasNoPage() throws {
    let html = try #require(try Self.site()["metrics/index.html"])
    #expect(html.contains("<li>没有人写的指标</li>"))
    #expect(!html.contains("never.html"))
  }

  @Test func valuesAsAFile() throws {
    let earlier = try #require(try Self.site()["data/metrics/accepted/2018.csv"])
    #expect(
      earlier == """
        \u{FEFF}adcode,region,reporting_unit,year,value,unit,approximation,scope,period,report_id,link,sentence\r
        410203,顺河回族区,,2018,1090,件,exact,,year,410203-2018,reports/410203-2018.html#q1,"受理案件1,090件，纠错约90件。"\r

        """)
    let file = try #require(try Self.site()["data/metrics/accepted/2019.csv"])
    #expect(
      file == """
        \u{FEFF}adcode,region,reporting_unit,year,value,unit,approximation,scope,period,report_id,link,sentence\r
        410000,河南省,,2019,0,,exact,,year,410000-2019,reports/410000-2019.html#q1,全省没有受理案件。\r
        410203,顺河回族区,,2019,109,件,exact,,year,410203-2019,reports/410203-2019.html#q1,受理109件，纠错9件，\
        纠错率达到82.1%，增长12.5%。\r
        410203,顺河回族区,,2019,40,件,exact,department,year,410203-2019,reports/410203-2019.html#q5,其中部门受理40件。\r

        """)
  }

  @Test(arguments: [
    ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("=1+1", "'=1+1"), ("-5", "-5"), ("-5.5", "-5.5"),
    ("-x", "'-x"),
    ("@x", "'@x"), ("a\nb", "\"a\nb\""), ("", ""),
  ])
  func fields(text: String, written: String) {
    var out: [UInt8] = []
    MetricFile.line([text], into: &out)
    #expect(String(decoding: out, as: UTF8.self) == written + "\r\n")
  }

  @Test func manyValuesAreSpreadOverPagesByProvinceAndPrefecture() throws {
    var reports: [Report] = []
    for county in 0..<120 {
      let prefecture = 410_100 + county / 20 * 100
      let code = prefecture + county % 20 + 1
      let region = SmallArchive.region(
        .county, [(410000, "河南省"), (prefecture, "第\(prefecture)市"), (code, "第\(code)区")])
      reports += (2004..<2024).map { year in
        StatedArchive.stated("\(code)-\(year)", region, year) { report in
          report.paragraph("受理[[accepted|\(county + year)件]]。")
        }
      }
    }
    reports.append(StatedArchive.henan2019)
    let tree = try Self.site(reports)
    let pages = tree.filter { $0.key.hasPrefix("metrics/") }
    #expect(pages.keys.contains("metrics/accepted-410000.html"))
    #expect(pages.keys.contains("metrics/accepted-410600.html"))
    for (path, html) in tree where path.hasSuffix(".html") { #expect(html.utf8.count < 300_000, "\(path)") }
    #expect(try #require(tree["regions/410000.html"]).contains("只列直接下级"))
    // No value is lost; the province's own stands on the metric's page and on the province's.
    let links = pages.values.flatMap { values(of: "href", in: $0) }.filter { $0.contains("#q") }
    #expect(Set(links).count == 2_401)
    // Ten of the counties' stand once more among the highest and the lowest.
    #expect(links.count == 2_412)
    #expect(try #require(pages["metrics/accepted.html"]).contains("accepted-410000.html"))
    #expect(try #require(pages["metrics/accepted-410000.html"]).contains("accepted-410600.html"))
    let ids = pages.mapValues { Set(values(of: "id", in: $0)).count == values(of: "id", in: $0).count }
    #expect(ids.values.allSatisfy { $0 })
  }

  /// The text of every marked number and citation, by page and id.
  func markedTexts(_ tree: [String: String]) -> [String: [String: String]] {
    tree.filter { $0.key.hasPrefix("reports/") && $0.key.hasSuffix(".html") }.mapValues { html in
      var texts: [String: String] = [:]
      let marked = html.replacingOccurrences(of: "<a id=", with: "<mark id=")
      for piece in marked.components(separatedBy: "<mark ").dropFirst() {
        let isLink = piece.prefix { $0 != ">" }.contains("href=")
        guard let id = values(of: "id", in: " " + piece).first,
          let end = piece.range(of: isLink ? "</a>" : "</mark>")
        else { continue }
        let inside = piece[..<end.lowerBound].drop { $0 != ">" }.dropFirst()
        texts[id] = inside.components(separatedBy: "<").enumerated().map { index, part in
          index == 0 ? part : String(part.drop { $0 != ">" }.dropFirst())
        }.joined()
      }
      return texts
    }
  }

  @Test(arguments: [
    (Metric.Direction.up, [2018, 2019], true, true, false), (.down, [2018, 2019], true, false, true),
    (.none, [2018, 2019], false, false, false), (.up, [2017, 2019], false, false, false),
  ])
  func theLastStepIsJudgedWhereTheVocabularyJudges(
    direction: Metric.Direction, years: [Int], isDrawn: Bool, isBetter: Bool, isWorse: Bool
  ) throws {
    var values = Chart.Lines()
    for number in 1...3 {
      values.add((years[0], Double(number)))
      values.add((years[1], Double(number + 1)))
      values.close()
    }
    let chart = try #require(
      Chart(
        values, level: .county, years: 2017...2019, isRate: false, direction: direction,
        words: Theme.chinese.words))
    #expect((chart.lastStep != nil) == isDrawn)
    let template = "{{#isBetter}}better{{/isBetter}}{{#isWorse}}worse{{/isWorse}}"
    let set = try TemplateSet(
      sources: [TemplateSource(name: "chart", file: "chart.html", text: template)],
      pages: [(template: "chart", shape: Chart.schema.shape)])
    var shown: [UInt8] = []
    try set.render("chart", Chart.schema.record(chart), into: &shown)
    #expect(String(decoding: shown, as: UTF8.self) == (isBetter ? "better" : isWorse ? "worse" : ""))
  }
}

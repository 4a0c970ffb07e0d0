import Archive
import Foundation
import Testing

@testable import Site

/// Laws, topics, checks, dates, and what a report's and a region's pages say of numbers.
@Suite struct StatementPageTests {
  @Test(arguments: [
    // Marks in the text, and their links.
    (
      "reports/410203-2019.html",
      "<a id=\"q1\" class=\"m\" href=\"../metrics/accepted.html\" title=\"受理数 · 109 件\">109件</a>"
    ),
    ("reports/410203-2019.html", "<mark id=\"q4\" class=\"q\" title=\"案件 · 12.5 % · 增减\">12.5%</mark>"),
    // Of how many reports cite a law only its own page speaks.
    ("reports/410203-2019.html", "class=\"c\" href=\"../laws/penalty-law.html\" title=\"法律\">"),
    // The year before, both ways.
    ("reports/410203-2019.html", "<th scope=\"col\" class=\"num\">2018年度</th>"),
    ("reports/410203-2019.html", "<a href=\"410203-2018.html#q1\">1,090</a>"),
    ("reports/410203-2018.html", "<a href=\"410203-2019.html#q1\">109</a>"),
    // Numbers outside series, topics in the contents, checks.
    ("reports/410203-2019.html", "<a href=\"#q6\"><bdi>108件</bdi></a>"),
    ("reports/410203-2019.html", "</a> <a href=\"../topics/disputes.html\">化解纠纷</a>"),
    ("reports/410203-2019.html", "</a> <span>不足和原因</span>"),
    ("reports/410203-2019.html", "与所列数字不相符"), ("reports/410203-2019.html", "与所列数字相符的"),
    ("reports/410203-2019.html", "<a href=\"#q1\"><bdi>109件、9件、82.1%</bdi></a> 第 3 行"),
    ("checks.html", "<a href=\"reports/410203-2019.html#q1\"><bdi>109件、9件、82.1%</bdi></a>"),
    // Last year's report says otherwise: its sentence stands beside this year's.
    ("checks.html", "<a href=\"reports/410203-2018.html#q1\"><bdi>1,090件</bdi></a> 2018年度报告， 第 2 行"),
    ("checks.html", "<bdi>上年受理108件。</bdi>"),
    // Who cites.
    ("laws/penalty-law.html", "<a href=\"../reports/410203-2018.html#c1\"><bdi>顺河回族区</bdi></a>"),
    ("laws/penalty-law.html", "也写作："), ("laws/index.html", "试政〔2020〕1号"),
    // The narrower section stands inside the wider one and is listed on its own topic's page only.
    ("topics/disputes.html", "全档案共 3 节"), ("topics/disputes.review.html", "全部办结，另有人员12余人。"),
    ("topics/disputes.html", "全省没有受理案件。"),
    ("regions/410203.html", "<a href=\"../metrics/accepted.html\">受理数</a>"),
    ("coverage.html", "<a href=\"reports/410203-2019.html\"><bdi>顺河回族区</bdi></a></th><td>2019</td>"),
    ("index.html", "<a href=\"metrics/accepted.html\">受理数</a>"),
  ])
  func shows(path: String, part: String) throws {
    let found = try #require(try MetricPageTests.site()[path]).contains(part)
    #expect(found, "\(part)")
  }

  @Test func everythingResolvesAndIsUnique() throws {
    let tree = try MetricPageTests.site()
    let files = Set(tree.keys).union(Theme.assets.paths.values)
    let ids = tree.mapValues { values(of: "id", in: $0) }
    for (path, html) in tree where path.hasSuffix(".html") {
      #expect(Set(ids[path] ?? []).count == ids[path]?.count, "\(path)")
      for href in values(of: "href", in: html) {
        let parts = href.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(
          String.init)
        let target = parts[0].isEmpty ? path : resolve(parts[0], from: path)
        #expect(files.contains(target), "\(path): \(href)")
        if parts.count == 2, path != "404.html" {
          #expect(ids[target]?.contains(parts[1]) == true, "\(path): \(href)")
        }
      }
      #expect(!html.contains(" style=") && !html.contains("<script>"), "\(path)")
    }
  }

  @Test func theOrderOfReportsDoesNotMatter() throws {
    #expect(try MetricPageTests.site() == MetricPageTests.site(StatedArchive.reports.reversed()))
  }

  @Test(arguments: [("2020-04-01", "0"), ("2020-04-02", "1"), ("2021-04-01", "365"), ("2020-03-01", "0")])
  func daysAfterTheFirstOfApril(published: String, days: String) throws {
    let report = SmallArchive.report("410000-2019", SmallArchive.henan, 2019, published: published)
    let duty = Duty(
      index(Catalog([report])), link: Linker(.coverage))
    #expect(duty.years.first?.after == (days == "0" ? 0 : 1))
    #expect(duty.after.first.map { String($0.days) } ?? "0" == days)
  }

  @Test func hostileNumbersAndCitationsAreText() throws {
    let attack = HostileReportTests.attack
    var report = StatedArchive.shunhe2019
    for index in report.quantities.indices {
      report.quantities[index].text = attack
      report.quantities[index].unit = attack
      report.quantities[index].subject = attack
      report.quantities[index].section = 999
    }
    for index in report.citations.indices {
      report.citations[index].title = attack
      report.citations[index].law = "../../" + attack
    }
    report.checks[0].note = attack
    report.checks[0].quantities = [-1, 0, 99, Int.max]
    report.sections[0] = SectionTopics(topic: attack, roles: [attack])
    let tree = try MetricPageTests.site([report, StatedArchive.shunhe2018])
    for (path, html) in tree where path.hasSuffix(".html") {
      for tag in ["<script>", "<img", "onerror=\""] { #expect(!html.contains(tag), "\(tag) in \(path)") }
    }
  }

  @Test(arguments: [-5..<3, 1..<4, 0..<9_000, 2..<2, 500..<Int.max, 0..<6])
  func placesThatDoNotFitCostNobodyElseAnAnchor(range: Range<Int>) throws {
    var report = StatedArchive.shunhe2019
    report.quantities[3].place.range = range
    report.quantities[3].sentence = range
    report.quantities[4].place.textBlock = 99
    let html = try #require(try MetricPageTests.site([report])["reports/410203-2019.html"])
    #expect(html.contains("id=\"q1\"") && html.contains("id=\"q3\""))
  }

  @Test func crossingMarksBothHaveTheirId() throws {
    var report = StatedArchive.shunhe2018
    let range = report.quantities[0].place.range
    report.quantities[1].place.range = range.lowerBound + 1..<range.upperBound + 3
    let html = try #require(try MetricPageTests.site([report])["reports/410203-2018.html"])
    #expect(html.contains("id=\"q1\"") && html.contains("id=\"q2\""))
  }

  @Test func fiveThousandNumbersTakeLinearTime() throws {
    func report(_ count: Int) -> Report {
      StatedArchive.stated("410203-2018", SmallArchive.shunhe, 2018) { report in
        for _ in 0..<count / 50 {
          report.paragraph(String(repeating: "受理[[accepted|109件]]，依据[[!a-law|《某法》]]。", count: 50))
        }
      }
    }
    let (few, many) = (report(1_000), report(5_000))
    let clock = ContinuousClock()
    _ = try MetricPageTests.site([few])
    let short = try clock.measure { _ = try MetricPageTests.site([few]) }
    let long = try clock.measure { _ = try MetricPageTests.site([many]) }
    #expect(long < short * 12 + .milliseconds(500))
  }
}

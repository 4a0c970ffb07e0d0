import Archive
import Foundation
import Site
import Testing

@Suite struct ReportPageTests {
  @Test(arguments: [
    // Every heading has its id, also the one that opens a paragraph.
    ("410203-2019", "id=\"s1\""),
    ("410203-2019", "<strong class=\"run-in\"><span id=\"s2\">(</span>一)试一试</strong>"),
    ("410203-2019", "href=\"#s2\""), ("410203-2019", "id=\"p3\""),
    // Neighbours, siblings, downloads, region path.
    ("410203-2019", "href=\"410203-2018.html\""), ("410203-2018", "href=\"410203-2019.html\""),
    ("410203-2019", "href=\"410203-2019.md\""), ("410203-2019", "href=\"410203-2019.json\""),
    ("410203-2019", "href=\"../regions/410200.html\""), ("410203-2019", "href=\"../years/2019.html\""),
    ("410203-2019", "<time datetime=\"2020-04-02\">2020年4月2日</time>"),
    ("370784-2017-kfq", "题名为拟定"), ("370784-2017-kfq", "安丘经济开发区"),
    ("370784-2017-kfq", "href=\"https://www.example.org/a?b=1&amp;c=2\""),
    ("370784-2017-kfq", "第 3 行"), ("370784-2017-kfq", "<code>title-derived</code>"),
    ("610117-2024", "lang=\"zh-Hant\""), ("610117-2024", "<dd><bdi>市委</bdi></dd>"),
  ])
  func shows(id: String, part: String) throws {
    let html = try #require(try rendered()["reports/\(id).html"])
    let found = html.contains(part)
    #expect(found)
  }

  @Test func whatTheSourceDoesNotSayIsNamedOnce() throws {
    let html = try #require(try rendered()["reports/410203-2018.html"])
    #expect(html.contains("<span>成文日期</span>") && html.contains("<span>发布日期</span>"))
    #expect(!html.contains("<dt>发布日期</dt>") && !html.contains("<span>文号</span>"))
  }
}

@Suite struct IndexPageTests {
  @Test func homeListsTheNewestFirst() throws {
    let html = try #require(try rendered()["index.html"])
    let order = ["410203-2019", "410000-2019", "370784-2017-kfq", "610117-2024", "410203-2018"]
    let places = order.compactMap { html.range(of: "reports/\($0).html")?.lowerBound }
    #expect(places.count == order.count && places == places.sorted())
    #expect(html.contains("checks.html#unplaced"))
  }

  @Test func aZoneStandsUnderItsDivisionAndIsMarkedInTheMatrix() throws {
    let html = try #require(try rendered()["regions/370784.html"])
    #expect(html.contains("<h3><bdi>安丘经济开发区</bdi></h3>"))
    #expect(html.contains("○</a>") && !html.contains("●</a>"))
  }

  @Test func aLargeArchiveKeepsItsMatricesOnTheProvincesPages() throws {
    let reports = (0..<250).map { index in
      SmallArchive.report(
        "\(410_300 + index)-2019",
        SmallArchive.region(.county, [(410000, "河南省"), (410_300 + index, "第\(index)区")]), 2019)
    }
    let tree = try rendered(reports)
    #expect(try #require(tree["coverage.html"]).contains("regions/410000.html#matrix"))
    #expect(try #require(tree["coverage.html"]).contains("●</a>") == false)
    #expect(try #require(tree["regions/410000.html"]).contains("●</a>"))
  }
}

import Archive
import Testing

@testable import Site

/// How pages say they are to be cited.
@Suite struct CitingTests {
  private func report(_ change: (inout Masthead) -> Void) -> Citing {
    var report = SmallArchive.report("410203-2019", SmallArchive.shunhe, 2019, published: "2020-04-02")
    change(&report.masthead)
    return Citing(
      report, title: report.masthead.title ?? "", permalink: "https://example.org/reports/410203-2019.html",
      Theme.chinese.words)
  }

  @Test func aReportAsTheStandardHasIt() {
    let source = "https://www.example.org/a?b=1&c=2"
    let citing = report { $0.sourceURL = source }
    #expect(citing.standard == "顺河回族区人民政府. 顺河回族区2019年度工作小结[R/OL]. 2020-04-02. \(source).")
    #expect(citing.plain == "顺河回族区人民政府，《顺河回族区2019年度工作小结》，2020-04-02，\(source)")
    let lines = [
      "@techreport{410203-2019,", "  author = {{顺河回族区人民政府}},", "  title = {{顺河回族区2019年度工作小结}},",
      "  institution = {{顺河回族区人民政府}},", "  year = {2020},", "  month = {4},", "  url = {\(source)}", "}",
    ]
    #expect(citing.bibtex == lines.joined(separator: "\n"))
  }

  @Test func whatIsNotStatedIsLeftOut() {
    let citing = report { masthead in
      masthead.issuer = nil
      masthead.published = nil
      masthead.sourceURL = "javascript:alert(1)"
    }
    #expect(
      citing.standard == "顺河回族区2019年度工作小结[R/OL]. https://example.org/reports/410203-2019.html.")
    #expect(!citing.bibtex.contains("author") && !citing.bibtex.contains("year"))
  }

  @Test func issuersAreNamedOneByOneAndNamesOfLettersWhole() {
    #expect(report { $0.issuer = "试验县委 试验县政府" }.bibtex.contains("{{试验县委} and {试验县政府}}"))
    #expect(report { $0.issuer = "Office of Law" }.standard.hasPrefix("Office of Law. "))
  }

  @Test func hostileTitlesStayInTheirBraces() {
    let citing = report { $0.title = "}}\\input{x} 100% _a_\n" + String(repeating: "长", count: 2_000) }
    let lines = citing.bibtex.split(separator: "\n")
    #expect(lines.count == 8)
    #expect(lines.contains { $0.hasPrefix("  title = {{") && $0.contains("input x  100\\% \\_a\\_ 长") })
    #expect(citing.standard.unicodeScalars.count < 500)
  }

  @Test func pagesSayTheirAddressWhereTheSiteHasOne() throws {
    var settings = SmallArchive.settings
    settings.baseURL = "https://example.org/档案"
    let tree = try rendered(settings: settings)
    let base = "https://example.org/%E6%A1%A3%E6%A1%88/"
    #expect(tree["index.html"]?.contains("rel=\"canonical\" href=\"\(base)\"") == true)
    let report = try #require(tree["reports/410203-2019.html"])
    #expect(report.contains("rel=\"canonical\" href=\"\(base)reports/410203-2019.html\""))
    #expect(tree["404.html"]?.contains("canonical") == false)
    #expect(try rendered()["index.html"]?.contains("canonical") == false)
  }
}

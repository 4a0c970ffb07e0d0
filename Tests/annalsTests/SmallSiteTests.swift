import Testing

/// A whole site from three small reports: every path that is to be there, and none besides.
@Suite struct SmallSiteTests {
  @Test func everyPathOfASmallSite() throws {
    let archive = try TemporaryArchive(
      reports: [
        "a.txt": Reports.text("开封市顺河回族区", 2021), "b/c.txt": Reports.text("开封市顺河回族区", 2022),
        "郑州.md": Reports.text("郑州市", 2021),
      ])
    try archive.write("Content/pages/about.md", "# 关于\n\n测试。\n")
    let outcome = try archive.annals("build")
    #expect(outcome.code == 0)
    #expect(outcome.output == "")
    #expect(
      outcome.errors == "3 reports, 4 regions, 2 years: 34 files written, 0 unchanged, 0 removed in Output\n")
    // An asset's digest changes with the asset.
    let files = try archive.files().map { path in
      guard path.hasPrefix("assets/") else { return path }
      let parts = path.split(separator: ".")
      return "\(parts[0]).*.\(parts[2])"
    }
    #expect(
      files == [
        "404.html", "about.html", "assets/icon.*.svg", "assets/site.*.css", "assets/site.*.js", "checks.html",
        "coverage.html",
        "data/metrics/law_lectures_sessions/2021.csv", "data/metrics/law_lectures_sessions/2022.csv",
        "data/metrics/penalty_cases/2021.csv", "data/metrics/penalty_cases/2022.csv", "index.html",
        "laws/index.html", "metrics/index.html", "metrics/law_lectures_sessions.html",
        "metrics/penalty_cases.html", "regions/410000.html", "regions/410100.html", "regions/410200.html",
        "regions/410203.html", "reports/410100-2021.html", "reports/410100-2021.json",
        "reports/410100-2021.md", "reports/410203-2021.html", "reports/410203-2021.json",
        "reports/410203-2021.md", "reports/410203-2022.html", "reports/410203-2022.json",
        "reports/410203-2022.md", "topics/capacity.html", "topics/enforcement.html", "topics/index.html",
        "years/2021.html", "years/2022.html",
      ])
    #expect(try archive.annals("check", "--output", "Output").code == 0)
  }

  @Test func aReportTakenAwayTakesItsPagesAway() throws {
    let archive = try TemporaryArchive()
    #expect(try archive.annals("build").code == 0)
    try archive.write("Output/notes.txt", "mine")
    try archive.remove("Content/reports/shunhe.txt")
    let outcome = try archive.annals("build")
    #expect(outcome.code == 0)
    #expect(try archive.files().filter { $0.contains("410203") || $0.contains("2021") } == [])
    #expect(try archive.text("Output/notes.txt") == "mine")
  }

  @Test func anEmptyArchiveHasASite() throws {
    let archive = try TemporaryArchive(reports: [:])
    let outcome = try archive.annals("build")
    #expect(outcome.code == 0)
    #expect(archive.exists("Output/index.html"))
    #expect(try archive.annals("check", "--output", "Output").code == 0)
  }

  @Test func correctionsWinFieldByField() throws {
    let archive = try TemporaryArchive(
      reports: [
        "a.txt": "---\ntitle: 前言里的题目\nindexNumber: 前言索引\nyear: 2019\n---\n" + Reports.text("郑州市", 2021)
      ])
    try archive.write("Content/reports/a.txt.yml", "title: 旁注里的题目\npublished: 2020-05-06\n")
    #expect(try archive.annals("build").code == 0)
    let json = try archive.text("Output/reports/410100-2019.json")
    #expect(json.contains("\"title\":\"旁注里的题目\""))
    #expect(json.contains("\"indexNumber\":\"前言索引\""))
    #expect(json.contains("\"published\":\"2020-05-06\""))
    // Nobody corrected this one.
    #expect(json.contains("\"source\":\"郑州市司法局\""))
  }
}

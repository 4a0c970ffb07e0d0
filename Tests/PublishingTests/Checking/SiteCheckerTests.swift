import Foundation
import Testing

@testable import Publishing

@Suite struct SiteCheckerTests {
  /// A site's files, and the findings of its check.
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var files: [String: String]
    var findings: [String]
    var testDescription: String { name }
  }

  static func check(_ files: [String: String], threads: Int = 2) throws -> SiteCheck {
    let folder = try TemporaryFolder()
    for (path, text) in files { try folder.write(path, text) }
    return try SiteChecker.check(folder: folder.path, threads: threads)
  }

  @Test(arguments: [
    Case(
      name: "a site that holds together",
      files: [
        "index.html": """
        <!doctype html><html lang="zh"><head><link rel="stylesheet" href="assets/a.css">
        <link rel="canonical" href="https://example.org/"></head>
        <body id="top"><a href="reports/x.html#p1">x</a> <a href="reports/x.html?a=1&amp;b=2#%E6%B3%95">y</a>
        <a href="https://example.org/a">z</a> <a href="mailto:a@example.org">m</a> <a href="#top">t</a> <a href="#">u</a>
        <a href="./reports/../404.html">n</a><img src="data:image/png;base64,AA" srcset="assets/a%20b.png 1x,assets/c.png 2x">
        <a href="reports/x.html#old">old</a></body>
        """,
        "404.html": "", "assets/a.css": "@import 'b.css'; @namespace url(http://www.w3.org/1999/xhtml);\n",
        "assets/b.css": "a { background: url( \"a b.png\" ) } b { src: url(c.png) } i { filter: url(#f) }",
        "assets/a b.png": "", "assets/c.png": "", "data/lone.csv": "", "sitemap.xml": "", ".nojekyll": "",
        "reports/x.html":
          "<p id=p1>a<p id='法'>b<a name=old></a><a href='../index.html#top:~:text=x'>home</a>",
      ], findings: []),
    Case(
      name: "links that lead nowhere",
      files: [
        "index.html":
          "<a href=x.html>\n<img src='pictures/x.png'>\n<a href='a.html'><a href='a.html#q'><a href='#q'>",
        "a.html": "<video poster=p.jpg></video>",
      ],
      findings: [
        "a.html:1: error: 'p.jpg' leads to no file; correct it or publish 'p.jpg'",
        "index.html:1: error: 'x.html' leads to no file; correct it or publish 'x.html'",
        "index.html:2: error: 'pictures/x.png' leads to no file; correct it or publish 'pictures/x.png'",
        "index.html:3: error: '#q' names no id of 'a.html'; correct it or give a place that id",
        "index.html:3: error: '#q' names no id of the page; correct it or give a place that id",
      ]),
    Case(
      name: "links that work in one place only",
      files: [
        "index.html": """
        <a href="/a/b.html">1</a>
        <a href="a">2</a>
        <a href="a/">3</a>
        <a href=".">4</a>
        <a href="A/B.html">5</a>
        <a href="../x.html">6</a>
        <a href="a\\b.html">7</a>
        <a href="file:///a/b.html">8</a>
        <a href="//example.org/">9</a>
        <a href="%2e%2e/x.html">10</a>
        """, "a/b.html": "<a href='b.html'>self</a>",
      ],
      findings: [
        "a/b.html: note: nothing links to it; link to it or remove it",
        "index.html:1: error: '/a/b.html' starts at the server's root, where the site may not be; "
          + "write it relative to the page",
        "index.html:2: error: 'a' names a folder; name a file in it, such as 'a/index.html'",
        "index.html:3: error: 'a/' names a folder; name a file in it, such as 'a/index.html'",
        "index.html:4: error: '.' names a folder; name a file in it, such as 'index.html'",
        "index.html:5: error: 'A/B.html' differs from 'a/b.html' in case; write it as the file is named",
        "index.html:6: error: '../x.html' leads out of the site's folder; correct it",
        "index.html:7: error: 'a\\b.html' has a backslash; write / between folders",
        "index.html:8: error: 'file:///a/b.html' leads to one computer's disk; write it relative to the page",
        "index.html:9: error: '//example.org/' names another site without a scheme; begin it with https:",
        "index.html:10: error: '%2e%2e/x.html' leads out of the site's folder; correct it",
      ]),
    Case(
      name: "requests that leave the site",
      files: [
        "index.html": """
        <link rel=stylesheet href=https://cdn.example/a.css>
        <script src="//cdn.example/a.js"></script>
        <img src="http://img.example/a.png" srcset="https://img.example/b.png 2x">
        <style>
        @import url(https://fonts.example/f.css);
        p { background: image-set("https://img.example/c.png" 1x) }</style>
        <form action="https://example.org/q"></form>
        <p style="background:url('https://img.example/d.png')">
        <a href="index.html" ping="https://count.example/">a</a>
        <svg><use href="https://img.example/i.svg#x"/></svg>
        <link rel="Preconnect" href="https://cdn.example">
        """
      ],
      findings: [
        "index.html:1: error: 'https://cdn.example/a.css' is fetched from another site; keep the file in the site",
        "index.html:2: error: '//cdn.example/a.js' is fetched from another site; keep the file in the site",
        "index.html:3: error: 'http://img.example/a.png' is fetched from another site; keep the file in the site",
        "index.html:3: error: 'https://img.example/b.png' is fetched from another site; keep the file in the site",
        "index.html:5: error: 'https://fonts.example/f.css' is fetched from another site; keep the file in the site",
        "index.html:6: error: 'https://img.example/c.png' is fetched from another site; keep the file in the site",
        "index.html:7: error: 'https://example.org/q' sends a form to another site; link to it instead",
        "index.html:8: error: 'https://img.example/d.png' is fetched from another site; keep the file in the site",
        "index.html:9: error: 'https://count.example/' is fetched from another site; keep the file in the site",
        "index.html:10: error: 'https://img.example/i.svg#x' is fetched from another site; keep the file in the site",
        "index.html:11: error: 'https://cdn.example' is fetched from another site; keep the file in the site",
      ]),
    Case(
      name: "what a page may not have",
      files: [
        "index.html": """
        <base href="x/"><p id=a><p
         id="a">
        <a href=" java\tscript:alert(1)">1</a><a href="&#106;avascript:alert(1)">2</a>
        <a href="data:text/html,x">3</a> <a href="view-source:x">4</a>
        <img src=""> <meta http-equiv=Refresh content="0; URL='gone.html'">
        """
      ],
      findings: [
        "index.html:1: error: <base> moves every link of the page; remove it",
        "index.html:2: error: the id 'a' stands twice in the page; rename one",
        "index.html:3: error: ' java\u{FFFD}script:alert(1)' is a script, not a link; remove it",
        "index.html:3: error: 'javascript:alert(1)' is a script, not a link; remove it",
        "index.html:4: error: 'data:text/html,x' is data, which browsers do not open; link to a file",
        "index.html:4: error: 'view-source:x' has a scheme that browsers do not open; correct it",
        "index.html:5: error: 'gone.html' leads to no file; correct it or publish 'gone.html'",
        "index.html:5: error: an empty URL asks for the page itself; remove it",
      ]),
    Case(
      name: "style sheets and pictures",
      files: [
        "index.html": "<link rel=icon href=i.svg><link rel='alternate stylesheet' href='css/a.css'>",
        "css/a.css": "/* url(no.png) */\n@import \"b.css\";\na::after { content: 'url(no.png)' }\n"
          + "b { background: url(c\\.png) }\ni { background: URL(/d.png) }\n",
        "i.svg":
          "<svg xmlns='http://www.w3.org/2000/svg'><title/><![CDATA[<image href='no'>]]><image href='e.png'/>\n"
          + "<use href='#f'/></svg>",
      ],
      findings: [
        "css/a.css:2: error: 'b.css' leads to no file; correct it or publish 'css/b.css'",
        "css/a.css:4: error: 'c.png' leads to no file; correct it or publish 'css/c.png'",
        "css/a.css:5: error: '/d.png' starts at the server's root, where the site may not be; "
          + "write it relative to the page",
        "i.svg:1: error: 'e.png' leads to no file; correct it or publish 'e.png'",
        "i.svg:2: error: '#f' names no id of the page; correct it or give a place that id",
      ]),
    Case(
      name: "files that nothing links to",
      files: [
        "index.html": "<a href=a.html>", "a.html": "<a href=a.html>", "b.html": "<a href=b.html>",
        "assets/x.js": "",
      ],
      findings: [
        "assets/x.js: note: nothing links to it; link to it or remove it",
        "b.html: note: nothing links to it; link to it or remove it",
      ]),
  ])
  func finds(_ row: Case) throws {
    let check = try Self.check(row.files)
    #expect(check.findings.map(\.rendered) == row.findings)
    #expect(check.files == row.files.count)
    #expect(check.hasErrors == row.findings.contains { $0.contains(" error: ") })
  }

  @Test func counts() throws {
    let check = try Self.check([
      "index.html": "<a href='https://example.org'><a href='#'><a href='b.html'><a>", "b.html": "",
    ])
    #expect(check == SiteCheck(findings: [], files: 2, links: 3, outside: 1))
  }

  @Test func threadsMakeNoDifference() throws {
    var files: [String: String] = [:]
    for number in 0..<60 {
      files["p\(number).html"] =
        "<p id=x><a href=p\(number + 1).html#x><a href=p\(number * 7 % 60).html#y><p id=x>"
    }
    let one = try Self.check(files, threads: 1)
    #expect(one.findings.count > 100)
    #expect(try Self.check(files, threads: 7) == one)
  }

  @Test func linksOnTheDiskAreReported() throws {
    let folder = try TemporaryFolder()
    try folder.write("index.html", "<a href=a.html>")
    try folder.link("a.html", to: "index.html")
    let findings = try SiteChecker.check(folder: folder.path).findings.map(\.rendered)
    #expect(
      findings == [
        "a.html: error: is a symbolic link or device, which is lost when the site is copied; put a file there",
        "index.html:1: error: 'a.html' leads to no file; correct it or publish 'a.html'",
      ])
  }

  @Test func folderThatIsNotThere() throws {
    let folder = try TemporaryFolder()
    #expect(
      message(in: folder) { _ = try SiteChecker.check(folder: folder.path + "/no") }
        == "no: error: cannot read it: no such file or directory; mend that and run it again")
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "<", "<a ", "<a href=", "<a href='", "<!--", "<!", "</", "<title>", "<style>@import ", "<style>url(",
      "&", "<a b",
      "<p style='url(url(url('", "<img srcset=',,, '>", "<a href='&&&&'>", "<svg>", "</title",
      "<script><!--<script>",
      "<a href='%%%'>", "<style>(", "<a href='a/../'>", "<p id=x>",
    ])
  func hostileTextTakesLinearTime(_ part: String) throws {
    for text in [
      part, String(repeating: part, count: 40_000 / part.utf8.count), "<p>" + part + "\0\u{FFFD}",
    ] {
      _ = try Self.check(["index.html": text, "a.css": text, "a.svg": text])
    }
  }
}

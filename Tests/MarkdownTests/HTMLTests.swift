import Testing

@testable import Markdown

@Suite("HTML")
struct HTMLTests {
  static func html(
    _ markdown: String, ids: (Block) -> String? = { _ in nil }, headingShift: Int = 0
  ) throws -> String {
    var output: [UInt8] = []
    try Document(markdown).html(into: &output, ids: ids, headingShift: headingShift)
    return String(decoding: output, as: UTF8.self)
  }

  @Test(
    "ordinary blocks",
    arguments: [
      ("# a", "<h1>a</h1>\n"), ("#", ""), ("a\nb", "<p>a\nb</p>\n"), ("中\n文", "<p>中文</p>\n"),
      ("a  \nb", "<p>a<br>\nb</p>\n"), ("***", "<hr>\n"),
      ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>\n"),
      ("> a", "<blockquote>\n<p>a</p>\n</blockquote>\n"),
      ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
      ("3. a\n   - b", "<ol start=\"3\">\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ol>\n"),
      ("1. a\n\n2. b", "<ol>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>\n"),
      ("```c++ x\na<b\n```", "<pre><code class=\"language-c\">a&lt;b\n</code></pre>\n"),
      ("    a", "<pre><code>a\n</code></pre>\n"), ("", ""), ("-", "<ul>\n<li></li>\n</ul>\n"),
      ("[a](b.html \"t\")", "<p><a href=\"b.html\" title=\"t\">a</a></p>\n"),
      ("![*a*](b.png)", "<p><img src=\"b.png\" alt=\"a\"></p>\n"),
      (
        "|a|b|c|\n|:-|:-:|-:|\n|1|2|3|",
        """
        <div class="table">
        <table>
        <thead>
        <tr>
        <th scope="col" class="align-left">a</th>
        <th scope="col" class="align-center">b</th>
        <th scope="col" class="align-right">c</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td class="align-left">1</td>
        <td class="align-center">2</td>
        <td class="align-right">3</td>
        </tr>
        </tbody>
        </table>
        </div>

        """
      ),
    ])
  func blocks(_ markdown: String, _ expected: String) throws {
    #expect(try HTMLTests.html(markdown) == expected)
  }

  @Test("a wide table is a named region the keyboard can scroll")
  func wideTable() throws {
    let html = try HTMLTests.html("|甲|\"乙\"|||丙|\n|-|-|-|-|-|\n")
    #expect(
      html.hasPrefix(
        "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"甲 · &quot;乙&quot; · 丙\">\n<table>\n"
      ))
    #expect(html.hasSuffix("</tr>\n</thead>\n</table>\n</div>\n"))
  }

  @Test("ids on headings, paragraphs and tight items; levels shift within 1 to 6")
  func ids() throws {
    let html = try HTMLTests.html(
      "# a\n\nb\n\n- c\n- > d\n\n###### e",
      ids: { block in
        switch block.kind {
        case .heading: "s\(block.index)"
        default: "p" + block.path.map(String.init).joined(separator: "-")
        }
      }, headingShift: 1)
    #expect(
      html == """
        <h2 id="s0">a</h2>
        <p id="p1">b</p>
        <ul>
        <li id="p2-0-0">c</li>
        <li>
        <blockquote>
        <p id="p2-1-0-0">d</p>
        </blockquote>
        </li>
        </ul>
        <h6 id="s3">e</h6>

        """)
    #expect(try HTMLTests.html("# a\n\n## b", headingShift: .min) == "<h1>a</h1>\n<h1>b</h1>\n")
    #expect(try HTMLTests.html("# a", headingShift: .max) == "<h6>a</h6>\n")
    #expect(try HTMLTests.html("# a", ids: { _ in "\"><b" }) == "<h1 id=\"&quot;&gt;&lt;b\">a</h1>\n")
  }

  @Test(
    "hostile text",
    arguments: [
      ("a <script>alert(1)</script>", "<p>a &lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
      ("<script>\nalert(1)\n</script>", "<pre>\n&lt;script&gt;\nalert(1)\n&lt;/script&gt;\n</pre>\n"),
      ("<!-- a -->", "<pre>\n&lt;!-- a --&gt;\n</pre>\n"),
      ("a &lt;b&gt; \" '", "<p>a &lt;b&gt; &quot; '</p>\n"),
      (
        "a&#1;b\u{7F}&#x9F;&#xFFFE;&#xFDD0;&#x1FFFF;c",
        "<p>a\u{FFFD}b\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}c</p>\n"
      ),
      ("a&#13;b", "<p>a\nb</p>\n"), ("，（）：\u{FFFD}\u{1F600}é", "<p>，（）：\u{FFFD}\u{1F600}é</p>\n"),
      ("[a](javascript:alert(1))", "<p>a</p>\n"), ("<javascript:alert(1)>", "<p>javascript:alert(1)</p>\n"),
      ("[a](&#106;avascript&colon;x)", "<p>a</p>\n"), ("[a](java&#10;script:x)", "<p>a</p>\n"),
      ("[a](http://e.com/?a=\"b\"&c)", "<p><a href=\"http://e.com/?a=%22b%22&amp;c\">a</a></p>\n"),
      ("[a](x \"\\\" onclick=\\\"y\")", "<p><a href=\"x\" title=\"&quot; onclick=&quot;y\">a</a></p>\n"),
      ("![a](http://e.com/p.png)", "<p><a href=\"http://e.com/p.png\">a</a></p>\n"),
      ("![a](//e.com/p.png)", "<p>a</p>\n"), ("![a](data:image/png;base64,x)", "<p>a</p>\n"),
      ("![a]()", "<p><a href=\"\">a</a></p>\n"),
      ("![a\"<](p.png)", "<p><img src=\"p.png\" alt=\"a&quot;&lt;\"></p>\n"),
      (
        "[![a](http://e.com/p.png) b](c.html)", "<p><a href=\"c.html\">a b</a></p>\n"
      ),
      ("[x](中文#a#b%zz%20|)", "<p><a href=\"%E4%B8%AD%E6%96%87#a%23b%25zz%20%7C\">x</a></p>\n"),
      ("```\"><script>\na\n```", "<pre><code>a\n</code></pre>\n"), ("{{x}}", "<p>{{x}}</p>\n"),
      (
        "|<b>|\n|-|\n",
        "<div class=\"table\">\n<table>\n<thead>\n<tr>\n<th scope=\"col\">&lt;b&gt;</th>\n</tr>\n</thead>\n</table>\n</div>\n"
      ),
    ])
  func hostile(_ markdown: String, _ expected: String) throws {
    #expect(try HTMLTests.html(markdown) == expected)
  }

  @Test(
    "addresses",
    arguments: [
      ("a.html", .relative), ("../a/b.html#c:d", .relative), ("#a", .relative), ("?a:b", .relative),
      ("/a", .relative), ("", .relative), ("a%20b", .relative), ("100%", .relative), ("中文.html", .relative),
      ("http://a.cn", .absolute), ("HTTPS://a.cn:8080/x?y#z", .absolute), ("mailto:a@b.cn", .absolute),
      ("http://中文.cn/", .absolute), ("http:a", .refused), ("http://", .refused), ("http:///x", .refused),
      ("http://u@a.cn", .refused), ("http://a.cn:x/", .refused), ("http://a.cn:99999", .refused),
      ("http://a:1:2", .refused), ("http://[::1]/", .refused), ("http:\\\\a", .refused),
      ("javascript:x", .refused), ("JaVaScRiPt:x", .refused), (" \u{1}javascript:x", .refused),
      ("java\tscript:x", .refused), ("java\nscript\r:x", .refused), ("javascript%3Ax", .refused),
      ("javascript%253Ax", .refused), ("%6Aavascript:x", .refused), ("java%0Ascript%3ax", .refused),
      ("vbscript:x", .refused), ("data:text/html,x", .refused), ("file:///etc/passwd", .refused),
      ("FILE:x", .refused), ("blob:x", .refused), ("//a.cn/x", .refused), ("\\\\a\\x", .refused),
      ("/\\a", .refused), ("/ /a", .refused), ("%2F%2Fa", .refused), ("c:\\x", .refused), (":x", .refused),
      ("mailto:", .refused), ("view-source:http://a", .refused), ("http://.", .refused),
    ] as [(String, LinkPolicy.Verdict)])
  func addresses(_ address: String, _ verdict: LinkPolicy.Verdict) {
    #expect(LinkPolicy.judge(Array(address.utf8)) == verdict)
  }
}

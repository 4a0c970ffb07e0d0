import Testing

/// Texts that mean harm, or that make careless programs slow.
@Suite struct HostileTextTests {
  static let attack = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'>{{title}}{{{body}}}{{#x}}&lt;"

  /// Every field of the front matter as text, and as an address.
  static func frontMatter(_ value: String) -> String {
    let quoted = value.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
    let fields = [
      "title", "issuer", "unit", "documentNumber", "indexNumber", "category", "source", "sourceURL",
    ]
    return "---\nregion: 410300\nyear: 2020\nid: attack\n"
      + fields.map { "\($0): \"\(quoted)\"\n" }.joined() + "addressees: [\"\(quoted)\"]\n---\n"
  }

  static let texts: [(name: String, text: String)] = [
    ("attack.txt", frontMatter(attack) + Reports.text("洛阳市", 2020, head: attack + "\n\n")),
    ("attack.txt", frontMatter("javascript:alert(1)//\(attack)") + Reports.text(attack, 2020)),
    (
      "attack.md",
      frontMatter(attack).replacing("---\nregion", with: "---\nformat: markdown\nregion") + """
        # \(attack)

        \(attack)

        [一](javascript:alert(1)) [二](JaVaScRiPt:alert(1)) [三](  java\u{9}script:alert(1)) [四](data:text/html,<script>)
        [五](vbscript:x) <javascript:alert(1)> ![图](javascript:alert(1)) ![像](http://tracker.example/a.png)

        [六]: javascript:alert(1)

        [六]

        <div onclick="alert(1)">块</div>

        <script>alert(1)</script>

        | <script> | [七](javascript:alert(1)) |
        | --- | --- |
        | {{title}} | <img src=x onerror=alert(1)> |

        ## \(attack)

        最后一段。

        """
    ),
    (
      "attack.txt",
      "\(attack)\n索 引 号：\(attack)　来源：\(attack)\n[ 来源 ]\(attack)\n洛阳市2020年度法治政府建设情况报告\n洛政〔2021〕1号 \(attack)\n"
        + "---\nid: x\n" + Reports.text("洛阳市", 2020) + "\(attack)\n# \(attack)\n[a](javascript:alert(1))\n"
    ),
  ]

  @Test(arguments: texts.indices) func nothingOfItIsMarkup(_ index: Int) throws {
    let (name, text) = Self.texts[index]
    let archive = try TemporaryArchive()
    try archive.write("Content/reports/\(name)", text)
    try archive.write(
      "Content/site.yml",
      "title: \"<script>alert(1)</script>\"\nsubtitle: \"{{title}}\"\ncontact: javascript:alert(1)\n")
    try archive.write(
      "Content/pages/about.md",
      "---\ntitle: <script>\n---\n\n<script>alert(1)</script>[a](javascript:alert(1)){{title}}\n")
    let outcome = try archive.annals("build")
    #expect(outcome.code == 0, "\(outcome.errors)")
    var pages = 0
    for path in try archive.files() where path.hasSuffix(".html") {
      let html = try archive.text("Output/" + path)
      for tag in Markup.tags(of: html) {
        #expect(!["img", "iframe", "object", "embed"].contains(tag.name), "\(tag) in \(path)")
        // The theme's own script comes from its file; nothing else runs.
        if tag.name == "script" {
          let source = tag.attributes.first { $0.name == "src" }?.value ?? ""
          #expect(source.contains(/^(\.\.\/)*assets\/site\.[0-9a-f]{8}\.js$/), "\(tag) in \(path)")
        }
        for (attribute, value) in tag.attributes {
          #expect(!attribute.hasPrefix("on"), "\(tag) in \(path)")
          let plain = value.lowercased().filter { !$0.isWhitespace }
          if ["href", "src", "action"].contains(attribute) {
            for scheme in ["javascript:", "data:", "vbscript:"] {
              #expect(!plain.hasPrefix(scheme), "\(tag) in \(path)")
            }
          }
        }
      }
      pages += 1
    }
    #expect(pages > 10)
    let page = try #require(
      try archive.files().first {
        $0.hasPrefix("reports/") && ($0.contains("attack") || $0.contains("410300")) && $0.hasSuffix(".html")
      })
    #expect(try archive.text("Output/" + page).contains("{{title}}"))
    #expect(try archive.annals("check", "--output", "Output").code == 0)
  }

  @Test func controlCharactersStayOutOfPages() throws {
    let archive = try TemporaryArchive()
    try archive.write(
      "Content/reports/a.txt",
      "---\ntitle: \"题\\0目\\e[31m\\u2028行\\uFFFE。\"\nsource: \"\\0\"\n---\n"
        + Reports.text("洛阳市", 2020, head: "一\u{1}二\u{8}三"))
    #expect(try archive.annals("build").code == 0)
    // The lines of a CSV end in CRLF.
    for path in try archive.files() where !path.hasSuffix(".csv") {
      let bad = try archive.text("Output/" + path).unicodeScalars.first {
        ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value) || $0.value == 0x2028
          || $0.value == 0xFFFE
      }
      #expect(bad == nil, "\(path)")
    }
    let page = try archive.text("Output/reports/410300-2020.html")
    #expect(page.contains("题 目 [31m 行。") && page.contains("一二三"))
  }

  static let head = "洛阳市2020年度法治政府建设情况报告\n\n发布时间：2021-03-01\n\n"

  static let large: [(name: String, make: @Sendable () -> String)] = [
    ("100,000 lines of (一)", { head + String(repeating: "(一)\n", count: 100_000) }),
    ("10,000 headings of one level", { head + String(repeating: "(一)做好工作。\n", count: 10_000) }),
    ("10,000 headings on one line", { head + String(repeating: "一、做好工作。(一)是。", count: 5_000) }),
    ("one line of 20 MB", { head + String(repeating: "做好工作", count: 20_000_000 / 12) }),
    ("a million line ends", { head + Reports.text("洛阳市", 2020) + String(repeating: "\n", count: 1_000_000) }),
    (
      "a row of 30,000 pipes",
      {
        head + String(repeating: "|", count: 30_000) + "\n" + String(repeating: "a|", count: 30_000)
          + "\n正文。\n"
      }
    ),
    (
      "brackets that never close",
      {
        head + String(repeating: "《", count: 20_000) + String(repeating: "（", count: 20_000) + "\n"
          + String(repeating: "，一是做", count: 5_000)
      }
    ),
    (
      "dates",
      {
        head + String(repeating: "2020年3月1日", count: 5_000) + "\n"
          + String(repeating: "洛政〔2020〕1号", count: 5_000)
      }
    ),
    ("parts of parts", { head + String(repeating: "共3件，其中1件，", count: 2_000) + "\n" }),
    (
      "Markdown's marks",
      {
        head + String(repeating: "> ", count: 30_000) + "x\n" + String(repeating: "[", count: 30_000) + "\n"
          + String(repeating: "*a ", count: 30_000) + "\n" + String(repeating: "`", count: 30_000) + "\n"
      }
    ),
  ]

  /// The limit is loose, for a program built for debugging on a busy machine: what is quadratic takes hours.
  @Test(arguments: large.indices) func takesItsTimeAndNoMore(_ index: Int) throws {
    let archive = try TemporaryArchive()
    try archive.write("Content/reports/large.txt", Self.large[index].make())
    let outcome = try archive.annals("build", seconds: 240)
    #expect(!outcome.isLate, "\(Self.large[index].name)")
    #expect(outcome.code == 0 || outcome.code == 1, "\(Self.large[index].name): \(outcome.errors)")
    for page in Reports.goodPages { #expect(archive.exists("Output/" + page)) }
    #expect(archive.exists("Output/reports/410300-2020.html"), "\(Self.large[index].name): \(outcome.errors)")
  }

  @Test func aMarkdownTableOf30_000Columns() throws {
    let archive = try TemporaryArchive()
    let row = String(repeating: "a|", count: 30_000)
    try archive.write(
      "Content/reports/wide.md",
      "---\nformat: markdown\nregion: 410300\nyear: 2020\n---\n# 报告\n\n|\(row)\n|\(String(repeating: "-|", count: 30_000))\n|\(row)\n\n尾段。\n"
    )
    let outcome = try archive.annals("build", seconds: 60)
    #expect(!outcome.isLate && outcome.code == 0)
    #expect(try archive.text("Output/reports/410300-2020.html").contains("尾段。"))
  }

  @Test func aBombOfAliasesGoesOut() throws {
    let archive = try TemporaryArchive()
    var yaml = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for (before, name) in zip("abcdefghijk", "bcdefghijkl") {
      yaml += "\(name): &\(name) [\(repeatElement("*\(before)", count: 9).joined(separator: ", "))]\n"
    }
    try archive.write(
      "Content/reports/bomb.txt", "---\n\(yaml)addressees: *l\n---\n" + Reports.text("洛阳市", 2020))
    let outcome = try archive.annals("build", seconds: 60)
    #expect(!outcome.isLate && outcome.code == 0)
  }
}

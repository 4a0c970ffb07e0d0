import Archive
import Testing

@testable import Site

/// The site in several languages, and what each of them calls things.
@Suite struct EditionTests {
  static let editions = [Theme.chinese, Theme.traditional, Theme.english]

  @Test func everyPageLeadsToItsSisters() throws {
    let tree = try rendered(in: Self.editions)
    let one = try rendered()
    let pages = one.keys.filter { $0.hasSuffix(".html") }
    #expect(tree.count == one.count + 2 * pages.count)
    for path in pages {
      for (folder, language) in [("", "zh-Hans"), ("zh-Hant/", "zh-Hant"), ("en/", "en")] {
        let page = try #require(tree[folder + path])
        #expect(page.contains("<html lang=\"\(language)\">"), "\(folder + path)")
        let sisters = page.components(separatedBy: "rel=\"alternate\" hreflang=").dropFirst()
        let targets = sisters.compactMap { values(of: "href", in: "<a " + $0).first }
          .map { resolve($0, from: folder + path) }
        // Readers of any other language are given the first.
        #expect(targets == [path, path, "zh-Hant/" + path, "en/" + path], "\(folder + path)")
        #expect(sisters.dropFirst().first?.hasPrefix("\"x-default\"") == true)
      }
      // One language knows nothing of others.
      #expect(one[path]?.contains("hreflang") == false)
    }
  }

  @Test func everyLinkLeadsToAFileOfTheSite() throws {
    let tree = try rendered(in: Self.editions)
    let files = Set(tree.keys).union(Theme.assets.paths.values)
    for (path, html) in tree where path.hasSuffix(".html") {
      for href in values(of: "href", in: html) where !href.hasPrefix("https://www.example.org/") {
        let target = resolve(String(href.prefix { $0 != "#" }), from: path)
        #expect(files.contains(target), "\(path): \(href)")
      }
    }
  }

  @Test func reportsStayAsPrinted() throws {
    let tree = try rendered(in: Self.editions)
    func text(_ path: String) throws -> Substring {
      let page = try #require(tree[path])
      let start = try #require(page.range(of: "<div class=\"para\""))
      return page[start.lowerBound...].prefix(200)
    }
    let chinese = try text("reports/410203-2019.html")
    #expect(chinese.contains("lang=\"en\"") == false)
    let english = try text("en/reports/410203-2019.html")
    let paragraph = try #require(chinese.components(separatedBy: "<p>").dropFirst().first?.prefix(20))
    #expect(english.contains(paragraph))
  }

  @Test(arguments: [
    ("110000", "北京市", "Beijing", "北京市"),
    ("610000", "陕西省", "Shaanxi", "陝西省"),
    ("410203", "顺河回族区", "Shunhe Hui District", "順河回族區"),
    ("320300", "徐州市", "Xuzhou", "徐州市"),
    ("140525", "泽州县", "Zezhou County", "澤州縣"),
    ("110101", "东城区", "Dongcheng District", "東城區"),
    ("210100", "沈阳市", "Shenyang", "瀋陽市"),
    ("150100", "呼和浩特市", "Hohhot", "呼和浩特市"),
    ("999999", "没有的地方", "没有的地方", "没有的地方"),
  ])
  func divisions(code: String, printed: String, english: String, traditional: String) throws {
    let adcode = try #require(Adcode(code))
    #expect(Theme.chinese.words.division(adcode, printed) == printed)
    #expect(Theme.english.words.division(adcode, printed) == english)
    #expect(Theme.traditional.words.division(adcode, printed) == traditional)
  }

  @Test func datesAndNumbers() throws {
    let tree = try rendered(in: Self.editions)
    #expect(tree["reports/410203-2019.html"]?.contains(">2020年4月2日</time>") == true)
    #expect(tree["en/reports/410203-2019.html"]?.contains(">2 April 2020</time>") == true)
    #expect(Theme.chinese.words.short(20_000) == "2万" && Theme.english.words.short(20_000) == "20k")
    #expect(Theme.traditional.words.short(150_000_000) == "1.5億")
  }

  @Test(arguments: [
    ("a: [1]\n", 1, "not a text"), ("a: x\nb: y\na: z\n", 3, "`a` is given twice; keep one"),
    ("- a\n", 1, "not a list of"),
    ("a: \"x\n", 2, "not YAML"),
  ])
  func tablesThatAreNone(text: String, line: Int, message: String) {
    let error = #expect(throws: TableError.self) {
      _ = try StringTable(parsing: Array(text.utf8), language: "en", file: "en.yml")
    }
    #expect(error?.line == line)
    #expect(error?.message.hasPrefix(message) == true)
  }

  @Test func textsAreNoHTMLAndTheirTagsStay() throws {
    let table = try StringTable(
      parsing: Array("a: \"<b> & {{#x}}'{{y}}'{{/x}}\"\n".utf8), language: "en", file: "en.yml")
    #expect(
      String(decoding: table.sources[0].bytes, as: UTF8.self) == "&lt;b&gt; &amp; {{#x}}'{{y}}'{{/x}}")
  }

  @Test func aTextThatNamesAnUnknownValue() throws {
    let table = try StringTable(
      parsing: Array("home: x\nyear-label: \"{{jahr}}\"\n".utf8), language: "en", file: "en.yml")
    let error = #expect(throws: TableError.self) { _ = try Words(table, names: .none) }
    #expect(error?.line == 2)
    #expect(error?.message == "`year-label` has no value `jahr`; it has {{year}}")
  }
}

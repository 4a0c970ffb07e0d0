import Mustache
import Testing

/// Templates made to hurt: an error or a page, soon, and never a crash.
@Suite struct HostileTests {
  static let many = 100_000

  static func repeated(_ text: String, _ count: Int = many) -> String {
    String(repeating: text, count: count)
  }

  @Test func deeplyNestedSections() throws {
    let template = HostileTests.repeated("{{#total}}") + "x" + HostileTests.repeated("{{/total}}")
    #expect(try Fixture().render(template) == "x")
    #expect(
      try Fixture().render(HostileTests.repeated("{{#previous}}") + HostileTests.repeated("{{/previous}}"))
        == "")
  }

  @Test(arguments: [
    "{{#total}}", "{{/total}}", "{{", "{{{", "{{}}", "{{$a}}", "{{<page}}", "{{=", "{{x.}}", "{{#a b}}",
  ])
  func repeatedRubbish(_ text: String) {
    let errors = Fixture.errors(HostileTests.repeated(text))
    #expect(!errors.isEmpty && errors.count <= 300)
  }

  @Test func manyWrongNames() {
    #expect((1...300).contains(Fixture.errors(HostileTests.repeated("{{nothing}}\n")).count))
    #expect(Fixture.errors("{{" + HostileTests.repeated("n") + "}}").count == 1)
    #expect(Fixture.errors("{{" + HostileTests.repeated("previous.") + "title}}").count == 1)
  }

  @Test func aLargeTemplate() throws {
    let line = "<p>{{title}} 年度报告 {{#years}}{{href}}{{/years}}</p>\n"
    let template = HostileTests.repeated(line, 5_000_000 / line.utf8.count)
    let page = try Fixture().render(template)
    #expect(page.utf8.count == "<p>Report 年度报告 </p>\n".utf8.count * (5_000_000 / line.utf8.count))
  }

  @Test func blankLinesBeforeTags() throws {
    let template = HostileTests.repeated("{{$b}}\n" + "\n", 20_000) + HostileTests.repeated("{{/b}}", 20_000)
    #expect(!(try Fixture().render(template)).isEmpty)
    #expect(try Fixture().render(HostileTests.repeated(" ", 1_000_000) + "{{total}}").utf8.count == 1_000_001)
  }

  @Test func growingRecursion() {
    // Indented one step more with each call, and each block inside the content of the one before.
    #expect(throws: TemplateError.self) { _ = try Fixture().render("{{>p}}", ["p": "a\n  {{>p}}\n"]) }
    #expect(throws: TemplateError.self) {
      _ = try Fixture().render("{{>p}}", ["p": "{{<p}}{{$a}}{{$a}}{{/a}}{{/a}}{{/p}}{{$a}}{{/a}}"])
    }
  }

  @Test func everyTemplateIncludesTheNextTwice() {
    var partials: [String: String] = [:]
    for level in 0..<40 { partials["p\(level)"] = "{{>p\(level + 1)}}{{>p\(level + 1)}}" }
    partials["p40"] = ""
    let error = #expect(throws: TemplateError.self) { _ = try Fixture().render("{{>p0}}", partials) }
    #expect(error?.message == "the page includes more than 1000000 templates; include fewer")
  }

  @Test func aLongChainOfPartials() throws {
    var partials: [String: String] = ["p900": "{{#years}}{{/years}}end"]
    for level in 0..<900 { partials["p\(level)"] = "{{>p\(level + 1)}}" }
    #expect(try Fixture().render("{{>p0}}", partials) == "end")
  }

  /// Overridden or not, each of many blocks doubles the ways in which the next template is reached.
  @Test func tooManyVariants() {
    let blocks = (0..<20).map { "{{$b\($0)}}{{/b\($0)}}" }.joined()
    var partials = ["p20": blocks]
    for level in 0..<20 {
      let next = "p\(level + 1)"
      partials["p\(level)"] = "{{>\(next)}}{{<\(next)}}{{$b\(level)}}x{{/b\(level)}}{{/\(next)}}"
    }
    let errors = Fixture.errors("{{>p0}}", partials)
    #expect(errors.count == 1)
    #expect(errors.first?.contains("in more than 10000 different ways; include fewer") == true)
  }

  @Test func oddBytes() throws {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF, 0xFF, 0x00, 0x7B, 0x7B, 0x74, 0xFF, 0x7D, 0x7D]
    #expect(throws: TemplateErrors.self) {
      _ = try TemplateSet(
        sources: [TemplateSource(name: "page", file: "page.html", bytes: bytes)],
        pages: [(template: "page", shape: Fixture.schema.shape)])
    }
    // A file saved with a byte order mark does not put it into the page.
    #expect(try Fixture().render("\u{FEFF}{{total}}") == "3")
  }
}

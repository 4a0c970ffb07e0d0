import Mustache
import Testing

/// The language as such, for clones that lack the specification's own cases.
@Suite struct LanguageTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let template: String
    let expected: String
    var partials: [String: String] = [:]
    var testDescription: String { template }
    init(_ template: String, _ expected: String, _ partials: [String: String] = [:]) {
      self.template = template
      self.expected = expected
      self.partials = partials
    }
  }

  static let data: Value = .table([
    "name": .text("Lin & Wu"), "count": .number(2), "yes": .flag(true), "no": .flag(false),
    "none": .missing, "empty": .list([]), "html": .text("<b>"),
    "list": .list([
      .table(["n": .number(1), "name": .text("one")]), .table(["n": .number(2)]), .text("3"),
    ]),
    "grid": .list([.list([.number(1), .number(2)]), .list([.number(3)])]),
    "a": .table(["b": .table(["c": .text("deep")]), "name": .text("inner")]),
    "which": .text("row"), "lines": .text("x\ny"),
  ])

  @Test(arguments: [
    // Values.
    Case("{{name}} {{{name}}} {{& name }}", "Lin &amp; Wu Lin & Wu Lin & Wu"),
    Case("{{nobody}}{{none}}{{a.x.c}}{{name.b}}{{empty}}", ""),
    Case("{{a.b.c}} {{#a}}{{b.c}} {{name}} {{count}}{{/a}}", "deep deep inner 2"),
    Case("{{count}}{{yes}}{{html}}", "2true&lt;b&gt;"),
    Case("{ {name} }", "{ {name} }"),
    // Sections.
    Case("{{#list}}{{n}}-{{name}};{{/list}}", "1-one;2-Lin &amp; Wu;-Lin &amp; Wu;"),
    Case("{{#grid}}[{{#.}}{{.}}{{/.}}]{{/grid}}", "[12][3]"),
    Case("{{#no}}x{{/no}}{{#none}}x{{/none}}{{#empty}}x{{/empty}}{{#nobody}}x{{/nobody}}", ""),
    Case("{{^no}}a{{/no}}{{^none}}b{{/none}}{{^empty}}c{{/empty}}{{^nobody}}d{{/nobody}}", "abcd"),
    Case("{{#yes}}{{#yes}}in{{/yes}}{{/yes}}{{^yes}}out{{/yes}}", "in"),
    // Lines that hold only a tag.
    Case("1\n  {{#yes}}  \n2\n\t{{/yes}}\n3", "1\n2\n3"),
    Case("1\r\n{{! c }}\r\n2\r\n", "1\r\n2\r\n"),
    Case("  {{! at the start }}\n1\n {{! at the end }}", "1\n"),
    Case("1 {{! c }}\n2", "1 \n2"),
    Case("{{#yes}}{{! c }}\n{{/yes}}\n", "\n"),
    Case("{{!\n a\n b }}\n1", "1"),
    Case("  {{name}}\n", "  Lin &amp; Wu\n"),
    Case("1\r{{! c }}\r2", "1\r\r2"),
    // Delimiters.
    Case("{{=<% %>=}}<%count%>{{count}}<%={{ }}=%>{{count}}", "2{{count}}2"),
    Case("{{=| |=}}\n|#yes|\n|&name||={{ }}=|{{/yes}}", "Lin & Wu"),
    Case("{{=@@ @@=}}@@>row@@ @@{name}@@", "<2> Lin & Wu", ["row": "<{{count}}>"]),
    // Partials.
    Case("a\n  {{>p}}\nb\n", "a\n  1\n  \n  2\nb\n", ["p": "1\n{{#no}}\nx\n{{/no}}\n\n2\n"]),
    Case("  {{>p}}.", "  1\n2.", ["p": "1\n2"]),
    Case(" {{>p}}\n", "  x\ny\n", ["p": " {{{lines}}}\n"]),
    Case(" {{>p}}\n", " -\n   +\n", ["p": "-\n  {{>q}}\n", "q": "+\n"]),
    Case(" {{>p}}\n", " -1\n2\n", ["p": "-{{>q}}\n", "q": "1\n2"]),
    Case("{{>nobody}}", ""),
    Case("{{>*which}}{{>*nobody}}{{>*name}}", "<2>", ["row": "<{{count}}>"]),
    // Inheritance.
    Case("{{<p}}{{$t}}mine{{/t}}{{/p}}|{{>p}}", "[mine]|[own]", ["p": "[{{$t}}own{{/t}}]"]),
    Case("{{<p}}{{$t}}x{{/t}}{{$t}}y{{/t}} text {{name}}{{/p}}", "x", ["p": "{{$t}}{{/t}}"]),
    Case(
      "{{<p}}{{$t}}\n      one\n        two\n{{/t}}{{/p}}", "<\n  one\n    two\n>\n",
      ["p": "<\n  {{$t}}\n  {{/t}}\n>\n"]),
    Case("{{<p}}{{$t}}{{n}}{{/t}}{{/p}}", "12", ["p": "{{#list}}{{$t}}{{/t}}{{/list}}"]),
    Case("{{<*which}}{{$t}}x{{/t}}{{/*which}}", "<x>", ["row": "<{{$t}}{{/t}}>"]),
    Case(
      "{{<mid}}{{$b}}B{{/b}}{{/mid}}", "a-B",
      [
        "mid": "{{<top}}{{$a}}a{{/a}}{{/top}}",
        "top": "{{$a}}{{/a}}-{{$b}}{{/b}}",
      ]),
  ])
  func renders(_ test: Case) throws {
    let template = try Template(lenient: test.template, partials: test.partials)
    #expect(String(decoding: try template.render(LanguageTests.data), as: UTF8.self) == test.expected)
  }

  @Test func theContextMayBeAnything() throws {
    #expect(try Template(lenient: "{{.}}").render(.text("<")) == Array("&lt;".utf8))
    #expect(
      try Template(lenient: "{{#.}}{{.}},{{/.}}").render(.list([.number(1), .number(2)]))
        == Array("1,2,".utf8))
  }

  @Test func lenientTemplatesMustStillParse() {
    #expect(throws: TemplateErrors.self) { _ = try Template(lenient: "{{#a}}") }
    #expect(throws: TemplateErrors.self) { _ = try Template(lenient: "", partials: ["p": "{{/a}}"]) }
  }
}

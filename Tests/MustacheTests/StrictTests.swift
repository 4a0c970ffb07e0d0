import Mustache
import Testing

/// What a theme renders.
@Suite struct StrictTests {
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

  static let fixture: Fixture = {
    var fixture = Fixture()
    fixture.title = "A & B <\"it's\"> {{total}} 年度报告"
    fixture.total = -1_204
    fixture.body = Array("<p>A &amp; B {{title}}</p>".utf8)
    fixture.years = [.init(title: "2019", href: "2019.html"), .init(title: nil, href: "2020.html")]
    fixture.previous = .init(title: "Before", href: "a.html?x=1&y=2")
    fixture.addressees = ["<one>", "two"]
    fixture.tree = [
      .init(name: "a", children: [.init(name: "b", children: [.init(name: "c")]), .init(name: "d")])
    ]
    return fixture
  }()

  @Test(arguments: [
    // Values: escaping is the rule, data is never read as a template.
    Case("{{title}}", "A &amp; B &lt;&quot;it&#39;s&quot;&gt; {{total}} 年度报告"),
    Case("{{total}}", "-1204"),
    Case("{{{body}}}|{{&body}}", "<p>A &amp; B {{title}}</p>|<p>A &amp; B {{title}}</p>"),
    Case("{{previous.href}}", "a.html?x=1&amp;y=2"),
    // Sections.
    Case("{{#years}}{{href}} {{/years}}", "2019.html 2020.html "),
    Case("{{#addressees}}[{{.}}]{{/addressees}}", "[&lt;one&gt;][two]"),
    Case("{{#isDerived}}yes{{/isDerived}}{{^isDerived}}no{{/isDerived}}", "no"),
    Case("{{#total}}{{.}}{{/total}}", "-1204"),
    Case("{{#body}}<div>{{{.}}}</div>{{/body}}", "<div><p>A &amp; B {{title}}</p></div>"),
    // A name is taken from the innermost record that declares it, missing there or not.
    Case("{{#years}}({{title}}){{/years}}", "(2019)()"),
    Case("{{#years}}{{#previous}}{{href}}{{/previous}},{{/years}}", "a.html?x=1&amp;y=2,a.html?x=1&amp;y=2,"),
    Case(
      "{{#previous}}{{#years}}{{href}};{{/years}}{{href}}{{/previous}}",
      "2019.html;2020.html;a.html?x=1&amp;y=2"),
    Case(
      "{{#addressees}}{{#previous}}{{title}}{{/previous}}{{.}} {{/addressees}}",
      "Before&lt;one&gt; Beforetwo "),
    // Inclusion.
    Case("{{#years}}{{>row}}{{/years}}", "<2019><>", ["row": "<{{title}}>"]),
    Case(
      "{{>row}}{{#previous}}{{>row}}{{/previous}}",
      "A &amp; B &lt;&quot;it&#39;s&quot;&gt; {{total}} 年度报告.Before.", ["row": "{{title}}."]),
    Case(
      "{{#tree}}{{>node}}{{/tree}}", "a(b(c())d())", ["node": "{{name}}({{#children}}{{>node}}{{/children}})"]
    ),
    Case(
      "<ul>\n  {{#tree}}\n  {{>node}}\n  {{/tree}}\n</ul>\n",
      """
      <ul>
        <li>a
          <li>b
            <li>c
            </li>
          </li>
          <li>d
          </li>
        </li>
      </ul>

      """,
      ["node": "<li>{{name}}\n  {{#children}}\n  {{>node}}\n  {{/children}}\n</li>\n"]),
    // A tree inside a tree's own shape: the outer names stay in reach.
    Case(
      "{{#tree}}{{>node}}{{/tree}}", "a-1204b-1204c-1204d-1204",
      ["node": "{{name}}{{total}}{{#children}}{{>node}}{{/children}}"]),
    Case(
      "{{<layout}}\n{{$main}}\n<p>{{total}}</p>\n{{/main}}\n{{/layout}}\n",
      "<main>\n  <p>-1204</p>\n</main>\n<footer>f</footer>\n",
      ["layout": "<main>\n  {{$main}}\n  {{/main}}\n</main>\n{{$foot}}<footer>f</footer>{{/foot}}\n"]),
    Case(
      "{{<layout}}{{$t}}{{#years}}{{$inner}}x{{/inner}}{{/years}}{{/t}}{{/layout}}", "[xx]",
      ["layout": "[{{$t}}{{/t}}]"]),
    // A block inside the content for a block of the same name is its own.
    Case("{{<layout}}{{$t}}a{{$t}}b{{/t}}{{/t}}{{/layout}}", "ab", ["layout": "{{$t}}{{/t}}"]),
  ])
  func renders(_ test: Case) throws {
    #expect(try StrictTests.fixture.render(test.template, test.partials) == test.expected)
  }

  @Test(arguments: ["title", "total", "isDerived", "body", "years", "previous", "addressees"])
  func missingIsFalsy(_ name: String) throws {
    var fixture = Fixture()
    fixture.title = nil
    fixture.total = nil
    #expect(try fixture.render("{{#\(name)}}yes{{/\(name)}}{{^\(name)}}no{{/\(name)}}") == "no")
  }

  @Test func emptyTextIsFalsyAndZeroIsNot() throws {
    var fixture = Fixture()
    fixture.title = ""
    fixture.body = []
    fixture.total = 0
    #expect(try fixture.render("{{#title}}t{{/title}}{{#body}}b{{/body}}{{#total}}n{{/total}}") == "n")
  }

  @Test(arguments: [Int.min, -10, -1, 0, 7, 10, 1_000_000, Int.max])
  func writesNumbers(_ number: Int) throws {
    var fixture = Fixture()
    fixture.total = number
    #expect(try fixture.render("{{total}}") == String(number))
  }

  /// At every position of the eight bytes that are looked at together, beside bytes that nearly match.
  @Test func escapesAnywhere() throws {
    let reference: [Character: String] = [
      "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;",
    ]
    for special in reference.keys.sorted() {
      for position in 0..<20 {
        for filler in ["a", "=", ":", "#", "%", "!", "(", "年", "\u{7F}", "¢", "\u{1}", "\0", "&"] {
          let before = String(repeating: filler, count: position)
          let text = before + String(special) + String(repeating: filler, count: 19 - position)
          var fixture = Fixture()
          fixture.title = text
          let expected = text.map { reference[$0] ?? String($0) }.joined()
          #expect(try fixture.render("{{title}}") == expected)
        }
      }
    }
  }

  @Test func oneTemplateServesSeveralShapes() throws {
    let set = try TemplateSet(
      sources: [TemplateSource(name: "t", file: "t.html", text: "{{title}}")],
      pages: [
        (template: "t", shape: Fixture.schema.shape), (template: "t", shape: Fixture.Link.schema.shape),
      ])
    var buffer: [UInt8] = []
    try set.render("t", Fixture.schema.record(Fixture(title: "a")), into: &buffer)
    try set.render("t", Fixture.Link.schema.record(.init(title: "b")), into: &buffer)
    #expect(String(decoding: buffer, as: UTF8.self) == "ab")
  }

  @Test func shapesCanBeWalked() {
    let fields = Fixture.schema.shape.fields.map { "\($0.name): \($0.kind.description), \($0.note)" }
    #expect(fields.first == "title: a text, the report's title")
    #expect(fields.last == "tree: a list of `node`, the divisions")
  }

  @Test func dependenciesAreThoseReallyUsed() throws {
    let set = try Fixture.set(
      "{{<layout}}{{$main}}{{>row}}{{/main}}{{/layout}}",
      [
        "layout": "{{>head}}{{$main}}{{>placeholder}}{{/main}}", "row": "x", "head": "y",
        "placeholder": "z", "other": "{{>row}}",
      ])
    #expect(set.dependencies(of: "page") == ["head", "layout", "page", "row"])
    #expect(set.dependencies(of: "row") == [])
  }
}

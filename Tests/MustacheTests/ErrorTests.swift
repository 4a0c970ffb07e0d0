import Mustache
import Testing

/// Every message, with its line and column.
@Suite struct ErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let template: String
    let partials: [String: String]
    let expected: [String]
    var testDescription: String { template }
    init(_ template: String, _ partials: [String: String] = [:], _ expected: String...) {
      self.template = template
      self.partials = partials
      self.expected = expected
    }
  }

  @Test(arguments: [
    // The template's own text.
    Case(
      "a\n 年 {{title", [:],
      "page.html:2:4: error: the tag `{{title` is not closed; end it with `}}`"),
    Case(
      "{{#title}}{{title", [:],
      "page.html:1:11: error: the tag `{{title` is not closed; end it with `}}`"),
    Case("{{{body}}", [:], "page.html:1:1: error: the tag `{{{body}}` is not closed; end it with `}}}`"),
    Case(
      "{{=<% %>=}}\n<%title", [:],
      "page.html:2:1: error: the tag `<%title` is not closed; end it with `%>`"),
    Case(
      "a {{}} {{# }}", [:],
      "page.html:1:3: error: the tag names nothing; write a name in it or take it out",
      "page.html:1:8: error: the tag names nothing; write a name in it or take it out"),
    Case(
      "{{the title}}", [:],
      "page.html:1:1: error: `the title` is not a name; write one word, parts joined by single dots"),
    Case(
      "{{previous..title}}", [:],
      "page.html:1:1: error: `previous..title` is not a name; write one word, parts joined by single dots"),
    Case(
      "\n{{=<%=}}", [:],
      "page.html:2:1: error: `<%` does not set delimiters; write two words without `=`, as in `{{=<% %>=}}`"),
    Case(
      "{{#title}}\n  {{^years}}", [:],
      "page.html:1:1: error: `{{#title}}` is not closed; end it with `{{/title}}`",
      "page.html:2:3: error: `{{^years}}` is not closed; end it with `{{/years}}`"),
    Case(
      "{{<layout}}{{$main}}", ["layout": "{{$main}}{{/main}}"],
      "page.html:1:1: error: `{{<layout}}` is not closed; end it with `{{/layout}}`",
      "page.html:1:12: error: `{{$main}}` is not closed; end it with `{{/main}}`"),
    Case(
      "{{#title}}\n{{#years}}\n{{/title}}", [:],
      "page.html:3:1: error: `{{/title}}` stands where `{{#years}}` of line 2, column 1 is still open; "
        + "close that first with `{{/years}}`"),
    Case(
      "{{#title}}x{{/titel}}", [:],
      "page.html:1:12: error: `{{/titel}}` stands where `{{#title}}` of line 1, column 1 is still open; "
        + "close that first with `{{/title}}`"),
    Case(
      "x {{/title}}", [:],
      "page.html:1:3: error: `{{/title}}` closes nothing; open it with `{{#title}}` or take it out"),
    // What it names.
    Case(
      "<h1>\n  {{titel}}", [:],
      "page.html:2:3: error: nothing is named `titel` here; did you mean `title`? `report` has title, total, "
        + "isDerived, body, years, previous, addressees, tree"),
    Case(
      "{{#years}}{{totl}}{{/years}}", [:],
      "page.html:1:11: error: nothing is named `totl` here; did you mean `total`? `link` has title, href"),
    Case(
      "{{#years}}{{colour}}{{/years}}", [:],
      "page.html:1:11: error: nothing is named `colour` here; `link` has title, href"),
    Case(
      "{{previous.herf}}", [:],
      "page.html:1:1: error: `previous` has no `herf`; did you mean `href`? it has title, href"),
    Case(
      "{{years.href}}", [:],
      "page.html:1:1: error: `years` is a list of `link` and has no fields; "
        + "use a section `{{#years}}...{{/years}}`"),
    Case(
      "{{>haed}}", ["head": "", "foot": ""],
      "page.html:1:1: error: there is no template `haed`; did you mean `head`? there are foot, head, page"),
    Case(
      "{{<layout}}{{$mian}}x{{/mian}}{{/layout}}", ["layout": "{{$main}}{{/main}}"],
      "page.html:1:12: error: `layout` has no block `mian`; did you mean `main`? it has main"),
    Case(
      "{{>*title}}", [:],
      "page.html:1:1: error: `*title` would choose a template by a value, which cannot be checked beforehand; "
        + "write a section for each case with its own `{{>name}}`"),
    // What it does with it.
    Case(
      "{{body}}", [:],
      "page.html:1:1: error: `body` is finished HTML and would be escaped; write `{{{body}}}`"),
    Case(
      "{{{title}}}{{&total}}", [:],
      "page.html:1:1: error: `title` is a text and must be escaped; write `{{title}}`",
      "page.html:1:12: error: `total` is a number and must be escaped; write `{{total}}`"),
    Case(
      "{{isDerived}}", [:],
      "page.html:1:1: error: `isDerived` is a flag and cannot be written out; "
        + "use a section `{{#isDerived}}...{{/isDerived}}`"),
    Case(
      "{{years}}", [:],
      "page.html:1:1: error: `years` is a list of `link` and cannot be written out; "
        + "repeat for each with `{{#years}}...{{/years}}`"),
    Case(
      "{{{addressees}}}", [:],
      "page.html:1:1: error: `addressees` is a list of texts and cannot be written out; "
        + "repeat for each with `{{#addressees}}...{{/addressees}}`"),
    Case(
      "{{previous}}", [:],
      "page.html:1:1: error: `previous` is a record `link` and cannot be written out; "
        + "write one of its fields, `{{previous.field}}`"),
    Case(
      "{{#years}}{{.}}{{/years}}", [:],
      "page.html:1:11: error: `.` is a whole record `link` here; name one of its fields"),
    // Through inclusions.
    Case(
      "a\n  {{#years}}{{>row}}{{/years}}", ["row": "\n {{>cell}}", "cell": "{{year}}"],
      "cell.html:1:1: error: nothing is named `year` here; did you mean `years`? `link` has title, href\n"
        + "  included from row.html:2:2\n  included from page.html:2:13"),
    Case(
      "{{<layout}}{{$main}}{{yeers}}{{/main}}{{/layout}}",
      ["layout": "{{#years}}{{$main}}{{/main}}{{/years}}"],
      "page.html:1:21: error: nothing is named `yeers` here; did you mean `years`? `link` has title, href\n"
        + "  included from layout.html:1:11\n  included from page.html:1:1"),
    // The same mistake is told once, however often it is reached; mistakes of several templates together.
    Case(
      "{{>row}}{{>row}}{{x1}}", ["row": "{{x2}}", "unused": "{{/a}}"],
      "page.html:1:17: error: nothing is named `x1` here; `report` has title, total, isDerived, body, years, "
        + "previous, addressees, tree",
      "row.html:1:1: error: nothing is named `x2` here; `report` has title, total, isDerived, body, years, "
        + "previous, addressees, tree\n  included from page.html:1:1",
      "unused.html:1:1: error: `{{/a}}` closes nothing; open it with `{{#a}}` or take it out"),
  ])
  func says(_ test: Case) {
    #expect(Fixture.errors(test.template, test.partials) == test.expected)
  }

  @Test func missingPageTemplate() {
    #expect(throws: TemplateErrors.self) {
      _ = try TemplateSet(sources: [], pages: [(template: "home", shape: Fixture.schema.shape)])
    }
    do {
      _ = try TemplateSet(sources: [], pages: [(template: "home", shape: Fixture.schema.shape)])
    } catch {
      #expect(error.rendered == "error: the template `home` is missing; add it to the theme")
    }
  }

  @Test func notAPage() throws {
    let set = try Fixture.set("x")
    var buffer: [UInt8] = []
    let error = #expect(throws: TemplateError.self) {
      try set.render("page", Fixture.Link.schema.record(.init()), into: &buffer)
    }
    #expect(
      error?.rendered == "error: `page` was not loaded as a page for `link`; name it among the pages")
  }

  @Test func endlessRecursionWhileRendering() {
    let error = #expect(throws: TemplateError.self) {
      _ = try Fixture().render("a\n {{>p}}", ["p": "x{{>q}}", "q": "{{>p}}"])
    }
    #expect(
      error?.rendered == "q.html:1:1: error: `p` is included more than 1000 deep; "
        + "let the recursion end with a section that becomes empty")
  }
}

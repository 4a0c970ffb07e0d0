import Foundation
import TestSupport
import Testing

/// Templates, settings and vocabulary that a curator has broken: a message with its place, and the old site as it was.
@Suite struct ThemeAndSettingsTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let file: String
    /// Put behind what stands there; nil removes the file.
    let addition: String?
    let code: Int32
    let message: String
    var testDescription: String { "\(file): \(addition ?? "removed")" }
  }

  static let cases = [
    Case(
      file: "Templates/year.html", addition: "{{#reports}}\n", code: 1,
      message: "Templates/year.html:LINE:1: error: `{{#reports}}` is not closed; end it with `{{/reports}}`"),
    Case(
      file: "Templates/report.html", addition: "<p>{{titel}}</p>\n", code: 1,
      message:
        "Templates/report.html:LINE:4: error: nothing is named `titel` here; did you mean `title`? `report` has"
    ),
    Case(
      file: "Templates/home.html", addition: "{{> partials/nothing}}\n", code: 1,
      message:
        "Templates/home.html:LINE:1: error: there is no template `partials/nothing`; did you mean `partials/"
    ),
    Case(
      file: "Templates/year.html", addition: "{{title", code: 1,
      message: "Templates/year.html:LINE:1: error: the tag `{{title` is not closed; end it with `}}`"),
    Case(
      file: "Templates/report.html", addition: "{{{title}}}\n", code: 1,
      message: "Templates/report.html:LINE:1: error: `title` is a text and must be escaped; write `{{title}}`"
    ),
    Case(
      file: "Templates/404.html", addition: nil, code: 1,
      message: "error: the template `404` is missing; add it to the theme"),
    Case(
      file: "Templates/strings/zh-Hans.yml", addition: "skip-to-contents: 跳过\n", code: 1,
      message: "Templates/strings/zh-Hans.yml:LINE: error: nothing asks for the text `skip-to-contents`; "),
    Case(
      file: "Templates/strings/zh-Hans.yml", addition: "home: 首页\n", code: 1,
      message: "Templates/strings/zh-Hans.yml:LINE: error: `home` is given twice; keep one"),
    Case(
      file: "Templates/home.html", addition: "{{>strings/no-such-text}}\n", code: 1,
      message: "Templates/strings/zh-Hans.yml:"),
    Case(
      file: "Templates/strings/zh-Hans.yml", addition: nil, code: 1,
      message:
        "Templates/strings/zh-Hans.yml:1: error: no such file, though site.yml names the language `zh-Hans`; "
    ),
    Case(
      file: "Content/vocabulary/divisions.tsv", addition: "12x\ty\n", code: 1,
      message: "Content/vocabulary/divisions.tsv:LINE: error: "),
  ]

  @Test(arguments: cases) func isNamedAndChangesNothing(_ broken: Case) throws {
    let archive = try TemporaryArchive()
    try archive.copy(Repository.root + "/Templates", to: "Templates")
    try archive.copy(Repository.root + "/Content/vocabulary", to: "Content/vocabulary")
    #expect(try archive.annals("build").code == 0)
    let before = try archive.tree()
    let stamps = try archive.stamps()
    try archive.write("Content/reports/new.txt", Reports.text("洛阳市", 2020))
    var line = 0
    if let addition = broken.addition {
      let text = try archive.text(broken.file)
      line = text.filter { $0 == "\n" }.count + 1
      try archive.write(broken.file, text + addition)
    } else {
      try archive.remove(broken.file)
    }
    for command in ["build", "check"] {
      let outcome = try archive.annals(command)
      #expect(outcome.code == broken.code)
      let expected = broken.message.replacingOccurrences(of: "LINE", with: String(line))
      #expect(outcome.messages.contains { $0.hasPrefix(expected) }, "\(outcome.errors)")
    }
    #expect(try archive.tree() == before)
    #expect(try archive.stamps() == stamps)
  }

  @Test func templatesThatAreAnEmptyFolder() throws {
    let archive = try TemporaryArchive()
    try archive.makeFolder("Templates")
    let outcome = try archive.annals("build")
    #expect(outcome.code == 1)
    #expect(
      outcome.messages == [
        "Templates/strings/zh-Hans.yml:1: error: no such file, though site.yml names the language `zh-Hans`; "
          + "copy the folder strings from the templates of Annals"
      ])
    #expect(!archive.exists("Output"))
  }

  @Test func templatesThatAreNowhere() throws {
    let archive = try TemporaryArchive()
    try archive.copy(Repository.root + "/Content/vocabulary", to: "Content/vocabulary")
    let outcome = try Command.run(["build"], in: archive.path, share: archive.path)
    #expect(outcome.code == 3)
    #expect(
      outcome.messages == [
        "\(archive.path)/Templates: error: cannot read it: no such file or directory; mend that and run it again"
      ])
  }

  @Test(arguments: [
    ("title: [\n", "Content/site.yml:2: error: not YAML: did not find expected node content; mend the line"),
    (
      "just words\n",
      "Content/site.yml:1: error: not a list of `key: value` lines; write one setting on each line"
    ),
    ("title:\n", "Content/site.yml:1: error: `title` is empty; name the archive"),
    (
      "title: x\nlanguage: ../en\n",
      "Content/site.yml:2: error: `../en` is no language; write `zh-Hans`, `zh-Hant` or `en`"
    ),
  ])
  func settingsThatAreBroken(_ text: String, _ message: String) throws {
    let archive = try TemporaryArchive()
    try archive.write("Content/site.yml", text)
    let outcome = try archive.annals("build")
    #expect(outcome.code == 1)
    #expect(outcome.messages.first == message)
    for page in Reports.goodPages { #expect(archive.exists("Output/" + page)) }
  }

  @Test func settingsThatAreUnknownOrMissing() throws {
    let archive = try TemporaryArchive()
    try archive.write("Content/site.yml", "title: 档案\ncolour: red\n")
    let unknown = try archive.annals("build")
    #expect(unknown.code == 0)
    #expect(
      unknown.messages.first == "Content/site.yml:2: warning: unknown setting `colour`; it has no effect")
    try archive.remove("Content/site.yml")
    let missing = try archive.annals("build")
    #expect(missing.code == 0)
    #expect(
      missing.messages.first
        == "Content/site.yml: warning: no settings (no such file or folder; check the path); the site gets a general title"
    )
  }

  @Test func pagesWhoseNamesAreNoAddresses() throws {
    let archive = try TemporaryArchive()
    for name in ["index.md", "关于.md", "about.md"] {
      try archive.write("Content/pages/\(name)", "# 页\n\n文字。\n")
    }
    let outcome = try archive.annals("build")
    #expect(outcome.code == 1)
    #expect(
      outcome.messages.dropLast() == [
        "Content/pages/关于.md: error: the name becomes an address and may hold only a-z, digits and hyphens; rename the file",
        "Content/pages/index.md: error: another page has the address index.html; rename the file",
      ])
    #expect(archive.exists("Output/about.html"))
  }

  @Test func severalLanguages() throws {
    let archive = try TemporaryArchive()
    try archive.write(
      "Content/site.yml",
      "title: {zh-Hans: 档案, en: An archive, fr: x}\nlanguage: [zh-Hans, en]\nsubtitle: 副题\n")
    try archive.write("Content/pages/about.md", "# 关于\n\n说明。\n")
    try archive.write("Content/pages/about.en.md", "# About\n\nA note.\n")
    try archive.write("Content/pages/other.en.md", "# Other\n")
    let outcome = try archive.annals("build")
    #expect(outcome.code == 1)
    #expect(
      outcome.messages.contains(
        "Content/pages/other.en.md: error: other.md is missing, which this page translates; write it, or rename this one"
      ))
    #expect(
      outcome.messages.contains(
        "Content/site.yml:1: warning: `title` has a text for `fr`, which `language` does not name"))
    let files = Set(try archive.files("Output"))
    let pages = files.filter { $0.hasSuffix(".html") }
    let english = pages.filter { $0.hasPrefix("en/") }
    // Every page in each language; data and assets once.
    #expect(Set(english.map { String($0.dropFirst(3)) }) == pages.subtracting(english))
    #expect(!files.contains { $0.hasPrefix("en/") && !$0.hasSuffix(".html") })
    #expect(try archive.text("Output/index.html").contains("<title>档案</title>"))
    #expect(try archive.text("Output/en/index.html").contains("<title>An archive</title>"))
    #expect(try archive.text("Output/en/about.html").contains("A note."))
    #expect(try archive.text("Output/about.html").contains("说明。"))
    #expect(try archive.annals("check", "--output", "Output").code == 0)
    // One language less, and its pages go.
    try archive.write("Content/site.yml", "title: 档案\n")
    try archive.remove("Content/pages/about.en.md")
    try archive.remove("Content/pages/other.en.md")
    #expect(try archive.annals("build").code == 0)
    #expect(try !archive.files("Output").contains { $0.hasPrefix("en/") })
  }

  @Test func aLanguageWithoutWords() throws {
    let archive = try TemporaryArchive()
    try archive.write("Content/site.yml", "title: x\nlanguage: [zh-Hans, fr]\n")
    let outcome = try archive.annals("build")
    #expect(outcome.code == 1)
    #expect(
      outcome.errors.contains(
        "strings/fr.yml:1: error: no such file, though site.yml names the language `fr`"))
    #expect(outcome.errors.contains("write it, or name one of en, zh-Hans, zh-Hant"))
  }
}

import Foundation
import Glibc
import Testing

/// One bad file among good ones: its message, exit code 1, and the pages of all others.
@Suite struct BadFileTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let bytes: [UInt8]
    /// Without `Content/reports/`.
    let messages: [String]
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ messages: String...) {
      self.init(name, bytes: Array(text.utf8), messages)
    }

    init(_ name: String, bytes: [UInt8], _ messages: [String]) {
      self.name = name
      self.bytes = bytes
      self.messages = messages
    }
  }

  static let cases = [
    Case(
      "empty.txt", "",
      "empty.txt: error: the file is empty; save the report's text into it or remove it"),
    Case(
      "blank.txt", "\u{FEFF}  \n\u{3000}\n",
      "blank.txt: error: the file is empty; save the report's text into it or remove it"),
    Case(
      "binary.txt", bytes: Array("PK".utf8) + [3, 4, 0, 0, 0, 8] + [UInt8](repeating: 0x9C, count: 400),
      ["binary.txt: error: no text: byte 0 belongs to no text file; save the page as text"]),
    Case(
      "cut.txt", bytes: Array(Reports.text("洛阳市", 2020).utf8.prefix(20)) + [0xE4, 0xB8] + Array("。\n".utf8),
      ["cut.txt: error: byte 19 is not valid UTF-8; save the file as UTF-8 again from its source"]),
    Case(
      "yaml.txt", "---\ntitle: [a\n---\n正文。\n",
      "yaml.txt:3: error: front matter is not YAML: did not find expected ',' or ']'; mend it or remove the lines "
        + "between `---`"),
    Case(
      "list.txt", "---\n- a\n- b\n---\n正文。\n",
      "list.txt:2: error: front matter is not a list of `key: value` lines; write one key on each line"),
    Case(
      "twice.txt", "---\nyear: 2020\nyear: 2021\n---\n正文。\n",
      "twice.txt:2: error: front matter is not YAML: the key `year` stands twice; mend it or remove the lines "
        + "between `---`"),
    Case(
      "deep.txt", "---\ntitle: \(String(repeating: "[", count: 50_000))\n---\n正文。\n",
      "deep.txt:2: error: front matter is not YAML: Maximum nesting level reached, set with "
        + "yaml_set_max_nest_level()); mend it or remove the lines between `---`"),
    Case(
      "unclosed.txt", "---\ntitle: a\n\n正文。\n",
      "unclosed.txt:1: error: front matter is never closed; end it with a line of `---`"),
    Case(
      "nowhere.txt", Reports.text("", 2021),
      "nowhere.txt: error: no division is named clearly enough; write its six-digit code, such as "
        + "`region: 410203`, in the front matter"),
    Case(
      "whenever.txt", "洛阳市法治政府建设情况报告\n\n本地按照上级部署推进法治政府建设，各项任务按时做完。\n\n一、主要工作\n\n全年举办讲座。\n",
      "whenever.txt: error: the year the report covers was not found; write `year: 2023` in the front matter"),
    Case(
      "values.txt",
      "---\nid: ../../etc/passwd\nyear: 20201\nregion: 999999\nlevel: king\npublished: 2020-02-30\ntitle: {a: b}\n---\n"
        + Reports.text("洛阳市", 2020),
      "values.txt:7: error: `title: …` is no text; write `title: ` and the text on one line",
      "values.txt:3: error: `year: 20201` is no year from 1949 to 2100; write `year: 2023`",
      "values.txt:5: error: `level: king` is none of province, prefecture, county, township, zone, department",
      "values.txt:6: error: `published: 2020-02-30` is no day; write `published: 2024-03-31`",
      "values.txt:4: error: `region: 999999` is no code of the division table; look it up in "
        + "Content/vocabulary/divisions.tsv",
      "values.txt:2: error: `id: ../../etc/passwd` may hold only letters a-z, digits and hyphens, and no more than "
        + "64 of them"),
  ]

  @Test(arguments: cases) func othersKeepTheirPages(_ bad: Case) throws {
    let archive = try TemporaryArchive()
    #expect(try archive.annals("build").code == 0)
    let before = try archive.tree()
    try archive.write("Content/reports/\(bad.name)", bytes: bad.bytes)
    let outcome = try archive.annals("build")
    #expect(outcome.code == 1)
    #expect(
      outcome.messages.dropLast().filter { $0.contains(": error: ") }
        == bad.messages.map { "Content/reports/" + $0 })
    let after = try archive.tree()
    // The bad file is named on the pages that list what was found; no page of its own, and no other changes.
    #expect(after.keys.sorted() == before.keys.sorted())
    for page in Reports.goodPages { #expect(after[page] == before[page]) }
    #expect(try archive.annals("check", "--output", "Output").code == 0)
    let check = try archive.annals("check")
    #expect(check.code == 1)
    #expect(check.output.hasPrefix("2 reports placed, 1 not: \(bad.messages.count) errors, "))
  }

  @Test func aFileOfTwoHundredMegabytes() throws {
    let archive = try TemporaryArchive()
    try archive.write("Content/reports/huge.txt", "")
    #expect(truncate("\(archive.path)/Content/reports/huge.txt", 200_000_000) == 0)
    let outcome = try archive.annals("build")
    #expect(outcome.code == 1)
    #expect(
      outcome.messages.first
        == "Content/reports/huge.txt: error: the file is larger than the 32 MiB that are read; save the report's "
        + "text alone")
    for page in Reports.goodPages { #expect(archive.exists("Output/" + page)) }
  }

  @Test func twoFilesWithOneId() throws {
    let archive = try TemporaryArchive()
    try archive.write("Content/reports/again.txt", Reports.text("郑州市", 2020))
    let outcome = try archive.annals("build")
    #expect(outcome.code == 1)
    #expect(
      outcome.messages.dropLast() == [
        "Content/reports/again.txt: error: id 410100-2020 is claimed by 河南/郑州.txt too; remove one file, or set "
          + "`id:` in its front matter",
        "Content/reports/河南/郑州.txt: error: id 410100-2020 is claimed by again.txt too; remove one file, or set "
          + "`id:` in its front matter",
      ])
    #expect(!archive.exists("Output/reports/410100-2020.html"))
    #expect(archive.exists("Output/reports/410203-2021.html"))
    // Either remedy that the message names works.
    try archive.write(
      "Content/reports/again.txt", "---\nid: zhengzhou-copy\n---\n" + Reports.text("郑州市", 2020))
    #expect(try archive.annals("build").code == 0)
    #expect(
      archive.exists("Output/reports/410100-2020.html")
        && archive.exists("Output/reports/zhengzhou-copy.html"))
  }

  @Test func aNameThatIsNotUTF8() throws {
    let archive = try TemporaryArchive()
    // 郑州.txt as GBK writes it.
    let name: [UInt8] = [0xD6, 0xA3, 0xD6, 0xDD] + Array(".txt".utf8)
    let path = Array("\(archive.path)/Content/reports/".utf8) + name + [0]
    let file = path.withUnsafeBytes {
      open($0.bindMemory(to: CChar.self).baseAddress!, O_CREAT | O_WRONLY, 0o644)
    }
    try #require(file >= 0)
    close(file)
    let outcome = try archive.annals("build")
    #expect(outcome.code == 1)
    #expect(
      outcome.messages.first?.hasSuffix(
        ".txt: error: the name is not UTF-8, so the file cannot be read; rename it") == true)
    for page in Reports.goodPages { #expect(archive.exists("Output/" + page)) }
  }

  @Test func aNameWithATerminalsCommands() throws {
    let archive = try TemporaryArchive()
    try archive.write("Content/reports/a\u{1B}[31m\nb.txt", "")
    let outcome = try archive.annals("build")
    #expect(outcome.code == 1)
    #expect(!outcome.errors.contains("\u{1B}"))
    #expect(outcome.messages.first?.hasPrefix("Content/reports/a\u{FFFD}[31m\u{FFFD}b.txt: error: ") == true)
    #expect(outcome.messages.count == 2)
  }

  @Test func formatsOfLaterAreNamed() throws {
    let archive = try TemporaryArchive()
    try archive.write("Content/reports/c.docx", "x")
    try archive.write("Content/reports/lost.txt.yml", "year: 2020\n")
    let outcome = try archive.annals("build")
    #expect(outcome.code == 0)
    #expect(
      outcome.messages.dropLast() == [
        "Content/reports/c.docx: warning: this format is not read yet and the file is passed over; save its text as .txt",
        "Content/reports/lost.txt.yml: warning: a sidecar without its file; name it like the file, with .yml behind",
      ])
  }
}

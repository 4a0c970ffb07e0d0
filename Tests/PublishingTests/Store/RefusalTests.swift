import Foundation
import Testing

@testable import Publishing

@Suite struct RefusalTests {
  /// Sets a folder up and says what the store for `output` answers.
  struct Case: CustomTestStringConvertible, Sendable {
    var output: String
    var setUp: @Sendable (TemporaryFolder) throws -> Void = { _ in }
    var expected: String
    var testDescription: String { expected }
  }

  static let foreign =
    "Output: error: is not empty and was not made by Annals; choose another folder or empty it"

  @Test(arguments: [
    Case(output: "Output", setUp: { try $0.write("Output/x.txt", "x") }, expected: foreign),
    Case(output: "Output", setUp: { try $0.makeFolder("Output/x") }, expected: foreign),
    Case(
      output: "Output",
      setUp: {
        try $0.write("Output/x.txt", "x")
        try $0.write(".annals/Output/manifest", "something else\n")
      }, expected: foreign),
    Case(
      output: "Output", setUp: { try $0.write("Output", "x") },
      expected: "Output: error: is a file, not a folder; choose another folder"),
    Case(
      output: "Output", setUp: { try $0.link("Output", to: "nowhere/else") },
      expected:
        "Output: error: is a symbolic link, which could lead out of the output; remove the link"),
    Case(
      output: "project",
      expected:
        "project: error: is the project's folder; choose a folder that holds nothing else, such as Output"),
    Case(
      output: "project/x/../../project/",
      setUp: { try $0.makeFolder("project/x") },
      expected: "project/x/../../project: error: is the project's folder; "
        + "choose a folder that holds nothing else, such as Output"),
    Case(
      output: "project/Content",
      expected: "project/Content: error: is 'project/Content'; "
        + "choose a folder that holds nothing else, such as Output"),
    Case(
      output: "project/Content/site/new",
      expected: "project/Content/site/new: error: lies inside 'project/Content'; "
        + "choose a folder beside it, such as Output"),
    Case(
      output: "via", setUp: { try $0.link("via", to: "project/Content") },
      expected: "via: error: is 'project/Content'; choose a folder that holds nothing else, such as Output"),
    Case(
      output: "home", setUp: { try $0.makeFolder("home") },
      expected: "home: error: is your home folder; choose a folder that holds nothing else, such as Output"),
    Case(
      output: "new/../../x",
      expected: "new/../../x: error: cannot read it: no such file or directory; mend that and run it again"),
    Case(
      output: "Output",
      setUp: { try $0.write(".annals/Output/manifest", "annals-manifest 9\nend 0\n") },
      expected: ".annals/Output/manifest: error: was written by a newer version of Annals; "
        + "use that version, or choose another folder"),
  ])
  func refuses(_ row: Case) throws {
    let folder = try TemporaryFolder()
    try row.setUp(folder)
    let answer = message(in: folder) {
      _ = try folder.store(row.output, home: folder.path + "/home").begin()
    }
    #expect(answer == row.expected)
  }

  @Test func refusesToHoldTheProject() throws {
    let folder = try TemporaryFolder()
    let name = (folder.path as NSString).lastPathComponent
    let holds =
      "error: contains the project's folder; choose a folder that holds nothing else, such as Output"
    #expect(message(in: folder) { _ = try folder.store(".") } == ".: \(holds)")
    #expect(message(in: folder) { _ = try folder.store("../" + name) }?.hasSuffix(holds) == true)
    #expect(
      message(in: folder) { _ = try OutputStore(output: "/", root: folder.path, sources: []) }
        == "/: error: is the root of the disk; choose a folder that holds nothing else, such as Output")
    #expect(
      message(in: folder) { _ = try folder.store("a", home: folder.path + "/a/b") }
        == "a: error: contains your home folder; choose a folder that holds nothing else, such as Output")
  }

  @Test func refusalLeavesNothingBehind() throws {
    let folder = try TemporaryFolder()
    try folder.write("Output/x.txt", "x")
    _ = message(in: folder) { _ = try folder.store().begin() }
    #expect(!folder.exists(".annals"))
    #expect(try folder.files("Output") == ["x.txt": "x"])
  }

  @Test(arguments: [".gitkeep", ".gitignore", ".DS_Store"])
  func folderCountsAsEmpty(_ name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("Output/" + name, "x")
    #expect(try folder.build(["a.html": "one"]).written == 1)
    try folder.store().clean()
    #expect(try folder.files("Output") == [name: "x"])
  }

  @Test func projectMayHoldTheOutput() throws {
    let folder = try TemporaryFolder()
    #expect(message(in: folder) { _ = try folder.store("project/Output").begin() } == nil)
    #expect(message(in: folder) { _ = try folder.store("project/Content2").begin() } == nil)
  }

  @Test(arguments: [
    ("", "is an empty path"), ("/etc/passwd", "starts with a slash"), ("a//b", "has an empty part"),
    ("a/", "has an empty part"), ("../x", "has a part '.' or '..', which could lead out of the output"),
    ("a/../../x", "has a part '.' or '..', which could lead out of the output"),
    ("./x", "has a part '.' or '..', which could lead out of the output"),
    ("a\0b", "has a control character or one of \\ : * ? \" < > |, which a USB stick cannot hold"),
    ("a\nb", "has a control character or one of \\ : * ? \" < > |, which a USB stick cannot hold"),
    ("..\\x", "has a control character or one of \\ : * ? \" < > |, which a USB stick cannot hold"),
    ("a?", "has a control character or one of \\ : * ? \" < > |, which a USB stick cannot hold"),
    (String(repeating: "a", count: 256), "has a part of more than 255 bytes or is longer than 1,024"),
    (String(repeating: "a/", count: 600) + "a", "has a part of more than 255 bytes or is longer than 1,024"),
  ])
  func refusesPaths(_ path: String, _ fault: String) throws {
    let folder = try TemporaryFolder()
    let session = try folder.store().begin()
    let expected = "Output/\(path): error: \(fault); give the page another id or name"
    #expect(message(in: folder) { try session.stage(path, [1]) } == expected)
    #expect(message(in: folder) { _ = try session.commit() } == expected)
    #expect(try folder.files("Output") == [:])
  }

  @Test(arguments: ["a.html", "...", "..a", "法治/县.html", "a b", String(repeating: "a", count: 255)])
  func takesPaths(_ path: String) throws {
    let folder = try TemporaryFolder()
    #expect(try folder.build([path: "x"]).written == 1)
  }

  @Test(arguments: [
    ("a.html", "a.html", "a.html", "a.html"), ("a.html", "A.html", "A.html", "a.html"),
    ("É.html", "e\u{301}.html", "e\u{301}.html", "É.html"), ("a/b", "A", "A", "a"), ("a", "A/b", "A", "a"),
  ])
  func refusesPathsThatAreOne(_ first: String, _ second: String, _ named: String, _ other: String) throws {
    let folder = try TemporaryFolder()
    let session = try folder.store().begin()
    try session.stage(first, [1])
    let expected =
      "Output/\(named): error: is the same path as '\(other)' where upper and lower case count as one; "
    #expect(
      message(in: folder) { try session.stage(second, [2]) } == expected + "give one page another id or name")
  }

  @Test func linksAreNotFollowed() throws {
    let folder = try TemporaryFolder()
    try folder.build(["a.html": "one", "reports/b.html": "two"])
    try folder.makeFolder("outside")
    try folder.write("outside/b.html", "theirs")
    try folder.remove("Output/reports")
    try folder.link("Output/reports", to: folder.path + "/outside")
    let remedy = "error: is a symbolic link, which could lead out of the output; remove the link"
    #expect(
      message(in: folder) { try folder.build(["reports/b.html": "new"]) } == "Output/reports: \(remedy)")
    try folder.link("Output/x.html", to: folder.path + "/outside/b.html")
    #expect(message(in: folder) { try folder.build(["x.html": "new"]) } == "Output/x.html: \(remedy)")
    // Stale, and behind the link: not Annals' any more.
    #expect(try folder.build(["a.html": "one"]) == Summary(unchanged: 1))
    #expect(try folder.files("outside") == ["b.html": "theirs"])
    #expect(try folder.store().clean().removed == 1)
    #expect(try folder.files("outside") == ["b.html": "theirs"])
  }

  @Test func filesAndFoldersInTheWay() throws {
    let folder = try TemporaryFolder()
    try folder.build(["a.html": "one"])
    try folder.write("Output/reports", "a file")
    try folder.makeFolder("Output/b.html")
    #expect(
      message(in: folder) { try folder.build(["reports/x.html": "x"]) }
        == "Output/reports: error: is a file where a folder is needed; move it away, or run 'annals clean'")
    #expect(
      message(in: folder) { try folder.build(["b.html": "x"]) }
        == "Output/b.html: error: is a folder where a page is needed; move it away, or run 'annals clean'")
    #expect(try folder.text("Output/a.html") == "one")
  }

  @Test func namedPipeDoesNotHang() throws {
    let folder = try TemporaryFolder()
    try folder.build(["a.html": "one"])
    try #require(mkfifo(folder.path + "/Output/pipe.html", 0o600) == 0)
    #expect(
      message(in: folder) { try folder.build(["pipe.html": "x"]) }?.contains("not made by Annals") == true)
  }
}

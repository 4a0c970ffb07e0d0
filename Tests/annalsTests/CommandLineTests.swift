import Foundation
import TestSupport
import Testing

/// Usage, help and exit codes.
@Suite struct CommandLineTests {
  @Test(arguments: [
    ["--wrong"], ["build", "--wrong"], ["build", "extra"], ["buidl"], ["build", "--root"],
    ["build", "--root", ""],
    ["build", "--jobs", "0"], ["build", "--jobs", "many"], ["build", "-v", "-q"], ["inspect"], ["init"],
    ["inspect", "a.txt", "--format", "xml"],
  ])
  func badUsage(_ arguments: [String]) throws {
    let outcome = try Command.run(arguments, share: Repository.root)
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.lowercased().hasPrefix("error: "), "\(outcome.errors)")
    #expect(outcome.errors.contains("--help"), "\(outcome.errors)")
  }

  @Test(arguments: ["build", "check", "inspect", "init", "clean"])
  func helpHasExamples(_ command: String) throws {
    let outcome = try Command.run([command, "--help"], share: Repository.root)
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output.contains("EXAMPLES\n") && outcome.output.contains("  annals \(command)"))
  }

  @Test func helpOfTheWhole() throws {
    for arguments in [["--help"], ["help"], []] {
      let outcome = try Command.run(arguments, share: Repository.root)
      #expect(outcome.code == 0)
      for word in ["EXAMPLES", "EXIT CODES", "build", "check", "inspect", "init", "clean"] {
        #expect(outcome.output.contains(word), "\(word) with \(arguments)")
      }
    }
    let version = try Command.run(["--version"], share: Repository.root)
    #expect(version.code == 0 && version.output.hasPrefix("annals "))
  }

  @Test(arguments: ["build", "check"]) func noArchive(_ command: String) throws {
    let archive = try TemporaryArchive(reports: [:])
    try archive.remove("Content")
    let outcome = try archive.annals(command)
    #expect(outcome.code == 3)
    #expect(
      outcome.messages == [
        "Content: error: no such folder; name an archive with --root, or make one with `annals init DIR`"
      ])
    let elsewhere = try archive.annals(command, "--root", "no/where")
    #expect(elsewhere.code == 3)
    #expect(elsewhere.errors.hasPrefix("no/where/Content: error: no such folder; "))
    #expect(try archive.files("").isEmpty)
  }

  @Test func anArchiveWithoutItsReportsFolder() throws {
    let archive = try TemporaryArchive(reports: [:])
    try archive.remove("Content/reports")
    let outcome = try archive.annals("build")
    #expect(outcome.code == 3)
    #expect(outcome.messages == ["Content/reports: error: no such file or folder; check the path"])
  }

  @Test func quietAndVerbose() throws {
    let archive = try TemporaryArchive()
    try archive.write("Content/reports/picture.png", "x")
    try archive.write("Content/reports/c.pdf", "x")
    #expect(try archive.annals("build", "--quiet").errors == "")
    let normal = try archive.annals("build").messages
    #expect(normal.count == 2 && normal[0].contains("c.pdf: warning: "))
    let verbose = try archive.annals("build", "--verbose").messages
    #expect(
      verbose.contains("Content/reports/picture.png: note: no report: only .txt and .md files are read"))
  }

  @Test func checkWritesNothing() throws {
    let archive = try TemporaryArchive()
    let before = try archive.files("")
    let outcome = try archive.annals("check")
    #expect(outcome.code == 0)
    #expect(outcome.output == "2 reports placed, 0 not: 0 errors, 0 warnings, 0 notes\n")
    #expect(try archive.files("") == before)
  }

  @Test func resultsThatCannotBeWritten() throws {
    let archive = try TemporaryArchive()
    let words = "exec \"$0\" inspect Content/reports/shunhe.txt > /dev/full"
    let outcome = try Command.run(
      ["-c", words, Command.binary], binary: "sh", in: archive.path, share: Repository.root)
    #expect(outcome.code == 3)
    #expect(
      outcome.messages == [
        "standard output: error: cannot write it: No space left on device; mend that and try again"
      ])
  }

  @Test func initThenBuild() throws {
    let place = try TemporaryArchive(reports: [:])
    let outcome = try place.annals("init", "new/archive")
    #expect(outcome.code == 0)
    #expect(outcome.errors.hasPrefix("new/archive is ready. "))
    #expect(!place.exists("new/archive/Templates"))
    #expect(try place.annals("build", "--root", "new/archive").code == 0)
    #expect(try place.files("new/archive/Output").contains("about.html"))
    #expect(try place.annals("check", "--output", "new/archive/Output").code == 0)
    // What was made is not made over.
    let again = try place.annals("init", "new/archive")
    #expect(again.code == 2)
    #expect(
      again.messages == ["new/archive: error: stands already and is not an empty folder; name a new one"])
    // A theme of one's own is one more step, taken once.
    #expect(try place.annals("init", "--theme", "new/archive").code == 0)
    #expect(place.exists("new/archive/Templates/layout.html"))
    #expect(place.exists("new/archive/Templates/strings/en.yml"))
    #expect(try place.annals("build", "--root", "new/archive").code == 0)
    #expect(try place.annals("init", "--theme", "new/archive").code == 2)
    #expect(try place.annals("init", "--theme", "other").code == 0)
    #expect(place.exists("other/Templates/assets/site.css") && place.exists("other/Content/site.yml"))
    #expect(try place.annals("init", "--theme", "new").code == 2)
    try place.makeFolder("empty")
    #expect(try place.annals("init", "empty", "--quiet").errors == "")
    #expect(try place.annals("init", "Content/site.yml").code == 2)
    #expect(try place.annals("init", "Content/site.yml/below").code == 3)
  }

  @Test func anInstalledProgramFarFromTheRepository() throws {
    let place = try TemporaryArchive(reports: [:])
    try place.makeFolder("prefix/bin")
    // Not copied here: a process started meanwhile would hold the new file open for writing, and it would not run.
    #expect(
      try Command.run([Command.binary, "prefix/bin/"], binary: "cp", in: place.path, share: nil).code == 0)
    try place.copy(Repository.root + "/Templates", to: "prefix/share/annals/Templates")
    try place.copy(Repository.root + "/Content/vocabulary", to: "prefix/share/annals/Content/vocabulary")
    let binary = place.path + "/prefix/bin/annals"
    #expect(try Command.run(["init", "mine"], binary: binary, in: place.path, share: nil).code == 0)
    try place.write("mine/Content/reports/a.txt", Reports.text("郑州市", 2020))
    #expect(
      try Command.run(["build", "--root", "mine"], binary: binary, in: place.path, share: nil).code == 0)
    #expect(place.exists("mine/Output/reports/410100-2020.html"))
    let file = "mine/Content/reports/a.txt"
    #expect(try Command.run(["inspect", file], binary: binary, in: place.path, share: nil).code == 0)
    // Reached by a link, as programs below /usr/local often are.
    try place.link("annals", to: "prefix/bin/annals")
    #expect(
      try Command.run(["init", "linked"], binary: place.path + "/annals", in: place.path, share: nil).code
        == 0)
    // A program without its data says so.
    try place.remove("prefix/share")
    let bare = try Command.run(["init", "bare"], binary: binary, in: place.path, share: nil)
    #expect(bare.code == 3)
    #expect(bare.errors.contains("the program's data (templates, vocabulary) was not found beside it"))
  }
}

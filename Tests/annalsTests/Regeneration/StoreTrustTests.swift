import Foundation
import Glibc
import TestSupport
import Testing

/// What lies beside the output is believed only as far as it can be checked.
@Suite struct StoreTrustTests {
  /// A page rendered by another program may be another, though it was made from the same files.
  @Test func anotherProgramRendersAnew() throws {
    var dice = Dice(seed: 70)
    let mini = try MiniArchive(reports: 6, &dice)
    let other = mini.path + "/annals-other"
    // By a process of its own: a file that this one has open for writing, or one that another test is starting just
    // then, cannot be run.
    let copied = try Command.run([MiniArchive.binary, other], binary: "cp", share: nil)
    #expect(copied.code == 0)
    func build(_ binary: String) throws -> Command.Outcome {
      try Command.run(["build", "--stats"], binary: binary, in: mini.path, share: Repository.root)
    }
    #expect(try build(other).code < 2)
    let pages = try mini.archive.files().count
    #expect(try build(MiniArchive.binary).output.contains("\(pages) files rendered"))
    #expect(try !build(MiniArchive.binary).output.contains("\(pages) files rendered"))
    #expect(try build(other).output.contains("\(pages) files rendered"))
    #expect(try mini.archive.tree() == mini.cleanSite(jobs: 2).tree)
  }

  @Test(arguments: ["inputs", "last", "reports/reports", "reports/log-1", "reports/notes.txt", "notes.txt"])
  func aForeignFile(_ name: String) throws {
    var dice = Dice(seed: 71)
    let mini = try MiniArchive(reports: 6, &dice)
    let first = try mini.annals(["build"])
    let clean = try mini.archive.tree()
    for bytes in [Array("my notes\n".utf8), [], [UInt8](repeating: 0, count: 70_000)] {
      try mini.archive.write("\(MiniArchive.stateFolder)/\(name)", bytes: bytes)
      _ = try mini.apply(.edit, &dice)
      let outcome = try mini.annals(["build"])
      #expect(outcome.code < 2, "\(outcome.errors)")
      #expect(try mini.archive.tree() == mini.cleanSite(jobs: 2).tree)
    }
    withExtendedLifetime((first, clean)) {}
  }

  @Test func aFolderOrALinkInPlaceOfTheStore() throws {
    for name in ["inputs", "last", "reports/reports"] {
      var dice = Dice(seed: 72)
      let mini = try MiniArchive(reports: 4, &dice)
      _ = try mini.annals(["build"])
      let path = "\(MiniArchive.stateFolder)/\(name)"
      try mini.archive.remove(path)
      try mini.archive.write("elsewhere", "mine")
      try mini.archive.link(path, to: mini.path + "/elsewhere")
      _ = try mini.apply(.edit, &dice)
      #expect(try mini.annals(["build"]).code < 2, "\(name)")
      #expect(try mini.archive.tree() == mini.cleanSite(jobs: 2).tree, "\(name)")
      #expect(try mini.archive.text("elsewhere") == "mine", "\(name)")
      try mini.archive.remove(path)
      try mini.archive.makeFolder(path)
      _ = try mini.apply(.edit, &dice)
      #expect(try mini.annals(["build"]).code < 2, "\(name)")
      #expect(try mini.archive.tree() == mini.cleanSite(jobs: 2).tree, "\(name)")
    }
  }

  @Test func aManifestOfANewerVersion() throws {
    var dice = Dice(seed: 73)
    let mini = try MiniArchive(reports: 4, &dice)
    _ = try mini.annals(["build"])
    let before = try mini.archive.tree()
    let name = "\(MiniArchive.stateFolder)/manifest"
    try mini.archive.write(
      name, try mini.archive.text(name).replacing("annals-manifest 3\n", with: "annals-manifest 9\n"))
    _ = try mini.apply(.edit, &dice)
    let outcome = try mini.annals(["build"])
    #expect(outcome.code == 3)
    #expect(outcome.errors.contains("was written by a newer version of Annals"))
    #expect(try mini.archive.tree() == before)
  }

  @Test func twoBuildsAtOnce() async throws {
    var dice = Dice(seed: 74)
    let mini = try MiniArchive(reports: 40, &dice)
    let path = mini.path
    let outcomes = try await withThrowingTaskGroup(of: Command.Outcome.self) { group in
      for _ in 0..<3 {
        group.addTask {
          try Command.run(["build"], binary: MiniArchive.binary, in: path, share: Repository.root)
        }
      }
      return try await group.reduce(into: [Command.Outcome]()) { $0.append($1) }
    }
    #expect(outcomes.contains { $0.code < 2 })
    for outcome in outcomes where outcome.code > 1 {
      #expect(outcome.code == 3)
      #expect(
        outcome.errors.hasPrefix("Output: error: another build is writing there")
          && outcome.errors.hasSuffix("wait until it is done, or stop it\n"), "\(outcome.errors)")
    }
    #expect(try mini.archive.tree() == mini.cleanSite(jobs: 2).tree)
  }
}

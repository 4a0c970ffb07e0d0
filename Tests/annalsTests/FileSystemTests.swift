import Foundation
import Glibc
import TestSupport
import Testing

/// Links, permissions and files that come and go.
@Suite struct FileSystemTests {
  @Test func linksThatLoopOrLeave() throws {
    let archive = try TemporaryArchive()
    let elsewhere = try TemporaryArchive(reports: ["洛阳.txt": Reports.text("洛阳市", 2020)])
    try archive.link("Content/reports/loop", to: ".")
    try archive.link("Content/reports/河南/up", to: "../..")
    try archive.link("Content/reports/out.txt", to: "\(elsewhere.path)/Content/reports/洛阳.txt")
    try archive.link("Content/reports/outside", to: "\(elsewhere.path)/Content")
    try archive.link("Content/reports/passwd.txt", to: "/etc/passwd")
    try archive.link("Content/reports/lost.txt", to: "nothing")
    try archive.link("Content/reports/self.txt", to: "self.txt")
    let outcome = try archive.annals("build")
    #expect(outcome.code == 1)
    let nowhere = "a link that leads nowhere or in a circle; remove it"
    let leaves = "a link that leaves Content is not followed; copy the file here"
    let again = "a link to a folder that is read already; remove it"
    #expect(
      outcome.messages.dropLast().filter { !$0.contains("河南/up") }
        == [
          "loop: error: \(again)", "lost.txt: error: \(nowhere)", "out.txt: error: \(leaves)",
          "outside: error: \(leaves)", "passwd.txt: error: \(leaves)", "self.txt: error: \(nowhere)",
        ].map { "Content/reports/" + $0 })
    for page in Reports.goodPages { #expect(archive.exists("Output/" + page)) }
    #expect(try archive.files().filter { $0.contains("410300") } == [])
  }

  @Test func aPipeIsNotWaitedFor() throws {
    let archive = try TemporaryArchive()
    #expect(mkfifo("\(archive.path)/Content/reports/pipe.txt", 0o644) == 0)
    let outcome = try archive.annals("build", "--verbose", seconds: 30)
    #expect(outcome.code == 0 && !outcome.isLate)
    #expect(outcome.messages.contains("Content/reports/pipe.txt: note: not a file; passed over"))
  }

  @Test func filesThatGoWhileTheBuildRuns() throws {
    var reports = Reports.good
    for index in 0..<60 {
      reports["brief/\(index).txt"] = Reports.text(["洛阳市", "新乡市", "焦作市"][index % 3], 2004 + index / 3)
    }
    let archive = try TemporaryArchive(reports: reports)
    let folder = "\(archive.path)/Content/reports/brief"
    let remover = Thread {
      for index in 0..<60 {
        try? FileManager.default.removeItem(atPath: "\(folder)/\(59 - index).txt")
        usleep(4_000)
      }
    }
    remover.start()
    let outcome = try archive.annals("build")
    // Whichever files were still there: a site, and a plain word on those that were not.
    #expect(outcome.code == 0 || outcome.code == 1)
    let gone = outcome.messages.dropLast().filter {
      !$0.hasSuffix(".txt: error: no such file or folder; check the path")
    }
    #expect(gone == [])
    for page in Reports.goodPages { #expect(archive.exists("Output/" + page)) }
    #expect(try archive.annals("check", "--output", "Output").code == 0)
  }

  @Test func aFileThatIsGone() throws {
    // What `build` meets when a file goes between the listing and the reading, `inspect` meets always.
    let archive = try TemporaryArchive()
    let outcome = try archive.annals(
      "inspect", "Content/reports/shunhe.txt", "missing.txt", "Content", "Content/reports/河南/郑州.txt",
      "--format", "json")
    #expect(outcome.code == 3)
    #expect(
      outcome.messages == [
        "missing.txt: error: no such file or folder; check the path",
        "Content: error: a folder, not a file; name a file",
      ])
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(
      lines.first?.hasPrefix("{\"file\":\"Content/reports/shunhe.txt\",\"id\":\"410203-2021\",") == true)
    #expect(lines.last?.hasPrefix("{\"file\":\"Content/reports/河南/郑州.txt\",\"id\":\"410100-2020\",") == true)
  }
}

/// Where permissions bind: as somebody who is not root.
@Suite(.enabled(if: Somebody.isAvailable, "running the program as somebody else needs root and setpriv"))
struct PermissionTests {
  @Test func aFileAndAFolderThatCannotBeRead() throws {
    let archive = try Somebody.archive()
    try archive.write("Content/reports/secret.txt", Reports.text("洛阳市", 2020))
    try archive.makeFolder("Content/reports/vault")
    #expect(chmod("\(archive.path)/Content/reports/secret.txt", 0) == 0)
    #expect(chmod("\(archive.path)/Content/reports/vault", 0) == 0)
    let outcome = try archive.annals("build", wrapper: Somebody.wrapper)
    #expect(outcome.code == 1)
    #expect(
      outcome.messages.dropLast() == [
        "Content/reports/vault: error: not readable; change its permissions",
        "Content/reports/secret.txt: error: not readable; change its permissions",
      ])
    for page in Reports.goodPages { #expect(archive.exists("Output/" + page)) }
  }

  @Test func anOutputThatCannotBeWritten() throws {
    let archive = try Somebody.archive()
    #expect(try archive.annals("build", wrapper: Somebody.wrapper).code == 0)
    let before = try archive.tree()
    try archive.write("Content/reports/new.txt", Reports.text("洛阳市", 2020))
    #expect(chmod("\(archive.path)/Output", 0o555) == 0)
    let outcome = try archive.annals("build", wrapper: Somebody.wrapper)
    #expect(outcome.code == 3)
    #expect(
      outcome.messages == [
        "Output: error: cannot write it: permission denied; make it writable, or choose another folder"
      ])
    #expect(try archive.tree() == before)
  }
}

/// Runs the program as a user without rights, which root can do.
enum Somebody {
  static let wrapper =
    getuid() == 0 ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []

  static let isAvailable: Bool = {
    let outcome = try? Command.run(["--version"], share: Repository.root, wrapper: wrapper, seconds: 30)
    return outcome?.code == 0
  }()

  /// An archive that belongs to that user.
  static func archive() throws -> TemporaryArchive {
    let archive = try TemporaryArchive()
    guard getuid() == 0 else { return archive }
    for name in ["", "/Content", "/Content/reports"] { chown(archive.path + name, 65534, 65534) }
    return archive
  }
}

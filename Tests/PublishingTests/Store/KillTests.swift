import Foundation
import Testing

@testable import Publishing

/// Builds that end at any moment by `kill -9`, in a process of their own.
@Suite struct KillTests {
  static let old = ["index.html": "old home", "a.html": "same", "b.html": "old b", "gone/c.html": "old c"]
  static let new = ["index.html": "new home", "a.html": "same", "b.html": "new b", "fresh/d.html": "new d"]

  /// Steps of the commit from `old` to `new`: one record, three pages placed, one removed, one settling.
  @Test(arguments: 0..<6) func killedDuringCommit(_ step: Int) async throws {
    let folder = try TemporaryFolder()
    try folder.build(Self.old)
    try folder.write("Output/mine.txt", "mine")
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.path as String, step = step as Int] in
      let session = try TemporaryFolder(at: path).store().begin()
      for (path, text) in KillTests.new { try session.stage(path, Array(text.utf8)) }
      var count = 0
      _ = try session.commit { _ in
        if count == step { kill(getpid(), SIGKILL) }
        count += 1
      }
    }
    #expect(folder.exists(".annals/Output/staging"), "the build was killed too late to show anything")
    for (path, text) in try folder.files("Output") where !path.hasSuffix("/") && path != "mine.txt" {
      #expect([Self.old[path], Self.new[path]].contains(text), "\(path) is neither old nor new")
    }
    // The next build, of the same pages or of the old ones again, ends as if nothing had happened.
    let pages = step.isMultiple(of: 2) ? Self.new : Self.old
    try folder.build(pages)
    let files = try folder.files("Output").filter { !$0.key.hasSuffix("/") }
    #expect(files == pages.merging(["mine.txt": "mine"]) { $1 })
    #expect(!folder.exists("Output/" + (step.isMultiple(of: 2) ? "gone" : "fresh")))
    #expect(try folder.build(pages) == Summary(unchanged: 4))
    #expect(try folder.store().clean().removed == 4)
    #expect(try folder.files("Output") == ["mine.txt": "mine"])
  }

  /// The same beside so many pages that the changes are added to the record.
  @Test(arguments: 0..<6) func killedWhileFewPagesChange(_ step: Int) async throws {
    let folder = try TemporaryFolder()
    let rest = Dictionary(uniqueKeysWithValues: (0..<40).map { ("rest/\($0).html", "page \($0)") })
    try folder.build(Self.old.merging(rest) { $1 })
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.path as String, step = step as Int] in
      let session = try TemporaryFolder(at: path).store().begin()
      for number in 0..<40 { _ = try session.keep("rest/\(number).html") }
      for (path, text) in KillTests.new { try session.stage(path, Array(text.utf8)) }
      var count = 0
      _ = try session.commit { _ in
        if count == step { kill(getpid(), SIGKILL) }
        count += 1
      }
    }
    #expect(folder.exists(".annals/Output/staging"), "the build was killed too late to show anything")
    for (path, text) in try folder.files("Output") where !path.hasSuffix("/") && !path.hasPrefix("rest/") {
      #expect([Self.old[path], Self.new[path]].contains(text), "\(path) is neither old nor new")
    }
    let pages = (step.isMultiple(of: 2) ? Self.new : Self.old).merging(rest) { $1 }
    #expect(try folder.store().begin().notes == [])
    try folder.build(pages)
    #expect(try folder.files("Output").filter { !$0.key.hasSuffix("/") } == pages)
    #expect(!folder.exists("Output/" + (step.isMultiple(of: 2) ? "gone" : "fresh")))
    #expect(try folder.build(pages) == Summary(unchanged: 44))
    #expect(try folder.store().clean().removed == 44)
  }

  @Test func killedWhileStaging() async throws {
    let folder = try TemporaryFolder()
    try folder.build(Self.old)
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.path as String] in
      let session = try TemporaryFolder(at: path).store().begin()
      for (path, text) in KillTests.new { try session.stage(path, Array(text.utf8)) }
      kill(getpid(), SIGKILL)
    }
    #expect(folder.exists(".annals/Output/staging/1"))
    #expect(try folder.files("Output").filter { !$0.key.hasSuffix("/") } == Self.old)
    #expect(try folder.build(Self.new) == Summary(written: 3, unchanged: 1, removed: 1, bytes: 18))
    #expect(!folder.exists(".annals/Output/staging"))
  }
}

import Foundation
import Glibc
import TestSupport
import Testing

/// `annals build --dry-run` says exactly what the next build does, and does nothing.
@Suite struct PreviewTests {
  @Test(arguments: 0..<6) func saysWhatTheBuildDoes(_ number: UInt64) throws {
    var dice = Dice(seed: 40 + number)
    let mini = try MiniArchive(reports: 12, &dice)
    #expect(try mini.annals(["build"]).code < 2)
    for _ in 0..<4 {
      let kinds: [Change] = [
        .add, .edit, .delete, .rename, .template, .metric, .settings, .freePage, .sidecar,
      ]
      let step = try mini.apply(dice.pick(kinds) ?? .edit, &dice) ?? "nothing"
      let before = try mini.allStamps()
      let preview = try mini.annals(["build", "--dry-run"])
      #expect(try mini.allStamps() == before, "\(step)")
      let build = try mini.annals(["build", "--verbose"])
      #expect(preview.output == build.output, "\(step)")
      #expect(preview.code == build.code, "\(step)")
    }
  }

  @Test func ofASiteThatIsNotThereYet() throws {
    var dice = Dice(seed: 50)
    let mini = try MiniArchive(reports: 3, &dice)
    let preview = try mini.annals(["build", "--dry-run"])
    #expect(!mini.archive.exists("Output") && !mini.archive.exists(".annals"))
    let build = try mini.annals(["build", "--verbose"])
    #expect(preview.output == build.output)
    #expect(preview.output.hasPrefix("write "))
  }
}

extension MiniArchive {
  /// Time of change and inode of everything in the archive, folders too.
  func allStamps() throws -> [String: [Int]] {
    var stamps: [String: [Int]] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: path) ?? .init() {
      var status = stat()
      guard lstat("\(path)/\(name)", &status) == 0 else { continue }
      stamps[name] = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec, Int(status.st_ino), Int(status.st_size)]
    }
    return stamps
  }
}

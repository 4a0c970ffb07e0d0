import Foundation
import Glibc
import Synchronization

/// When a build is killed: at a time, or shortly after something that it does can be seen on the disk.
enum KillMoment: CaseIterable {
  case time, reportsRead, pageStaged, recordReady, recordWritten

  /// The longest wait after it, in microseconds; for `time` nothing, since that depends on the archive.
  var longestWait: Int {
    switch self {
    case .time: 0
    case .reportsRead, .pageStaged: 60_000
    case .recordReady, .recordWritten: 4_000
    }
  }
}

extension MiniArchive {
  /// Starts a build and kills it; exit code 137 tells that it was not done by then.
  func killedBuild(_ moment: KillMoment, wait: Int, jobs: Int) throws -> Command.Outcome {
    let killer = Killer(folder: try realPath(), moment, wait: wait)
    killer.start()
    defer { killer.stop() }
    return try annals(["build", "--jobs", "\(jobs)"])
  }

  /// A random moment; `duration` is what a build takes, in milliseconds.
  func killedBuild(_ dice: inout Dice, duration: Int) throws -> (outcome: Command.Outcome, words: String) {
    let moment = dice.pick(KillMoment.allCases) ?? .time
    let wait = dice.roll(moment == .time ? duration * 1000 : moment.longestWait)
    let outcome = try killedBuild(moment, wait: wait, jobs: 1 + dice.roll(3))
    return (outcome, "build, killed \(wait) us after \(moment) (exit code \(outcome.code))")
  }

  private func realPath() throws -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
}

/// Watches one build and kills it.
private final class Killer: Sendable {
  private let folder: String
  private let moment: KillMoment
  private let wait: Int
  private let isOver = Atomic(false)
  private let state: String
  private let before: (reports: UInt64, manifest: [UInt64])

  init(folder: String, _ moment: KillMoment, wait: Int) {
    self.folder = folder
    self.moment = moment
    self.wait = wait
    state = "\(folder)/\(MiniArchive.stateFolder)"
    before = (Killer.inode("\(state)/reports/reports"), Killer.mark("\(state)/manifest"))
    // The number of an earlier build must not be taken for this one's.
    truncate("\(state)/lock", 0)
  }

  func start() {
    Thread { [self] in
      let start = ContinuousClock.now
      while !hasCome() {
        if isOver.load(ordering: .relaxed) || ContinuousClock.now - start > .seconds(300) { return }
        usleep(200)
      }
      if wait > 0 { usleep(UInt32(wait)) }
      // A build that has not taken the lock yet can be killed as soon as it has.
      while !isOver.load(ordering: .relaxed), ContinuousClock.now - start < .seconds(300) {
        if kill() { return }
        usleep(200)
      }
    }.start()
  }

  func stop() { isOver.store(true, ordering: .relaxed) }

  private func hasCome() -> Bool {
    switch moment {
    case .time: true
    case .reportsRead: Killer.inode("\(state)/reports/reports") != before.reports
    case .pageStaged: Killer.inode("\(state)/staging/1") != 0
    case .recordReady: Killer.inode("\(state)/staging/manifest-after") != 0
    case .recordWritten: Killer.mark("\(state)/manifest") != before.manifest
    }
  }

  /// Only a process that says in its lock who it is, and that runs in our folder.
  private func kill() -> Bool {
    guard let text = try? String(contentsOfFile: "\(state)/lock", encoding: .utf8),
      let process = pid_t(text.prefix { $0 != "\n" }), process > 1,
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/cwd")) == folder
    else { return false }
    return Glibc.kill(process, SIGKILL) == 0
  }

  /// Of a file that is written anew or added to.
  private static func mark(_ path: String) -> [UInt64] {
    var status = stat()
    return lstat(path, &status) == 0 ? [UInt64(status.st_ino), UInt64(status.st_size)] : []
  }

  /// 0 when nothing stands there.
  private static func inode(_ path: String) -> UInt64 {
    var status = stat()
    return lstat(path, &status) == 0 ? UInt64(status.st_ino) : 0
  }
}

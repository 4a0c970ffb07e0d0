import Foundation
import TestSupport
import Testing

/// `kill -9` at any moment of a build: every page is a whole old or a whole new one, and the next build mends the rest.
///
/// `ANNALS_KILLS=2000` kills oftener than the two hundred times of an ordinary run.
@Suite struct BuildKillTests {
  private static let lanes = 2
  static let kills = ProcessInfo.processInfo.environment["ANNALS_KILLS"].flatMap(Int.init) ?? 200

  @Test(arguments: 0..<lanes) func anyMoment(_ lane: Int) throws {
    let killing = try Killing(seed: UInt64(100 + lane), reports: 60)
    var killed = 0
    while killed < BuildKillTests.kills / BuildKillTests.lanes {
      try killing.change()
      // Now and then one killed build after another, each with other contents.
      for _ in 0..<3 where killing.roll(3) > 0 {
        if try killing.kill() { killed += 1 }
        let faults = try killing.faults()
        try #require(faults == [], "after \(killing.steps.joined(separator: "; "))")
        if killing.roll(3) == 0 { try killing.change() }
      }
      let rest = try killing.finish()
      try #require(rest == [], "after \(killing.steps.joined(separator: "; "))")
    }
    print("\(killed) builds killed, \(killing.halves) of them with some pages new and some old")
    #expect(killing.halves > 0, "no build was killed while it put its pages in place")
  }
}

/// An archive that goes through a few states, each of which is built cleanly once; and builds of it that are killed.
final class Killing {
  private var dice: Dice
  let mini: MiniArchive
  private(set) var steps: [String] = []
  /// How many killed builds left old and new pages side by side.
  private(set) var halves = 0
  private var states: [(files: [String: [UInt8]], site: [String: [UInt8]])] = []
  private var current = 0
  /// Sites of which pages may be seen now: that of the last whole build and those of the killed ones since.
  private var seen: [Int] = []
  private var duration = 0

  init(seed: UInt64, reports: Int, states count: Int = 5) throws {
    dice = Dice(seed: seed)
    mini = try MiniArchive(reports: reports, &dice, ownTemplates: true)
    for number in 0..<count {
      if number > 0 {
        for _ in 0..<(1 + dice.roll(6)) {
          _ = try mini.changeReport([.add, .edit, .rename, .delete, .sidecar][dice.roll(5)], &dice)
        }
        if number == 2 { _ = try mini.changeTheme(.template, &dice) }
        if number == 3 { _ = try mini.changeVocabulary(.metric, &dice) }
      }
      var files: [String: [UInt8]] = [:]
      for folder in ["Content", "Templates"] {
        for (name, bytes) in try mini.archive.tree(folder) { files["\(folder)/\(name)"] = bytes }
      }
      states.append((files, try mini.cleanSite(jobs: 2).tree))
    }
    try go(to: 0)
    _ = try finish()
    // A killed build has something to do: as long as one that goes from one state to another.
    try go(to: 1)
    let start = ContinuousClock.now
    _ = try finish()
    duration = Int((ContinuousClock.now - start) / .milliseconds(1))
  }

  func roll(_ sides: Int) -> Int { dice.roll(sides) }

  /// Brings the archive into another state.
  func change() throws {
    try go(to: (current + 1 + dice.roll(states.count - 1)) % states.count)
    // Some files are new when the build begins, some have stood for a while.
    if dice.once(in: 2) { usleep(80_000) }
  }

  private func go(to next: Int) throws {
    let (old, new) = (states[current].files, states[next].files)
    for name in old.keys.sorted() where new[name] == nil { try? mini.archive.remove(name) }
    for (name, bytes) in new.sorted(by: { $0.key < $1.key }) {
      if try !mini.archive.exists(name) || mini.archive.bytes(name) != bytes {
        try mini.archive.write(name, bytes: bytes)
      }
    }
    for folder in ["Content", "Templates"] {
      for name in try mini.archive.files(folder) where new["\(folder)/\(name)"] == nil {
        try mini.archive.remove("\(folder)/\(name)")
      }
    }
    current = next
    steps.append("state \(next)")
  }

  /// False when the build was done before it could be killed.
  func kill() throws -> Bool {
    let (outcome, words) = try mini.killedBuild(&dice, duration: duration)
    steps.append(words)
    seen = outcome.code == 137 ? seen + [current] : [current]
    return outcome.code == 137
  }

  /// Pages that are neither wholly old nor wholly new.
  func faults() throws -> [String] {
    let tree = try mini.archive.tree()
    let sites = seen.map { states[$0].site }
    var faults: [String] = []
    for (path, bytes) in tree.sorted(by: { $0.key < $1.key })
    where !sites.contains(where: { $0[path] == bytes }) {
      faults.append("\(path) is neither an old page nor a new one")
    }
    for path in sites[0].keys.sorted() where tree[path] == nil && sites.allSatisfy({ $0[path] != nil }) {
      faults.append("\(path) is gone")
    }
    if !sites.contains(where: { $0 == tree }) { halves += 1 }
    return faults
  }

  /// A build that comes to its end; gives what differs from a clean one.
  func finish() throws -> [String] {
    let outcome = try mini.annals(["build"])
    steps.append("build")
    var faults = MiniArchive.differences(try mini.archive.tree(), states[current].site)
    if outcome.code > 1 { faults.append(outcome.errors) }
    if mini.archive.exists(".annals/Output/staging") { faults.append("the staging folder is left") }
    seen = [current]
    if faults.isEmpty { steps = [] }
    return faults
  }
}

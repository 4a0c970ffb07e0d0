import Foundation
import TestSupport
import Testing

/// Whatever happens to an archive between two builds, the site is afterwards what a build from nothing makes of it.
///
/// `ANNALS_SEQUENCES=1000` runs so many sequences of changes instead of as many as fit into 140 seconds;
/// `ANNALS_SEED=7` begins with another archive.
@Suite struct SequenceTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let wanted = environment["ANNALS_SEQUENCES"].flatMap(Int.init)
  private static let firstSeed = environment["ANNALS_SEED"].flatMap(UInt64.init) ?? 1
  private static let seconds = 140
  private static let lanes = 2
  /// An archive is changed so often before another one is taken.
  private static let sequencesOfOneArchive = 15

  @Test(arguments: 0..<UInt64(lanes)) func anyChanges(_ lane: UInt64) throws {
    let end = ContinuousClock.now + .seconds(SequenceTests.seconds)
    var done = 0
    var seed = SequenceTests.firstSeed + lane
    while SequenceTests.wanted.map({ done < $0 / SequenceTests.lanes }) ?? (ContinuousClock.now < end) {
      let sequence = try ChangeSequence(seed: seed)
      for _ in 0..<SequenceTests.sequencesOfOneArchive {
        if let fault = try sequence.next() {
          Issue.record("seed \(seed), sequence \(sequence.count):\n\(fault)")
          return
        }
        done += 1
        if SequenceTests.wanted == nil, ContinuousClock.now >= end { break }
      }
      seed += UInt64(SequenceTests.lanes)
    }
    print("\(done) sequences of changes, last seed \(seed)")
    #expect(done >= 10, "too slow to show anything")
  }
}

/// One archive and the changes that are made to it, all of which follow from a number.
final class ChangeSequence {
  private var dice: Dice
  private let mini: MiniArchive
  private(set) var count = 0
  private var steps: [String] = []
  private var jobs = 1
  /// Of the first build, in thousandths of a second.
  private let duration: Int

  init(seed: UInt64) throws {
    dice = Dice(seed: seed)
    let reports = 6 + dice.roll(9)
    mini = try MiniArchive(reports: reports, &dice)
    let start = ContinuousClock.now
    let outcome = try mini.annals(["build"])
    try #require(mini.archive.exists("Output/metrics/corrected_rate.html"), "\(outcome)")
    duration = Int((ContinuousClock.now - start) / .milliseconds(1))
  }

  /// Makes some changes, builds once or oftener, compares; gives what is wrong.
  func next() throws -> String? {
    count += 1
    steps = []
    for _ in 0..<(1 + dice.roll(3)) {
      if let step = try mini.apply(Change.random(&dice), &dice) { steps.append(step) }
    }
    if dice.once(in: 3) {
      if dice.once(in: 2) { usleep(80_000) }
      steps.append(try mini.killedBuild(&dice, duration: duration).words)
      if dice.once(in: 4), let step = try mini.apply(Change.random(&dice), &dice) { steps.append(step) }
    }
    // Files that were written this very moment are dealt with otherwise than those that stand still.
    if dice.once(in: 2) {
      usleep(80_000)
      steps.append("wait")
    }
    return try compare()
  }

  private func compare() throws -> String? {
    jobs = jobs == 1 ? 4 : 1
    let before = try mini.archive.tree()
    let outcome = try mini.annals(["build", "--jobs", "\(jobs)"])
    steps.append("build --jobs \(jobs) (exit code \(outcome.code))")
    let clean = try mini.cleanSite(jobs: 5 - jobs)
    let isRecordSpoilt = steps.contains { $0.contains("/manifest") }
    if isRecordSpoilt, isRefusal(outcome) {
      try beginAnew()
      return nil
    }
    var faults: [String] = []
    if outcome.code != clean.outcome.code {
      faults.append(
        "exit code \(outcome.code), that of a clean build is \(clean.outcome.code): \(outcome.messages.last ?? "")"
      )
    }
    let (found, expected) = (MiniArchive.findings(outcome), MiniArchive.findings(clean.outcome))
    if found != expected { faults.append("says \(found), a clean build says \(expected)") }
    var tree = try mini.archive.tree()
    for name in tree.keys where name.hasSuffix("mine.txt") { tree[name] = nil }
    if clean.tree.isEmpty {
      // A build that fails leaves the old site.
      let old = before.filter { !$0.key.hasSuffix("mine.txt") }
      faults += MiniArchive.differences(tree, old)
    } else {
      // Pages that the record no longer lists are the user's for all that the program knows.
      if isRecordSpoilt { tree = tree.filter { clean.tree[$0.key] != nil } }
      faults += MiniArchive.differences(tree, clean.tree)
    }
    if !faults.isEmpty { return (steps + faults.prefix(12)).joined(separator: "\n") }
    try mini.rememberState(&dice)
    // What stops every build is soon mended, or nothing else would be seen.
    if clean.tree.isEmpty { try mini.mendSite() }
    if isRecordSpoilt { try beginAnew() }
    return nil
  }

  /// A damaged record of pages may cost the knowledge of what is ours: then the program says so and touches nothing
  /// that it cannot account for.
  private func isRefusal(_ outcome: Command.Outcome) -> Bool {
    let words = ["was not made by Annals", "newer version of Annals", "not a record"]
    return outcome.code > 1 && words.contains { outcome.errors.contains($0) }
  }

  private func beginAnew() throws {
    try mini.archive.remove("Output")
    try mini.archive.remove(".annals")
    mini.oldState = [:]
    _ = try mini.annals(["build"])
  }
}

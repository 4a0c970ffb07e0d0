import Foundation
import Testing

@testable import Publishing

@Suite struct LockTests {
  @Test func secondBuildSaysWhoHoldsTheLock() throws {
    let folder = try TemporaryFolder()
    let first = try folder.store().begin()
    let expected = "Output: error: another build is writing there (process \(getpid())); "
    #expect(
      message(in: folder) { _ = try folder.store().begin() } == expected + "wait until it is done, or stop it"
    )
    #expect(message(in: folder) { try folder.store().clean() }?.hasPrefix(expected) == true)
    try first.stage("a.html", [1])
    _ = try first.commit()
    #expect(try folder.build(["a.html": "x"]).written == 1)
  }

  @Test func secondBuildWaits() throws {
    let folder = try TemporaryFolder()
    let first = try folder.store().begin()
    DispatchQueue.global().asyncAfter(deadline: .now() + 0.1) { first.abandon() }
    let second = try folder.store().begin(waiting: .seconds(20))
    try second.stage("a.html", [1])
    #expect(try second.commit().written == 1)
  }

  @Test func buildAfterCleanTakesAFreshLock() throws {
    let folder = try TemporaryFolder()
    try folder.build(["a.html": "one"])
    try folder.store().clean()
    let first = try folder.store().begin()
    #expect(message(in: folder) { _ = try folder.store().begin() }?.contains("another build") == true)
    first.abandon()
  }
}

import Archive
import Foundation
import Testing

@testable import Reading

/// The two files that the store of reports is made of.
@Suite struct CacheFilesTests {
  private static func index() -> CacheIndex {
    var index = CacheIndex(log: "log-1", heads: "heads-1", stamp: "0.1 7")
    index.names = [CachePart(offset: 0, count: 9, seal: 3), CachePart(offset: 1 << 40, count: 0, seal: .max)]
    let mark = FileAccess.mark(of: "/proc/self/exe")
    for (path, mark, sidecar) in [("a.txt", mark, nil), ("b/c.md", nil, mark), ("法/d.txt", nil, nil)] {
      index.entries.append(
        CacheEntry(
          path: path, mark: mark, sidecar: sidecar, digest: "0123 \(path)",
          head: CachePart(offset: 17, count: 30, seal: 1 << 63),
          record: CacheRecord(offset: 7, facts: 300, body: 0, extracts: 1 << 40, fingerprint: .max)))
    }
    return index
  }

  @Test func theIndexComesBack() {
    let index = CacheFilesTests.index()
    #expect(CacheIndex(index.encoded()) == index)
    let empty = CacheIndex(log: "", heads: "", stamp: "")
    #expect(CacheIndex(empty.encoded()) == empty)
  }

  @Test func aDamagedIndexIsNone() {
    let bytes = CacheFilesTests.index().encoded()
    for count in 0..<bytes.count { #expect(CacheIndex(Array(bytes.prefix(count))) == nil, "cut to \(count)") }
    for at in bytes.indices {
      var changed = bytes
      changed[at] ^= 1 << UInt8(at % 8)
      #expect(CacheIndex(changed) == nil, "byte \(at)")
    }
    #expect(CacheIndex(bytes + [0]) == nil)
  }

  @Test func theLogGivesWhatWasPutIn() throws {
    let folder = try CacheFolder()
    let path = folder.path + "/log-1"
    let texts = ["", "a", String(repeating: "x", count: 100_000)].map { Array($0.utf8) }
    var places: [Int] = []
    do {
      let log = try CacheLog(path, isWritable: true)
      for text in texts {
        var sealed = ByteWriter()
        sealed.addPlain(text)
        sealed.addWhole(text.withUnsafeBytes { Fingerprint.ofMany($0) })
        places.append(try log.append(sealed.bytes))
      }
      #expect(places == [0, 8, 17])
    }
    let log = try CacheLog(path, isWritable: false)
    for (place, text) in zip(places, texts) { #expect(log.bytes(at: place, count: text.count) == text) }
    #expect(!log.isDamaged)
    // One byte further is not what was put there, nor is what lies behind the end.
    for (offset, count) in [(9, 1), (17, 99_999), (100_030, 50), (-1, 5), (.max - 3, 2)] {
      let fresh = try CacheLog(path, isWritable: false)
      #expect(fresh.bytes(at: offset, count: count) == [])
      #expect(fresh.isDamaged)
    }
    withExtendedLifetime(folder) {}
  }

  @Test func aLinkIsNoLog() throws {
    let folder = try CacheFolder()
    try Data("x".utf8).write(to: URL(fileURLWithPath: folder.path + "/other"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/log-1", withDestinationPath: folder.path + "/other")
    #expect(throws: FileFailure.self) { try CacheLog(folder.path + "/log-1", isWritable: true) }
    withExtendedLifetime(folder) {}
  }
}

/// A folder of a test's own.
final class CacheFolder {
  let path = NSTemporaryDirectory() + "annals-" + UUID().uuidString

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

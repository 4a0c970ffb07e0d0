import Foundation
import Testing

@testable import Publishing

/// Disks that are full, read-only or elsewhere: small memory disks that only root can mount.
@Suite(.enabled(if: MemoryDisk.isAvailable, "mounting a memory disk needs root"), .serialized)
struct DiskTests {
  @Test func fullDiskLeavesTheOldSite() throws {
    let folder = try TemporaryFolder()
    let disk = try MemoryDisk(at: folder.path + "/disk", size: "128k")
    defer { withExtendedLifetime((folder, disk)) {} }
    let small = TemporaryFolder(at: disk.path)
    try small.build(["a.html": "one", "index.html": "home"])
    let before = try small.files("Output")
    let session = try small.store().begin()
    try session.stage("a.html", Array("ONE".utf8))
    for number in 0..<10 { try session.stage("big/\(number).html", [UInt8](repeating: 65, count: 30_000)) }
    let answer = try #require(message(in: small) { _ = try session.commit() })
    // Ten pages of eight blocks, one of one, two records of one: 83 blocks of 4,096 bytes.
    #expect(answer.hasPrefix("Output: error: the disk is full: the new pages take 339.9 kB, "))
    #expect(answer.hasSuffix(" kB are free; free some space and build again"))
    #expect(try small.files("Output") == before)
    #expect(!small.exists(".annals/Output/staging"))
    #expect(try small.build(["a.html": "one", "index.html": "new"]).written == 1)
  }

  @Test func readOnlyDisk() throws {
    let folder = try TemporaryFolder()
    let disk = try MemoryDisk(at: folder.path + "/disk", size: "128k")
    defer { withExtendedLifetime((folder, disk)) {} }
    let small = TemporaryFolder(at: disk.path)
    try small.build(["a.html": "one"])
    try disk.makeReadOnly()
    let state = ".annals/Output"
    #expect(
      message(in: small) { try small.build(["a.html": "two"]) }
        == "\(state): error: cannot lock it: read-only file system; choose a folder on a disk that can be written"
    )
    #expect(try small.text("Output/a.html") == "one")
  }

  @Test func outputThatIsADiskOfItsOwn() throws {
    let folder = try TemporaryFolder()
    let disk = try MemoryDisk(at: folder.path + "/Output", size: "128k")
    defer { withExtendedLifetime((folder, disk)) {} }
    #expect(
      message(in: folder) { try folder.build(["a.html": "one"]) }
        == "Output: error: is on another file system than the folder it lies in, so pages cannot be renamed into "
        + "place; choose a folder inside it")
  }

  @Test func outputThatIsMountedFromTheSameDisk() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("elsewhere")
    let disk = try MemoryDisk(at: folder.path + "/Output", showing: folder.path + "/elsewhere")
    defer { withExtendedLifetime((folder, disk)) {} }
    #expect(
      message(in: folder) { try folder.build(["a.html": "one"]) }?.contains("another file system") == true)
    try disk.makeReadOnly()
    #expect(
      message(in: folder) { try folder.build(["a.html": "one"]) }
        == "Output: error: cannot write it: read-only file system; choose a folder on a disk that can be written"
    )
    #expect(try folder.files("elsewhere") == [:])
  }
}

/// Where permissions bind: not for root.
@Suite(.enabled(if: getuid() != 0, "root may write anywhere")) struct PermissionTests {
  @Test func outputThatCannotBeWritten() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("Output")
    try #require(chmod(folder.path + "/Output", 0o555) == 0)
    #expect(
      message(in: folder) { try folder.build(["a.html": "one"]) }
        == "Output: error: cannot write it: permission denied; make it writable, or choose another folder")
  }
}

/// A memory disk for as long as this stands.
final class MemoryDisk {
  let path: String

  static let isAvailable: Bool = {
    guard getuid() == 0, let folder = try? TemporaryFolder() else { return false }
    return (try? MemoryDisk(at: folder.path + "/disk", size: "64k")) != nil
  }()

  init(at path: String, size: String) throws {
    self.path = path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    guard mount("tmpfs", path, "tmpfs", 0, "size=" + size) == 0 else { throw SystemFailure.last() }
  }

  /// A second view of a folder instead.
  init(at path: String, showing folder: String) throws {
    self.path = path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    guard mount(folder, path, nil, UInt(MS_BIND), nil) == 0 else { throw SystemFailure.last() }
  }

  func makeReadOnly() throws {
    let flags = MS_REMOUNT | MS_BIND | MS_RDONLY
    guard mount("", path, nil, UInt(flags), nil) == 0 else { throw SystemFailure.last() }
  }

  deinit { umount2(path, Int32(MNT_DETACH)) }
}

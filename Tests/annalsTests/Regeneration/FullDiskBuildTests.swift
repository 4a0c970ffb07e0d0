import Foundation
import Glibc
import TestSupport
import Testing

/// Builds onto a memory disk that runs full.
@Suite(.enabled(if: SmallDisk.isAvailable, "mounting a memory disk needs root"), .serialized)
struct FullDiskBuildTests {
  /// Room in blocks of 4,096 bytes: from none at all to nearly enough.
  @Test(arguments: [0, 1, 4, 40]) func oldSiteStands(_ room: Int) throws {
    var dice = Dice(seed: UInt64(room))
    let mini = try MiniArchive(reports: 20, &dice)
    let disk = try SmallDisk(at: mini.path + "/disk", size: "4m")
    defer { withExtendedLifetime(disk) {} }
    let build = ["build", "--output", "disk/Output"]
    #expect(try mini.annals(build).code < 2)
    let before = try mini.archive.tree("disk/Output")

    // Every page changes, and every report is read anew.
    try mini.archive.write("Content/site.yml", "title: 一个换了名字的档案\n")
    try mini.archive.write("Templates/assets/site.css", "/* other */\n")
    _ = try mini.changeVocabulary(.metric, &dice)
    try fill(mini.path + "/disk/filler", leaving: room)
    let outcome = try mini.annals(build)
    #expect(outcome.code == 3)
    let words = outcome.messages.last ?? ""
    #expect(words.contains("disk/Output") && words.contains("the disk is full"), "\(words)")
    // Where there is no room even for the build's first file, nobody has counted pages yet.
    if room > 1 { #expect(words.contains("the new pages take ") && words.contains(" are free"), "\(words)") }
    #expect(try mini.archive.tree("disk/Output") == before)
    #expect(try mini.archive.files("disk/.annals/Output").filter { $0.contains("staging") } == [])
    // The same again: what the first attempt left must not pass for a build.
    #expect(try mini.annals(build).code == 3)
    #expect(try mini.archive.tree("disk/Output") == before)

    try mini.archive.remove("disk/filler")
    #expect(try mini.annals(build).code < 2)
    let clean = try mini.cleanSite(jobs: 2)
    #expect(try MiniArchive.differences(mini.archive.tree("disk/Output"), clean.tree) == [])
    #expect(try mini.annals(build).errors.contains(": 0 files written, "))
  }

  private func fill(_ path: String, leaving blocks: Int) throws {
    let file = open(path, O_WRONLY | O_CREAT, 0o644)
    try #require(file >= 0)
    defer { close(file) }
    let block = [UInt8](repeating: 65, count: 4096)
    var size = 0
    while write(file, block, block.count) == block.count { size += block.count }
    try #require(ftruncate(file, off_t(max(0, size - blocks * 4096))) == 0)
  }
}

import Foundation
import Glibc
import TestSupport
import Testing

/// Where a site may be put, and what a build or a clean leaves alone there.
@Suite struct OutputTests {
  @Test func aFolderThatAnnalsDidNotMake() throws {
    let archive = try TemporaryArchive()
    try archive.write("photos/cat.jpg", "cat")
    let outcome = try archive.annals("build", "--output", "photos")
    #expect(outcome.code == 2)
    #expect(
      outcome.messages == [
        "photos: error: is not empty and was not made by Annals; choose another folder or empty it"
      ])
    #expect(try archive.files("photos") == ["cat.jpg"])
    #expect(try archive.annals("clean", "--output", "photos").code == 0)
    #expect(try archive.files("photos") == ["cat.jpg"])
  }

  @Test(arguments: [
    (".", ".: error: is the project's folder; choose a folder that holds nothing else, such as Output"),
    ("Content", "Content: error: is 'Content'; choose a folder that holds nothing else, such as Output"),
    ("Content/site", "Content/site: error: lies inside 'Content'; choose a folder beside it, such as Output"),
    ("/", "/: error: is the root of the disk; choose a folder that holds nothing else, such as Output"),
    ("Content/site.yml", "Content/site.yml: error: is a file, not a folder; choose another folder"),
  ])
  func placesThatAreRefused(_ output: String, _ message: String) throws {
    let archive = try TemporaryArchive()
    let before = try archive.tree("Content")
    let outcome = try archive.annals("build", "--output", output)
    #expect(outcome.code == 2)
    #expect(outcome.messages == [message])
    #expect(try archive.tree("Content") == before)
  }

  @Test func cleanTakesWhatWasMadeAndNothingElse() throws {
    let archive = try TemporaryArchive()
    try archive.makeFolder("Output")
    try archive.write("Output/.gitkeep", "")
    #expect(try archive.annals("build").code == 0)
    try archive.write("Output/mine.txt", "mine")
    try archive.write("Output/reports/mine.txt", "mine")
    let made = try archive.files().count - 3
    let outcome = try archive.annals("clean")
    #expect(outcome.code == 0)
    #expect(outcome.errors == "\(made) files removed from Output\n")
    #expect(try archive.files() == [".gitkeep", "mine.txt", "reports/mine.txt"])
    #expect(!archive.exists(".annals"))
    #expect(try archive.annals("clean").errors == "0 files removed from Output\n")
  }

  @Test func twoOutputsOfOneArchive() throws {
    let archive = try TemporaryArchive()
    #expect(try archive.annals("build").code == 0)
    #expect(try archive.annals("build", "--output", "second").code == 0)
    #expect(try archive.tree("second") == archive.tree())
    #expect(try archive.annals("clean", "--output", "second").code == 0)
    #expect(try archive.files("second") == [])
    #expect(try archive.annals("check", "--output", "Output").code == 0)
  }

  @Test func brokenLinksOfABuiltSite() throws {
    let archive = try TemporaryArchive()
    #expect(try archive.annals("build").code == 0)
    try archive.write(
      "Output/years/2020.html", try archive.text("Output/years/2020.html") + "<a href=\"gone.html\">x</a>")
    let outcome = try archive.annals("check", "--output", "Output")
    #expect(outcome.code == 1)
    #expect(
      outcome.messages.contains {
        $0.hasPrefix("Output/years/2020.html:") && $0.contains(": error: ") && $0.contains("gone.html")
      })
    #expect(outcome.output.hasSuffix(": 1 errors\n"))
    #expect(try archive.annals("check", "--output", "nowhere").code == 3)
  }
}

/// A disk too small for the site: a small memory disk, which only root can mount.
@Suite(.enabled(if: SmallDisk.isAvailable, "mounting a memory disk needs root"))
struct FullDiskTests {
  @Test func theOldSiteStays() throws {
    let archive = try TemporaryArchive()
    let disk = try SmallDisk(at: archive.path + "/disk", size: "1m")
    defer { withExtendedLifetime((archive, disk)) {} }
    #expect(try archive.annals("build", "--output", "disk/Output").code == 0)
    let before = try archive.tree("disk/Output")
    for index in 0..<20 {
      let more = String(repeating: "（\(index)）全年办结行政处罚案件35件。\n\n", count: 200)
      try archive.write("Content/reports/more/\(index).txt", Reports.text("洛阳市", 2003 + index) + more)
    }
    let outcome = try archive.annals("build", "--output", "disk/Output")
    #expect(outcome.code == 3)
    #expect(
      outcome.messages.last?.hasPrefix("disk/Output: error: the disk is full: the new pages take ") == true)
    #expect(outcome.messages.last?.hasSuffix(" are free; free some space and build again") == true)
    #expect(try archive.tree("disk/Output") == before)
    #expect(try archive.files("disk/.annals/Output").filter { $0.contains("staging") } == [])
  }
}

/// A memory disk for as long as this stands.
final class SmallDisk {
  private let path: String

  static let isAvailable: Bool = {
    guard getuid() == 0, let folder = try? TemporaryArchive(reports: [:]) else { return false }
    return (try? SmallDisk(at: folder.path + "/disk", size: "64k")) != nil
  }()

  init(at path: String, size: String) throws {
    self.path = path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    guard mount("tmpfs", path, "tmpfs", 0, "size=" + size) == 0 else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EPERM)
    }
  }

  deinit { umount2(path, Int32(MNT_DETACH)) }
}

import Foundation
import Glibc
import TestSupport

/// An archive of a test's own, removed when the test lets go of it. Templates and vocabulary are the project's,
/// which the program finds as an installed one finds its own.
final class TemporaryArchive: Sendable {
  /// Of a folder that holds nothing else.
  let path: String

  static func emptyFolder() throws -> String {
    // Others may look in: some tests run the program as somebody else.
    let path = NSTemporaryDirectory() + "annals-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    return path
  }

  /// With `Content/reports`, and the good reports unless they are unwanted.
  init(reports: [String: String] = Reports.good) throws {
    path = try TemporaryArchive.emptyFolder()
    try makeFolder("Content/reports")
    try write("Content/site.yml", "title: 测试档案\n")
    for (name, text) in reports { try write("Content/reports/\(name)", text) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String) throws { try write(name, bytes: Array(text.utf8)) }

  func write(_ name: String, bytes: [UInt8]) throws {
    try makeFolder((name as NSString).deletingLastPathComponent)
    try Data(bytes).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: true)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: "\(path)/\(name)", withDestinationPath: target)
  }

  func copy(_ source: String, to name: String) throws {
    try makeFolder((name as NSString).deletingLastPathComponent)
    try FileManager.default.copyItem(atPath: source, toPath: "\(path)/\(name)")
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: "\(path)/\(name)") }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(path)/\(name)") }

  func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")))
  }

  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  /// Paths of all files below a folder, sorted.
  func files(_ folder: String = "Output") throws -> [String] {
    guard let all = FileManager.default.enumerator(atPath: "\(path)/\(folder)") else { return [] }
    return all.compactMap { $0 as? String }.filter { name in
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: "\(path)/\(folder)/\(name)", isDirectory: &isFolder)
      return exists && !isFolder.boolValue
    }.sorted()
  }

  /// Every file below a folder with its bytes.
  func tree(_ folder: String = "Output") throws -> [String: [UInt8]] {
    var tree: [String: [UInt8]] = [:]
    for name in try files(folder) { tree[name] = try bytes("\(folder)/\(name)") }
    return tree
  }

  /// When each file below a folder was changed, in nanoseconds, and its inode: both stay when nobody touches it.
  func stamps(_ folder: String = "Output") throws -> [String: [Int]] {
    var stamps: [String: [Int]] = [:]
    for name in try files(folder) {
      var status = stat()
      guard stat("\(path)/\(folder)/\(name)", &status) == 0 else { continue }
      stamps[name] = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec, Int(status.st_ino)]
    }
    return stamps
  }

  /// Runs the program in the archive's folder.
  func annals(
    _ arguments: String..., wrapper: [String] = [], seconds: Int = 120
  ) throws -> Command.Outcome {
    try Command.run(arguments, in: path, share: Repository.root, wrapper: wrapper, seconds: seconds)
  }
}

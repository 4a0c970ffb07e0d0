import Foundation
import Testing

@testable import Publishing

/// A folder of a test's own, removed when the test lets go of it.
final class TemporaryFolder: Sendable {
  let path: String
  private let isOurs: Bool

  init() throws {
    path = NSTemporaryDirectory() + "annals-" + UUID().uuidString
    isOurs = true
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// A folder that someone else removes.
  init(at path: String) {
    self.path = path
    isOurs = false
  }

  deinit { if isOurs { try? FileManager.default.removeItem(atPath: path) } }

  func write(_ path: String, _ text: String) throws {
    let whole = self.path + "/" + path
    let folder = (whole as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: whole))
  }

  func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: self.path + "/" + path, withIntermediateDirectories: true)
  }

  func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: self.path + "/" + path, withDestinationPath: target)
  }

  func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: self.path + "/" + path) }

  func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: self.path + "/" + path) }

  func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: self.path + "/" + path)), as: UTF8.self)
  }

  /// Every file below `folder` with its text; folders end in `/` and have none.
  func files(_ folder: String) throws -> [String: String] {
    var files: [String: String] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: path + "/" + folder) ?? .init() {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(path)/\(folder)/\(name)", isDirectory: &isFolder)
      if isFolder.boolValue { files[name + "/"] = "" } else { files[name] = try text(folder + "/" + name) }
    }
    return files
  }

  /// Nanoseconds since 1970, and the inode: both stay when a file is not touched.
  func stamp(_ path: String) throws -> [UInt] {
    let status = try #require(try Files.status(self.path + "/" + path))
    return [UInt(status.modified), status.inode]
  }

  /// A store for `Output` in this folder, whose project is `project`.
  func store(_ output: String = "Output", home: String? = nil) throws -> OutputStore {
    try makeFolder("project/Content")
    return try OutputStore(
      output: path + "/" + output, root: path + "/project", sources: [path + "/project/Content"], home: home,
      durability: .process)
  }

  /// One build with these pages.
  @discardableResult
  func build(_ pages: [String: String]) throws -> Summary {
    let session = try store().begin()
    for (path, text) in pages { try session.stage(path, Array(text.utf8)) }
    return try session.commit()
  }
}

/// The message of the error that `body` throws, with the folder's path cut off.
func message(in folder: TemporaryFolder, _ body: () throws -> Void) -> String? {
  do {
    try body()
    return nil
  } catch let error as PublishingError {
    return error.rendered.replacingOccurrences(of: folder.path + "/", with: "")
  } catch {
    return "\(error)"
  }
}

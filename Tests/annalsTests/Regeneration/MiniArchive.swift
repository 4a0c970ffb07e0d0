import Foundation
import Glibc
import TestSupport

/// An archive of small reports that is changed and built again and again, and a clean build of it to compare with.
final class MiniArchive {
  let archive: TemporaryArchive
  /// What stands in the files that hold a report as it should be, by path below `Content/reports`.
  private(set) var reports: [String: MiniReport] = [:]
  private var nextNumber = 0
  /// Older versions of the program's own files beside the output, to be put back.
  var oldState: [String: [UInt8]] = [:]

  /// Which program is tested: the one built beside the tests unless `ANNALS_BINARY` names another.
  static let binary = ProcessInfo.processInfo.environment["ANNALS_BINARY"] ?? Command.binary

  /// With so many reports of random places and years.
  init(reports count: Int, _ dice: inout Dice, ownTemplates: Bool = true) throws {
    archive = try TemporaryArchive(reports: [:])
    for (name, text) in MiniVocabulary.files { try archive.write(name, text) }
    if ownTemplates { try copyTemplates() }
    try archive.write("Content/pages/about.md", "---\ntitle: 关于\n---\n\n这是试验用的档案。\n")
    for _ in 0..<count { try add(MiniReport(&dice), folder: dice.pick(MiniArchive.folders) ?? "") }
  }

  /// File by file: the project's own must stay as they are, whatever links lead to them.
  private func copyTemplates() throws {
    let source = URL(fileURLWithPath: "\(Repository.root)/Templates").resolvingSymlinksInPath().path
    for case let name as String in FileManager.default.enumerator(atPath: source) ?? .init() {
      guard [".html", ".css", ".yml"].contains(where: name.hasSuffix) else { continue }
      try archive.write(
        "Templates/\(name)", bytes: [UInt8](Data(contentsOf: URL(fileURLWithPath: "\(source)/\(name)"))))
    }
  }

  static let folders = ["", "河南/", "a/b/"]

  var path: String { archive.path }

  /// Writes a new file; gives its path below `Content/reports`.
  @discardableResult
  func add(_ report: MiniReport, folder: String = "") throws -> String {
    nextNumber += 1
    let path = "\(folder)r\(nextNumber).\(report.isMarkdown ? "md" : "txt")"
    try set(report, at: path)
    return path
  }

  func set(_ report: MiniReport, at path: String) throws {
    reports[path] = report
    try archive.write("Content/reports/\(path)", report.text)
  }

  func remove(_ path: String) throws {
    reports[path] = nil
    try archive.remove("Content/reports/\(path)")
  }

  /// Renames the file, its sidecar too.
  func move(_ path: String, to new: String) throws {
    reports[new] = reports.removeValue(forKey: path)
    try archive.makeFolder(("Content/reports/\(new)" as NSString).deletingLastPathComponent)
    for end in ["", ".yml"] where archive.exists("Content/reports/\(path)\(end)") {
      try rename("Content/reports/\(path)\(end)", to: "Content/reports/\(new)\(end)")
    }
  }

  func rename(_ name: String, to new: String) throws {
    guard Glibc.rename("\(path)/\(name)", "\(path)/\(new)") == 0 else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
  }

  func newPath(like path: String, folder: String) -> String {
    nextNumber += 1
    return "\(folder)r\(nextNumber).\(path.hasSuffix(".md") ? "md" : "txt")"
  }

  // MARK: Building

  func annals(_ arguments: [String], wrapper: [String] = [], seconds: Int = 300) throws -> Command.Outcome {
    try Command.run(
      arguments, binary: MiniArchive.binary, in: path, share: Repository.root, wrapper: wrapper,
      seconds: seconds)
  }

  struct Site {
    let outcome: Command.Outcome
    let tree: [String: [UInt8]]
  }

  /// The site as it is made from nothing.
  func cleanSite(jobs: Int) throws -> Site {
    if archive.exists("clean") { try archive.remove("clean") }
    let outcome = try annals(["build", "--output", "clean/site", "--jobs", "\(jobs)"])
    let tree = try archive.tree("clean/site")
    if archive.exists("clean") { try archive.remove("clean") }
    return Site(outcome: outcome, tree: tree)
  }

  /// What the program says of the content: without the last line, which counts, and the notes on its own store.
  static func findings(_ outcome: Command.Outcome) -> [String] {
    outcome.messages.filter { line in
      !line.contains(" files written, ") && !line.contains("all reports are read again")
        && !line.contains(".annals/Output")
    }
  }

  /// Names the files that differ.
  static func differences(_ found: [String: [UInt8]], _ expected: [String: [UInt8]]) -> [String] {
    Set(found.keys).union(expected.keys).sorted().compactMap { path in
      switch (found[path], expected[path]) {
      case (nil, _): "\(path) is missing"
      case (_, nil): "\(path) should not be there"
      case (let one?, let other?): one == other ? nil : "\(path) differs: \(firstDifference(one, other))"
      }
    }
  }

  private static func firstDifference(_ one: [UInt8], _ other: [UInt8]) -> String {
    let at = zip(one, other).enumerated().first { $1.0 != $1.1 }?.offset ?? min(one.count, other.count)
    func around(_ bytes: [UInt8]) -> String {
      String(decoding: bytes[max(0, at - 60)..<min(bytes.count, at + 60)], as: UTF8.self)
    }
    return "at byte \(at): «\(around(one))» and not «\(around(other))»"
  }
}

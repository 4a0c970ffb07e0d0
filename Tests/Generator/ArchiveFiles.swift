import Archive
import Glibc

/// A file or folder that could not be written.
public struct WritingFailure: Error, CustomStringConvertible {
  public let path: String
  /// As the C library numbers it.
  public let code: Int32
  public var description: String {
    "\(path): error: \(String(cString: strerror(code))); check the disk and the path"
  }
}

extension ArchiveGenerator {
  /// Writes `Content` with its reports and settings, and the truth of each report below `truth`. Returns how many
  /// reports, and how many bytes their texts have.
  @discardableResult
  public func write(_ count: Int, to folder: String) throws(WritingFailure) -> (reports: Int, bytes: Int) {
    var files = FileSink()
    var (reports, bytes) = (0, 0)
    try files.write(Array(ArchiveGenerator.settings.utf8), to: "\(folder)/Content/site.yml")
    try forEachReport(count) { (report: GeneratedReport) throws(WritingFailure) in
      try files.write(report.text, to: "\(folder)/Content/reports/\(report.path)")
      try files.write(report.truth.json, to: "\(folder)/truth/\(report.path.dropLast(4)).json")
      reports += 1
      bytes += report.text.count
    }
    return (reports, bytes)
  }
}

/// Writes files and makes the folders above them, each once.
private struct FileSink {
  private var made: Set<String> = []

  mutating func write(_ bytes: [UInt8], to path: String) throws(WritingFailure) {
    if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) { try makeFolder(String(path[..<slash])) }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw WritingFailure(path: path, code: errno) }
    defer { close(descriptor) }
    var start = 0
    while start < bytes.count {
      let written = bytes[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        throw WritingFailure(path: path, code: errno)
      }
      start += written
    }
  }

  private mutating func makeFolder(_ path: String) throws(WritingFailure) {
    if path.isEmpty || made.contains(path) { return }
    if mkdir(path, 0o755) != 0, errno != EEXIST {
      guard errno == ENOENT, let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else {
        throw WritingFailure(path: path, code: errno)
      }
      try makeFolder(String(path[..<slash]))
      guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw WritingFailure(path: path, code: errno) }
    }
    made.insert(path)
  }
}

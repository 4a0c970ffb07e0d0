import Glibc
import Reading

/// Where the program's own data stands: templates and vocabulary for new archives, and for files outside any.
enum Installation {
  static let version = "0.1.0"

  /// The folder that holds `Templates` and `Content/vocabulary`: `share/annals` beside an installed `bin`, or
  /// the repository above a built binary. Nil when the binary stands alone.
  static var share: String? {
    if let given = getenv("ANNALS_SHARE") { return String(cString: given) }
    guard let executable = FileAccess.real("/proc/self/exe") else { return nil }
    var folder = parent(executable)
    if let installed = FileAccess.real("\(folder)/../share/annals"), holdsData(installed) { return installed }
    for _ in 0..<6 {
      folder = parent(folder)
      if holdsData(folder) { return folder }
    }
    return nil
  }

  private static func holdsData(_ folder: String) -> Bool {
    FileAccess.kind(of: "\(folder)/Templates/layout.html", following: true) == .file
      && FileAccess.kind(of: "\(folder)/Content/vocabulary/divisions.tsv", following: true) == .file
  }

  static func parent(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

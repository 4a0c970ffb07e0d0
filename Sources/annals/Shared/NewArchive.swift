import Glibc
import Reading

/// Copies what a new archive starts with.
struct NewArchive {
  let folder: String
  /// The installation's data.
  let share: String

  func make() throws(FileFailure) {
    try makeFolders(folder)
    for name in ["Content", "Content/reports", "Content/pages", "Content/vocabulary"] {
      try makeFolders("\(folder)/\(name)")
    }
    try copy("Content/vocabulary")
    try write(Self.settings, to: "Content/site.yml")
    try write(Self.about, to: "Content/pages/about.md")
    try write("/Output/\n/.annals/\n", to: ".gitignore")
  }

  /// The theme, for an archive that is to look its own way.
  func addTheme() throws(FileFailure) {
    try makeFolders("\(folder)/Templates")
    try copy("Templates")
  }

  private func copy(_ name: String) throws(FileFailure) {
    for entry in try FileAccess.names(in: "\(share)/\(name)") where !entry.hasPrefix(".") {
      let path = "\(name)/\(entry)"
      if FileAccess.kind(of: "\(share)/\(path)", following: true) == .folder {
        try makeFolders("\(folder)/\(path)")
        try copy(path)
      } else {
        try write(try FileAccess.read("\(share)/\(path)"), to: path)
      }
    }
  }

  private func makeFolders(_ path: String) throws(FileFailure) {
    if mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    let code = errno
    let parent = Installation.parent(path)
    guard code == ENOENT, parent != path else { throw FileFailure(path: path, code: code) }
    try makeFolders(parent)
    if mkdir(path, 0o777) != 0 { throw FileFailure(path: path, code: errno) }
  }

  private func write(_ text: String, to name: String) throws(FileFailure) {
    try write(Array(text.utf8), to: name)
  }

  private func write(_ bytes: [UInt8], to name: String) throws(FileFailure) {
    let path = "\(folder)/\(name)"
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw FileFailure(path: path, code: errno) }
    defer { close(file) }
    var position = 0
    while position < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(file, $0.baseAddress! + position, bytes.count - position)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileFailure(path: path, code: errno)
      }
      position += count
    }
  }

  private static let settings = """
    # Settings of this archive. Lines that start with # are notes.
    title: 法治政府建设年度报告档案
    # subtitle: 一行说明
    # One language, or several: [zh-Hans, zh-Hant, en]
    language: zh-Hans
    # baseURL: https://example.org/archive/
    # licence: CC BY 4.0
    # contact: archive@example.org

    """

  private static let about = """
    ---
    title: 关于本档案
    ---

    本档案收录各级政府公布的法治政府建设年度报告。请在 `Content/pages/about.md` 写明：收录范围、文本来源、
    如何指出错误，以及由谁维护。

    """
}

import Glibc

/// What stands in a folder, as far as a watcher cares.
enum FolderEntries {
  struct Entry {
    let name: String
    let isFolder: Bool
  }

  /// Nil when there is no such folder, or none we may read. Links count as files: where they lead is watched
  /// itself or lies outside.
  static func list(_ path: String) -> [Entry]? {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    var entries: [Entry] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard matters(name) else { continue }
      var isFolder = Int(entry.pointee.d_type) == Int(DT_DIR)
      if Int(entry.pointee.d_type) == Int(DT_UNKNOWN) {
        var status = stat()
        isFolder = lstat("\(path)/\(name)", &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      }
      entries.append(Entry(name: name, isFolder: isFolder))
    }
    return entries
  }

  /// Hidden files and what editors keep beside a file (`.a.md.swp`, `a.md~`, `#a.md#`) are no part of an
  /// archive.
  static func matters(_ name: String) -> Bool {
    let bytes = name.utf8
    return bytes.first != UInt8(ascii: ".") && bytes.last != UInt8(ascii: "~")
      && !(bytes.count > 1 && bytes.first == UInt8(ascii: "#") && bytes.last == UInt8(ascii: "#"))
  }
}

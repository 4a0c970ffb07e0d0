import Glibc

/// Times and sizes of all files in folders, for where the system gives no notices.
struct FolderSnapshot: Equatable {
  private struct Mark: Hashable {
    let seconds: Int
    let nanoseconds: Int
    let size: Int
    let inode: UInt
  }

  private var marks: [String: Mark] = [:]

  init(_ roots: [String]) {
    var open = roots
    while let folder = open.popLast() {
      for entry in FolderEntries.list(folder) ?? [] {
        let path = "\(folder)/\(entry.name)"
        if entry.isFolder {
          open.append(path)
          continue
        }
        var status = stat()
        guard lstat(path, &status) == 0 else { continue }
        marks[path] = Mark(
          seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec, size: Int(status.st_size),
          inode: UInt(status.st_ino))
      }
    }
  }

  /// Files that came, went or changed since `before`.
  func changes(since before: FolderSnapshot) -> ChangedPaths {
    var changed = ChangedPaths()
    for (path, mark) in marks where before.marks[path] != mark { changed.insert(path) }
    for path in before.marks.keys where marks[path] == nil { changed.insert(path) }
    return changed
  }
}

import Glibc

/// What the system answered: an `errno` value, before anyone knows what the file means to the user.
struct SystemFailure: Error {
  var code: Int32

  static func last() -> SystemFailure { SystemFailure(code: errno) }
  var isAbsence: Bool { code == ENOENT }
  var isFullDisk: Bool { code == ENOSPC || code == EDQUOT }
}

/// An open file or folder, closed when it goes out of use.
struct Descriptor: ~Copyable {
  let raw: Int32

  init(_ raw: Int32) { self.raw = raw }
  deinit { _ = close(raw) }
}

/// What stands at a path, symbolic links not followed.
struct FileStatus: Hashable {
  enum Kind { case file, folder, link, other }
  var kind: Kind
  var size: Int
  /// Nanoseconds since 1970.
  var modified: Int
  /// When the file's entry changed, which no program can set; nanoseconds since 1970.
  var changed: Int
  var inode: UInt

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    size = Int(status.st_size)
    modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
    changed = status.st_ctim.tv_sec * 1_000_000_000 + status.st_ctim.tv_nsec
    inode = UInt(status.st_ino)
  }
}

/// Every call to the file system that Publishing makes. Names are relative to an open folder and are never
/// followed through symbolic links.
enum Files {
  private static func retrying(_ call: () -> Int32) throws(SystemFailure) -> Int32 {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw .last() }
    }
  }

  static func openFolder(at folder: Int32 = AT_FDCWD, _ name: String) throws(SystemFailure) -> Descriptor {
    Descriptor(try retrying { openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) })
  }

  static func openFile(at folder: Int32 = AT_FDCWD, _ name: String) throws(SystemFailure) -> Descriptor {
    // O_NONBLOCK: opening a named pipe must not wait for a writer.
    Descriptor(try retrying { openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) })
  }

  static func createFile(at folder: Int32, _ name: String) throws(SystemFailure) -> Descriptor {
    Descriptor(
      try retrying { openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666) })
  }

  /// Opens a plain file to be written at its end.
  static func openEnd(at folder: Int32, _ name: String) throws(SystemFailure) -> Descriptor {
    Descriptor(try retrying { openat(folder, name, O_WRONLY | O_APPEND | O_NOFOLLOW | O_CLOEXEC) })
  }

  /// Creates the lock file or opens the one that stands there, without emptying it.
  static func openLock(at folder: Int32, _ name: String) throws(SystemFailure) -> Descriptor {
    Descriptor(try retrying { openat(folder, name, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o666) })
  }

  /// False when a folder, or anything else, stands there already.
  @discardableResult
  static func makeFolder(at folder: Int32, _ name: String) throws(SystemFailure) -> Bool {
    if mkdirat(folder, name, 0o777) == 0 { return true }
    if errno == EEXIST { return false }
    throw .last()
  }

  /// Nil when nothing stands there.
  static func status(at folder: Int32 = AT_FDCWD, _ name: String) throws(SystemFailure) -> FileStatus? {
    var status = stat()
    if fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 { return FileStatus(status) }
    if errno == ENOENT { return nil }
    throw .last()
  }

  /// The same for a name that stands elsewhere in memory.
  static func status(at folder: Int32, name: UnsafePointer<CChar>) throws(SystemFailure) -> FileStatus? {
    var status = stat()
    if fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 { return FileStatus(status) }
    if errno == ENOENT { return nil }
    throw .last()
  }

  static func status(of file: borrowing Descriptor) throws(SystemFailure) -> FileStatus {
    var status = stat()
    guard fstat(file.raw, &status) == 0 else { throw .last() }
    return FileStatus(status)
  }

  /// The names in a folder, `.` and `..` aside, sorted by bytes.
  static func names(in folder: borrowing Descriptor) throws(SystemFailure) -> [String] {
    // `fdopendir` takes its descriptor over, so it gets one of its own.
    let copy = try retrying { openat(folder.raw, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard let stream = fdopendir(copy) else {
      let failure = SystemFailure.last()
      _ = close(copy)
      throw failure
    }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    if errno != 0 { throw .last() }
    return names.sorted(by: PagePath.precedes)
  }

  static func read(_ file: borrowing Descriptor) throws(SystemFailure) -> [UInt8] {
    let size = try status(of: file).size
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + 1)
    try chunks(of: file) { chunk in
      bytes.append(contentsOf: chunk)
      return true
    }
    return bytes
  }

  static func holds(_ file: borrowing Descriptor, exactly bytes: [UInt8]) throws(SystemFailure) -> Bool {
    var position = 0
    var same = true
    try chunks(of: file) { chunk in
      same =
        position + chunk.count <= bytes.count
        && bytes.withUnsafeBytes { memcmp(chunk.baseAddress!, $0.baseAddress! + position, chunk.count) } == 0
      position += chunk.count
      return same
    }
    return same && position == bytes.count
  }

  /// Hands over the file's bytes, at least one at a time and at most 64 KB, until `body` answers false.
  private static func chunks(
    of file: borrowing Descriptor, _ body: (UnsafeRawBufferPointer) -> Bool
  ) throws(SystemFailure) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 65536, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = Glibc.read(file.raw, buffer.baseAddress, buffer.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw .last()
      }
      if count == 0 || !body(UnsafeRawBufferPointer(rebasing: buffer[..<count])) { return }
    }
  }

  static func write(_ bytes: [UInt8], to file: borrowing Descriptor) throws(SystemFailure) {
    var position = 0
    while position < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(file.raw, $0.baseAddress! + position, bytes.count - position)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw .last()
      }
      position += count
    }
  }

  static func rename(_ name: String, in from: Int32, to newName: String, in to: Int32) throws(SystemFailure) {
    guard renameat(from, name, to, newName) == 0 else { throw .last() }
  }

  static func remove(at folder: Int32, _ name: String, folder isFolder: Bool = false) throws(SystemFailure) {
    guard unlinkat(folder, name, isFolder ? AT_REMOVEDIR : 0) == 0 else { throw .last() }
  }

  /// Removes a folder of Annals' own with everything in it; symbolic links are removed, not followed.
  static func removeTree(at folder: Int32, _ name: String) throws(SystemFailure) {
    // Folders still to empty, as paths below `name`; a folder is seen once to list it and once to remove it.
    var pending = [(path: name, listed: false)]
    while let (path, listed) = pending.popLast() {
      if listed {
        try remove(at: folder, path, folder: true)
        continue
      }
      pending.append((path, true))
      let open = try openFolder(at: folder, path)
      for entry in try names(in: open) {
        if try status(at: open.raw, entry)?.kind == .folder {
          pending.append((path + "/" + entry, false))
        } else {
          try remove(at: open.raw, entry)
        }
      }
    }
  }

  /// Waits until the file's bytes, or the folder's entries, are on the disk itself.
  static func sync(_ file: borrowing Descriptor) throws(SystemFailure) {
    let raw = file.raw
    _ = try retrying { fsync(raw) }
  }

  /// The same for everything that is still on its way to a disk: one call where thousands of files are new.
  /// (`syncfs`, which would wait for one disk only, is hidden from Swift by the headers' feature macros.)
  static func syncEverything() { Glibc.sync() }

  /// Free bytes for ordinary users and the size of a block; nil when the file system does not say.
  static func space(at folder: borrowing Descriptor) -> (free: Int, block: Int)? {
    var status = statvfs()
    guard fstatvfs(folder.raw, &status) == 0 else { return nil }
    let block = Int(status.f_frsize)
    return (Int(clamping: status.f_bavail) * block, max(1, block))
  }

  /// False when another process holds it.
  static func tryLock(_ file: borrowing Descriptor) throws(SystemFailure) -> Bool {
    let raw = file.raw
    do {
      _ = try retrying { flock(raw, LOCK_EX | LOCK_NB) }
      return true
    } catch {
      if error.code == EWOULDBLOCK { return false }
      throw error
    }
  }

  static func unlock(_ file: borrowing Descriptor) { _ = flock(file.raw, LOCK_UN) }

  static func truncate(_ file: borrowing Descriptor, to size: Int = 0) throws(SystemFailure) {
    let raw = file.raw
    _ = try retrying { ftruncate(raw, size) }
  }

  /// The absolute path without symbolic links; the parts at its end that do not exist yet stay as they are.
  static func resolved(_ path: String) throws(SystemFailure) -> String {
    var existing = path.isEmpty ? "." : path
    var missing: [Substring] = []
    while true {
      if let found = realpath(existing, nil) {
        defer { free(found) }
        let base = String(cString: found)
        return missing.reversed().reduce(base) { $0 == "/" ? "/" + $1 : $0 + "/" + $1 }
      }
      guard errno == ENOENT else { throw .last() }
      let parts = existing.split(separator: "/")
      // `new/../..` cannot be told without making `new` first.
      guard let last = parts.last, last != ".." else { throw SystemFailure(code: ENOENT) }
      if last != "." { missing.append(last) }
      let parent = parts.dropLast().joined(separator: "/")
      existing = existing.hasPrefix("/") ? "/" + parent : (parent.isEmpty ? "." : parent)
    }
  }

  static func canWrite(at folder: borrowing Descriptor) throws(SystemFailure) {
    guard faccessat(folder.raw, ".", W_OK | X_OK, AT_EACCESS) == 0 else { throw .last() }
  }
}

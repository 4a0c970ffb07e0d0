import Archive
import Glibc

/// A file or folder that could not be read.
public struct FileFailure: Error, Hashable, Sendable {
  public let path: String
  /// As the C library numbers it.
  public let code: Int32

  public init(path: String, code: Int32) {
    self.path = path
    self.code = code
  }

  /// What is wrong; what to do.
  public var message: String {
    switch code {
    case ENOENT: "no such file or folder; check the path"
    case EACCES, EPERM: "not readable; change its permissions"
    case EISDIR: "a folder, not a file; name a file"
    case ENOTDIR: "not a folder; name a folder"
    case ELOOP: "a loop of links; remove the link"
    default: "\(String(cString: strerror(code))); check the disk and the path"
    }
  }
}

/// The few calls of the C library that reading needs.
public enum FileAccess {
  /// The whole file, or its first `limit + 1` bytes when it is longer.
  public static func read(_ path: String, limit: Int = .max) throws(FileFailure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileFailure(path: path, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileFailure(path: path, code: errno) }
    if status.st_mode & S_IFMT == S_IFDIR { throw FileFailure(path: path, code: EISDIR) }
    // A pipe or device never ends; only files are read.
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileFailure(path: path, code: EINVAL) }
    let wanted = limit == .max ? Int(status.st_size) : min(Int(status.st_size), limit + 1)
    var failure: Int32?
    let bytes = [UInt8](unsafeUninitializedCapacity: max(wanted, 1)) { buffer, count in
      while count < wanted {
        let got = Glibc.read(descriptor, buffer.baseAddress! + count, wanted - count)
        if got < 0 {
          if errno == EINTR { continue }
          failure = errno
          return
        }
        if got == 0 { return }
        count += got
      }
    }
    if let failure { throw FileFailure(path: path, code: failure) }
    return bytes
  }

  /// Names in a folder, sorted by their bytes; `.` and `..` left out.
  public static func names(in folder: String) throws(FileFailure) -> [String] {
    guard let stream = opendir(folder) else { throw FileFailure(path: folder, code: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted(by: precedes)
  }

  /// A name in a folder, what stands there, a link itself, and the mark of a file. Nothing does for a name that is not
  /// UTF-8 or was removed meanwhile.
  typealias Entry = (name: String, kind: Kind?, mark: FileMark?)

  /// What a folder holds, sorted by the bytes of the names; names that begin with a dot are left out.
  static func entries(in folder: String) throws(FileFailure) -> [Entry] {
    guard let stream = opendir(folder) else { throw FileFailure(path: folder, code: errno) }
    defer { closedir(stream) }
    let descriptor = dirfd(stream)
    var entries: [Entry] = []
    while let entry = readdir(stream) {
      let found = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { name -> Entry? in
          if name[0] == CChar(UInt8(ascii: ".")) { return nil }
          var status = stat()
          let text = String(cString: name)
          // Not under a name that had to be mended: that is another file's.
          guard String(validatingCString: name) != nil,
            fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0
          else { return (text, nil, nil) }
          let kind = kind(status)
          return (text, kind, kind == .file ? FileMark(status) : nil)
        }
      }
      if let found { entries.append(found) }
    }
    return entries.sorted { precedes($0.name, $1.name) }
  }

  /// Whether a name stands before another in the order of their bytes.
  static func precedes(_ left: String, _ right: String) -> Bool { ByteOrder.precedes(left, right) }

  /// Puts a file with these bytes in place at once: whoever reads the path finds the old file or the new one.
  static func replace(_ path: String, with bytes: [UInt8]) throws(FileFailure) {
    let draft = path + ".new"
    unlink(draft)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw FileFailure(path: draft, code: errno) }
    defer { close(descriptor) }
    var done = 0
    while done < bytes.count {
      let put = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress! + done, bytes.count - done) }
      if put < 0, errno == EINTR { continue }
      guard put > 0 else { throw FileFailure(path: draft, code: put == 0 ? ENOSPC : errno) }
      done += put
    }
    guard rename(draft, path) == 0 else { throw FileFailure(path: path, code: errno) }
  }

  public enum Kind: Equatable, Sendable { case file, folder, link, other }

  /// What the file system says of a file, links followed. Nil when there is none.
  public static func mark(of path: String) -> FileMark? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return FileMark(status)
  }

  /// What stands at a path, a link itself, and the mark of a file. Nil when nothing does.
  static func status(of path: String) -> (kind: Kind?, mark: FileMark?) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return (nil, nil) }
    let kind = kind(status)
    return (kind, kind == .file ? FileMark(status) : nil)
  }

  /// Whether a name has one of these endings, letter by letter.
  static func ends(_ name: String, _ endings: [String]) -> Bool {
    endings.contains {
      name.utf8.count >= $0.utf8.count && name.utf8.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
  }

  /// What stands at a path; a link itself unless it is to be followed. Nil when nothing does.
  public static func kind(of path: String, following: Bool = false) -> Kind? {
    var status = stat()
    guard (following ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
    return kind(status)
  }

  private static func kind(_ status: stat) -> Kind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }

  /// The path with every link followed; nil when it leads nowhere.
  public static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}

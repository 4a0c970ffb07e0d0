import Glibc

/// An open file; closed when the last that reads it is done.
final class OpenFile: Sendable {
  let descriptor: Int32
  let size: Int
  /// Seconds since 1970.
  let modified: Int
  /// Another one whenever other bytes stand under the name: publishing puts a new file in place of the old.
  let validator: String

  fileprivate init(_ descriptor: Int32, _ status: stat) {
    self.descriptor = descriptor
    size = Int(status.st_size)
    modified = status.st_mtim.tv_sec
    let parts = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec, Int(status.st_size), Int(status.st_ino)]
    validator = parts.map { String($0, radix: 16) }.joined(separator: "-")
  }

  deinit { close(descriptor) }

  /// Up to `count` bytes from `offset`; empty at the end of the file, nil when it cannot be read.
  func read(from offset: Int, count: Int) -> [UInt8]? {
    while true {
      var failed = false
      let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        let found = pread(descriptor, buffer.baseAddress, count, offset)
        failed = found < 0
        filled = max(0, found)
      }
      if !failed { return bytes }
      if errno != EINTR { return nil }
    }
  }

  /// The whole file; nil when it cannot be read or is not as long as it was when it was opened.
  func readAll() -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    while bytes.count < size {
      guard let more = read(from: bytes.count, count: min(1 << 20, size - bytes.count)), !more.isEmpty
      else { return nil }
      bytes += more
    }
    return bytes
  }
}

/// The folder whose files are served: each folder on the way to a file is opened in the one before, without
/// following links, so that nothing outside is reached even while files are being replaced.
struct ServedFolder: Sendable {
  /// May be a link; may be missing, or be replaced by another while it is served.
  let path: String

  enum Found {
    case file(OpenFile)
    case folder
    case absent
    /// There, but the system does not let us read it.
    case denied
  }

  func open(_ names: [String]) -> Found {
    var folder = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return Self.missing(errno) }
    for name in names.dropLast() {
      let next = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      let code = errno
      close(folder)
      guard next >= 0 else { return Self.missing(code) }
      folder = next
    }
    guard let last = names.last else {
      close(folder)
      return .folder
    }
    // O_NONBLOCK: a named pipe in the folder would otherwise wait for a writer.
    let file = openat(folder, last, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    let code = errno
    close(folder)
    guard file >= 0 else { return Self.missing(code) }
    var status = stat()
    guard fstat(file, &status) == 0 else {
      close(file)
      return .absent
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file(OpenFile(file, status))
    case S_IFDIR:
      close(file)
      return .folder
    default:
      close(file)
      return .absent
    }
  }

  private static func missing(_ code: Int32) -> Found { code == EACCES || code == EPERM ? .denied : .absent }
}

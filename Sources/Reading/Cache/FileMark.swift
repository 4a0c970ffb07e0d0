import Archive
import Glibc

/// What the file system says of a file. The same again later: nobody has written to it, unless the clock was wrong.
public struct FileMark: Hashable, Sendable {
  /// In bytes.
  var size: Int
  /// Nanoseconds since 1970.
  var modified: Int
  /// When the file's entry changed, which no program can set; nanoseconds since 1970.
  var changed: Int
  var inode: Int

  init(_ status: stat) {
    size = Int(status.st_size)
    modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
    changed = status.st_ctim.tv_sec * 1_000_000_000 + status.st_ctim.tv_nsec
    inode = Int(bitPattern: UInt(status.st_ino))
  }

  /// Of the file's contents, so to speak: a link made to it or new permissions change nothing here.
  public var text: String { "\(size)-\(modified)-\(inode)" }

  /// A file written this shortly before it is read may be written again within one tick of the file system's
  /// clock, and look the same. Nanoseconds.
  private static let settlingTime = 50_000_000

  /// Whether the mark was taken late enough after the last change to tell the next one.
  var isSettled: Bool {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let time = now.tv_sec * 1_000_000_000 + now.tv_nsec
    return max(modified, changed) < time - FileMark.settlingTime
  }
}

extension ByteWriter {
  mutating func add(_ mark: FileMark?) {
    add(mark != nil)
    guard let mark else { return }
    add(mark.size)
    add(mark.modified)
    add(mark.changed)
    add(mark.inode)
  }
}

extension ByteReader {
  mutating func fileMark() -> FileMark? {
    guard flag() else { return nil }
    var mark = FileMark(stat())
    mark.size = number()
    mark.modified = number()
    mark.changed = number()
    mark.inode = number()
    return mark
  }
}

import Glibc

/// The system's notices (inotify) about folders and all below them.
///
/// A watch belongs to one folder, not to what is below it: folders that come are watched when their coming is
/// noticed, and what is in them by then counts as changed.
final class InotifyTree {
  /// The system gives no more watches, or none at all; an `errno` value.
  struct Refused: Error {
    let code: Int32
  }

  let descriptor: Int32
  private let roots: [String]
  /// The folder of each watch.
  private var folders: [Int32: String] = [:]
  private var rootWatches: [String: Int32] = [:]

  private static let mask = UInt32(
    IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE
      | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)

  init(_ roots: [String]) throws(Refused) {
    self.roots = roots
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { throw Refused(code: errno) }
    var unused = ChangedPaths()
    for root in roots { try watchRoot(root, noting: &unused) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// True while a root is not there, or has been moved away.
  var lacksRoot: Bool { rootWatches.count < roots.count }

  /// Takes up roots that have come back.
  func findRoots(noting changed: inout ChangedPaths) throws(Refused) {
    for root in roots where rootWatches[root] == nil {
      try watchRoot(root, noting: &changed)
      if rootWatches[root] != nil { changed.isEverything = true }
    }
  }

  private func watchRoot(_ root: String, noting changed: inout ChangedPaths) throws(Refused) {
    if let watch = try watchAll(from: root, noting: &changed) { rootWatches[root] = watch }
  }

  /// Watches a folder and all below it, and notes all files in them; nil when it is not there.
  @discardableResult
  private func watchAll(from top: String, noting changed: inout ChangedPaths) throws(Refused) -> Int32? {
    var topWatch: Int32?
    var open = [top]
    while let folder = open.popLast() {
      // The watch first, then the list: a file that comes in between is seen twice rather than never.
      let isTop = topWatch == nil && folder == top
      let mask = Self.mask | (rootsContain(folder) ? 0 : UInt32(IN_DONT_FOLLOW))
      let watch = inotify_add_watch(descriptor, folder, mask)
      guard watch >= 0 else {
        let code = errno
        if code == ENOSPC || code == ENOMEM { throw Refused(code: code) }
        if isTop { return nil }
        continue
      }
      if isTop { topWatch = watch }
      folders[watch] = folder
      for entry in FolderEntries.list(folder) ?? [] {
        let path = "\(folder)/\(entry.name)"
        if entry.isFolder { open.append(path) } else { changed.insert(path) }
      }
    }
    return topWatch
  }

  private func rootsContain(_ folder: String) -> Bool { roots.contains(folder) }

  private func forget(_ folder: String) {
    let below = folder + "/"
    for (watch, path) in folders where path == folder || path.hasPrefix(below) {
      inotify_rm_watch(descriptor, watch)
      folders[watch] = nil
    }
  }

  /// Reads the notices that are there; when they never end, a part of them.
  func drain(into changed: inout ChangedPaths) throws(Refused) {
    let size = 1 << 16
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 8)
    defer { buffer.deallocate() }
    for _ in 0..<64 {
      let count = read(descriptor, buffer.baseAddress, size)
      guard count > 0 else {
        if count < 0, errno == EINTR { continue }
        return
      }
      var offset = 0
      let head = MemoryLayout<inotify_event>.size
      while offset + head <= count {
        let event = buffer.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
        let name = buffer[(offset + head)..<min(count, offset + head + Int(event.len))].prefix { $0 != 0 }
        try take(event.wd, event.mask, String(decoding: name, as: UTF8.self), &changed)
        offset += head + Int(event.len)
      }
    }
  }

  private func take(
    _ watch: Int32, _ mask: UInt32, _ name: String, _ changed: inout ChangedPaths
  ) throws(Refused) {
    func says(_ bit: Int32) -> Bool { mask & UInt32(bitPattern: bit) != 0 }
    if says(Int32(IN_Q_OVERFLOW)) { return try startOver(&changed) }
    // Notices about folders that were given up before may still come.
    guard let folder = folders[watch] else { return }
    if says(Int32(IN_IGNORED)) || says(Int32(IN_DELETE_SELF)) || says(Int32(IN_MOVE_SELF)) {
      guard let root = rootWatches.first(where: { $0.value == watch })?.key else {
        if says(Int32(IN_IGNORED)) { folders[watch] = nil }
        return
      }
      rootWatches[root] = nil
      forget(folder)
      changed.isEverything = true
      return
    }
    guard !name.isEmpty, FolderEntries.matters(name) else { return }
    let path = "\(folder)/\(name)"
    changed.insert(path)
    guard says(Int32(bitPattern: UInt32(IN_ISDIR))) else { return }
    // A folder that is moved keeps its watches, but not its path.
    if says(Int32(IN_MOVED_FROM)) { forget(path) }
    if says(Int32(IN_CREATE)) || says(Int32(IN_MOVED_TO)) { try watchAll(from: path, noting: &changed) }
  }

  /// Notices were lost, so folders may have come unnoticed.
  private func startOver(_ changed: inout ChangedPaths) throws(Refused) {
    changed.isEverything = true
    var unused = ChangedPaths()
    for root in roots { try watchRoot(root, noting: &unused) }
  }
}

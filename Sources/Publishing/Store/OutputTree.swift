import Glibc

/// The open output folder: pages by their paths, each folder on the way opened without following links, so that
/// nothing outside is ever read, written or removed.
struct OutputTree: ~Copyable {
  let folder: Descriptor
  let shown: String

  init(folder: consuming Descriptor, shown: String) {
    self.folder = folder
    self.shown = shown
  }

  func name(_ path: String) -> String { shown + "/" + path }

  /// Calls `body` with the open folder of `path` and the last part of it; nil when that folder does not exist.
  ///
  /// - Throws: `symbolicLink` or `fileInPlaceOfFolder` naming the part that is no folder; `system`.
  func withFolder<Result>(
    of path: String, _ action: PublishingError.Action, _ body: (Int32, String) throws(SystemFailure) -> Result
  ) throws(PublishingError) -> Result? {
    let parts = path.split(separator: "/")
    guard let last = parts.last else { return nil }
    guard parts.count > 1 else {
      return try naming(name(path), action) { () throws(SystemFailure) in try body(folder.raw, path) }
    }
    var open = try subfolder(String(parts[0]), in: folder.raw, path: String(parts[0]))
    for index in 1..<(parts.count - 1) {
      guard let raw = open?.raw else { return nil }
      open = try subfolder(String(parts[index]), in: raw, path: parts[...index].joined(separator: "/"))
    }
    guard let raw = open?.raw else { return nil }
    let result = try naming(name(path), action) { () throws(SystemFailure) in try body(raw, String(last)) }
    _ = consume open
    return result
  }

  private func subfolder(
    _ part: String, in parent: Int32, path: String
  ) throws(PublishingError) -> Descriptor? {
    do {
      return try Files.openFolder(at: parent, part)
    } catch {
      if error.isAbsence { return nil }
      // Linux answers ENOTDIR for a link opened as a folder and not followed; POSIX has ELOOP.
      if error.code == ENOTDIR || error.code == ELOOP {
        let status = try naming(name(path), .read) { () throws(SystemFailure) in
          try Files.status(at: parent, part)
        }
        throw PublishingError(path: name(path), status?.kind == .link ? .symbolicLink : .fileInPlaceOfFolder)
      }
      throw PublishingError(path: name(path), .system(.read, code: error.code))
    }
  }

  /// Nil when nothing stands at `path`.
  func status(_ path: String) throws(PublishingError) -> FileStatus? {
    try withFolder(of: path, .read) { (folder, name) throws(SystemFailure) in
      try Files.status(at: folder, name)
    } ?? nil
  }

  /// Whether the file at `path`, known to stand there with the right size, has these bytes.
  func holds(_ path: String, _ bytes: [UInt8]) throws(PublishingError) -> Bool {
    try withFolder(of: path, .read) { (folder, name) throws(SystemFailure) in
      try Files.holds(try Files.openFile(at: folder, name), exactly: bytes)
    } ?? false
  }

  /// True when the folder was not there; the one it lies in is.
  @discardableResult
  func makeFolder(_ path: String) throws(PublishingError) -> Bool {
    try withFolder(of: path, .create) { (folder, name) throws(SystemFailure) in
      try Files.makeFolder(at: folder, name)
    } ?? false
  }

  /// Puts a staged file in the place of whatever page stands at `path`.
  func place(_ path: String, from staging: Int32, _ stagedName: String) throws(PublishingError) {
    let placed: Void? = try withFolder(of: path, .write) { (folder, name) throws(SystemFailure) in
      try Files.rename(stagedName, in: staging, to: name, in: folder)
    }
    if placed == nil { throw PublishingError(path: name(path), .system(.write, code: ENOENT)) }
  }

  /// False when no plain file stands there any more: then what stands there is not Annals'.
  func removePage(_ path: String) throws(PublishingError) -> Bool {
    do {
      return try withFolder(of: path, .remove) { (folder, name) throws(SystemFailure) in
        guard try Files.status(at: folder, name)?.kind == .file else { return false }
        try Files.remove(at: folder, name)
        return true
      } ?? false
    } catch {
      if error.cause == .symbolicLink || error.cause == .fileInPlaceOfFolder { return false }
      throw error
    }
  }

  /// Removes those of `folders` that are empty, the innermost first.
  func removeEmptyFolders(_ folders: some Collection<String>) throws(PublishingError) {
    for path in folders.sorted(by: { PagePath.precedes($1, $0) }) {
      do {
        _ = try withFolder(of: path, .remove) { (folder, name) throws(SystemFailure) in
          try Files.remove(at: folder, name, folder: true)
        }
      } catch {
        switch error.cause {
        // Someone else's files are in it, or it has been replaced: it is theirs now.
        case .system(_, ENOTEMPTY), .system(_, EEXIST), .system(_, ENOENT), .system(_, ENOTDIR): break
        case .symbolicLink, .fileInPlaceOfFolder: break
        default: throw error
        }
      }
    }
  }

  /// Waits until the entries of a folder, `""` for the output itself, are on the disk.
  func sync(_ path: String) throws(PublishingError) {
    if path.isEmpty {
      return try naming(shown, .write) { () throws(SystemFailure) in try Files.sync(folder) }
    }
    _ = try withFolder(of: path, .write) { (folder, name) throws(SystemFailure) in
      guard try Files.status(at: folder, name)?.kind == .folder else { return }
      try Files.sync(try Files.openFolder(at: folder, name))
    }
  }
}

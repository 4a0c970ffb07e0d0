import Glibc

/// The open state folder of one output, locked as long as this stands.
final class StateFolder: Sendable {
  static let manifest = "manifest"
  static let staging = "staging"
  private static let lock = "lock"

  let place: OutputPlace
  let folder: Descriptor
  private let lockFile: Descriptor

  static func exists(for place: OutputPlace) throws(PublishingError) -> Bool {
    try naming(place.state, .read) { () throws(SystemFailure) in
      do throws(SystemFailure) {
        return try Files.status(place.state) != nil
      } catch {
        if error.code == ENOTDIR { return false }
        throw error
      }
    }
  }

  /// - Throws: `locked` when another build holds the lock for longer than `waiting`; `system`.
  init(for place: OutputPlace, shown: String, waiting: Duration) throws(PublishingError) {
    self.place = place
    let deadline = ContinuousClock.now + waiting
    while true {
      let folder = try naming(place.state, .create) { () throws(SystemFailure) in
        try OutputPlace.makeFolders(place.state)
        return try Files.openFolder(place.state)
      }
      let file = try naming(place.state, .lock) { () throws(SystemFailure) in
        try Files.openLock(at: folder.raw, StateFolder.lock)
      }
      guard try naming(place.state, .lock, { () throws(SystemFailure) in try Files.tryLock(file) }) else {
        guard ContinuousClock.now < deadline else {
          throw PublishingError(path: shown, .locked(process: StateFolder.holder(of: file)))
        }
        usleep(20_000)
        continue
      }
      // `clean` removes the lock file: one that no longer stands in the folder protects nothing.
      let stands = try naming(place.state, .lock) { () throws(SystemFailure) in
        let held = try Files.status(of: file)
        return try Files.status(place.state + "/" + StateFolder.lock)?.inode == held.inode
      }
      guard stands else { continue }
      try naming(place.state, .lock) { () throws(SystemFailure) in
        try Files.truncate(file)
        try Files.write(Array("\(getpid())\n".utf8), to: file)
      }
      self.folder = folder
      lockFile = file
      return
    }
  }

  /// Lets the next build begin.
  func unlock() { Files.unlock(lockFile) }

  /// The process that holds the lock; nil when it has not written its number yet.
  private static func holder(of file: borrowing Descriptor) -> Int? {
    guard let bytes = try? Files.read(file) else { return nil }
    return Int(String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
  }

  /// Nil when there is no manifest yet.
  func reading(shownAs shown: String, _ known: ReadAhead?) throws(PublishingError) -> Manifest.Reading? {
    try naming(shown, .read) { () throws(SystemFailure) in
      guard let status = try Files.status(at: folder.raw, StateFolder.manifest) else { return nil }
      if let known, known.status == status { return known.reading }
      return try StateFolder.readManifest(in: folder)?.reading
    }
  }

  /// A manifest as it was read, and what the file system said of it before.
  struct ReadAhead: Sendable {
    let reading: Manifest.Reading
    let status: FileStatus
  }

  static func readManifest(in folder: borrowing Descriptor) throws(SystemFailure) -> ReadAhead? {
    guard let status = try Files.status(at: folder.raw, manifest) else { return nil }
    guard status.kind == .file else { return ReadAhead(reading: .foreign, status: status) }
    let bytes = try Files.read(try Files.openFile(at: folder.raw, manifest))
    return ReadAhead(reading: Manifest.reading(bytes), status: status)
  }

  /// Puts a section at the end of the manifest, which has so many bytes; false, and the manifest as it was, when that
  /// cannot be done.
  func append(_ section: [UInt8], to size: Int, isSynced: Bool) -> Bool {
    do throws(SystemFailure) {
      let file = try Files.openEnd(at: folder.raw, StateFolder.manifest)
      let status = try Files.status(of: file)
      guard status.kind == .file, status.size == size else { return false }
      do {
        try Files.write(section, to: file)
        if isSynced { try Files.sync(file) }
        return true
      } catch {
        try? Files.truncate(file, to: size)
        return false
      }
    } catch {
      return false
    }
  }

  /// An empty staging folder, whatever a killed build has left in it.
  func renewedStaging() throws(PublishingError) -> StagingFolder {
    try removeStaging()
    return try naming(place.state + "/" + StateFolder.staging, .create) { () throws(SystemFailure) in
      try Files.makeFolder(at: folder.raw, StateFolder.staging)
      return StagingFolder(try Files.openFolder(at: folder.raw, StateFolder.staging))
    }
  }

  func removeStaging() throws(PublishingError) {
    try naming(place.state + "/" + StateFolder.staging, .remove) { () throws(SystemFailure) in
      guard let status = try Files.status(at: folder.raw, StateFolder.staging) else { return }
      if status.kind == .folder {
        try Files.removeTree(at: folder.raw, StateFolder.staging)
      } else {
        try Files.remove(at: folder.raw, StateFolder.staging)
      }
    }
  }

  /// Removes the state folder, and the `.annals` folder when no other output has its state there.
  func remove() throws(PublishingError) {
    try naming(place.state, .remove) { () throws(SystemFailure) in
      try Files.removeTree(at: AT_FDCWD, place.state)
      do throws(SystemFailure) {
        try Files.remove(at: AT_FDCWD, place.state.droppingLastPart, folder: true)
      } catch {
        if error.code != ENOTEMPTY && error.code != EEXIST { throw error }
      }
    }
  }
}

extension String {
  /// `/a/b` gives `/a`.
  fileprivate var droppingLastPart: String {
    "/" + split(separator: "/").dropLast().joined(separator: "/")
  }
}

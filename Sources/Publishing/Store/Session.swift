import Crypto
import Synchronization

/// One build's writing: pages are staged, from any thread, and put in place all at once at the end.
///
/// A session that ends without `commit` leaves the output byte for byte as it was.
public final class Session: Sendable {
  let store: OutputStore
  let tree: OutputTree
  let state: StateFolder
  let staging: StagingFolder
  /// What Annals made before, as far as the record tells.
  let before: Manifest
  /// Nil unless the record could be read in part: then files of ours may be unlisted.
  private let isRecordDamaged: Bool
  /// What to tell the user before pages are staged: warnings only.
  public let notes: [PublishingError]
  let progress: Mutex<Progress>
  private let openFolders = OpenFolders()

  struct Progress {
    var isOver = false
    /// The first error of a `stage`; a commit throws it again.
    var failure: PublishingError?
    /// Pages and folders asked for, by the key that is equal for paths that differ in case only.
    var claims: [String: Claim] = [:]
    var made = Manifest()
    /// Numbered names in the staging folder.
    var staged: [(path: String, name: String)] = []
    var nextName = 0
    var summary = Summary()
    var attachments: [(name: String, bytes: @Sendable () -> [UInt8])] = []
    /// Bytes on disk that the staged pages take, in whole blocks.
    var needed = 0
    /// Once the disk is full pages are only counted, so that the message can say how much is needed.
    var isDiskFull = false
  }

  struct Claim {
    var path: String
    var isFolder: Bool
  }

  init(
    store: OutputStore, output: consuming Descriptor, state: StateFolder, staging: consuming StagingFolder,
    reading: Manifest.Reading?
  ) {
    self.store = store
    self.state = state
    self.staging = staging
    tree = OutputTree(folder: output, shown: store.shown)
    switch reading {
    case .whole(let manifest):
      before = manifest
      isRecordDamaged = false
      notes = []
    case .damaged(let manifest, let lines):
      before = manifest
      isRecordDamaged = true
      notes = [PublishingError(path: store.shownManifest, .recordDamaged(lines: lines))]
    case .newer, .foreign, nil:
      before = Manifest()
      isRecordDamaged = false
      notes = []
    }
    progress = Mutex(Progress())
  }

  deinit { abandon() }

  /// Makes sure that after the commit the file at `path` has these bytes.
  ///
  /// A file that has them already is not written. May be called from several threads.
  ///
  /// - Parameter path: Relative to the output folder: `reports/410203-2020.html`.
  /// - Throws: `badPath`, `samePath`, `foreignFile`, `symbolicLink`, `fileInPlaceOfFolder`, `folderInPlaceOfPage`,
  ///   `sessionOver` or `system`. A full disk is reported by `commit`.
  public func stage(_ path: String, _ bytes: [UInt8]) throws(PublishingError) {
    try failing { () throws(PublishingError) in
      try claim(path)
      try stageClaimed(path, bytes)
    }
  }

  /// Keeps the page at `path` as the last build left it, without rendering it again.
  ///
  /// False, and nothing kept, when no page was recorded there or its size or time of change is another now:
  /// then it must be staged.
  ///
  /// - Throws: as `stage` does.
  ///
  /// - Parameter mark: what `mark` said of the page as the last build left it; another page there is not kept.
  public func keep(_ path: String, mark: UInt64? = nil) throws(PublishingError) -> Bool {
    try failing { () throws(PublishingError) in
      guard let page = before.pages[path], mark == nil || mark == page.digest[0],
        try stands(page, at: path)
      else { return false }
      try claim(path)
      progress.withLock {
        $0.made.pages[path] = page
        $0.summary.unchanged += 1
      }
      return true
    }
  }

  /// Keeps every page of the last build, and no other; false, and nothing kept, when one of them is not as it was.
  public func keepAll() throws(PublishingError) -> Bool {
    try failing { () throws(PublishingError) in
      guard notes.isEmpty, !before.pages.isEmpty else { return false }
      for (path, page) in before.pages where try !stands(page, at: path) { return false }
      progress.withLock {
        $0.made = before
        $0.summary.unchanged = before.pages.count
      }
      return true
    }
  }

  /// Whether nobody has touched the page since it was written.
  private func stands(_ page: Manifest.Page, at path: String) throws(PublishingError) -> Bool {
    guard let status = try openFolders.status(path, in: tree) else { return false }
    return status.kind == .file && status.size == page.size && status.modified == page.modified
  }

  /// The first eight bytes of the digest of the page's bytes, as the last build left it or as this one makes it.
  func mark(of path: String, staged: Bool) -> UInt64? {
    (staged ? progress.withLock { $0.made.pages[path] } : before.pages[path])?.digest[0]
  }

  /// Whether the page was written anew in this session.
  func isStaged(_ path: String) -> Bool {
    progress.withLock { progress in progress.staged.contains { $0.path == path } }
  }

  /// A file of the state folder that an earlier `attach` left; nil when there is none.
  public func attachment(_ name: String) -> [UInt8]? {
    guard (try? Files.status(at: state.folder.raw, name))??.kind == .file else { return nil }
    return try? Files.read(try Files.openFile(at: state.folder.raw, name))
  }

  /// Lays a file into the state folder when the session commits, after everything else is in place.
  ///
  /// - Parameter bytes: asked for then, when every page's digest is known.
  public func attach(_ name: String, _ bytes: @escaping @Sendable () -> [UInt8]) {
    progress.withLock { $0.attachments.append((name, bytes)) }
  }

  /// Where the state of this output is kept; locked as long as the session is not over.
  public var stateFolder: String { state.place.state }

  /// Pages that were written, and pages of the last build that are no more; by path, after the commit.
  public var changes: (written: [String], removed: [String]) {
    progress.withLock { progress in
      let written = progress.staged.map(\.path).sorted(by: PagePath.precedes)
      let made = progress.made.pages
      return (written, before.pages.keys.filter { made[$0] == nil }.sorted(by: PagePath.precedes))
    }
  }

  /// Remembers an error, so that a commit cannot overlook it.
  private func failing<Result>(_ body: () throws(PublishingError) -> Result) throws(PublishingError) -> Result
  {
    do {
      return try body()
    } catch {
      progress.withLock { $0.failure = $0.failure ?? error }
      throw error
    }
  }

  /// Gives up: what was staged is removed, the output stays as it was. Does nothing after a commit.
  public func abandon() {
    if end() != nil { close() }
  }

  /// Takes the session's results; nil when that has happened before.
  func end() -> Progress? {
    progress.withLock { progress in
      defer { progress.isOver = true }
      return progress.isOver ? nil : progress
    }
  }

  func close() {
    // What cannot be removed now is removed when the next build begins.
    try? state.removeStaging()
    state.unlock()
  }

  private func claim(_ path: String) throws(PublishingError) {
    if let fault = PagePath.fault(in: path) { throw PublishingError(path: tree.name(path), .badPath(fault)) }
    let error: PublishingError? = progress.withLock { progress in
      if progress.isOver { return PublishingError(path: tree.name(path), .sessionOver) }
      let key = PagePath.key(path)
      if let other = progress.claims[key] {
        return PublishingError(path: tree.name(path), .samePath(as: other.path))
      }
      progress.claims[key] = Claim(path: path, isFolder: false)
      // Most pages stand in a folder that another stands in already, and so do the folders above it.
      guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")),
        progress.claims[PagePath.key(String(path[..<slash]))]?.isFolder != true
      else { return nil }
      let folders = PagePath.folders(of: path).map { (key: PagePath.key($0), path: $0) }
      for folder in folders {
        if let other = progress.claims[folder.key], !other.isFolder {
          return PublishingError(path: tree.name(folder.path), .samePath(as: other.path))
        }
      }
      for folder in folders { progress.claims[folder.key] = Claim(path: folder.path, isFolder: true) }
      return nil
    }
    if let error { throw error }
  }

  private func stageClaimed(_ path: String, _ bytes: [UInt8]) throws(PublishingError) {
    let status = try tree.status(path)
    switch status?.kind {
    case .file, nil: break
    case .link: throw PublishingError(path: tree.name(path), .symbolicLink)
    case .folder: throw PublishingError(path: tree.name(path), .folderInPlaceOfPage)
    case .other: throw PublishingError(path: tree.name(path), .foreignFile)
    }
    let isOurs = before.pages[path] != nil
    if let status, status.size == bytes.count, try tree.holds(path, bytes) {
      let page = Manifest.Page(digest: Session.digest(bytes), size: bytes.count, modified: status.modified)
      progress.withLock {
        $0.summary.unchanged += 1
        // The user's own file stays the user's, though a page would be no different. When lines of the record
        // are lost such a file is ours most likely.
        if isOurs || isRecordDamaged { $0.made.pages[path] = page }
      }
      return
    }
    if status != nil && !isOurs { throw PublishingError(path: tree.name(path), .foreignFile) }
    try write(path, bytes)
  }

  private func write(_ path: String, _ bytes: [UInt8]) throws(PublishingError) {
    let (number, isDiskFull) = progress.withLock { progress in
      progress.nextName += 1
      progress.needed += staging.spaceTaken(byBytes: bytes.count)
      return (progress.nextName, progress.isDiskFull)
    }
    if isDiskFull { return }
    let name = String(number)
    do throws(SystemFailure) {
      let isSynced = store.durability == .powerLoss && number <= Session.syncedOneByOne
      let modified = try staging.write(bytes, as: name, synced: isSynced)
      let page = Manifest.Page(digest: Session.digest(bytes), size: bytes.count, modified: modified)
      progress.withLock {
        $0.made.pages[path] = page
        $0.staged.append((path, name))
        $0.summary.written += 1
        $0.summary.bytes += bytes.count
      }
    } catch {
      guard error.isFullDisk else {
        throw PublishingError(path: tree.name(path), .system(.write, code: error.code))
      }
      progress.withLock { $0.isDiskFull = true }
    }
  }

  /// Up to so many files are waited for one by one; for more, one wait for everything is shorter.
  static let syncedOneByOne = 32

  /// SHA-256, as the manifest keeps it.
  private static func digest(_ bytes: [UInt8]) -> SIMD4<UInt64> {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    var digest = SIMD4<UInt64>.zero
    for (index, byte) in hash.finalize().enumerated() {
      digest[index >> 3] = digest[index >> 3] << 8 | UInt64(byte)
    }
    return digest
  }
}

import Archive
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
  /// Apart from the rest, since pages are kept while hundreds of thousands of paths are claimed.
  let claims = Mutex(PathClaims())
  let openFolders = OpenFolders()
  /// What the pages of the last build look like now, once it is asked for.
  let looked = Mutex<WorkAhead<Result<[Bool], PublishingError>>?>(nil)
  /// The record of what pages were made from, once it is asked for, for the program that asked.
  let lastInputs = Mutex<(program: String, record: Lazy<InputRecord?>)?>(nil)

  struct Progress {
    var isOver = false
    /// The first error of a `stage`; a commit throws it again.
    var failure: PublishingError?
    /// Pages of the last build that stay as they are, by their number in its record.
    var isKept: [Bool] = []
    var keepsAll = false
    /// Pages that are not as the record has them.
    var changed = PageTable()
    /// Numbered names in the staging folder.
    var staged: [(path: String, name: String)] = []
    var nextName = 0
    /// How many pages are about to be staged, as far as is known.
    var expected = 0
    /// Staged files that nobody has waited for.
    var unsynced = 0
    var summary = Summary()
    var attachments: [(name: String, bytes: @Sendable () -> [UInt8])] = []
    /// Bytes on disk that the staged pages take, in whole blocks.
    var needed = 0
    /// Once the disk is full pages are only counted, so that the message can say how much is needed.
    var isDiskFull = false
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
    progress = Mutex(Progress(isKept: [Bool](repeating: false, count: before.pages.numbers.count)))
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
    try claim([path])
    _ = try stageClaimed(path, bytes)
  }

  /// The same for a path that was claimed; gives the mark that `standing` will want to see, nil when the page is not
  /// recorded as ours.
  func stageClaimed(_ path: String, _ bytes: [UInt8]) throws(PublishingError) -> UInt64? {
    try failing { () throws(PublishingError) in try put(path, bytes) }
  }

  /// The fingerprint of the page's bytes, as the last build left it.
  func mark(of path: String) -> UInt64? { before.pages[path]?.mark }

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
  /// - Parameter bytes: asked for then, when every page's mark is known.
  public func attach(_ name: String, _ bytes: @escaping @Sendable () -> [UInt8]) {
    progress.withLock { $0.attachments.append((name, bytes)) }
  }

  /// Where the state of this output is kept; locked as long as the session is not over.
  public var stateFolder: String { state.place.state }

  /// Pages that were written, and pages of the last build that are no more; by path, after the commit.
  public var changes: (written: [String], removed: [String]) {
    progress.withLock { progress in
      let written = progress.staged.map(\.path).sorted(by: PagePath.precedes)
      return (written, stale(progress).map(before.pages.path))
    }
  }

  /// Numbers of the pages of the last build that are no more, by path.
  func stale(_ progress: Progress) -> [Int] {
    if progress.keepsAll { return [] }
    return before.pages.sorted { number in
      !progress.isKept[number]
        && before.pages.withPath(number) { progress.changed.number(at: $0) } == nil
    }
  }

  /// Remembers an error, so that a commit cannot overlook it.
  func failing<Result>(_ body: () throws(PublishingError) -> Result) throws(PublishingError) -> Result {
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

  /// Asks for the paths of pages: each may be asked for once, and none that could be taken for another.
  func claim(_ paths: some Collection<String>) throws(PublishingError) {
    try failing { () throws(PublishingError) in
      for path in paths {
        if let fault = PagePath.fault(in: path) {
          throw PublishingError(path: tree.name(path), .badPath(fault))
        }
      }
      if let path = paths.first, progress.withLock({ $0.isOver }) {
        throw PublishingError(path: tree.name(path), .sessionOver)
      }
      let error: PublishingError? = claims.withLock { claims in
        for path in paths {
          if let clash = claims.claim(path) {
            return PublishingError(path: tree.name(clash.path), .samePath(as: clash.other))
          }
        }
        return nil
      }
      if let error { throw error }
    }
  }

  private func put(_ path: String, _ bytes: [UInt8]) throws(PublishingError) -> UInt64? {
    let status = try tree.status(path)
    switch status?.kind {
    case .file, nil: break
    case .link: throw PublishingError(path: tree.name(path), .symbolicLink)
    case .folder: throw PublishingError(path: tree.name(path), .folderInPlaceOfPage)
    case .other: throw PublishingError(path: tree.name(path), .foreignFile)
    }
    let known = before.pages.number(of: path)
    if let status, status.size == bytes.count, try tree.holds(path, bytes) {
      let page = Manifest.Page(mark: Fingerprint.of(bytes), size: bytes.count, modified: status.modified)
      // The user's own file stays the user's, though a page would be no different. When lines of the record
      // are lost such a file is ours most likely.
      let isOurs = known != nil || isRecordDamaged
      progress.withLock {
        $0.summary.unchanged += 1
        if let known, before.pages.page(known) == page {
          $0.isKept[known] = true
        } else if isOurs {
          $0.changed[path] = page
        }
      }
      return isOurs ? page.mark : nil
    }
    if status != nil && known == nil { throw PublishingError(path: tree.name(path), .foreignFile) }
    return try write(path, bytes)
  }

  /// Gives the mark of the page; nil when the disk is full.
  private func write(_ path: String, _ bytes: [UInt8]) throws(PublishingError) -> UInt64? {
    let (number, isDiskFull, isMany) = progress.withLock { progress in
      progress.nextName += 1
      progress.needed += staging.spaceTaken(byBytes: bytes.count)
      return (progress.nextName, progress.isDiskFull, progress.expected > Session.syncedOneByOne)
    }
    if isDiskFull { return nil }
    let name = String(number)
    do throws(SystemFailure) {
      let isSynced = store.durability == .powerLoss && !isMany && number <= Session.syncedOneByOne
      let modified = try staging.write(bytes, as: name, synced: isSynced)
      let page = Manifest.Page(mark: Fingerprint.of(bytes), size: bytes.count, modified: modified)
      progress.withLock {
        $0.changed[path] = page
        $0.staged.append((path, name))
        if !isSynced { $0.unsynced += 1 }
        $0.summary.written += 1
        $0.summary.bytes += bytes.count
      }
      return page.mark
    } catch {
      guard error.isFullDisk else {
        throw PublishingError(path: tree.name(path), .system(.write, code: error.code))
      }
      progress.withLock { $0.isDiskFull = true }
      return nil
    }
  }

  /// Up to so many files are waited for one by one; for more, one wait for everything is shorter.
  static let syncedOneByOne = 32
}

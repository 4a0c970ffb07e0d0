import Glibc

/// The folder that a site is published to, with the state that Annals keeps beside it:
/// for `X/Output` the folder `X/.annals/Output`, which holds the manifest, a lock and, during a build, the pages
/// that are to be renamed into place.
///
/// Nothing in the output changes before `Session.commit`; files that Annals did not make are never touched.
public struct OutputStore: Sendable {
  /// How much of a commit must survive when the machine itself stops.
  public enum Durability: Sendable {
    /// Pages and folders are on the disk before the manifest says so.
    case powerLoss
    /// Only an end of the process is survived: for tests and previews.
    case process
  }

  /// The output folder as the user named it, without a slash at its end; it begins every message.
  public let shown: String
  let place: OutputPlace
  let durability: Durability

  /// Checks that `output` is a place to publish to; nothing is created yet.
  ///
  /// - Parameters:
  ///   - output: The folder, absolute or relative to the current one; it may not exist yet.
  ///   - root: The project's folder. The output may lie in it, but not be it or hold it.
  ///   - sources: Folders such as Content and Templates. The output may not be one, hold one or lie in one.
  ///   - home: The user's home folder.
  /// - Throws: `outputIs`, `outputHolds`, `outputInside`, `outputIsFile` or `system`.
  public init(
    output: String, root: String, sources: [String], home: String? = OutputStore.homeFolder,
    durability: Durability = .powerLoss
  ) throws(PublishingError) {
    shown = OutputPlace.trimmed(output)
    place = try OutputPlace(output, shown: shown)
    self.durability = durability
    try place.refuseSystemFolders(home: home, shown: shown)
    try place.refuse(root: root, sources: sources, shown: shown)
  }

  /// `$HOME`.
  public static var homeFolder: String? { getenv("HOME").map { String(cString: $0) } }

  /// Where messages say the manifest is.
  /// Where the state of the output is kept, whether it is there or not.
  public var stateFolder: String { place.state }

  var shownManifest: String { place.state + "/" + StateFolder.manifest }

  /// Takes the lock, makes the folders that are missing and reads the manifest.
  ///
  /// - Parameters:
  ///   - waiting: How long to wait while another build holds the lock.
  ///   - known: the record as `readAhead` found it; it is read again when it has changed since.
  /// - Throws: `outputNotOurs`, `recordNewer`, `locked`, `outputOnOtherFileSystem`, `diskFull` or `system`.
  public func begin(
    waiting: Duration = .zero, known: ReadAhead? = nil
  ) throws(PublishingError) -> Session {
    // Before a state folder is made: a folder that will be refused gets none.
    if try !StateFolder.exists(for: place) { try refuseForeign(record: nil) }
    let state = try StateFolder(for: place, shown: shown, waiting: waiting)
    let reading = try state.reading(shownAs: shownManifest, known?.record)
    if reading == .newer { throw PublishingError(path: shownManifest, .recordNewer) }
    try refuseForeign(record: reading)
    let output = try openOutput(creating: true)
    try naming(shown, .write) { () throws(SystemFailure) in try Files.canWrite(at: output) }
    let staging = try state.renewedStaging()
    guard try naming(shown, .write, { () throws(SystemFailure) in try staging.canRename(into: output) })
    else {
      try state.removeStaging()
      throw PublishingError(path: shown, .outputOnOtherFileSystem)
    }
    return Session(store: self, output: output, state: state, staging: staging, reading: reading)
  }

  /// The record of pages, read before the lock is taken: while something else is read too.
  public struct ReadAhead: Sendable {
    fileprivate let record: StateFolder.ReadAhead
  }

  /// Nil when there is no record to read, or none that can be read: `begin` says what is wrong.
  public func readAhead() -> ReadAhead? {
    guard let folder = try? Files.openFolder(place.state) else { return nil }
    return (try? StateFolder.readManifest(in: folder)).map { ReadAhead(record: $0) }
  }

  /// Removes exactly what the manifest lists, the folders that this leaves empty, and the state folder.
  /// The output folder itself stays. A page that has become a link or a folder is not Annals' any more and stays.
  ///
  /// - Throws: `recordForeign`, `recordNewer`, `locked` or `system`.
  @discardableResult
  public func clean(waiting: Duration = .zero) throws(PublishingError) -> Summary {
    var summary = Summary()
    guard try StateFolder.exists(for: place) else { return summary }
    let state = try StateFolder(for: place, shown: shown, waiting: waiting)
    let manifest: Manifest
    switch try state.reading(shownAs: shownManifest, nil) {
    case .whole(let read), .damaged(let read, _): manifest = read
    case .newer: throw PublishingError(path: shownManifest, .recordNewer)
    case .foreign: throw PublishingError(path: shownManifest, .recordForeign)
    case nil: manifest = Manifest()
    }
    if try naming(shown, .read, { () throws(SystemFailure) in try Files.status(place.output) }) != nil {
      let tree = OutputTree(folder: try openOutput(creating: false), shown: shown)
      for path in manifest.pages.sortedPaths where try tree.removePage(path) {
        summary.removed += 1
      }
      try tree.removeEmptyFolders(manifest.folders)
    }
    try state.remove()
    return summary
  }

  /// Refuses a folder with files in it for which there is no record of ours.
  func refuseForeign(record: Manifest.Reading?) throws(PublishingError) {
    switch record {
    case .whole, .damaged, .newer: return
    case .foreign, nil: break
    }
    let names = try naming(shown, .read) { () throws(SystemFailure) in
      guard let status = try Files.status(place.output), status.kind == .folder else { return [String]() }
      return try Files.names(in: try Files.openFolder(place.output))
    }
    // What stands in a folder that counts as empty: git and the Mac put these there.
    let ignored = [".gitkeep", ".gitignore", ".DS_Store"]
    if names.contains(where: { !ignored.contains($0) }) { throw PublishingError(path: shown, .outputNotOurs) }
  }

  func openOutput(creating: Bool) throws(PublishingError) -> Descriptor {
    try naming(shown, creating ? .create : .read) { () throws(SystemFailure) in
      if creating { try OutputPlace.makeFolders(place.output) }
      return try Files.openFolder(place.output)
    }
  }
}

/// What a commit did, in files and bytes of files.
public struct Summary: Hashable, Sendable {
  public var written = 0
  public var unchanged = 0
  public var removed = 0
  /// Bytes of the files written.
  public var bytes = 0

  public init(written: Int = 0, unchanged: Int = 0, removed: Int = 0, bytes: Int = 0) {
    self.written = written
    self.unchanged = unchanged
    self.removed = removed
    self.bytes = bytes
  }
}

/// Says which file a failure of the system is about, in the words of the user.
func naming<Result: ~Copyable>(
  _ path: String, _ action: PublishingError.Action, _ body: () throws(SystemFailure) -> Result
) throws(PublishingError) -> Result {
  do {
    return try body()
  } catch {
    if error.isFullDisk { throw PublishingError(path: path, .diskFull(needed: nil, free: nil)) }
    throw PublishingError(path: path, .system(action, code: error.code))
  }
}

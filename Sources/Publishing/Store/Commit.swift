import Glibc

/// How far a commit has come: for a progress line.
public enum CommitStep: Hashable, Sendable {
  /// The record says which pages are about to change; none has.
  case recorded
  case placed(Int, of: Int)
  case removed(Int, of: Int)
  /// Everything is in place; the record still says that it was about to be.
  case settled
}

extension Session {
  /// Puts the staged pages in place, each by a rename, and removes the pages that Annals made before and not now.
  ///
  /// Killed at any moment, it leaves a whole page at every path, the old one or the new one, and a record of
  /// both: first the new pages are recorded beside the old ones, then pages are placed (what pages need before the
  /// pages themselves), then stale ones removed, then the record says that they are gone.
  ///
  /// - Throws: the first error of a `stage`; `diskFull` with the bytes needed; both, and any other error before
  ///   `.recorded`, with the output as it was. Afterwards `system`: the next build mends what is left.
  public func commit(watching watch: (CommitStep) -> Void = { _ in }) throws(PublishingError) -> Summary {
    guard let progress = end() else { throw PublishingError(path: store.shown, .sessionOver) }
    defer { close() }
    if let failure = progress.failure { throw failure }
    do throws(PublishingError) {
      if progress.isDiskFull { throw PublishingError(path: store.shown, .diskFull(needed: nil, free: nil)) }
      return try putInPlace(progress, watch)
    } catch {
      guard error.cause == .diskFull(needed: nil, free: nil) else { throw error }
      throw fullDisk(progress)
    }
  }

  private func putInPlace(
    _ progress: Progress, _ watch: (CommitStep) -> Void
  ) throws(PublishingError) -> Summary {
    var summary = progress.summary
    let changes = try Changes(self, progress)
    // Nothing to do leaves the record too as it was, unless that one has to be mended.
    if progress.staged.isEmpty && changes.isEmpty && notes.isEmpty {
      attach(progress.attachments)
      return summary
    }

    let record = try recordBeforehand(changes, unsyncedFiles: progress.unsynced)
    watch(.recorded)
    for folder in changes.newFolders { try tree.makeFolder(folder) }
    let staged = progress.staged.sorted { Session.comesBefore($0.path, $1.path) }
    for (index, page) in staged.enumerated() {
      try tree.place(page.path, from: staging.folder.raw, page.name)
      watch(.placed(index + 1, of: staged.count))
    }
    let stale = changes.stale.map(before.pages.path)
    for (index, path) in stale.enumerated() {
      if try tree.removePage(path) { summary.removed += 1 }
      watch(.removed(index + 1, of: stale.count))
    }
    if store.durability == .powerLoss { try syncFolders(of: staged.map(\.path) + stale + changes.newFolders) }
    try tree.removeEmptyFolders(changes.goneFolders)
    watch(.settled)
    try recordAfterwards(changes, record)
    attach(progress.attachments)
    return summary
  }

  /// What is attached only spares work; a build is whole without it.
  private func attach(_ attachments: [(name: String, bytes: @Sendable () -> [UInt8])]) {
    for (name, bytes) in attachments {
      let bytes = bytes()
      if attachment(name) == bytes { continue }
      do throws(SystemFailure) {
        _ = try staging.write(bytes, as: name, synced: false)
        try Files.rename(name, in: staging.folder.raw, to: name, in: state.folder.raw)
      } catch {
        try? Files.remove(at: state.folder.raw, name)
      }
    }
  }

  /// What pages need (styles, scripts, pictures, data) comes before pages, and the home page last.
  private static func comesBefore(_ left: String, _ right: String) -> Bool {
    func rank(_ path: String) -> Int { path == "index.html" ? 2 : path.hasSuffix(".html") ? 1 : 0 }
    return rank(left) == rank(right) ? PagePath.precedes(left, right) : rank(left) < rank(right)
  }

  /// Writes down the new pages beside the old ones before any is in place: after this no file but folders needs new
  /// space on the disk.
  ///
  /// Few changes are added at the end of the record. Else it is written anew; where nothing is to be removed the
  /// record of old and new pages and that of the new ones are one.
  private func recordBeforehand(
    _ changes: Changes, unsyncedFiles: Int
  ) throws(PublishingError) -> RecordState {
    let isSynced = store.durability == .powerLoss
    return try naming(store.shownManifest, .write) { () throws(SystemFailure) in
      if isSynced && unsyncedFiles > 0 { Files.syncEverything() }
      if let size = before.byteCount, notes.isEmpty, changes.areFew(beside: before) {
        let section = changes.newSection(of: before)
        if section.isEmpty || state.append(section, to: size, isSynced: isSynced) {
          return .added(size: size + section.count)
        }
      }
      let (both, new) = changes.records(of: before)
      if let new { _ = try staging.write(new.encoded(), as: Session.after, synced: isSynced) }
      _ = try staging.write(both.encoded(), as: Session.during, synced: isSynced)
      try Files.rename(Session.during, in: staging.folder.raw, to: StateFolder.manifest, in: state.folder.raw)
      if isSynced { try Files.sync(state.folder) }
      return .written(isPreliminary: new != nil)
    }
  }

  private func recordAfterwards(_ changes: Changes, _ record: RecordState) throws(PublishingError) {
    let isSynced = store.durability == .powerLoss
    switch record {
    case .added(let size):
      // A record that still lists what is no more is mended by the next build.
      if changes.isLosing { _ = state.append(changes.goneSection(of: before), to: size, isSynced: isSynced) }
    case .written(isPreliminary: false): break
    case .written(isPreliminary: true):
      try naming(store.shownManifest, .write) { () throws(SystemFailure) in
        try Files.rename(
          Session.after, in: staging.folder.raw, to: StateFolder.manifest, in: state.folder.raw)
        if isSynced { try Files.sync(state.folder) }
      }
    }
  }

  private enum RecordState {
    /// The new pages stand at the end of the record, which is of this size now.
    case added(size: Int)
    /// The record was written anew; a preliminary one lists what is to be removed too.
    case written(isPreliminary: Bool)
  }

  // Staged pages have numbers for names.
  private static let during = "manifest-during"
  private static let after = "manifest-after"

  private func syncFolders(of paths: [String]) throws(PublishingError) {
    let folders = Set(paths.map { PagePath.folders(of: $0).last ?? "" })
    if folders.count > Session.syncedOneByOne { return Files.syncEverything() }
    for folder in folders.sorted(by: PagePath.precedes) { try tree.sync(folder) }
  }

  private func fullDisk(_ progress: Progress) -> PublishingError {
    // What is free once the attempt is cleared away is what the next attempt starts from.
    try? state.removeStaging()
    let record = (try? Changes(self, progress))?.records(of: before)
    let records = 2 * staging.spaceTaken(byBytes: (record?.new ?? record?.both)?.encoded().count ?? 0)
    let free = Files.space(at: state.folder)?.free
    return PublishingError(path: store.shown, .diskFull(needed: progress.needed + records, free: free))
  }
}

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
  /// both: first the record of old and new pages together is written, then pages are placed (what pages need
  /// before the pages themselves), then stale ones removed, then the record of the new pages takes its place.
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
    var made = progress.made
    let folders = Set(made.pages.keys.flatMap(PagePath.folders))
    var missing: [String] = []
    for folder in folders.sorted(by: PagePath.precedes) where try tree.status(folder) == nil {
      missing.append(folder)
    }
    made.folders = before.folders.intersection(folders).union(missing)
    // Nothing to do leaves the record too as it was, unless that one has to be mended.
    if progress.staged.isEmpty && missing.isEmpty && made == before && notes.isEmpty {
      attach(progress.attachments)
      return summary
    }

    let isLosing = try recordBeforehand(made, stagedFiles: progress.staged.count)
    watch(.recorded)
    for folder in missing { try tree.makeFolder(folder) }
    let staged = progress.staged.sorted { Session.comesBefore($0.path, $1.path) }
    for (index, page) in staged.enumerated() {
      try tree.place(page.path, from: staging.folder.raw, page.name)
      watch(.placed(index + 1, of: staged.count))
    }
    let stale = before.pages.keys.filter { made.pages[$0] == nil }.sorted(by: PagePath.precedes)
    for (index, path) in stale.enumerated() {
      if try tree.removePage(path) { summary.removed += 1 }
      watch(.removed(index + 1, of: stale.count))
    }
    if store.durability == .powerLoss { try syncFolders(of: staged.map(\.path) + stale + missing) }
    try tree.removeEmptyFolders(before.folders.subtracting(made.folders))
    watch(.settled)
    if isLosing { try recordAfterwards() }
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

  /// Writes the record of old and new pages together, and lays the one of the new pages ready: after this no
  /// file but folders needs new space on the disk. Where nothing is to be removed the two are one, and false is
  /// returned: nothing is left to be recorded afterwards.
  private func recordBeforehand(_ made: Manifest, stagedFiles: Int) throws(PublishingError) -> Bool {
    let isSynced = store.durability == .powerLoss
    let stale = before.pages.filter { made.pages[$0.key] == nil }
    let isLosing = !stale.isEmpty || !before.folders.isSubset(of: made.folders)
    var records = [(Session.during, made)]
    if isLosing {
      var both = made
      both.pages.merge(stale) { new, _ in new }
      both.folders.formUnion(before.folders)
      records = [(Session.after, made), (Session.during, both)]
    }
    return try naming(store.shownManifest, .write) { () throws(SystemFailure) in
      if isSynced && stagedFiles > Session.syncedOneByOne { Files.syncEverything() }
      for (name, manifest) in records {
        _ = try staging.write(manifest.encoded(), as: name, synced: isSynced)
      }
      try Files.rename(Session.during, in: staging.folder.raw, to: StateFolder.manifest, in: state.folder.raw)
      if isSynced { try Files.sync(state.folder) }
      return isLosing
    }
  }

  private func recordAfterwards() throws(PublishingError) {
    try naming(store.shownManifest, .write) { () throws(SystemFailure) in
      try Files.rename(Session.after, in: staging.folder.raw, to: StateFolder.manifest, in: state.folder.raw)
      if store.durability == .powerLoss { try Files.sync(state.folder) }
    }
  }

  // Staged pages have numbers for names.
  private static let during = "manifest-during"
  private static let after = "manifest-after"

  private func syncFolders(of paths: [String]) throws(PublishingError) {
    let folders = Set(paths.map { PagePath.folders(of: $0).last ?? "" })
    for folder in folders.sorted(by: PagePath.precedes) { try tree.sync(folder) }
  }

  private func fullDisk(_ progress: Progress) -> PublishingError {
    // What is free once the attempt is cleared away is what the next attempt starts from.
    try? state.removeStaging()
    let records = 2 * staging.spaceTaken(byBytes: progress.made.encoded().count)
    let free = Files.space(at: state.folder)?.free
    return PublishingError(path: store.shown, .diskFull(needed: progress.needed + records, free: free))
  }
}

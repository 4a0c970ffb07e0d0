/// How the pages of a build differ from those that the record lists.
struct Changes {
  /// Pages that are new or not as they were.
  let changed: PageTable
  /// Numbers of pages in the old record that are no more, by path.
  let stale: [Int]
  /// Folders to make, outermost first.
  let newFolders: [String]
  /// Folders that Annals made and that no page needs any more.
  let goneFolders: [String]

  /// Looks which folders are missing.
  init(_ session: Session, _ progress: Session.Progress) throws(PublishingError) {
    changed = progress.changed
    stale = session.stale(progress)
    let before = session.before.folders
    if progress.keepsAll {
      newFolders = []
      goneFolders = []
      return
    }
    let needed = session.claims.withLock { $0.folders }
    var missing: [String] = []
    for folder in needed.sorted(by: PagePath.precedes)
    where try session.tree.status(folder) == nil {
      missing.append(folder)
    }
    newFolders = missing
    goneFolders = before.subtracting(needed).sorted(by: PagePath.precedes)
  }

  /// Something is to be removed.
  var isLosing: Bool { !stale.isEmpty || !goneFolders.isEmpty }

  var isEmpty: Bool { changed.isEmpty && newFolders.isEmpty && !isLosing }

  private var lines: Int { changed.count + stale.count + newFolders.count + goneFolders.count }

  /// So few that the record grows by less than half of itself.
  func areFew(beside record: Manifest) -> Bool { (record.laterLines + lines) * 2 < record.pages.count }

  /// What is recorded before pages are put in place.
  func newSection(of record: Manifest) -> [UInt8] {
    var text = ManifestText()
    // A folder of ours that somebody removed is listed already.
    for folder in newFolders where !record.folders.contains(folder) { text.add(folder: folder) }
    for number in changed.sorted {
      if let page = changed.page(number) { changed.withPath(number) { text.add(page, at: $0) } }
    }
    if text.lines == 0 { return [] }
    text.end()
    return text.bytes
  }

  /// What is recorded when stale pages are removed.
  func goneSection(of record: Manifest) -> [UInt8] {
    var text = ManifestText()
    for number in stale { record.pages.withPath(number) { text.add(gone: $0) } }
    for folder in goneFolders { text.add(folder: folder, isGone: true) }
    text.end()
    return text.bytes
  }

  /// The record of old and new pages together, and that of the new ones where it is another.
  func records(of record: Manifest) -> (both: Manifest, new: Manifest?) {
    var both = record
    both.folders.formUnion(newFolders)
    for number in changed.numbers {
      guard let page = changed.page(number) else { continue }
      changed.withPath(number) { _ = both.pages.set(page, at: $0) }
    }
    guard isLosing else { return (both, nil) }
    var new = both
    new.folders.subtract(goneFolders)
    for number in stale { record.pages.withPath(number) { _ = new.pages.remove($0) } }
    return (both, new)
  }
}

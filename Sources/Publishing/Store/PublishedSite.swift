/// What an earlier build left, only looked at: nothing is locked, made or written.
final class PublishedSite: Sendable {
  /// By path.
  let pages: [String]
  private let tree: OutputTree?
  private let openFolders = OpenFolders()

  init(pages: [String], tree: consuming OutputTree?) {
    self.pages = pages
    self.tree = tree
  }

  /// Whether the file at `path` has these bytes.
  func holds(_ path: String, _ bytes: [UInt8]) throws(PublishingError) -> Bool {
    switch tree {
    case .none: return false
    case .some(let tree):
      guard let status = try openFolders.status(path, in: tree), status.kind == .file,
        status.size == bytes.count
      else { return false }
      return try tree.holds(path, bytes)
    }
  }
}

extension OutputStore {
  /// - Throws: `outputNotOurs`, `recordForeign`, `recordNewer` or `system`.
  func peek() throws(PublishingError) -> PublishedSite {
    let record = try naming(shownManifest, .read) { () throws(SystemFailure) -> [UInt8]? in
      guard try Files.status(shownManifest)?.kind == .file else { return nil }
      return try Files.read(try Files.openFile(shownManifest))
    }
    var pages: [String] = []
    switch record.map(Manifest.reading) {
    case .whole(let manifest), .damaged(let manifest, _): pages = manifest.pages.sortedPaths
    case .newer: throw PublishingError(path: shownManifest, .recordNewer)
    case .foreign, nil: try refuseForeign(record: nil)
    }
    let stands = try naming(shown, .read) { () throws(SystemFailure) in
      try Files.status(place.output)?.kind == .folder
    }
    let tree = stands ? OutputTree(folder: try openOutput(creating: false), shown: shown) : nil
    return PublishedSite(pages: pages, tree: tree)
  }
}

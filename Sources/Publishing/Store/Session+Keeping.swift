import Archive
import Synchronization

/// Pages that stay as the last build left them.
extension Session {
  /// Keeps the page at `path` as the last build left it, without rendering it again.
  ///
  /// False, and nothing kept, when no page was recorded there or its size or time of change is another now:
  /// then it must be staged.
  ///
  /// - Throws: as `stage` does.
  public func keep(_ path: String) throws(PublishingError) -> Bool {
    guard let number = try standing(path, mark: nil, from: OpenFolders.Place()) else { return false }
    try claim([path])
    keep([number])
    return true
  }

  /// Keeps every page of the last build, and no other; false, and nothing kept, when one of them is not as it was.
  public func keepAll(jobs: Int) async throws -> Bool {
    guard notes.isEmpty, !before.pages.isEmpty else { return false }
    let numbers = before.pages.numbers
    let pieces = (numbers.count + Session.piece - 1) / Session.piece
    let areKept = try await Parallel.map(pieces, jobs: jobs, with: OpenFolders.Place.init) {
      [self] index, place in
      let start = index * Session.piece
      for number in start..<min(start + Session.piece, numbers.count) {
        if let page = before.pages.page(number), try !stands(page, number, place) { return false }
      }
      return true
    }
    guard areKept.allSatisfy({ $0 }) else { return false }
    progress.withLock {
      $0.keepsAll = true
      $0.summary.unchanged = before.pages.count
    }
    return true
  }

  /// So many pages are looked at before anything is asked of all threads.
  static let piece = 256

  /// The number of a page that stands as the last build left it; nil when it does not.
  ///
  /// - Parameter mark: of the page that is expected there; nil for any.
  func standing(
    _ path: String, mark: UInt64?, from place: OpenFolders.Place
  ) throws(PublishingError) -> Int? {
    try failing { () throws(PublishingError) in
      guard let number = before.pages.number(of: path), let page = before.pages.page(number),
        mark == nil || mark == page.mark, try stands(page, number, place)
      else { return nil }
      return number
    }
  }

  /// Says how many pages will be staged at most: many are waited for together.
  func expect(_ count: Int) { progress.withLock { $0.expected = count } }

  /// Keeps pages that `standing` gave.
  func keep(_ numbers: [Int]) {
    progress.withLock { progress in
      for number in numbers { progress.isKept[number] = true }
      progress.summary.unchanged += numbers.count
    }
  }

  /// Whether nobody has touched the page since it was written.
  private func stands(
    _ page: Manifest.Page, _ number: Int, _ place: OpenFolders.Place
  ) throws(PublishingError) -> Bool {
    try before.pages.withPath(number) { path throws(PublishingError) in
      guard let status = try openFolders.status(path, in: tree, from: place) else { return false }
      return status.kind == .file && status.size == page.size && status.modified == page.modified
    }
  }
}

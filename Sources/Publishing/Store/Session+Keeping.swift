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
    let number = try failing { () throws(PublishingError) -> Int? in
      guard let number = before.pages.number(of: path), let page = before.pages.page(number),
        try stands(page, number, OpenFolders.Place())
      else { return nil }
      return number
    }
    guard let number else { return false }
    try claim([path])
    keep([number])
    return true
  }

  /// Keeps every page of the last build, and no other; false, and nothing kept, when one of them is not as it was.
  public func keepAll() throws -> Bool {
    guard notes.isEmpty, !before.pages.isEmpty else { return false }
    let areThere = try untouched()
    guard before.pages.numbers.allSatisfy({ areThere[$0] || before.pages.page($0) == nil }) else {
      return false
    }
    progress.withLock {
      $0.keepsAll = true
      $0.summary.unchanged = before.pages.count
    }
    return true
  }

  /// Begins to look at the pages of the last build, which nothing else has to wait for.
  public func lookAhead() { looking.begin() }

  /// By number, whether the page of the last build stands as that one left it.
  func untouched() throws(PublishingError) -> [Bool] {
    try failing { () throws(PublishingError) -> [Bool] in
      var untouched: [Bool] = []
      untouched.reserveCapacity(before.pages.numbers.count)
      for piece in looking.value { untouched += try piece.get() }
      return untouched
    }
  }

  private var looking: WorkAhead<Result<[Bool], PublishingError>> {
    looked.withLock { looked in
      if let looked { return looked }
      let pieces = (before.pages.numbers.count + Session.piece - 1) / Session.piece
      // No circle: the session would never end.
      let looking = WorkAhead(pieces) { [weak self] in self?.look($0) ?? .success([]) }
      looked = looking
      return looking
    }
  }

  private func look(_ piece: Int) -> Result<[Bool], PublishingError> {
    let start = piece * Session.piece
    let place = OpenFolders.Place()
    return Result { () throws(PublishingError) -> [Bool] in
      var untouched: [Bool] = []
      for number in start..<min(start + Session.piece, before.pages.numbers.count) {
        guard let page = before.pages.page(number) else {
          untouched.append(false)
          continue
        }
        untouched.append(try stands(page, number, place))
      }
      return untouched
    }
  }

  /// So many pages are looked at before anything is asked of all threads.
  static let piece = 256

  /// The number of a page of the last build, when it is the very one that is expected there.
  func number(of path: String, mark: UInt64) -> Int? {
    before.pages.number(of: path).flatMap { before.pages.page($0)?.mark == mark ? $0 : nil }
  }

  /// Says how many pages will be staged at most: many are waited for together.
  func expect(_ count: Int) { progress.withLock { $0.expected = count } }

  /// Keeps pages of the last build that stand as that one left them.
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

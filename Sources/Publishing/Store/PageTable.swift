/// The pages of a record by their paths, in memory as a few arrays: hundreds of thousands are read, looked up and
/// compared in a moment.
struct PageTable: Equatable, Sendable, ExpressibleByDictionaryLiteral {
  /// What is recorded of a page.
  struct Page: Hashable, Sendable {
    /// Fingerprint of its bytes: whether it is the page that was made of certain values. What is already in a file is
    /// compared byte by byte.
    var mark: UInt64
    var size: Int
    var modified: Int
  }

  private var paths: ByteTable
  /// By number; nil for a page that was taken out.
  private var pages: [Page?] = []
  private(set) var count = 0

  init(capacity: Int = 0) {
    paths = ByteTable(capacity: capacity)
    pages.reserveCapacity(capacity)
  }

  init(dictionaryLiteral elements: (String, Page)...) {
    self.init()
    for (path, page) in elements { self[path] = page }
  }

  var isEmpty: Bool { count == 0 }

  /// Of pages and of those that were taken out.
  var numbers: Range<Int> { pages.indices }

  /// Nil for a page that was taken out.
  func page(_ number: Int) -> Page? { pages[number] }

  func path(_ number: Int) -> String { paths.name(number) }

  /// Nil when there is no such page.
  func number(of path: String) -> Int? {
    path.withBytes { number(at: $0) }
  }

  func number(at path: UnsafeRawBufferPointer) -> Int? {
    paths.find(path).flatMap { pages[$0] == nil ? nil : $0 }
  }

  subscript(path: String) -> Page? {
    get { number(of: path).flatMap { pages[$0] } }
    set {
      if let newValue {
        _ = path.withBytes { set(newValue, at: $0) }
      } else if let number = number(of: path) {
        pages[number] = nil
        count -= 1
      }
    }
  }

  /// Gives what stood there before.
  @discardableResult
  mutating func set(_ page: Page, at path: UnsafeRawBufferPointer) -> Page? {
    let (number, isNew) = paths.insert(path)
    if isNew { pages.append(nil) }
    defer { pages[number] = page }
    if pages[number] == nil { count += 1 }
    return pages[number]
  }

  /// False when there is no such page.
  mutating func remove(_ path: UnsafeRawBufferPointer) -> Bool {
    guard let number = paths.find(path), pages[number] != nil else { return false }
    pages[number] = nil
    count -= 1
    return true
  }

  /// Calls `body` with the page's path, behind which a zero byte stands.
  func withPath<Result, Failure: Error>(
    _ number: Int, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try paths.withName(number, body)
  }

  /// Numbers of all pages, by path.
  var sorted: [Int] { sorted { _ in true } }

  /// Of those that are wanted.
  func sorted(_ isWanted: (Int) -> Bool) -> [Int] {
    numbers.filter { pages[$0] != nil && isWanted($0) }.sorted { paths.precedes($0, $1) }
  }

  /// By path.
  var sortedPaths: [String] { sorted.map(path) }

  static func == (left: PageTable, right: PageTable) -> Bool {
    left.count == right.count
      && left.numbers.allSatisfy { number in
        left.pages[number].map { right[left.path(number)] == $0 } ?? true
      }
  }
}

/// The paths that pages of one build have asked for, and the folders that they need: two that differ in case only are
/// one file on some disks, and a page and a folder cannot have one name.
struct PathClaims: Sendable {
  private var keys: ByteTable
  /// By number of the key.
  private var isFolder: [Bool] = []
  /// As they were asked for, where that differs from the key; by number.
  private var spelt: [Int: String] = [:]
  /// Names with letters beyond ASCII, which have many spellings.
  private var others: [String: (path: String, isFolder: Bool)] = [:]
  /// Outermost first.
  private(set) var folders: [String] = []
  /// Of the page that was claimed last, since most pages stand beside one another.
  private var lastFolder: [UInt8] = []

  init(capacity: Int = 0) { keys = ByteTable(capacity: capacity) }

  /// The path that stands in the way, and for which of the paths; nil when the page may have its path.
  mutating func claim(_ path: String) -> (path: String, other: String)? {
    let isNew = path.withBytes { bytes in PagePath.isPlain(bytes) && insertPlain(bytes) }
    if !isNew, let other = insert(path, asFolder: false) { return (path, other) }
    if path.withBytes({ isBesideLast($0) }) { return nil }
    for folder in PagePath.folders(of: path) {
      if let other = insert(folder, asFolder: true) { return (folder, other) }
    }
    lastFolder = PagePath.folders(of: path).last.map { Array($0.utf8) } ?? []
    return nil
  }

  /// Most paths are their own key and nobody else's.
  private mutating func insertPlain(_ path: UnsafeRawBufferPointer) -> Bool {
    guard keys.insert(path).isNew else { return false }
    isFolder.append(false)
    return true
  }

  /// Whether the page stands in the folder of the one before it, or in none.
  private func isBesideLast(_ path: UnsafeRawBufferPointer) -> Bool {
    guard let slash = path.lastIndex(of: UInt8(ascii: "/")) else { return true }
    return slash == lastFolder.count
      && UnsafeRawBufferPointer(rebasing: path[..<slash]).elementsEqual(lastFolder)
  }

  /// What has the path already, unless both are the same folder.
  private mutating func insert(_ path: String, asFolder: Bool) -> String? {
    let key = PagePath.key(path)
    guard key.utf8.allSatisfy({ $0 < 0x80 }) else {
      if let other = others[key] { return asFolder && other.isFolder ? nil : other.path }
      others[key] = (path, asFolder)
      if asFolder { folders.append(path) }
      return nil
    }
    let (number, isNew) = key.withBytes { keys.insert($0) }
    guard isNew else { return asFolder && isFolder[number] ? nil : spelt[number] ?? keys.name(number) }
    isFolder.append(asFolder)
    if key != path { spelt[number] = path }
    if asFolder { folders.append(path) }
    return nil
  }
}

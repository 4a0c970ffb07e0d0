/// What changed in watched folders since it was last asked.
///
/// A hint, not a promise: a path may be there though its file is the same again.
public struct ChangedPaths: Hashable, Sendable {
  /// Files and folders that came, went or changed; unsorted names of a folder's files come with the folder's.
  public private(set) var named: Set<String> = []
  /// Anything may have changed, also what is not named.
  public var isEverything = false

  /// A list longer than this helps nobody.
  static let most = 20_000

  public init(_ named: some Sequence<String> = []) { for path in named { insert(path) } }

  public static var everything: ChangedPaths {
    var changed = ChangedPaths()
    changed.isEverything = true
    return changed
  }

  public var isEmpty: Bool { named.isEmpty && !isEverything }

  /// In the order of their UTF-8 bytes.
  public var sorted: [String] { named.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

  mutating func insert(_ path: String) {
    guard named.count < Self.most else {
      isEverything = true
      return
    }
    named.insert(path)
  }

  mutating func merge(_ other: ChangedPaths) {
    isEverything = isEverything || other.isEverything
    for path in other.named { insert(path) }
  }
}

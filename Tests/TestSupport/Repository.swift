/// Where the tests find the project's own files and, when present, the shared seeds.
public enum Repository {
  /// The folder that holds Package.swift.
  public static let root: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/")
  }()
  /// Seeds, gold and the template language's tests stand beside a developer's clone, never inside it.
  public static let shared = root + "/../shared"
}

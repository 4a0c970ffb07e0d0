import Glibc

/// Where the output and its state are, as absolute paths without symbolic links.
struct OutputPlace: Sendable {
  let output: String
  /// `<parent of the output>/.annals/<name of the output>`.
  let state: String

  init(_ path: String, shown: String) throws(PublishingError) {
    let resolved = try naming(shown, .read) { () throws(SystemFailure) in try Files.resolved(path) }
    output = resolved
    let parts = resolved.split(separator: "/")
    state = "/" + (parts.dropLast() + [".annals"] + parts.suffix(1)).joined(separator: "/")
    let status = try naming(shown, .read) { () throws(SystemFailure) in try Files.status(resolved) }
    switch status?.kind {
    case .folder, nil: break
    // `resolved` follows links, so one that is left leads nowhere.
    case .link: throw PublishingError(path: shown, .symbolicLink)
    case .file, .other: throw PublishingError(path: shown, .outputIsFile)
    }
  }

  /// Without the slashes at its end: `Output/` is `Output`, `/` stays.
  static func trimmed(_ path: String) -> String {
    var path = path[...]
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path.isEmpty ? "." : String(path)
  }

  func refuseSystemFolders(home: String?, shown: String) throws(PublishingError) {
    if output == "/" { throw PublishingError(path: shown, .outputIs("the root of the disk")) }
    guard let home, !home.isEmpty, let folder = try? Files.resolved(home) else { return }
    if output == folder { throw PublishingError(path: shown, .outputIs("your home folder")) }
    if OutputPlace.holds(output, folder) {
      throw PublishingError(path: shown, .outputHolds("your home folder"))
    }
  }

  func refuse(root: String, sources: [String], shown: String) throws(PublishingError) {
    for (index, path) in ([root] + sources).enumerated() {
      let folder = try naming(path, .read) { () throws(SystemFailure) in try Files.resolved(path) }
      let words = index == 0 ? "the project's folder" : "'\(path)'"
      if output == folder { throw PublishingError(path: shown, .outputIs(words)) }
      if OutputPlace.holds(output, folder) { throw PublishingError(path: shown, .outputHolds(words)) }
      // Pages written into Content would be read as reports by the next build.
      if index > 0, OutputPlace.holds(folder, output) {
        throw PublishingError(path: shown, .outputInside(words))
      }
    }
  }

  /// True when `inner` lies in `outer`, at any depth.
  private static func holds(_ outer: String, _ inner: String) -> Bool {
    outer == "/" || inner.utf8.starts(with: outer.utf8 + [UInt8(ascii: "/")])
  }

  /// Makes the folder at an absolute path and those it lies in.
  static func makeFolders(_ path: String) throws(SystemFailure) {
    if let status = try? Files.status(path), status.kind == .folder { return }
    var built = ""
    for part in path.split(separator: "/") {
      built += "/" + part
      if (try? Files.status(built)) == nil { try Files.makeFolder(at: AT_FDCWD, built) }
    }
  }
}

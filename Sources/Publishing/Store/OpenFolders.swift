import Synchronization

/// Folders of the output that stay open while pages in them are looked at, each opened once without following links.
final class OpenFolders: Sendable {
  private final class Folder: Sendable {
    let descriptor: Descriptor

    init(_ descriptor: consuming Descriptor) { self.descriptor = descriptor }
  }

  private let open = Mutex<[String: Folder]>([:])

  /// Nil when nothing stands at `path`.
  func status(_ path: String, in tree: borrowing OutputTree) throws(PublishingError) -> FileStatus? {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return try tree.status(path) }
    let name = String(path[path.utf8.index(after: slash)...])
    let above = String(path[..<slash])
    let shown = tree.name(path)
    if let known = open.withLock({ $0[above] }) {
      return try naming(shown, .read) { () throws(SystemFailure) in
        try Files.status(at: known.descriptor.raw, name)
      }
    }
    let found = try tree.withFolder(of: path, .read) { (folder, name) throws(SystemFailure) in
      (Folder(try Files.openFolder(at: folder, ".")), try Files.status(at: folder, name))
    }
    guard let (folder, status) = found else { return nil }
    open.withLock { $0[above] = folder }
    return status
  }
}

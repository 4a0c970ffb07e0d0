import Glibc
import Synchronization

/// Folders of the output that stay open while pages in them are looked at, each opened once without following links.
final class OpenFolders: Sendable {
  fileprivate final class Folder: Sendable {
    let descriptor: Descriptor
    let path: [UInt8]

    init(_ descriptor: consuming Descriptor, path: [UInt8]) {
      self.descriptor = descriptor
      self.path = path
    }
  }

  private let open = Mutex<[String: Folder]>([:])

  /// The folder that one thread looked into last: most pages stand beside one another.
  final class Place {
    fileprivate var folder: Folder?
  }

  /// Nil when nothing stands at `path`.
  func status(_ path: String, in tree: borrowing OutputTree) throws(PublishingError) -> FileStatus? {
    var bytes = Array(path.utf8)
    bytes.append(0)
    let count = bytes.count - 1
    return try bytes.withUnsafeBufferPointer { bytes throws(PublishingError) in
      try status(
        UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[..<count]), in: tree, from: Place())
    }
  }

  /// - Parameter path: a zero byte stands behind it.
  func status(
    _ path: UnsafeRawBufferPointer, in tree: borrowing OutputTree, from place: Place
  ) throws(PublishingError) -> FileStatus? {
    guard let start = path.baseAddress, let slash = path.lastIndex(of: UInt8(ascii: "/")) else {
      return try tree.status(String(decoding: path, as: UTF8.self))
    }
    let above = UnsafeRawBufferPointer(rebasing: path[..<slash])
    let folder: Folder
    if let last = place.folder, above.elementsEqual(last.path) {
      folder = last
    } else {
      guard let found = try self.folder(of: path, above, in: tree) else { return nil }
      place.folder = found
      folder = found
    }
    do throws(SystemFailure) {
      let name = (start + slash + 1).assumingMemoryBound(to: CChar.self)
      return try Files.status(at: folder.descriptor.raw, name: name)
    } catch {
      throw PublishingError(
        path: tree.name(String(decoding: path, as: UTF8.self)), .system(.read, code: error.code))
    }
  }

  /// Nil when it is not there.
  private func folder(
    of path: UnsafeRawBufferPointer, _ above: UnsafeRawBufferPointer, in tree: borrowing OutputTree
  ) throws(PublishingError) -> Folder? {
    let name = String(decoding: above, as: UTF8.self)
    if let known = open.withLock({ $0[name] }) { return known }
    let found = try tree.withFolder(of: String(decoding: path, as: UTF8.self), .read) {
      (folder, _) throws(SystemFailure) in
      Folder(try Files.openFolder(at: folder, "."), path: Array(above))
    }
    if let found { open.withLock { $0[name] = found } }
    return found
  }
}

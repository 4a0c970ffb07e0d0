import Glibc

/// The open folder in which new pages wait, on the file system of the output, for their commit.
struct StagingFolder: ~Copyable {
  let folder: Descriptor
  private let block: Int

  init(_ folder: consuming Descriptor) {
    block = Files.space(at: folder)?.block ?? 4096
    self.folder = folder
  }

  /// Bytes on disk that a file takes: whole blocks.
  func spaceTaken(byBytes count: Int) -> Int { (count + block - 1) / block * block }

  /// False when the output is another disk or mount. A file that does not exist is renamed to find out: the
  /// system compares the mounts before it looks for the file, and two mounts of one disk count as two.
  func canRename(into output: borrowing Descriptor) throws(SystemFailure) -> Bool {
    do throws(SystemFailure) {
      try Files.rename("absent", in: folder.raw, to: "absent", in: output.raw)
    } catch {
      if error.code == EXDEV { return false }
      if !error.isAbsence { throw error }
    }
    return true
  }

  /// Writes a new file, and nothing at all when that fails.
  ///
  /// - Returns: Its time of change, in nanoseconds since 1970.
  func write(_ bytes: [UInt8], as name: String, synced: Bool) throws(SystemFailure) -> Int {
    let file = try Files.createFile(at: folder.raw, name)
    do {
      try Files.write(bytes, to: file)
      if synced { try Files.sync(file) }
      return try Files.status(of: file).modified
    } catch {
      try? Files.remove(at: folder.raw, name)
      throw error
    }
  }
}

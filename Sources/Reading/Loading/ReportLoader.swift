import Archive

/// Reads all reports of an archive, each from its file or, when that has not changed, from the store of an earlier
/// build.
public struct ReportLoader: Sendable {
  let files: ReportFiles
  let cache: ReportCache?
  /// As many as files.
  private let marks: [Marks]

  private struct Marks: Sendable {
    let file: FileMark?
    let sidecar: FileMark?
  }

  /// Asks the file system for the state of every file; reads none.
  ///
  /// - Parameter cache: nil to read every file.
  public init(_ files: ReportFiles, cache: ReportCache?, jobs: Int) async throws {
    self.files = files
    self.cache = cache
    marks =
      cache == nil
      ? []
      : try await Parallel.map(files.entries.count, jobs: jobs) { index in
        let entry = files.entries[index]
        return Marks(
          file: FileAccess.mark(of: "\(files.folder)/\(entry.path)"),
          sidecar: entry.sidecar.flatMap { FileAccess.mark(of: "\(files.folder)/\($0)") })
      }
  }

  /// Whether the store holds these very files and no others.
  public var isUnchanged: Bool {
    guard let cache, cache.holds(files.entries.count) else { return false }
    return files.entries.indices.allSatisfy { index in
      cache.isCurrent(files.entries[index], marks[index].file, marks[index].sidecar)
    }
  }

  /// Every report, in the order of the files.
  ///
  /// - Parameters:
  ///   - reader: made at the first file that has to be read.
  ///   - progress: told how many files have been dealt with, from several threads.
  public func reports(
    reader: @escaping @autoclosure @Sendable () -> ReportReader, jobs: Int,
    progress: @escaping @Sendable (Int) -> Void
  ) async throws -> [Report] {
    let reader = Lazy(reader)
    let reports = try await Parallel.map(files.entries.count, jobs: jobs, with: CommonTexts.init) {
      index, common in
      defer { if index % 64 == 0 { progress(index) } }
      return report(index, reader, common)
    }
    // A store that cannot be written makes the next build slower, not this one wrong.
    try? cache?.finish()
    return reports
  }

  private func report(_ index: Int, _ reader: Lazy<ReportReader>, _ common: CommonTexts) -> Report {
    let entry = files.entries[index]
    guard let cache else { return files.report(entry, reader: reader.value) }
    let marks = marks[index]
    if let known = cache.report(entry, marks.file, marks.sidecar, common) { return known }
    // A mark that is too fresh cannot tell the next change.
    let mark = marks.file.flatMap { $0.isSettled ? $0 : nil }
    let sidecarMark = marks.sidecar.flatMap { $0.isSettled ? $0 : nil }
    let isMarked = mark != nil && (sidecarMark != nil || marks.sidecar == nil)
    let contents: ReportFiles.Contents
    do throws(FileFailure) {
      contents = try files.contents(of: entry)
    } catch {
      return ReportFiles.unreadable(entry, error)
    }
    let digest = contents.digest
    if let known = cache.report(entry, digest: digest, isMarked ? mark : nil, sidecarMark, common) {
      return known
    }
    let report = reader.value.read(
      contents.bytes, file: entry.path, sidecar: contents.sidecar, digest: contents.fileDigest)
    return cache.keep(report, entry, digest: digest, isMarked ? mark : nil, sidecarMark, common)
  }
}

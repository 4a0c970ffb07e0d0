import Archive

/// Reads all reports of an archive, each from its file or, when that has not changed, from the store of an earlier
/// build.
public struct ReportLoader: Sendable {
  let files: ReportFiles
  let cache: ReportCache?
  /// What the store kept of each file, by number; nil for a new one.
  private let known: [Int?]

  /// - Parameter cache: nil to read every file.
  public init(_ files: ReportFiles, cache: ReportCache?) {
    self.files = files
    self.cache = cache
    known = cache?.numbers(of: files.entries) ?? []
  }

  /// Whether the store holds these very files and no others.
  public var isUnchanged: Bool {
    guard let cache, cache.count == files.entries.count else { return false }
    return files.entries.indices.allSatisfy(isCurrent)
  }

  /// Whether any file has to be read.
  public var hasChanged: Bool { !files.entries.indices.allSatisfy(isCurrent) }

  /// Whether the store holds this very file.
  private func isCurrent(_ index: Int) -> Bool {
    guard let cache, let number = known[index] else { return false }
    return cache.isCurrent(number, files.entries[index].mark, files.entries[index].sidecarMark)
  }

  /// What is kept of each report for the next build.
  enum Kept: Sendable {
    /// What the last build kept, by its number there.
    case same(Int)
    indirect case new(CacheEntry)
    /// Nothing: the file could not be read.
    case nothing
  }

  /// Every report, in the order of the files.
  ///
  /// Those that the store holds come before the others: what reads these takes a moment to be made, by one thread.
  ///
  /// - Parameters:
  ///   - reader: asked for when a file has to be read.
  ///   - progress: told how many files have been dealt with, from several threads.
  /// - Returns: the reports, and what writes down for the next build which they are; nothing waits for that.
  public func reports(
    reader: Lazy<Result<ReportReader, any Error>>, jobs: Int, progress: @escaping @Sendable (Int) -> Void
  ) async throws -> (reports: [Report], finish: @Sendable () -> Void) {
    let order = files.entries.indices.filter(isCurrent) + files.entries.indices.filter { !isCurrent($0) }
    let makesReader = hasChanged
    let found = try await Parallel.map(order.count + 1, jobs: jobs, with: CommonTexts.init) {
      number, common -> (report: Report, kept: Kept)? in
      defer { if number % 64 == 0 { progress(number) } }
      guard number > 0 else {
        if makesReader { _ = reader.value }
        return nil
      }
      return try report(order[number - 1], reader, common)
    }
    var places = order
    for (number, index) in order.enumerated() { places[index] = number + 1 }
    let kept = places.compactMap { found[$0]?.kept }
    let cache = cache
    // A store that cannot be written makes the next build slower, not this one wrong.
    return (places.compactMap { found[$0]?.report }, { try? cache?.finish(kept) })
  }

  private func report(
    _ index: Int, _ reader: Lazy<Result<ReportReader, any Error>>, _ common: CommonTexts
  ) throws -> (report: Report, kept: Kept) {
    let entry = files.entries[index]
    guard let cache else { return (files.report(entry, reader: try reader.value.get()), .nothing) }
    if let number = known[index], isCurrent(index), let report = cache.report(number, common) {
      return (report, .same(number))
    }
    // A mark that is too fresh cannot tell the next change.
    let mark = entry.mark.flatMap { $0.isSettled ? $0 : nil }
    let sidecarMark = entry.sidecarMark.flatMap { $0.isSettled ? $0 : nil }
    let isMarked = mark != nil && (sidecarMark != nil || entry.sidecar == nil)
    let contents: ReportFiles.Contents
    do throws(FileFailure) {
      contents = try files.contents(of: entry)
    } catch {
      return (ReportFiles.unreadable(entry, error), .nothing)
    }
    let digest = contents.digest
    if let number = known[index], cache.isCurrent(number, digest: digest),
      let report = cache.report(number, common), var entry = cache.entry(number)
    {
      entry.mark = isMarked ? mark : nil
      entry.sidecar = sidecarMark
      return (report, .new(entry))
    }
    let report = try reader.value.get().read(
      contents.bytes, file: entry.path, sidecar: contents.sidecar, digest: contents.fileDigest)
    let (stored, kept) = cache.keep(report, entry, digest: digest, isMarked ? mark : nil, sidecarMark)
    return (stored, kept.map { .new($0) } ?? .nothing)
  }
}

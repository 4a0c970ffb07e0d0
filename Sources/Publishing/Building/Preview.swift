import Archive

/// What a build would change, found out without writing anything.
public struct Preview: Sendable {
  /// Pages that would be written; by path.
  public let written: [String]
  /// Pages that would be removed; by path.
  public let removed: [String]
  public let unchanged: Int
}

extension Publication {
  /// Compares every page with what stands in the output. No lock is taken: a build at work makes the answer stale.
  public func preview(
    in store: OutputStore, jobs: Int, progress: @escaping @Sendable (Int) -> Void
  ) async throws(Failure) -> Preview {
    do {
      let old = try store.peek()
      let same = try await Parallel.map(count, jobs: jobs) { index in
        var bytes: [UInt8] = []
        try render(index, into: &bytes)
        if index % 64 == 0 { progress(index) }
        return try old.holds(path(index), bytes)
      }
      var written: [String] = []
      var made: Set<String> = []
      for (index, isSame) in same.enumerated() {
        made.insert(path(index))
        if !isSame { written.append(path(index)) }
      }
      return Preview(
        written: written.sorted(by: PagePath.precedes),
        removed: old.pages.filter { !made.contains($0) }, unchanged: same.count - written.count)
    } catch let failure as Failure {
      throw failure
    } catch let failure as PublishingError {
      throw .publishing(failure)
    } catch {
      throw .publishing(PublishingError(path: store.shown, .sessionOver))
    }
  }
}

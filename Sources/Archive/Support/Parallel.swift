import Dispatch
import Synchronization

/// Work spread over threads by a few tasks that take one piece after another, since a task for each small piece of
/// work costs more than the work.
public enum Parallel {
  /// `transform` of every index, in index order, whatever the number of jobs.
  ///
  /// - Parameter jobs: how many run at once; at least 1.
  public static func map<Result: Sendable>(
    _ count: Int, jobs: Int, _ transform: @escaping @Sendable (Int) throws -> Result
  ) async throws -> [Result] {
    try await map(count, jobs: jobs, with: nothing) { index, _ in try transform(index) }
  }

  @Sendable private static func nothing() {}

  /// The same with something that each worker makes once for itself, such as a buffer.
  public static func map<Result: Sendable, Tool>(
    _ count: Int, jobs: Int, with tool: @escaping @Sendable () -> Tool,
    _ transform: @escaping @Sendable (Int, Tool) throws -> Result
  ) async throws -> [Result] {
    let workers = max(1, min(jobs, count))
    if workers == 1 {
      let tool = tool()
      return try (0..<count).map { try transform($0, tool) }
    }
    // Each worker takes the next piece when it is done with one: a page may cost a hundred times what another does.
    let places = Places()
    return try await withThrowingTaskGroup(of: [(index: Int, result: Result)].self) { group in
      for _ in 0..<workers {
        group.addTask {
          let tool = tool()
          var results: [(index: Int, result: Result)] = []
          results.reserveCapacity(count / workers + 1)
          while true {
            let index = places.next()
            guard index < count else { break }
            try Task.checkCancellation()
            results.append((index, try transform(index, tool)))
          }
          return results
        }
      }
      var ordered = [Result?](repeating: nil, count: count)
      for try await results in group {
        for (index, result) in results { ordered[index] = result }
      }
      return ordered.compactMap { $0 }
    }
  }

  /// Three values that have nothing to do with one another, made at the same time where there are cores for it.
  public static func together<First: Sendable, Second: Sendable, Third: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second, _ third: @Sendable () -> Third
  ) -> (First, Second, Third) {
    let made = Mutex<(First?, Second?, Third?)>((nil, nil, nil))
    DispatchQueue.concurrentPerform(iterations: 3) { index in
      switch index {
      case 0:
        let value = first()
        made.withLock { $0.0 = value }
      case 1:
        let value = second()
        made.withLock { $0.1 = value }
      default:
        let value = third()
        made.withLock { $0.2 = value }
      }
    }
    return made.withLock { ($0.0 ?? first(), $0.1 ?? second(), $0.2 ?? third()) }
  }
}

/// Gives out places from 0 on, each once.
private final class Places: Sendable {
  private let given = Atomic(0)

  func next() -> Int { given.add(1, ordering: .relaxed).oldValue }
}

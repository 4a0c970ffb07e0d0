import Dispatch
import Synchronization

/// Work spread over threads in fixed chunks: a few tasks that stride, since a task for each small piece of work
/// costs more than the work.
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
    return try await withThrowingTaskGroup(of: (Int, [Result]).self) { group in
      for worker in 0..<workers {
        group.addTask {
          let tool = tool()
          var results: [Result] = []
          results.reserveCapacity(count / workers + 1)
          var index = worker
          while index < count {
            try Task.checkCancellation()
            results.append(try transform(index, tool))
            index += workers
          }
          return (worker, results)
        }
      }
      var strides = [[Result]](repeating: [], count: workers)
      for try await (worker, results) in group { strides[worker] = results }
      return (0..<count).map { strides[$0 % workers][$0 / workers] }
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

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
    let results = ResultBuffer<Result>(count)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<workers {
        group.addTask {
          let tool = tool()
          while true {
            let index = places.next()
            guard index < count else { break }
            try Task.checkCancellation()
            results.put(try transform(index, tool), at: index)
          }
        }
      }
      try await group.waitForAll()
    }
    return results.take()
  }

  /// `transform` of every index, in index order, on all cores: for work that nobody waits for otherwise.
  public static func each<Result: Sendable>(
    _ count: Int, _ transform: @Sendable (Int) -> Result
  ) -> [Result] {
    let results = ResultBuffer<Result>(count)
    DispatchQueue.concurrentPerform(iterations: count) { results.put(transform($0), at: $0) }
    return results.take()
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

/// Results that several threads put down, each where it belongs, so that none is moved about afterwards.
private final class ResultBuffer<Result: Sendable>: @unchecked Sendable {
  // A place is written by the one thread that was given it, and read when all threads are done.
  private let results: UnsafeMutableBufferPointer<Result>
  private let isThere: UnsafeMutableBufferPointer<Bool>

  init(_ count: Int) {
    results = .allocate(capacity: count)
    isThere = .allocate(capacity: count)
    isThere.initialize(repeating: false)
  }

  deinit {
    for index in isThere.indices where isThere[index] { results.deinitializeElement(at: index) }
    isThere.deallocate()
    results.deallocate()
  }

  func put(_ result: Result, at index: Int) {
    results.initializeElement(at: index, to: result)
    isThere[index] = true
  }

  /// Every result, when there is one at every place. Can be taken once.
  func take() -> [Result] {
    precondition(isThere.allSatisfy { $0 }, "a piece of work was left out")
    return [Result](unsafeUninitializedCapacity: results.count) { array, count in
      count = array.moveInitialize(fromContentsOf: results)
      isThere.update(repeating: false)
    }
  }
}

/// Gives out places from 0 on, each once.
private final class Places: Sendable {
  private let given = Atomic(0)

  func next() -> Int { given.add(1, ordering: .relaxed).oldValue }
}

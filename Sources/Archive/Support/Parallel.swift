import Dispatch
import Glibc
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
    _ count: Int, _ transform: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    let results = ResultBuffer<Result>(count)
    SharedWork.run(count) { results.put(transform($0), at: $0) }
    return results.take()
  }

  /// `transform` of every few indices beside one another, in index order, on all cores: for work that is too little to be
  /// given out one by one.
  public static func pieces<Result: Sendable>(
    _ count: Int, _ transform: @escaping @Sendable (Range<Int>) -> Result
  ) -> [Result] {
    let length = 512
    return each((count + length - 1) / length) { number in
      transform((number * length)..<min((number + 1) * length, count))
    }
  }

  /// Begins with something that is asked for later.
  public static func prepare(_ work: @escaping @Sendable () -> Void) { SharedWork.helpers.async { work() } }

  /// Three values that have nothing to do with one another, made at the same time where there are cores for it; the
  /// first is begun first.
  public static func together<First: Sendable, Second: Sendable, Third: Sendable>(
    _ first: @escaping @Sendable () -> First, _ second: @escaping @Sendable () -> Second,
    _ third: @escaping @Sendable () -> Third
  ) -> (First, Second, Third) {
    let (one, other, last) = (ResultBuffer<First>(1), ResultBuffer<Second>(1), ResultBuffer<Third>(1))
    SharedWork.run(3) { index in
      switch index {
      case 0: one.put(first(), at: 0)
      case 1: other.put(second(), at: 0)
      default: last.put(third(), at: 0)
      }
    }
    return (one.take()[0], other.take()[0], last.take()[0])
  }
}

/// Pieces of work that may be begun long before anybody asks for their results, by one thread of the lowest priority, which
/// not every system heeds; what it has not done by then is shared out.
public final class WorkAhead<Result: Sendable>: Sendable {
  private let results: ResultBuffer<Result>
  private let work: SharedWork
  private let made = Mutex<[Result]?>(nil)

  public init(_ count: Int, _ transform: @escaping @Sendable (Int) -> Result) {
    let results = ResultBuffer<Result>(count)
    self.results = results
    work = SharedWork(count) { results.put(transform($0), at: $0) }
  }

  public func begin() { work.help(.global(qos: .background)) }

  /// In the order of the pieces.
  public var value: [Result] {
    made.withLock { made in
      if let made { return made }
      work.finish()
      let all = results.take()
      made = all
      return all
    }
  }
}

/// Work that every idle core takes a piece of, the asking thread too, whatever else is shared out at the same time: the
/// pieces may share out work of their own. (Dispatch's `concurrentPerform` leaves to one thread what is shared out
/// inside of what is shared out.)
private final class SharedWork: Sendable {
  /// Not the threads that tasks run on, some of which are waiting for this very work.
  static let helpers = DispatchQueue.global(qos: .userInitiated)
  private static let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  private let count: Int
  private let body: @Sendable (Int) -> Void
  private let places = Places()
  private let done = Atomic(0)
  private let isDone = DispatchSemaphore(value: 0)

  init(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    self.count = count
    self.body = body
  }

  static func run(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    SharedWork(count, body).finish()
  }

  /// Has a thread of the queue take part.
  func help(_ queue: DispatchQueue) { queue.async { self.take() } }

  /// Returns when all is done; to be called once. Does not wait for threads that were asked for and came too late.
  func finish() {
    guard count > 0 else { return }
    for _ in 1..<max(1, min(SharedWork.cores, count)) { help(SharedWork.helpers) }
    take()
    isDone.wait()
  }

  private func take() {
    while true {
      let index = places.next()
      guard index < count else { return }
      body(index)
      if done.add(1, ordering: .acquiringAndReleasing).newValue == count { isDone.signal() }
    }
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

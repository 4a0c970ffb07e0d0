import Glibc
import Synchronization

/// Watches folders and all below them.
public struct FolderWatcher: Sendable {
  let folders: [String]
  /// Looks instead of being told, as where the system gives no notices.
  var looks = false
  var quiet = 50
  let message: @Sendable (String) -> Void

  /// - Parameters:
  ///   - folders: they may be missing, and come and go.
  ///   - message: takes a line for a person: what keeps the watcher from hearing of changes at once.
  public init(folders: [String], message: @escaping @Sendable (String) -> Void) {
    // A trailing slash would stand twice in the paths of changed files.
    self.folders = folders.map { path in
      var path = path[...]
      while path.utf8.count > 1, path.hasSuffix("/") { path = path.dropLast() }
      return String(path)
    }
    self.message = message
  }

  /// What changes from now on; the watching ends when nothing holds the sequence any more.
  public func changes() -> Changes {
    let inbox = Inbox()
    let (signals, signal) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      message(
        "serve: warning: cannot watch for changes: \(String(cString: strerror(errno))); restart after changes"
      )
      return Changes(signals: signals, inbox: inbox)
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let (stop, stopper) = (ends[0], ends[1])
    signal.onTermination = { _ in close(stopper) }
    let watch = WatchLoop(watcher: self, stop: stop) { changed in
      inbox.add(changed)
      signal.yield()
    }
    watch.start()
    return Changes(signals: signals, inbox: inbox)
  }

  /// Sets of changes, each with all that came since the one before.
  public struct Changes: AsyncSequence, Sendable {
    public typealias Element = ChangedPaths
    let signals: AsyncStream<Void>
    let inbox: Inbox

    public func makeAsyncIterator() -> Iterator {
      Iterator(signals: signals.makeAsyncIterator(), inbox: inbox)
    }

    public struct Iterator: AsyncIteratorProtocol {
      var signals: AsyncStream<Void>.Iterator
      let inbox: Inbox

      public mutating func next() async -> ChangedPaths? {
        while await signals.next() != nil {
          let changed = inbox.take()
          if !changed.isEmpty { return changed }
        }
        return nil
      }
    }
  }

  /// Changes that nobody has taken yet.
  final class Inbox: Sendable {
    private let waiting = Mutex(ChangedPaths())

    func add(_ changed: ChangedPaths) { waiting.withLock { $0.merge(changed) } }

    func take() -> ChangedPaths {
      waiting.withLock { waiting in
        let taken = waiting
        waiting = ChangedPaths()
        return taken
      }
    }
  }
}

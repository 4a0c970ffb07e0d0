import Glibc

/// The thread that hears of changes. One of its own: a build may keep all others busy.
struct WatchLoop: Sendable {
  let watcher: FolderWatcher
  /// Closed at the other end when the watching is over.
  let stop: Int32
  let deliver: @Sendable (ChangedPaths) -> Void

  /// How often a missing folder is looked for, in milliseconds.
  private static let search = 200
  private static let look = 500

  /// Returns once the folders are watched: a change after that is not missed.
  func start() {
    let tree = watcher.looks ? nil : openTree()
    let before = tree == nil ? FolderSnapshot(watcher.folders) : nil
    Thread.start {
      var known = before
      if let tree { known = hear(tree) }
      if let known { look(from: known) }
      close(stop)
    }
  }

  private func openTree() -> sending InotifyTree? {
    do {
      return try InotifyTree(watcher.folders)
    } catch {
      explain(error)
      return nil
    }
  }

  private func explain(_ refused: InotifyTree.Refused) {
    let remedy =
      refused.code == ENOSPC || refused.code == EMFILE
      ? "raise fs.inotify.max_user_watches or fs.inotify.max_user_instances to hear of them at once"
      : "changes show a little later"
    let cause = String(cString: strerror(refused.code)).lowercased()
    watcher.message(
      "serve: warning: the system gives no notices of changes (\(cause)), so folders are looked through every half "
        + "second; \(remedy)")
  }

  /// Waits for notices. Returns nil when stopped, what the folders hold when there are no more notices.
  private func hear(_ tree: InotifyTree) -> FolderSnapshot? {
    var changed = ChangedPaths()
    var debounce = Debounce(quiet: watcher.quiet)
    do {
      while true {
        let due = debounce.wait(at: Debounce.now())
        let search = tree.lacksRoot ? Self.search : nil
        let isStopped = wait(for: tree.descriptor, atMost: [due, search].compactMap { $0 }.min())
        if isStopped { return nil }
        var new = ChangedPaths()
        try tree.drain(into: &new)
        if tree.lacksRoot { try tree.findRoots(noting: &new) }
        let now = Debounce.now()
        if !new.isEmpty {
          changed.merge(new)
          debounce.note(at: now)
        }
        if debounce.wait(at: now) == 0 {
          deliver(changed)
          changed = ChangedPaths()
          debounce.reset()
        }
      }
    } catch {
      explain(error)
      let known = FolderSnapshot(watcher.folders)
      deliver(.everything)
      return known
    }
  }

  /// Looks again and again, as often as is cheap.
  private func look(from start: FolderSnapshot) {
    var known = start
    var pause = Self.look
    while !wait(for: -1, atMost: pause) {
      let began = Debounce.now()
      let new = FolderSnapshot(watcher.folders)
      let changed = new.changes(since: known)
      if !changed.isEmpty { deliver(changed) }
      known = new
      pause = max(Self.look, 10 * (Debounce.now() - began))
    }
  }

  /// True when the watching is over.
  private func wait(for descriptor: Int32, atMost milliseconds: Int?) -> Bool {
    var waiting = [pollfd(fd: stop, events: Int16(POLLIN), revents: 0)]
    // A negative descriptor is passed over.
    waiting.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0))
    _ = poll(&waiting, nfds_t(waiting.count), Int32(milliseconds ?? -1))
    return waiting[0].revents != 0
  }
}

private enum Thread {
  private final class Work {
    let run: () -> Void
    init(_ run: @escaping () -> Void) { self.run = run }
  }

  static func start(_ run: sending @escaping () -> Void) {
    var thread = pthread_t()
    let work = Unmanaged.passRetained(Work(run))
    let code = pthread_create(
      &thread, nil,
      { pointer in
        guard let pointer else { return nil }
        Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().run()
        return nil
      }, work.toOpaque())
    guard code == 0 else {
      work.release()
      return
    }
    pthread_detach(thread)
  }
}

import Foundation
import Synchronization
import Testing

@testable import Serving

/// What a watcher has said so far.
final class Heard: Sendable {
  private let state = Mutex((paths: Set<String>(), everything: false, batches: 0))
  private let task: Mutex<Task<Void, Never>?> = Mutex(nil)

  init(_ changes: FolderWatcher.Changes) {
    let task = Task { [weak self] in
      for await changed in changes {
        self?.state.withLock {
          $0.paths.formUnion(changed.named)
          $0.everything = $0.everything || changed.isEverything
          $0.batches += 1
        }
      }
    }
    self.task.withLock { $0 = task }
  }

  deinit { task.withLock { $0?.cancel() } }

  var batches: Int { state.withLock { $0.batches } }
  var paths: Set<String> { state.withLock { $0.paths } }
  func forget() { state.withLock { $0 = ([], false, 0) } }

  /// Waits until all of the paths, or everything, have been named; the machine may be busy.
  func waits(for paths: [String], orEverything: Bool = false) async throws -> Bool {
    for _ in 0..<1000 {
      let isThere = state.withLock { state in
        orEverything && state.everything || !paths.isEmpty && state.paths.isSuperset(of: paths)
      }
      if isThere { return true }
      try await Task.sleep(for: .milliseconds(20))
    }
    return false
  }
}

@Suite(.timeLimit(.minutes(2))) struct FolderWatcherTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder(["a.txt": "a", "deep/er/b.txt": "b"]) }

  private func listen(_ roots: [String]? = nil, looks: Bool = false) -> Heard {
    var watcher = FolderWatcher(folders: roots ?? [folder.path]) { _ in }
    watcher.looks = looks
    return Heard(watcher.changes())
  }

  private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

  @Test(arguments: [false, true])
  func hearsOfFiles(looks: Bool) async throws {
    let heard = listen(looks: looks)
    try folder.write("new.txt", "1")
    #expect(try await heard.waits(for: [path("new.txt")]))
    heard.forget()
    try folder.write("deep/er/b.txt", "changed")
    #expect(try await heard.waits(for: [path("deep/er/b.txt")]))
    heard.forget()
    try folder.move("a.txt", to: "deep/c.txt")
    #expect(try await heard.waits(for: [path("a.txt"), path("deep/c.txt")]))
    heard.forget()
    try folder.remove("deep/er/b.txt")
    #expect(try await heard.waits(for: [path("deep/er/b.txt")]))
  }

  @Test func hearsOfFilesReplacedByRename() async throws {
    let heard = listen()
    try folder.write(".a.txt.new", "new")
    try folder.move(".a.txt.new", to: "a.txt")
    #expect(try await heard.waits(for: [path("a.txt")]))
    #expect(!heard.paths.contains(path(".a.txt.new")))
  }

  @Test(arguments: [false, true])
  func hearsOfFoldersThatCome(looks: Bool) async throws {
    let heard = listen(looks: looks)
    try folder.write("x/y/z/first.txt", "1")
    #expect(try await heard.waits(for: [path("x/y/z/first.txt")]))
    heard.forget()
    try folder.write("x/y/z/second.txt", "2")
    #expect(try await heard.waits(for: [path("x/y/z/second.txt")]))
  }

  @Test func hearsOfFilesInMovedFolders() async throws {
    let heard = listen()
    try folder.move("deep", to: "moved")
    #expect(try await heard.waits(for: [path("deep"), path("moved"), path("moved/er/b.txt")]))
    heard.forget()
    try folder.write("moved/er/b.txt", "again")
    #expect(try await heard.waits(for: [path("moved/er/b.txt")]))
    heard.forget()
    try folder.remove("moved")
    #expect(try await heard.waits(for: [path("moved")]))
  }

  @Test func hearsOfFoldersMovedIn() async throws {
    let other = try TemporaryFolder(["in/side.txt": "1"])
    let heard = listen()
    guard rename("\(other.path)/in", path("in")) == 0 else { return }
    #expect(try await heard.waits(for: [path("in/side.txt")]))
    heard.forget()
    // Moved away again, what happens there is no change here.
    guard rename(path("in"), "\(other.path)/out") == 0 else { return }
    #expect(try await heard.waits(for: [path("in")]))
    heard.forget()
    try other.write("out/side.txt", "2")
    try folder.write("last.txt", "3")
    #expect(try await heard.waits(for: [path("last.txt")]))
    #expect(heard.paths == [path("last.txt")])
  }

  @Test func hearsOfAThousandFilesInFewBatches() async throws {
    let heard = listen()
    let names = (0..<1000).map { "many/\($0 % 10)/\($0).txt" }
    for name in names { try folder.write(name, "1") }
    #expect(try await heard.waits(for: names.map(path)))
    #expect(heard.batches < 200)
  }

  @Test func survivesFoldersThatVanish() async throws {
    let heard = listen([path("deep"), path("later")])
    try folder.remove("deep")
    #expect(try await heard.waits(for: [], orEverything: true))
    heard.forget()
    try folder.write("later/1.txt", "1")
    #expect(try await heard.waits(for: [path("later/1.txt")]))
    heard.forget()
    try folder.write("deep/2.txt", "2")
    #expect(try await heard.waits(for: [path("deep/2.txt")]))
    heard.forget()
    try folder.write("deep/3.txt", "3")
    #expect(try await heard.waits(for: [path("deep/3.txt")]))
  }

  @Test func keepsQuietWhileNothingChanges() async throws {
    let heard = listen()
    _ = try String(contentsOfFile: path("a.txt"), encoding: .utf8)
    try folder.write("a.txt~", "an editor's copy")
    try folder.write(".a.txt.swp", "an editor's notes")
    try folder.write(".git/index", "1")
    try await Task.sleep(for: .milliseconds(400))
    #expect(heard.batches == 0)
  }

  @Test func followsNoLinks() async throws {
    let other = try TemporaryFolder(["o.txt": "1"])
    try folder.link("deep/way", to: other.path)
    let heard = listen()
    try other.write("o.txt", "2")
    try folder.write("last.txt", "3")
    #expect(try await heard.waits(for: [path("last.txt")]))
    #expect(heard.paths == [path("last.txt")])
  }
}

@Suite struct DebounceTests {
  @Test func waitsForQuietButNotForEver() {
    var debounce = Debounce(quiet: 50, longest: 1000)
    #expect(debounce.wait(at: 0) == nil)
    debounce.note(at: 100)
    #expect(debounce.wait(at: 100) == 50)
    debounce.note(at: 120)
    #expect(debounce.wait(at: 120) == 50)
    #expect(debounce.wait(at: 170) == 0)
    for now in stride(from: 130, through: 1090, by: 10) { debounce.note(at: now) }
    #expect(debounce.wait(at: 1090) == 10)
    #expect(debounce.wait(at: 1100) == 0)
    debounce.reset()
    #expect(debounce.wait(at: 1100) == nil)
  }

  @Test func namesNoMoreThanAnybodyReads() {
    var changed = ChangedPaths((0..<ChangedPaths.most).map(String.init))
    #expect(!changed.isEverything)
    changed.merge(ChangedPaths(["one more"]))
    #expect(changed.isEverything)
    #expect(ChangedPaths(["b", "a/b", "a"]).sorted == ["a", "a/b", "b"])
  }
}

@Suite(.timeLimit(.minutes(1))) struct InotifyTreeTests {
  /// How many notices the system keeps for one who does not read them.
  private static let limit =
    (try? String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)).flatMap {
      Int($0.trimmingCharacters(in: .whitespacesAndNewlines))
    } ?? .max

  @Test(.enabled(if: limit <= 100_000, "the system keeps too many notices to lose one"))
  func startsOverAfterNoticesWereLost() throws {
    let folder = try TemporaryFolder(["a.txt": ""])
    let tree = try InotifyTree([folder.path])
    // Two names in turn: the same notice twice in a row counts once.
    for number in 0..<Self.limit / 2 {
      let name = "\(folder.path)/\(number % 2).txt"
      close(open(name, O_WRONLY | O_CREAT, 0o600))
      unlink(name)
    }
    try folder.write("unseen/b.txt", "1")
    var changed = ChangedPaths()
    func drain() throws {
      for _ in 0..<100 { try tree.drain(into: &changed) }
    }
    try drain()
    #expect(changed.isEverything)
    changed = ChangedPaths()
    try folder.write("unseen/b.txt", "2")
    try drain()
    #expect(changed.named == ["\(folder.path)/unseen/b.txt"])
  }
}

import Glibc

/// Waits until a burst of changes is over, but not for ever. Times are milliseconds.
struct Debounce {
  /// Saving a file makes several notices, a few milliseconds apart.
  var quiet = 50
  /// A burst that does not end is passed on in parts.
  var longest = 1000

  private var first: Int?
  private var last = 0

  init(quiet: Int = 50, longest: Int = 1000) { (self.quiet, self.longest) = (quiet, longest) }

  mutating func note(at now: Int) {
    if first == nil { first = now }
    last = now
  }

  /// How long until the changes are due; nil when there are none.
  func wait(at now: Int) -> Int? {
    first.map { max(0, min(last + quiet, $0 + longest) - now) }
  }

  mutating func reset() { first = nil }

  /// A clock that only runs forward.
  static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}

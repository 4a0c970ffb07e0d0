import Glibc

/// Times the steps of a build, for `--stats`.
final class Stopwatch {
  private struct Step {
    let name: String
    let wall: Duration
    /// Of all threads, seconds.
    let processor: Double
    /// The most memory that was ever in use up to the step's end, bytes.
    let memory: Int
  }

  private var steps: [Step] = []
  private var start = ContinuousClock.now
  private var usage = Stopwatch.usage()

  /// Ends the step that has been under way since the last one ended.
  func lap(_ name: String) {
    let now = ContinuousClock.now
    let used = Stopwatch.usage()
    steps.append(
      Step(name: name, wall: now - start, processor: used.processor - usage.processor, memory: used.memory))
    start = now
    usage = used
  }

  /// A line a step, then one for all.
  var lines: [String] {
    let total = Step(
      name: "all", wall: steps.reduce(.zero) { $0 + $1.wall },
      processor: steps.reduce(0) { $0 + $1.processor }, memory: steps.map(\.memory).max() ?? 0)
    return ["step           wall s     CPU s   peak MB"]
      + (steps + [total]).map { step in
        let seconds = Double(step.wall.components.seconds) + Double(step.wall.components.attoseconds) / 1e18
        return Stopwatch.padded(step.name, 12, left: false) + Stopwatch.padded(Stopwatch.text(seconds), 9)
          + Stopwatch.padded(Stopwatch.text(step.processor), 10)
          + Stopwatch.padded(String(step.memory / 1_000_000), 10)
      }
  }

  private static func usage() -> (processor: Double, memory: Int) {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
    let micros = usage.ru_utime.tv_usec + usage.ru_stime.tv_usec
    return (Double(seconds) + Double(micros) / 1e6, usage.ru_maxrss * 1024)
  }

  private static func text(_ seconds: Double) -> String {
    let thousandths = Int((seconds * 1000).rounded())
    let rest = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.utf8.count) + rest
  }

  private static func padded(_ text: String, _ width: Int, left: Bool = true) -> String {
    let spaces = String(repeating: " ", count: max(0, width - text.utf8.count))
    return left ? spaces + text : text + spaces
  }
}

import Archive
import Synchronization

/// Says what commands have to say, as loudly as the user wants it, and keeps count of errors.
final class Messages: Sendable {
  enum Volume: Int, Comparable, Sendable {
    case quiet, normal, verbose

    static func < (left: Volume, right: Volume) -> Bool { left.rawValue < right.rawValue }
  }

  /// From this many warnings on they are counted, not listed, unless `--verbose`.
  private static let listed = 40

  let volume: Volume
  private let shownProgress = Atomic(false)
  private let said = Mutex<[String]>([])

  init(volume: Volume) { self.volume = volume }

  /// Prints findings in the order given: errors always, warnings unless quiet, notes when verbose.
  func show(_ findings: [(file: String, diagnostic: Diagnostic)]) {
    endProgress()
    let warnings = findings.filter { $0.diagnostic.severity == .warning }.count
    let listsWarnings = volume == .verbose || (volume == .normal && warnings <= Messages.listed)
    for (file, diagnostic) in findings {
      switch diagnostic.severity {
      case .error: break
      case .warning: guard listsWarnings else { continue }
      case .note: guard volume == .verbose else { continue }
      }
      Terminal.error(Messages.oneLine(diagnostic.rendered(file: file)))
    }
    if volume == .normal, !listsWarnings {
      Terminal.error("\(warnings) warnings are shown on the pages they concern; --verbose lists them here")
    }
  }

  /// File names and values from files may hold line ends and a terminal's commands.
  private static func oneLine(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: line.append("\u{FFFD}")
      default: line.append(scalar)
      }
    }
    return String(line)
  }

  func error(_ text: String) {
    endProgress()
    said.withLock { $0.append(text) }
    Terminal.error(text)
  }

  /// What `error` was given so far.
  var errors: [String] { said.withLock { $0 } }

  /// A summary, for people; left out when quiet.
  func say(_ text: String) {
    endProgress()
    if volume > .quiet { Terminal.error(text) }
  }

  /// One updating line, on a terminal only.
  func progress(_ text: String) {
    guard volume > .quiet, Terminal.isInteractive else { return }
    shownProgress.store(true, ordering: .relaxed)
    Terminal.progress(text)
  }

  private func endProgress() {
    if shownProgress.exchange(false, ordering: .relaxed) { Terminal.progress("") }
  }
}

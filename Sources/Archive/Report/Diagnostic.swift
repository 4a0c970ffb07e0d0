/// Something the reader of a file should know: what went wrong, or what was unsure.
///
/// Diagnostics are data; the command line and the pages turn them into words in one place each.
public struct Diagnostic: Hashable, Sendable {
  public enum Severity: String, Sendable, Comparable, CaseIterable {
    case note, warning, error

    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  public var severity: Severity
  /// A stable name for the kind of finding, such as `region-ambiguous`.
  public var code: String
  /// 1-based line of the source file; nil when the finding is about the file as a whole.
  public var line: Int?
  /// What is wrong; what to do. One line, no full stop.
  public var message: String

  public init(_ severity: Severity, code: String, line: Int? = nil, message: String) {
    self.severity = severity
    self.code = code
    self.line = line
    self.message = message
  }

  /// `file:line: error: message`, the form in which every message of Annals is printed.
  public func rendered(file: String) -> String {
    "\(file)\(line.map { ":\($0)" } ?? ""): \(severity.rawValue): \(message)"
  }
}

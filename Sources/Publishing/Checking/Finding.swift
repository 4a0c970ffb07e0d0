import Archive

/// Something wrong in a built site.
public struct Finding: Hashable, Sendable {
  /// Path below the site's folder.
  public var file: String
  /// Its `line` is 1-based, nil when the finding is about the file as a whole.
  public var diagnostic: Diagnostic

  public init(file: String, _ diagnostic: Diagnostic) {
    self.file = file
    self.diagnostic = diagnostic
  }

  /// `file:line: error: what is wrong; what to do`.
  public var rendered: String { diagnostic.rendered(file: file) }

  static func precedes(_ left: Finding, _ right: Finding) -> Bool {
    if left.file != right.file { return PagePath.precedes(left.file, right.file) }
    let (leftLine, rightLine) = (left.diagnostic.line ?? 0, right.diagnostic.line ?? 0)
    if leftLine != rightLine { return leftLine < rightLine }
    return PagePath.precedes(left.diagnostic.message, right.diagnostic.message)
  }

  /// A text of the page in a message: on one line, without control characters, not endless.
  static func quoted(_ text: String) -> String {
    var quoted = "'"
    for (count, scalar) in text.unicodeScalars.enumerated() {
      if count == 120 {
        quoted += "..."
        break
      }
      quoted.unicodeScalars.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
    }
    return quoted + "'"
  }
}

import Archive
import Mustache

/// Something the program was unsure of in one report.
struct FindingRow: Sendable {
  let severity: String
  let isError: Bool
  let code: String
  /// Nil for a kind without a name.
  let label: String?
  let line: Int?
  /// Nil where the kind says it all: messages are for the command line, in English.
  let message: String?
  /// Messages are written in English for the command line; one about a Chinese text may quote it.
  let isEnglish: Bool

  init(_ diagnostic: Diagnostic, _ words: Words) {
    severity = words.severity(diagnostic.severity)
    isError = diagnostic.severity == .error
    code = diagnostic.code
    label = words.finding(diagnostic.code)
    line = diagnostic.line
    let isTold = label != nil && diagnostic.severity == .note && words.language != "en"
    message = isTold ? nil : Text.short(diagnostic.message, limit: 400)
    isEnglish = diagnostic.message.utf8.first.map { $0 < 0x80 } ?? false
  }

  static let schema = Schema<FindingRow>(
    "finding",
    [
      .text("severity", "how grave it is, in a word") { $0.severity },
      .flag("isError", "it is an error, not a doubt") { $0.isError },
      .text("code", "stable name of the kind of finding") { $0.code },
      .text("label", "the kind of finding in the interface's language, missing for rare ones") { $0.label },
      .number("line", "line of the source file, if it is about one line") { $0.line },
      .text("message", "what is wrong, and what to do; missing where the kind says it all") { $0.message },
      .flag("isEnglish", "the message is in English") { $0.isEnglish },
    ])
}

/// What is wrong with a template, and where. Data; `rendered` puts it into words.
public struct TemplateError: Error, Hashable, Sendable {
  /// A character of a template; line and column from 1.
  public struct Place: Hashable, Comparable, Sendable {
    public let file: String
    public let line: Int
    public let column: Int

    public static func < (left: Place, right: Place) -> Bool {
      (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }
  }

  public enum Reason: Hashable, Sendable {
    // The template's own text.
    case unclosedTag(tag: String, expected: String)
    case emptyTag
    case badName(String)
    case badDelimiters(String)
    /// The opening tag, such as `{{#reports}}`.
    case unclosedSection(String)
    case mismatchedClose(String, open: String, at: Place)
    case strayClose(String)
    // What it names.
    case unknownName(String, suggestion: String?, shape: String, available: [String])
    case unknownField(String, of: String, suggestion: String?, available: [String])
    case unknownTemplate(String, suggestion: String?, available: [String])
    case unknownBlock(String, of: String, suggestion: String?, available: [String])
    case dynamicName(String)
    // What it does with it.
    case escapedMarkup(String)
    case rawValue(String, holds: String)
    case unprintable(String, holds: String, hint: Hint)
    case noFields(String, holds: String)
    /// `{{.}}` or `{{#.}}` where the context is a record of this shape.
    case contextIsRecord(shape: String)
    // The set as a whole.
    case missingPage(String)
    case tooManyVariants(limit: Int)
    case tooLarge(bytes: Int, limit: Int)
    // While rendering.
    case tooDeep(String, limit: Int)
    case tooManyCalls(limit: Int)
    case notAPage(String, shape: String)
  }

  /// What to write instead of a plain `{{name}}`.
  public enum Hint: Hashable, Sendable {
    case section, loop, field
  }

  /// Nil when the error is about the set as a whole.
  public let place: Place?
  public let reason: Reason
  /// The tags through which the template was reached, innermost first, at most `chainLimit`.
  public let includedFrom: [Place]

  static let chainLimit = 10

  init(at place: Place?, _ reason: Reason, includedFrom: [Place] = []) {
    self.place = place
    self.reason = reason
    self.includedFrom = includedFrom
  }
}

/// Everything found wrong with a set of templates, by file, line and column.
public struct TemplateErrors: Error, Sendable {
  public let errors: [TemplateError]

  /// The same error can be met on several pages; it is told once, with the way on which it was met first.
  init(_ found: [TemplateError]) {
    var seen: Set<Key> = []
    let once = found.filter { seen.insert(Key(place: $0.place, reason: $0.reason)).inserted }
    errors = once.enumerated().sorted { left, right in
      switch (left.element.place, right.element.place) {
      case (let a?, let b?) where a != b: a < b
      case (nil, _?): true
      case (_?, nil): false
      default: left.offset < right.offset
      }
    }.map(\.element)
  }

  /// One message a line; the ways of inclusion are indented lines of their own.
  public var rendered: String { errors.map(\.rendered).joined(separator: "\n") }

  private struct Key: Hashable {
    let place: TemplateError.Place?
    let reason: TemplateError.Reason
  }
}

/// What a template may name in one context: the fields, what they hold and what they mean.
///
/// Shapes are compared by identity. Made by `Schema`, walked by whoever documents a theme's values.
public final class Shape: Sendable {
  public let name: String
  // Written once, before the initialiser that sets it returns: a shape can name itself only after it exists.
  public nonisolated(unsafe) private(set) var fields: [Field] = []

  public convenience init(_ name: String, _ fields: [Field]) {
    self.init(name) { _ in fields }
  }

  /// For a shape that holds itself, such as a node of a tree; `fields` is called once, with the new shape.
  init(_ name: String, _ fields: (Shape) -> [Field]) {
    self.name = name
    self.fields = fields(self)
  }

  /// Index of the field of that name.
  func slot(of name: String) -> Int? { fields.firstIndex { $0.name == name } }
}

/// One name of a shape.
public struct Field: Sendable {
  public let name: String
  /// What the author of a theme reads about it.
  public let note: String
  public let kind: Kind

  public init(name: String, note: String, kind: Kind) {
    self.name = name
    self.note = note
    self.kind = kind
  }
}

/// What a field holds. Any field may be missing.
public enum Kind: Sendable {
  /// Written with `{{name}}`.
  case text
  /// Written with `{{name}}`; 0 is truthy.
  case number
  /// For sections only.
  case flag
  /// Finished HTML, written with `{{{name}}}`.
  case markup
  /// A section repeats for each record; an empty list is falsy.
  case list(Shape)
  /// A section opens it; `{{name.field}}` reaches into it.
  case record(Shape)
  /// A section repeats for each text, which is `{{.}}` inside.
  case texts
}

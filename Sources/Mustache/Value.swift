/// What a lenient template can be given: a small closed set of values, of which names are looked up while rendering.
/// Strict templates are given a `Record`.
public enum Value: Sendable {
  /// Nothing there. Renders as nothing and is falsy.
  case missing
  case flag(Bool)
  case number(Int)
  /// Plain text; escaped unless the template says otherwise.
  case text(String)
  case list([Value])
  /// Values by name.
  case table([String: Value])
}

/// What a template can be given: a small closed set of values, so that rendering never asks a type at run
/// time.
public enum Value: Sendable {
  /// Nothing there. Renders as nothing and is falsy.
  case missing
  case flag(Bool)
  case number(Int)
  /// Plain text; escaped wherever it is written.
  case text(String)
  /// Finished UTF-8 HTML; the only value that is ever written without escaping in a strict template.
  case markup([UInt8])
  case list([Value])
  case record(Record)
  /// Values by name, for lenient templates only.
  case table([String: Value])
}

/// The values of one context, in the order of its shape's fields. Made by `Schema.record(_:)`.
public struct Record: Sendable {
  public let shape: Shape
  /// One for each field of `shape`; a value short counts as `.missing`.
  public var values: [Value]

  public init(shape: Shape, values: [Value]) {
    self.shape = shape
    self.values = values
  }
}

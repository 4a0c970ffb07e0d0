/// A shape together with the way a view model fills it: the one place that declares a name.
///
///     static let schema = Schema<Link>("link", [
///       .text("title", "the page's title") { $0.title },
///       .text("href", "relative address") { $0.href },
///     ])
public struct Schema<Model>: Sendable {
  public let shape: Shape
  @usableFromInline let filler: Filler

  // A reference, so that a schema can be part of itself.
  @usableFromInline final class Filler: Sendable {
    // Written once, before the schema is handed out.
    @usableFromInline nonisolated(unsafe) var values: [@Sendable (Model) -> Value] = []
    init() {}
  }

  public init(_ name: String, _ fields: [SchemaField<Model>]) {
    self.init(name, recursive: { _ in fields })
  }

  /// For a model that holds its own kind, such as a node of a tree: `fields` is given the schema itself.
  public init(_ name: String, recursive fields: (Schema<Model>) -> [SchemaField<Model>]) {
    let filler = Filler()
    self.filler = filler
    shape = Shape(name) { shape in
      let declared = fields(Schema(shape: shape, filler: filler))
      filler.values = declared.map(\.value)
      return declared.map(\.field)
    }
  }

  private init(shape: Shape, filler: Filler) {
    self.shape = shape
    self.filler = filler
  }

  /// The model's values, in the order of the shape's fields.
  // Inlinable like the fields below: compiled for the model's own type, filling a page is twice as fast.
  @inlinable public func record(_ model: Model) -> Record {
    Record(shape: shape, values: filler.values.map { $0(model) })
  }
}

/// One field of a schema: its name, its note for theme authors and where the model keeps it. Nil is
/// `.missing`.
public struct SchemaField<Model>: Sendable {
  let field: Field
  let value: @Sendable (Model) -> Value

  @usableFromInline init(
    _ name: String, _ note: String, _ kind: Kind, _ value: @escaping @Sendable (Model) -> Value
  ) {
    field = Field(name: name, note: note, kind: kind)
    self.value = value
  }

  @inlinable public static func text(
    _ name: String, _ note: String, _ get: @escaping @Sendable (Model) -> String?
  ) -> Self {
    Self(name, note, .text) { get($0).map(Value.text) ?? .missing }
  }

  @inlinable public static func number(
    _ name: String, _ note: String, _ get: @escaping @Sendable (Model) -> Int?
  ) -> Self {
    Self(name, note, .number) { get($0).map(Value.number) ?? .missing }
  }

  @inlinable public static func flag(
    _ name: String, _ note: String, _ get: @escaping @Sendable (Model) -> Bool
  ) -> Self {
    Self(name, note, .flag) { .flag(get($0)) }
  }

  /// Finished UTF-8 HTML.
  @inlinable public static func markup(
    _ name: String, _ note: String, _ get: @escaping @Sendable (Model) -> [UInt8]?
  ) -> Self {
    Self(name, note, .markup) { get($0).map(Value.markup) ?? .missing }
  }

  @inlinable public static func list<Row>(
    _ name: String, _ note: String, of schema: Schema<Row>, _ get: @escaping @Sendable (Model) -> [Row]
  ) -> Self {
    Self(name, note, .list(schema.shape)) { model in
      .list(get(model).map { Value.record(schema.record($0)) })
    }
  }

  @inlinable public static func record<Part>(
    _ name: String, _ note: String, of schema: Schema<Part>, _ get: @escaping @Sendable (Model) -> Part?
  ) -> Self {
    Self(name, note, .record(schema.shape)) { model in
      get(model).map { .record(schema.record($0)) } ?? .missing
    }
  }

  @inlinable public static func texts(
    _ name: String, _ note: String, _ get: @escaping @Sendable (Model) -> [String]
  ) -> Self {
    Self(name, note, .texts) { .list(get($0).map(Value.text)) }
  }
}

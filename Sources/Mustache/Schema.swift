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
    @usableFromInline nonisolated(unsafe) var fields: [@Sendable (Model, inout Sheet) -> Sheet.Cell] = []
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
      filler.fields = declared.map(\.fill)
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
    var sheet = Sheet()
    let first = add(model, to: &sheet)
    return Record(shape: shape, sheet: sheet, first: first)
  }

  /// Returns the number of the first cell.
  @inlinable func add(_ model: Model, to sheet: inout Sheet) -> Int {
    let fields = filler.fields
    let first = sheet.reserve(fields.count)
    for number in fields.indices {
      let cell = fields[number](model, &sheet)
      sheet.cells[first + number] = cell
    }
    return first
  }
}

/// One field of a schema: its name, its note for theme authors and where the model keeps it. Nil is missing.
public struct SchemaField<Model>: Sendable {
  let field: Field
  let fill: @Sendable (Model, inout Sheet) -> Sheet.Cell

  @usableFromInline init(
    _ name: String, _ note: String, _ kind: Kind,
    _ fill: @escaping @Sendable (Model, inout Sheet) -> Sheet.Cell
  ) {
    field = Field(name: name, note: note, kind: kind)
    self.fill = fill
  }

  @inlinable public static func text(
    _ name: String, _ note: String, _ get: @escaping @Sendable (Model) -> String?
  ) -> Self {
    Self(name, note, .text) { model, sheet in
      guard let text = get(model) else { return .missing }
      return sheet.text(text)
    }
  }

  @inlinable public static func number(
    _ name: String, _ note: String, _ get: @escaping @Sendable (Model) -> Int?
  ) -> Self {
    Self(name, note, .number) { model, _ in get(model).map(Sheet.Cell.number) ?? .missing }
  }

  @inlinable public static func flag(
    _ name: String, _ note: String, _ get: @escaping @Sendable (Model) -> Bool
  ) -> Self {
    Self(name, note, .flag) { model, _ in .flag(get(model)) }
  }

  /// Finished UTF-8 HTML.
  @inlinable public static func markup(
    _ name: String, _ note: String, _ get: @escaping @Sendable (Model) -> [UInt8]?
  ) -> Self {
    Self(name, note, .markup) { model, sheet in
      guard let html = get(model) else { return .missing }
      return sheet.markup(html)
    }
  }

  @inlinable public static func list<Row>(
    _ name: String, _ note: String, of schema: Schema<Row>, _ get: @escaping @Sendable (Model) -> [Row]
  ) -> Self {
    Self(name, note, .list(schema.shape)) { model, sheet in
      let rows = get(model)
      let start = sheet.reserve(rows.count)
      rows.withUnsafeBufferPointer { rows in
        for number in rows.indices {
          let first = schema.add(rows[number], to: &sheet)
          sheet.cells[start + number] = .record(UInt32(first))
        }
      }
      return .list(Sheet.Piece(start, count: rows.count))
    }
  }

  @inlinable public static func record<Part>(
    _ name: String, _ note: String, of schema: Schema<Part>, _ get: @escaping @Sendable (Model) -> Part?
  ) -> Self {
    Self(name, note, .record(schema.shape)) { model, sheet in
      guard let part = get(model) else { return .missing }
      return .record(UInt32(schema.add(part, to: &sheet)))
    }
  }

  @inlinable public static func texts(
    _ name: String, _ note: String, _ get: @escaping @Sendable (Model) -> [String]
  ) -> Self {
    Self(name, note, .texts) { model, sheet in
      let texts = get(model)
      let start = sheet.reserve(texts.count)
      for number in texts.indices {
        let cell = sheet.text(texts[number])
        sheet.cells[start + number] = cell
      }
      return .list(Sheet.Piece(start, count: texts.count))
    }
  }
}

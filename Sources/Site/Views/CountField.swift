import Archive
import Mustache

extension SchemaField {
  /// How many there are of something, thousands parted as values are: `1,000`. For years and other numbers that are
  /// names, `number` is the field.
  static func count(_ name: String, _ note: String, _ get: @escaping @Sendable (Model) -> Int?) -> Self {
    .text(name, note) { model in get(model).map { Figure.text(Amount($0)) } }
  }
}

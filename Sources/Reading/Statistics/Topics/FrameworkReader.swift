import Archive

/// Reads the frameworks of `topics.yml` and what is aligned with them.
enum FrameworkReader {
  static let keys: Set<String> = ["id", "zh", "en", "issuer", "published", "years", "note", "parts", "items"]
  private static let partKeys: Set<String> = ["id", "zh", "en", "items"]

  static func framework(_ entry: VocabularyEntry) throws(TableError) -> Framework {
    var framework = Framework(
      id: try entry.required("id"), zh: try entry.required("zh"), en: try entry.required("en"),
      issuer: try entry.text("issuer"), published: try entry.text("published"),
      years: try entry.span("years"),
      note: try entry.text("note"))
    for part in try entry.entries("parts", known: partKeys) {
      framework.parts.append(
        Framework.Part(
          id: try part.required("id"), zh: try part.required("zh"), en: try part.required("en"),
          items: try part.span("items")))
    }
    if let items = try entry.entry("items") {
      for key in items.keys {
        guard let number = Int(key) else {
          throw items.fault(key, "`\(key)` is not an item's number; write `12: name`")
        }
        framework.items.append(Framework.Item(number: number, zh: try items.required(key)))
      }
      framework.items.sort { $0.number < $1.number }
    }
    return framework
  }

  /// Takes over what an entry says of each framework: `outline2021: [13, 14]`.
  static func align(
    _ id: String, _ entry: VocabularyEntry, _ frameworks: inout [Framework]
  ) throws(TableError) {
    for index in frameworks.indices where entry.has(frameworks[index].id) {
      let framework = frameworks[index]
      for name in try entry.texts(framework.id) {
        let isPart = framework.parts.contains { $0.id == name.text }
        let isItem = Int(name.text).map { number in
          framework.parts.contains { $0.items?.contains(number) == true }
        }
        guard isPart || isItem == true else {
          throw TableError(
            file: entry.file, line: name.line,
            message: "`\(framework.id)` has no part or item `\(name.text)`; use one of those listed there")
        }
        frameworks[index].alignment[id, default: []].append(name.text)
      }
    }
  }
}

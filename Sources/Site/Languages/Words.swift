import Archive
import Synchronization

/// The language of an edition of the site, as the program speaks it: words that depend on a value, names of
/// divisions, metrics and units.
///
/// A reference, since every page of an edition has it.
public final class Words: Sendable {
  /// How names are written.
  enum Script { case hans, hant, latin }

  /// A BCP 47 tag.
  public let language: String
  let script: Script
  private let texts: [Phrase: Template]
  private let names: NameTable
  /// Of all words and names.
  let fingerprint: UInt64

  /// A text with places for values.
  private struct Template: Sendable {
    var pieces: [Piece] = []
    enum Piece: Sendable {
      case text(String)
      case value(String)
    }
  }

  /// Texts that the table lacks are empty; `StringTable.faults` says which.
  ///
  /// Throws for a text that names a value which the program does not give.
  public init(_ table: StringTable, names: NameTable) throws(TableError) {
    language = table.language
    script =
      table.language.hasPrefix("zh-Hant") ? .hant : table.language.hasPrefix("zh") ? .hans : .latin
    self.names = names
    var texts: [Phrase: Template] = [:]
    var digest = Fingerprint()
    for entry in table.entries {
      guard let phrase = Phrase(rawValue: entry.key) else { continue }
      texts[phrase] = try Words.template(entry, for: phrase, file: table.file)
      digest.add(entry.key)
      digest.add(entry.text)
    }
    if script != .hans { digest.add(Int(bitPattern: UInt(truncatingIfNeeded: names.fingerprint))) }
    self.texts = texts
    fingerprint = digest.value
  }

  private static func template(
    _ entry: StringTable.Entry, for phrase: Phrase, file: String
  ) throws(TableError) -> Template {
    var template = Template()
    var rest = entry.text[...]
    while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
      let name = Text.trimmed(String(rest[open.upperBound..<close.lowerBound]))
      guard phrase.parameters.contains(name) else {
        let known = phrase.parameters.map { "{{\($0)}}" }.joined(separator: ", ")
        throw TableError(
          file: file, line: entry.line,
          message: "`\(entry.key)` has no value `\(name)`; "
            + (known.isEmpty ? "it has none at all" : "it has \(known)"))
      }
      if rest.startIndex < open.lowerBound {
        template.pieces.append(.text(String(rest[..<open.lowerBound])))
      }
      template.pieces.append(.value(name))
      rest = rest[close.upperBound...]
    }
    if !rest.isEmpty { template.pieces.append(.text(String(rest))) }
    return template
  }

  subscript(_ phrase: Phrase) -> String {
    if case .text(let text)? = texts[phrase]?.pieces.first { return text }
    return ""
  }

  /// The phrase with values in their places.
  func callAsFunction(_ phrase: Phrase, _ values: KeyValuePairs<String, String>) -> String {
    var out = ""
    for piece in texts[phrase]?.pieces ?? [] {
      switch piece {
      case .text(let text): out += text
      case .value(let name): out += values.first { $0.key == name }?.value ?? ""
      }
    }
    return out
  }

  // MARK: Names

  /// A division as the edition calls it; `printed` where its language has no name for it.
  func division(_ adcode: Adcode, _ printed: String) -> String {
    switch script {
    case .hans: printed
    case .hant: names.hant(printed) ?? printed
    case .latin: names.english(printed) ?? names.english(adcode) ?? printed
    }
  }

  func division(_ region: Region?) -> String { region.map { division($0.adcode, $0.name) } ?? "" }

  func name(of metric: Metric) -> String { name(metric.zh, english: metric.en) }
  func name(of topic: Topic) -> String { name(topic.zh, english: topic.en) }
  func name(of framework: Framework) -> String { name(framework.zh, english: framework.en) }
  func name(of part: Framework.Part) -> String { name(part.zh, english: part.en) }

  /// What is known of differences in a metric's definition, with the language it is written in.
  func variants(of metric: Metric) -> (text: String, language: String)? {
    let english = Text.present(metric.variants).map { (text: $0, language: "en") }
    let chinese = Text.present(metric.variantsZh).map { (text: word($0), language: "zh-Hans") }
    return script == .latin ? english ?? chinese : chinese ?? english
  }

  private func name(_ chinese: String, english: String) -> String {
    switch script {
    case .hans: chinese
    case .hant: names.hant(chinese) ?? chinese
    case .latin: Text.present(english) ?? chinese
    }
  }

  /// The name that stands beside `name`: English on Chinese pages, Chinese on others.
  func otherName(_ chinese: String, english: String) -> String { script == .latin ? chinese : english }
  var otherLanguage: String { script == .latin ? "zh-Hans" : "en" }

  /// A unit of measure or another word of the table of names; as printed where the language has none for it.
  func word(_ printed: String) -> String {
    switch script {
    case .hans: printed
    case .hant: names.hant(printed) ?? printed
    case .latin: names.english(printed) ?? printed
    }
  }

  /// Whether reports are printed in the edition's own language, as most are.
  var isPrinted: Bool { script == .hans }

  // MARK: Numbers

  /// What an axis says: `2万`, `1.5亿`; in letters `20k`.
  func short(_ value: Double) -> String {
    let (large, huge) = script == .latin ? (1e3, 1e6) : (1e4, 1e8)
    switch value.magnitude {
    case huge...: return self(.axisHuge, ["value": Figure.text(value / huge, decimals: 2)])
    case large...: return self(.axisLarge, ["value": Figure.text(value / large, decimals: 2)])
    default: return Figure.text(value, decimals: 2)
    }
  }

  func year(_ year: Int) -> String { self(.yearLabel, ["year": String(year)]) }
}

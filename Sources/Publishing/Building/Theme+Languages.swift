import Archive
import Mustache
import Site

extension Theme {
  /// All templates in one language.
  struct Edition: Sendable {
    let templates: TemplateSet
    /// Of all the text that a page's template can show, by the template's name.
    let fingerprints: [String: UInt64]

    init(_ sources: [TemplateSource]) throws(TemplateErrors) {
      templates = try TemplateSet(sources: sources, pages: SiteBuilder.templates)
      let texts = Dictionary(
        sources.map { ($0.name, Fingerprint.of($0.bytes)) }, uniquingKeysWith: { first, _ in first })
      var fingerprints: [String: UInt64] = [:]
      for (page, _) in SiteBuilder.templates {
        var digest = Fingerprint()
        for name in templates.dependencies(of: page) {
          digest.add(name)
          digest.add(texts[name] ?? 0)
        }
        fingerprints[page] = digest.value
      }
      self.fingerprints = fingerprints
    }
  }

  /// Keys of the words that the program and these templates want.
  static func wanted(_ templates: [TemplateSource]) -> Set<String> {
    var keys = Set(Phrase.allCases.map(\.rawValue))
    for template in templates { keys.formUnion(StringTable.calls(in: template.bytes)) }
    return keys
  }

  /// The words of each language, all of them complete.
  static func tables(
    _ files: [(path: String, bytes: [UInt8])], _ languages: [String], _ shown: String, wanted: Set<String>
  ) throws(Failure) -> [(language: String, table: StringTable)] {
    var tables: [(language: String, table: StringTable)] = []
    var faults: [TableError] = []
    for language in languages {
      let path = "strings/\(language).yml"
      guard let file = files.first(where: { $0.path == path }) else {
        let known = files.filter { $0.path.hasPrefix("strings/") && $0.path.hasSuffix(".yml") }
          .map { String($0.path.dropFirst("strings/".count).dropLast(".yml".count)) }
        throw .wordless([
          TableError(
            file: "\(shown)/\(path)", line: 1,
            message: "no such file, though site.yml names the language `\(language)`; "
              + (known.isEmpty
                ? "copy the folder strings from the templates of Annals"
                : "write it, or name one of \(known.joined(separator: ", "))"))
        ])
      }
      do throws(TableError) {
        let table = try StringTable(parsing: file.bytes, language: language, file: "\(shown)/\(path)")
        faults += table.missing(of: wanted)
        tables.append((language, table))
      } catch {
        faults.append(error)
      }
    }
    if !faults.isEmpty { throw .wordless(faults) }
    return tables
  }
}

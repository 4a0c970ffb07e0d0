import Archive
import Yams

/// Reads `Content/site.yml` and the free pages below `Content/pages`.
public enum ArchiveSettings {
  /// Settings with what is wrong in them; a file that is not YAML gives errors and the defaults.
  public static func site(_ bytes: [UInt8]) -> (settings: SiteSettings, diagnostics: [Diagnostic]) {
    var settings = SiteSettings(title: "法治政府建设年度报告档案")
    var diagnostics: [Diagnostic] = []
    func fail(_ severity: Diagnostic.Severity, _ line: Int?, _ message: String) {
      diagnostics.append(Diagnostic(severity, code: "site", line: line, message: message))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      fail(.error, nil, "not UTF-8; save it as UTF-8")
      return (settings, diagnostics)
    }
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch {
      let found = Corrections.describe(error)
      fail(.error, found.line, "not YAML: \(found.problem); mend the line")
      return (settings, diagnostics)
    }
    guard let node else { return (settings, diagnostics) }
    guard case .mapping(let mapping) = node else {
      fail(.error, 1, "not a list of `key: value` lines; write one setting on each line")
      return (settings, diagnostics)
    }
    var texts: [SiteSettings.Text: Node] = [:]
    for (key, value) in mapping {
      let text = value.string.flatMap { $0.isEmpty ? nil : $0 }
      switch key.string {
      case "title" where value.mapping == nil && text == nil:
        fail(.error, key.mark?.line, "`title` is empty; name the archive")
      case "title", "subtitle", "licence", "contact":
        guard let field = key.string.flatMap(SiteSettings.Text.init) else { continue }
        texts[field] = value
      case "language", "languages":
        let named =
          value.array(of: String.self).isEmpty ? text.map { [$0] } ?? [] : value.array(of: String.self)
        var seen: Set<String> = []
        for language in named where !seen.insert(language).inserted {
          fail(.warning, value.mark?.line, "`\(language)` is named twice; once is enough")
        }
        if let wrong = named.first(where: { !isLanguage($0) }) {
          fail(.error, value.mark?.line, "`\(wrong)` is no language; write `zh-Hans`, `zh-Hant` or `en`")
        } else if !named.isEmpty {
          settings.languages = named.filter { seen.remove($0) != nil }
        }
      case "baseURL": settings.baseURL = text
      case "output": break
      default: fail(.warning, key.mark?.line, "unknown setting `\(key.string ?? "?")`; it has no effect")
      }
    }
    for field in SiteSettings.Text.allCases {
      if let node = texts[field] { take(node, as: field, into: &settings, &diagnostics) }
    }
    return (settings, diagnostics)
  }

  /// A text, or a text for each of several languages: the first of the site's own that has one is the main one.
  private static func take(
    _ node: Node, as field: SiteSettings.Text, into settings: inout SiteSettings,
    _ diagnostics: inout [Diagnostic]
  ) {
    var main = node.string.flatMap { $0.isEmpty ? nil : $0 }
    if let mapping = node.mapping {
      for (language, text) in mapping {
        guard let language = language.string, let text = text.string, !text.isEmpty else { continue }
        if !settings.languages.contains(language) {
          diagnostics.append(
            Diagnostic(
              .warning, code: "site", line: node.mark?.line,
              message: "`\(field.rawValue)` has a text for `\(language)`, which `language` does not name"))
        }
        settings.translations[language, default: [:]][field] = text
      }
      let known = settings.translations
      main = settings.languages.compactMap { known[$0]?[field] }.first
    }
    switch field {
    case .title: settings.title = main ?? settings.title
    case .subtitle: settings.subtitle = main
    case .licence: settings.licence = main
    case .contact: settings.contact = main
    }
  }

  /// Letters, digits and hyphens: a language names a file and a folder.
  private static func isLanguage(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 35 && !text.utf8.starts(with: "-".utf8)
      && text.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
          || byte == UInt8(ascii: "-")
      }
  }

  /// A free page: its title from front matter or its first heading, else its file's name.
  public static func page(_ bytes: [UInt8], slug: String, decoder: TextDecoder) -> (
    title: String, markdown: [UInt8], diagnostics: [Diagnostic]
  ) {
    do {
      let text = try decoder.decode(bytes)
      var start = 0
      var title: String?
      var diagnostics: [Diagnostic] = []
      switch FrontMatterBlock.find(in: text) {
      case .block(let block):
        start = block.lastLine
        let given = Corrections(yaml: block.yaml, firstLine: block.firstLine)
        title = given.fields[.title]?.string
        diagnostics = given.diagnostics
      case .unclosed:
        diagnostics = [
          Diagnostic(
            .error, code: "front-matter", line: 1,
            message: "front matter is never closed; end it with a line of `---`")
        ]
      case .none: break
      }
      var markdown =
        text.encoding == .utf8 ? ReportReader.tail(of: bytes, after: start) : text.utf8(from: start)
      let heading = MarkdownPage.takeTitle(from: &markdown)
      return (title ?? heading ?? slug, markdown, diagnostics)
    } catch {
      return (slug, [], [ReportReader.diagnostic(error)])
    }
  }
}

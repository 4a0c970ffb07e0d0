import Foundation
import Mustache
import Site
import TestSupport
import Testing

/// `Templates/README.md` lists what every template may name. The list is made from the code: with
/// `ANNALS_WRITE_GUIDE=1` in the environment this test writes it, without it compares.
struct TemplateGuideTests {
  private static let path = Repository.root + "/Templates/README.md"
  private static let start = "<!-- values: made by the tests, not by hand -->\n"

  @Test func theListIsWhatTheCodeSays() throws {
    let text = try String(contentsOfFile: Self.path, encoding: .utf8)
    let parts = text.components(separatedBy: Self.start)
    try #require(parts.count == 2, "the mark where the list begins stands once")
    let wanted = parts[0] + Self.start + TemplateGuide.text(SiteBuilder.templates)
    if ProcessInfo.processInfo.environment["ANNALS_WRITE_GUIDE"] != nil {
      try wanted.write(toFile: Self.path, atomically: true, encoding: .utf8)
      return
    }
    #expect(
      text == wanted, "the list is stale; run ANNALS_WRITE_GUIDE=1 swift test --filter TemplateGuideTests")
  }
}

/// The shapes of all templates as Markdown tables, each shape once.
enum TemplateGuide {
  static func text(_ templates: [(template: String, shape: Shape)]) -> String {
    var out = ""
    // What every page has comes first and is not said again.
    let common = templates.dropFirst().reduce(into: Set(templates[0].shape.fields.map(\.name))) {
      names, next in
      names.formIntersection(next.shape.fields.map(\.name))
    }
    out += "\n### On every page\n\n"
    out += table(templates[0].shape.fields.filter { common.contains($0.name) })
    var parts: [Shape] = []
    func collect(_ shape: Shape) {
      for field in shape.fields {
        switch field.kind {
        case .list(let inner), .record(let inner):
          if !parts.contains(where: { $0 === inner }) {
            parts.append(inner)
            collect(inner)
          }
        default: break
        }
      }
    }
    for (template, shape) in templates {
      let own = shape.fields.filter { !common.contains($0.name) }
      out += "\n### `\(template).html`\n\n"
      out += own.isEmpty ? "Nothing else.\n" : table(own)
      collect(shape)
    }
    out += "\n## Parts of pages\n"
    for part in parts.sorted(by: { $0.name < $1.name }) {
      out += "\n### \(part.name)\n\n" + table(part.fields)
    }
    return out
  }

  private static func table(_ fields: [Field]) -> String {
    "| name | holds | what it is |\n| --- | --- | --- |\n"
      + fields.map {
        "| `\($0.name)` | \(words($0.kind)) | \($0.note.replacingOccurrences(of: "|", with: "\\|")) |\n"
      }
      .joined()
  }

  private static func words(_ kind: Kind) -> String {
    switch kind {
    case .text: "text"
    case .number: "number"
    case .flag: "flag"
    case .markup: "HTML"
    case .texts: "list of texts"
    case .list(let shape): "list of [\(shape.name)](#\(anchor(shape.name)))"
    case .record(let shape): "[\(shape.name)](#\(anchor(shape.name)))"
    }
  }

  /// As Markdown readers make ids of headings.
  private static func anchor(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }
      .replacingOccurrences(of: " ", with: "-")
  }
}

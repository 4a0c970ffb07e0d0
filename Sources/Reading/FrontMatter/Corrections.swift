import Archive
import Yams

/// What a curator says of a report, in front matter or in a sidecar: each field given wins over what was read.
struct Corrections {
  var fields: [Field: Node] = [:]
  var diagnostics: [Diagnostic] = []
  /// Set by `apply`, when the id given is one.
  var id: String?
  /// Added to a line of the YAML to give the line of its file.
  let lineOffset: Int

  enum Field: String, CaseIterable {
    case id, title, titleDerived, issuer, unit, region, level, year, published, signed, delivered,
      documentNumber,
      indexNumber, category, source, sourceURL, captured, addressees, script
    /// `markdown`: the text below is Markdown and is not read as a portal's page.
    case format
  }

  /// - Parameter firstLine: the line of its file on which the YAML starts.
  init(yaml: String, firstLine: Int) {
    lineOffset = firstLine - 1
    // Most reports have none, and asking Yams costs as much as reading a page.
    if yaml.isEmpty { return }
    do {
      guard let node = try Yams.compose(yaml: yaml) else { return }
      guard case .mapping(let mapping) = node else {
        fail(line: firstLine, "front matter is not a list of `key: value` lines; write one key on each line")
        return
      }
      for (key, value) in mapping {
        let line = (key.mark?.line ?? 1) + firstLine - 1
        guard let name = key.string, let field = Field(rawValue: name) else {
          diagnostics.append(
            Diagnostic(
              .warning, code: "front-matter-unknown-key", line: line,
              message:
                "unknown key `\(key.string ?? "?")`\(Corrections.hint(key.string ?? "")); it has no effect"))
          continue
        }
        fields[field] = value
      }
    } catch {
      let (line, problem) = Corrections.describe(error)
      fail(
        line: firstLine + max(0, line - 1),
        "front matter is not YAML: \(problem); mend it or remove the lines between `---`")
    }
  }

  var isBroken: Bool { diagnostics.contains { $0.severity == .error } }

  private mutating func fail(line: Int, _ message: String) {
    diagnostics.append(Diagnostic(.error, code: "front-matter", line: line, message: message))
  }

  /// Line, counted in the YAML, and what is wrong there.
  static func describe(_ error: any Error) -> (line: Int, problem: String) {
    guard let error = error as? YamlError else { return (1, "it cannot be read") }
    return switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (mark.line, problem)
    case .duplicatedKeysInMapping(let duplicates, let context):
      (context.mark.line, "the key `\(duplicates.map { $0.description }.sorted().first ?? "?")` stands twice")
    default: (1, "it cannot be read")
    }
  }

  private static func hint(_ name: String) -> String {
    let plain = name.lowercased().filter { $0.isLetter }
    let near = Field.allCases.first { $0.rawValue.lowercased() == plain }
    return near.map { ", did you mean `\($0.rawValue)`?" } ?? ""
  }
}

extension Corrections {
  /// A sidecar stands beside its file and wins over the front matter, field by field.
  mutating func merge(sidecar bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      diagnostics.append(
        Diagnostic(
          .error, code: "front-matter", message: "the sidecar (.yml) is not UTF-8; save it as UTF-8"))
      return
    }
    let other = Corrections(yaml: text, firstLine: 1)
    fields.merge(other.fields) { _, sidecar in sidecar }
    diagnostics += other.diagnostics.map { found in
      var found = found
      found.message = "sidecar line \(found.line ?? 1): \(found.message)"
      found.line = nil
      return found
    }
  }
}

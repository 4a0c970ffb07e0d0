import Archive
import Yams

extension Corrections {
  /// Puts every field given in place of what was read; says what cannot be used, and leaves that field as it was.
  mutating func apply(to masthead: inout Masthead, gazetteer: Gazetteer) {
    func text(_ field: Field) -> String?? {
      guard let node = fields[field] else { return nil }
      if case .scalar(let scalar) = node {
        return .some(isNull(node) ? nil : Corrections.plain(scalar.string))
      }
      reject(field, node, "is no text; write `\(field.rawValue): ` and the text on one line")
      return nil
    }
    if let value = text(.title) {
      masthead.title = value
      masthead.titleDerived = false
    }
    if let flag = fields[.titleDerived]?.bool { masthead.titleDerived = flag }
    if let value = text(.issuer) { masthead.issuer = value }
    if let value = text(.unit) { masthead.unit = value }
    if let value = text(.documentNumber) { masthead.documentNumber = value }
    if let value = text(.indexNumber) { masthead.indexNumber = value }
    if let value = text(.category) { masthead.category = value }
    if let value = text(.source) { masthead.source = value }
    if let value = text(.sourceURL) { masthead.sourceURL = value }
    if let node = fields[.addressees] {
      masthead.addressees =
        (node.sequence.map { $0.compactMap(\.string) }
        ?? (isNull(node) ? [] : node.string.map { [$0] } ?? []))
        .compactMap(Corrections.plain)
    }
    if let year { masthead.year = year }
    if year == nil, let node = fields[.year] {
      reject(.year, node, "is no year from 1949 to 2100; write `year: 2023`")
    }
    if let value = choice(.level, ReportingLevel.allCases.map(\.rawValue)) {
      masthead.level = ReportingLevel(rawValue: value)
    }
    if let value = choice(.script, ["hans", "hant"]), let script = Script(rawValue: value) {
      masthead.script = script
    }
    day(.published, \.published, &masthead)
    day(.signed, \.signed, &masthead)
    day(.delivered, \.delivered, &masthead)
    day(.captured, \.captured, &masthead)
    applyRegion(to: &masthead, gazetteer)
    if let node = fields[.id] {
      if let value = node.string, ReportIdentity.isValid(value) {
        id = value
      } else {
        reject(.id, node, "may hold only letters a-z, digits and hyphens, and no more than 64 of them")
      }
    }
  }

  /// The year given, if it is one; the region is found as of it.
  var year: Int? { fields[.year].flatMap { $0.int }.flatMap { (1949...2100).contains($0) ? $0 : nil } }

  /// Whether the text below the front matter is Markdown already.
  var saysMarkdown: Bool { fields[.format]?.string == "markdown" }

  private mutating func applyRegion(to masthead: inout Masthead, _ gazetteer: Gazetteer) {
    guard let node = fields[.region] else { return }
    guard let value = node.string, let adcode = Adcode(value),
      let division = gazetteer.division(adcode, year: masthead.year)
    else {
      return reject(
        .region, node, "is no code of the division table; look it up in Content/vocabulary/divisions.tsv")
    }
    let before = masthead.region
    masthead.region = gazetteer.region(division, year: masthead.year)
    if fields[.level] == nil, masthead.unit == nil, masthead.region != before {
      masthead.level = masthead.region.map { ReportingLevel($0.level) }
    }
  }

  private mutating func day(
    _ field: Field, _ path: WritableKeyPath<Masthead, Day?>, _ masthead: inout Masthead
  ) {
    guard let node = fields[field] else { return }
    if isNull(node) {
      masthead[keyPath: path] = nil
    } else if let text = node.string, let day = Day(iso: text) {
      masthead[keyPath: path] = day
    } else {
      reject(field, node, "is no day; write `\(field.rawValue): 2024-03-31`")
    }
  }

  private mutating func choice(_ field: Field, _ allowed: [String]) -> String? {
    guard let node = fields[field] else { return nil }
    if let value = node.string, allowed.contains(value) { return value }
    reject(field, node, "is none of \(allowed.joined(separator: ", "))")
    return nil
  }

  /// On one line and without what cannot be shown: `"\0"` and `"\e[31m"` are YAML. Nil when nothing is left.
  private static func plain(_ text: String) -> String? {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0...0x1F, 0x7F...0x9F, 0x2028, 0x2029: scalars.append(" ")
      case 0xFDD0...0xFDEF: continue
      case let value where value & 0xFFFE == 0xFFFE: continue
      default: scalars.append(scalar)
      }
    }
    let spaces: Set<Unicode.Scalar> = [" ", "\u{A0}", "\u{3000}"]
    let start = scalars.firstIndex { !spaces.contains($0) }
    guard let start, let last = scalars.lastIndex(where: { !spaces.contains($0) }) else { return nil }
    return String(scalars[start...last])
  }

  private func isNull(_ node: Node) -> Bool {
    guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any else {
      return false
    }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  private mutating func reject(_ field: Field, _ node: Node, _ why: String) {
    diagnostics.append(
      Diagnostic(
        .error, code: "front-matter-value", line: node.mark.map { $0.line + lineOffset },
        message: "`\(field.rawValue): \(node.string ?? "…")` \(why)"))
  }
}

import Archive
import Mustache
import Yams

/// The words of the interface in one language, from `Templates/strings/<language>.yml`: `key: text` on each line.
///
/// A text is put into templates by `{{>strings/key}}` and may hold variables and sections of the place where it is
/// called. It is text, not HTML: what stands outside `{{ }}` is escaped.
public struct StringTable: Sendable {
  /// A BCP 47 tag.
  public let language: String
  /// As messages show it.
  public let file: String
  /// In the order of the file.
  public let entries: [Entry]

  public struct Entry: Sendable {
    public let key: String
    public let text: String
    /// From 1.
    public let line: Int
  }

  /// Throws for what is no list of texts and for keys given twice.
  public init(parsing bytes: [UInt8], language: String, file: String) throws(TableError) {
    self.language = language
    self.file = file
    func fail(_ line: Int, _ message: String) -> TableError {
      TableError(file: file, line: line, message: message)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw fail(1, "not UTF-8; save it as UTF-8")
    }
    let node: Node?
    do {
      // All values are texts here: none is tried as a number, a date or a truth.
      node = try Yams.compose(yaml: text, .basic)
    } catch {
      if case YamlError.duplicatedKeysInMapping(let keys, _) = error, let key = keys.first {
        throw fail(StringTable.lastLine(of: key, in: text), "`\(key)` is given twice; keep one")
      }
      let line = (error as? YamlError).flatMap(StringTable.line) ?? 1
      throw fail(line, "not YAML; write `key: text` on each line, in quotation marks where it holds `: `")
    }
    guard let node else {
      entries = []
      return
    }
    guard case .mapping(let mapping) = node else {
      throw fail(1, "not a list of `key: text` lines; write one text on each line")
    }
    var entries: [Entry] = []
    for (key, value) in mapping {
      let line = key.mark?.line ?? 1
      guard let name = key.string, let scalar = value.scalar else {
        throw fail(line, "not a text; write `key: text`, in quotation marks where it holds `: `")
      }
      entries.append(Entry(key: name, text: scalar.string, line: line))
    }
    self.entries = entries
  }

  private static func line(of error: YamlError) -> Int? {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    default: nil
    }
  }

  /// The line of the last `key:`.
  private static func lastLine(of key: String, in text: String) -> Int {
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    return (lines.lastIndex { $0.starts(with: (key + ":").utf8) } ?? 0) + 1
  }

  /// What stands before a key where a template calls it.
  public static let prefix = "strings/"

  /// The texts as partials of templates.
  public var sources: [TemplateSource] {
    entries.map {
      TemplateSource(
        name: StringTable.prefix + $0.key, file: file, bytes: StringTable.escaped($0.text), firstLine: $0.line
      )
    }
  }

  /// Texts that are wanted, by the program or by templates, and are not there.
  public func missing(of wanted: Set<String>) -> [TableError] {
    let keys = Set(entries.map(\.key))
    return wanted.subtracting(keys).sorted().map { key in
      TableError(
        file: file, line: max(1, entries.last?.line ?? 1),
        message: "no text for `\(key)`; add a line `\(key): ...`")
    }
  }

  /// Texts that nothing wants: misspelt ones, or what a changed template has left.
  public func unknown(beside wanted: Set<String>) -> [TableError] {
    let keys = Set(entries.map(\.key))
    return entries.filter { !wanted.contains($0.key) }.map { entry in
      let near = Spelling.nearest(to: entry.key, among: wanted.subtracting(keys).sorted())
      return TableError(
        file: file, line: entry.line,
        message: "nothing asks for the text `\(entry.key)`; "
          + (near.map { "did you mean `\($0)`?" } ?? "remove the line"))
    }
  }

  /// Keys that a template calls: `skip` for `{{>strings/skip}}`.
  public static func calls(in template: [UInt8]) -> [String] {
    var keys: [String] = []
    var rest = template[...]
    while let brace = rest.firstIndex(of: UInt8(ascii: "{")) {
      rest = rest[brace...]
      guard rest.starts(with: "{{>".utf8) else {
        rest = rest.dropFirst()
        continue
      }
      rest = rest.dropFirst(3).drop { $0 <= 0x20 }
      let name = rest.prefix { $0 != UInt8(ascii: "}") && $0 > 0x20 }
      if name.starts(with: prefix.utf8) {
        keys.append(String(decoding: name.dropFirst(prefix.utf8.count), as: UTF8.self))
      }
    }
    return keys
  }

  /// HTML of a text whose tags stay as they are.
  private static func escaped(_ text: String) -> [UInt8] {
    var out: [UInt8] = []
    var isInTag = false
    var last: UInt8 = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "{"), last == byte { isInTag = true }
      switch byte {
      case UInt8(ascii: "&") where !isInTag: out += Array("&amp;".utf8)
      case UInt8(ascii: "<") where !isInTag: out += Array("&lt;".utf8)
      case UInt8(ascii: ">") where !isInTag: out += Array("&gt;".utf8)
      case UInt8(ascii: "\"") where !isInTag: out += Array("&quot;".utf8)
      default: out.append(byte)
      }
      if byte == UInt8(ascii: "}"), last == byte { isInTag = false }
      last = byte
    }
    return out
  }
}

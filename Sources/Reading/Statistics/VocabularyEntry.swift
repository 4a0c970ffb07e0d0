import Archive
import Yams

/// One `key: value` block of a YAML vocabulary, read field by field; each fault names file and line.
struct VocabularyEntry {
  let file: String
  /// 1-based line on which the entry starts.
  let line: Int
  private let fields: [String: Node]
  /// Keys in the order of the file.
  let keys: [String]

  /// The whole file.
  static func root(_ bytes: [UInt8], file: String, known: Set<String>) throws(TableError) -> VocabularyEntry {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw TableError(file: file, line: 1, message: "not UTF-8; save the file as UTF-8")
    }
    let node: Node?
    do {
      // All values are texts here: none is tried as a number, a date or a truth.
      node = try Yams.compose(yaml: text, .basic)
    } catch {
      let found = Corrections.describe(error)
      throw TableError(file: file, line: found.line, message: "not YAML: \(found.problem); mend the line")
    }
    guard let node else {
      throw TableError(file: file, line: 1, message: "the file is empty; put it back from the project's own")
    }
    return try VocabularyEntry(node, file: file, known: known)
  }

  init(_ node: Node, file: String, known: Set<String>?) throws(TableError) {
    self.file = file
    line = node.mark?.line ?? 1
    guard case .mapping(let mapping) = node else {
      throw TableError(
        file: file, line: line, message: "not a list of `key: value`; give each entry its fields")
    }
    var fields: [String: Node] = [:]
    var keys: [String] = []
    for (key, value) in mapping {
      let name = key.string ?? ""
      if let known, !known.contains(name) {
        throw TableError(
          file: file, line: key.mark?.line ?? line,
          message: "unknown key `\(name)`; the keys here are \(known.sorted().joined(separator: ", "))")
      }
      fields[name] = value
      keys.append(name)
    }
    self.fields = fields
    self.keys = keys
  }

  func has(_ key: String) -> Bool { fields[key] != nil }

  func fault(_ key: String? = nil, _ message: String) -> TableError {
    TableError(file: file, line: key.flatMap { fields[$0]?.mark?.line } ?? line, message: message)
  }

  func text(_ key: String) throws(TableError) -> String? {
    guard let node = fields[key] else { return nil }
    guard case .scalar(let scalar) = node, !scalar.string.isEmpty else {
      throw fault(key, "`\(key)` is not a text; write it behind the colon or delete the key")
    }
    return scalar.string
  }

  func required(_ key: String) throws(TableError) -> String {
    guard let text = try text(key) else { throw fault(nil, "no `\(key)`; add it to this entry") }
    return text
  }

  func number(_ key: String) throws(TableError) -> Int? {
    guard let text = try text(key) else { return nil }
    guard let number = Int(text) else {
      throw fault(key, "`\(key)` is `\(text)`, not a number; write digits")
    }
    return number
  }

  /// The texts of a list, each with its line.
  func texts(_ key: String) throws(TableError) -> [(text: String, line: Int)] {
    try nodes(key).map { node throws(TableError) in
      guard case .scalar(let scalar) = node, !scalar.string.isEmpty else {
        throw TableError(
          file: file, line: node.mark?.line ?? line,
          message: "`\(key)` holds something that is not a text; mend it")
      }
      return (scalar.string, node.mark?.line ?? line)
    }
  }

  /// `[first, last]`.
  func span(_ key: String) throws(TableError) -> ClosedRange<Int>? {
    guard has(key) else { return nil }
    let numbers = try texts(key).map { Int($0.text) }
    guard numbers.count == 2, let first = numbers[0], let last = numbers[1], first <= last else {
      throw fault(key, "`\(key)` is not a span; write it as [first, last]")
    }
    return first...last
  }

  func entries(_ key: String, known: Set<String>?) throws(TableError) -> [VocabularyEntry] {
    try nodes(key).map { node throws(TableError) in try VocabularyEntry(node, file: file, known: known) }
  }

  func entry(_ key: String) throws(TableError) -> VocabularyEntry? {
    guard let node = fields[key] else { return nil }
    return try VocabularyEntry(node, file: file, known: nil)
  }

  private func nodes(_ key: String) throws(TableError) -> [Node] {
    guard let node = fields[key] else { return [] }
    guard case .sequence(let sequence) = node else {
      throw fault(key, "`\(key)` is not a list; write it in [ ] or with a `-` before each")
    }
    return Array(sequence)
  }
}

/// The part of a file that a `Range` header asks for.
enum ByteRange: Equatable, Sendable {
  /// No header, or one to pass over: other units, bad syntax, or several ranges, which a server may answer
  /// whole.
  case whole
  case part(Range<Int>)
  /// Nothing of it is in the file: 416.
  case unsatisfiable

  init(_ header: String?, size: Int) {
    self = .whole
    guard let header, let equals = header.firstIndex(of: "="),
      header[..<equals].lowercased() == "bytes"
    else { return }
    let text = header[header.index(after: equals)...].filter { $0 != " " && $0 != "\t" }
    guard !text.contains(","), let dash = text.firstIndex(of: "-") else { return }
    let (first, last) = (text[..<dash], text[text.index(after: dash)...])
    if first.isEmpty {
      guard let count = Self.number(last) else { return }
      self = count == 0 || size == 0 ? .unsatisfiable : .part(max(0, size - count)..<size)
      return
    }
    guard let start = Self.number(first) else { return }
    guard !last.isEmpty else {
      self = start < size ? .part(start..<size) : .unsatisfiable
      return
    }
    guard let end = Self.number(last), end >= start else { return }
    self = start < size ? .part(start..<min(size, end == .max ? end : end + 1)) : .unsatisfiable
  }

  /// Digits only; a number too large for any file counts as the largest.
  private static func number(_ text: some StringProtocol) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text) ?? .max
  }
}

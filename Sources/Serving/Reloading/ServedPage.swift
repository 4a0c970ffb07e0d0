/// A page as it is served: the file's bytes, with the script that keeps it fresh. The file itself stays as it
/// is.
struct ServedPage {
  private(set) var bytes: [UInt8]

  /// - Parameters:
  ///   - tag: of the page as served, which the script compares.
  ///   - isElsewhere: true when the page answers for an address in another folder than its own.
  init(_ page: [UInt8], tag: String, isElsewhere: Bool = false) {
    bytes = page
    let script = Array("<script src=\"\(ReloadScript.address)\" data-version=\(tag)></script>\n".utf8)
    let end = Bytes.last("</body", in: bytes) ?? bytes.count
    bytes.insert(contentsOf: script, at: end)
    allowConnection()
    if isElsewhere { setBase() }
  }

  /// Lets the links of the 404 page, relative to the root, work from any depth.
  private mutating func setBase() {
    guard let head = Bytes.first("<head", in: bytes[...]),
      let end = bytes[head...].firstIndex(of: UInt8(ascii: ">"))
    else { return }
    bytes.insert(contentsOf: Array("<base href=\"/\">".utf8), at: end + 1)
  }

  /// A page whose policy forbids every connection (`default-src 'none'`) could not hear of builds: here, and
  /// only here, it may connect to where it came from.
  private mutating func allowConnection() {
    guard let name = Bytes.first("content-security-policy", in: bytes.prefix(1 << 14)),
      let tag = bytes[..<name].lastIndex(of: UInt8(ascii: "<")),
      let content = Bytes.first("content=", in: bytes[tag...].prefix(1 << 13)),
      content + 8 < bytes.count
    else { return }
    let quote = bytes[content + 8]
    let start = content + 9
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
      let end = bytes[start...].firstIndex(of: quote)
    else { return }
    let policy = String(decoding: bytes[start..<end], as: UTF8.self)
    if let relaxed = Self.relaxed(policy) { bytes.replaceSubrange(start..<end, with: Array(relaxed.utf8)) }
  }

  /// The policy with connections to its own origin allowed; nil when they are allowed already.
  static func relaxed(_ policy: String) -> String? {
    var directives = policy.split(separator: ";").map {
      $0.split(whereSeparator: \.isWhitespace).map(String.init)
    }
    func index(_ name: String) -> Int? { directives.firstIndex { $0.first?.lowercased() == name } }
    func allows(_ index: Int) -> Bool {
      directives[index].dropFirst().contains { ["'self'", "*", "http:"].contains($0.lowercased()) }
    }
    if let own = index("connect-src") {
      if allows(own) { return nil }
      directives[own].removeAll { $0.lowercased() == "'none'" }
      directives[own].append("'self'")
    } else {
      guard let general = index("default-src"), !allows(general) else { return nil }
      directives.append(["connect-src", "'self'"])
    }
    return directives.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }.joined(separator: "; ")
  }
}

/// Searches for ASCII text, given in lower case and met in any.
private enum Bytes {
  static func first(_ text: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
    let sought = Array(text.description.utf8)
    guard bytes.count >= sought.count else { return nil }
    return (bytes.startIndex...bytes.endIndex - sought.count).first { stands(sought, at: $0, in: bytes) }
  }

  static func last(_ text: StaticString, in bytes: [UInt8]) -> Int? {
    let sought = Array(text.description.utf8)
    guard bytes.count >= sought.count else { return nil }
    return (0...bytes.count - sought.count).last { stands(sought, at: $0, in: bytes[...]) }
  }

  private static func stands(_ sought: [UInt8], at start: Int, in bytes: ArraySlice<UInt8>) -> Bool {
    for (offset, byte) in sought.enumerated() {
      let other = bytes[start + offset]
      let lower = (0x41...0x5A).contains(other) ? other | 0x20 : other
      if lower != byte { return false }
    }
    return true
  }
}

/// What a tag refers to: which attributes hold URLs, and whether a browser fetches them by itself.
struct Reference {
  enum Use {
    /// Followed when the reader asks for it.
    case link
    /// Fetched to show the page.
    case load
    /// Where a form sends what the reader typed.
    case form
  }

  var url: String
  var use: Use
  /// 1-based.
  var line: Int

  /// The URLs of a start tag.
  static func all(in tag: TagScanner.Tag, of bytes: [UInt8]) -> [Reference] {
    var references: [Reference] = []
    for attribute in tag.attributes {
      guard let form = form(of: attribute.name, in: tag, bytes) else { continue }
      let value = CharacterReferences.decoded(bytes[attribute.value])
      func add(_ url: some StringProtocol, _ use: Use, line: Int = attribute.line) {
        references.append(Reference(url: String(url), use: use, line: line))
      }
      switch form {
      case .one(let use): add(value, use)
      case .spaced(let use): for url in value.split(whereSeparator: isSpace) { add(url, use) }
      case .candidates: for url in candidates(value) { add(url, .load) }
      case .refresh: if let url = refreshURL(value) { add(url, .link) }
      case .style:
        for found in StyleScanner.urls(in: Array(value.utf8), line: attribute.line) {
          add(found.url, .load, line: found.line)
        }
      }
    }
    return references
  }

  private enum Form {
    case one(Use)
    /// `ping="a b"`.
    case spaced(Use)
    /// `srcset="a.png 1x, b.png 2x"`.
    case candidates
    /// `content="5; url=next.html"`.
    case refresh
    case style
  }

  private static func form(of attribute: String, in tag: TagScanner.Tag, _ bytes: [UInt8]) -> Form? {
    switch attribute {
    case "href", "xlink:href":
      switch tag.name {
      case "a", "area": .one(.link)
      case "link": .one(isFetched(tag, bytes) ? .load : .link)
      case "base": nil
      default: .one(.load)
      }
    case "src", "poster", "background": .one(.load)
    case "data" where tag.name == "object": .one(.load)
    case "manifest" where tag.name == "html": .one(.load)
    case "srcset", "imagesrcset": .candidates
    case "action" where tag.name == "form": .one(.form)
    case "formaction": .one(.form)
    case "cite", "longdesc": .one(.link)
    case "ping": .spaced(.load)
    case "style": .style
    case "content" where tag.name == "meta" && value(of: "http-equiv", in: tag, bytes) == "refresh": .refresh
    default: nil
    }
  }

  /// `canonical`, `alternate` and the like are for machines that read the page; these are fetched with it.
  private static func isFetched(_ link: TagScanner.Tag, _ bytes: [UInt8]) -> Bool {
    let fetched: Set<Substring> = [
      "stylesheet", "icon", "apple-touch-icon", "mask-icon", "manifest", "preload", "modulepreload",
      "prefetch",
      "prerender", "preconnect", "dns-prefetch",
    ]
    return (value(of: "rel", in: link, bytes) ?? "").split(whereSeparator: isSpace).contains(
      where: fetched.contains)
  }

  /// In lower case.
  private static func value(of name: String, in tag: TagScanner.Tag, _ bytes: [UInt8]) -> String? {
    tag.attributes.first { $0.name == name }.map { CharacterReferences.decoded(bytes[$0.value]).lowercased() }
  }

  /// The URLs of a `srcset`: each up to a space, or up to the comma that ends it.
  private static func candidates(_ value: String) -> [String] {
    var urls: [String] = []
    var rest = Array(value.utf8)[...]
    while true {
      rest = rest.drop { TagScanner.isSpace($0) || $0 == UInt8(ascii: ",") }
      if rest.isEmpty { return urls }
      var url = rest.prefix { !TagScanner.isSpace($0) }
      rest = rest.dropFirst(url.count)
      let isWhole = url.last == UInt8(ascii: ",")
      while url.last == UInt8(ascii: ",") { url.removeLast() }
      urls.append(String(decoding: url, as: UTF8.self))
      if isWhole { continue }
      // The descriptor, in which a comma in parentheses does not count.
      var depth = 0
      rest = rest.drop { byte in
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") { depth -= 1 }
        return byte != UInt8(ascii: ",") || depth > 0
      }
    }
  }

  private static func refreshURL(_ content: String) -> String? {
    let bytes = Array(content.utf8)
    guard let mark = bytes.firstIndex(where: { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ",") }) else {
      return nil
    }
    var rest = bytes[(mark + 1)...].drop(while: TagScanner.isSpace)
    if rest.prefix(3).map({ $0 | 0x20 }).elementsEqual("url".utf8) {
      rest = rest.dropFirst(3).drop(while: TagScanner.isSpace)
      guard rest.first == UInt8(ascii: "=") else { return nil }
      rest = rest.dropFirst().drop(while: TagScanner.isSpace)
    }
    if let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      rest = rest.dropFirst().prefix { $0 != quote }
    }
    return rest.isEmpty ? nil : String(decoding: rest, as: UTF8.self)
  }

  private static func isSpace(_ character: Character) -> Bool {
    character.utf8.allSatisfy(TagScanner.isSpace)
  }
}

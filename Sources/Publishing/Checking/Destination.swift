/// Where a URL of a page leads, seen from the folder the page is in.
enum Destination: Equatable {
  /// A path below the site's folder, with its fragment decoded as far as needed; the path may be a folder's.
  case file(path: String, fragment: String?)
  /// The page or style sheet that has the URL.
  case here(fragment: String?)
  /// A whole URL to another site, or an address such as `mailto:`.
  case outside
  /// `data:`, which asks nobody for anything.
  case inline
  /// No URL for a page that must work from any place.
  case fault(Fault)

  enum Fault: Equatable {
    case rootAbsolute, schemeless, leadsOut, backslash
    case scheme(String)
  }

  /// - Parameter folder: the parts of the path of the folder in which the page is.
  init(_ url: String, in folder: [Substring]) {
    let bytes = Destination.cleaned(url)
    if bytes.starts(with: "//".utf8) {
      self = .fault(.schemeless)
      return
    }
    if let scheme = Destination.scheme(of: bytes) {
      switch scheme {
      case "http", "https", "mailto", "tel", "sms", "ftp", "ftps", "urn", "doi", "geo": self = .outside
      case "data": self = .inline
      default: self = .fault(.scheme(scheme))
      }
      return
    }
    let hash = bytes.firstIndex(of: UInt8(ascii: "#"))
    let fragment = hash.map { String(decoding: bytes[($0 + 1)...], as: UTF8.self) }
    let beforeHash = bytes[..<(hash ?? bytes.endIndex)]
    let path = beforeHash.prefix { $0 != UInt8(ascii: "?") }
    if path.isEmpty {
      self = .here(fragment: fragment)
    } else if path.contains(UInt8(ascii: "\\")) {
      self = .fault(.backslash)
    } else if path.first == UInt8(ascii: "/") {
      self = .fault(.rootAbsolute)
    } else {
      self =
        Destination.resolve(path, in: folder).map { .file(path: $0, fragment: fragment) } ?? .fault(.leadsOut)
    }
  }

  /// Nil when `..` leads out of the site. A path that ends in `/`, `.` or `..` is a folder's, `""` the site's own.
  private static func resolve(_ path: ArraySlice<UInt8>, in folder: [Substring]) -> String? {
    var parts = folder
    for encoded in path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      let part = percentDecoded(encoded)
      if part == ".." {
        if parts.popLast() == nil { return nil }
      } else if part != "." && !part.isEmpty {
        parts.append(part[...])
      }
    }
    return parts.joined(separator: "/")
  }

  /// Browsers drop spaces at both ends, and tabs and line ends anywhere.
  private static func cleaned(_ url: String) -> [UInt8] {
    var bytes = url.utf8.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }[...]
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return Array(bytes)
  }

  /// Lower case; nil for a relative URL.
  private static func scheme(of bytes: [UInt8]) -> String? {
    guard let first = bytes.first, TagScanner.isLetter(first),
      let end = bytes.firstIndex(where: { !isSchemeByte($0) }), bytes[end] == UInt8(ascii: ":")
    else { return nil }
    return String(decoding: bytes[..<end], as: UTF8.self).lowercased()
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    TagScanner.isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  static func percentDecoded(_ bytes: some Collection<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "%")) else { return String(decoding: bytes, as: UTF8.self) }
    var text: [UInt8] = []
    var rest = Array(bytes)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      // `+5` is a number to `UInt8`, not two digits.
      if byte == UInt8(ascii: "%"), digits.count == 2, digits.first != UInt8(ascii: "+"),
        let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        text.append(code)
        rest = rest.dropFirst(2)
      } else {
        text.append(byte)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

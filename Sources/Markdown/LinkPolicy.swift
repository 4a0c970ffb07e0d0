import CMarkGFM

/// Which addresses may stand in a page.
public enum LinkPolicy {
  public enum Verdict: Sendable {
    /// Stays in the site: `page.html#p3`, `../x`, `?q`, `/x`.
    case relative
    /// `http:`, `https:` with a plain host and port, or `mailto:`.
    case absolute
    /// Anything else: `javascript:`, `data:`, `file:`, `//host`, and disguises of these.
    case refused
  }

  /// Judges an address as a browser would read it: space and control characters count as absent. Entities are
  /// decoded by cmark before; percent escapes are decoded here as often as they are nested, up to a bound.
  public static func judge(_ address: [UInt8]) -> Verdict {
    if address.withUnsafeBufferPointer(isPlainlyRelative) { return .relative }
    var text = address.filter { $0 > 0x20 && $0 != 0x7F }
    var verdict = judgePlain(text)
    // `javascript%3Aalert(1)` is harmless by itself, but not after a redirect or a sloppy reader decodes it.
    for _ in 0..<4 where verdict == .relative {
      let decoded = percentDecoded(text)
      if decoded.count == text.count { return .relative }
      text = decoded.filter { $0 > 0x20 && $0 != 0x7F }
      if judgePlain(text) != .relative { verdict = .refused }
    }
    return verdict
  }

  /// Letters, digits and `-._~`, single slashes not at the front and one `#`: nothing in it can be read otherwise,
  /// and it can be written as it is.
  static func isPlainlyRelative(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
    var before = UInt8(ascii: "/")
    var hasFragment = false
    for byte in address {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: break
      case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): break
      case UInt8(ascii: "/"): if before == byte { return false }
      case UInt8(ascii: "#"):
        if hasFragment { return false }
        hasFragment = true
      default: return false
      }
      before = byte
    }
    return true
  }

  private static func judgePlain(_ text: [UInt8]) -> Verdict {
    // Browsers read `\` as `/`; `//host` and `\\host` leave the site, on `file:` even to another machine.
    func isSlash(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }
    if text.count > 1, isSlash(text[0]), isSlash(text[1]) { return .refused }
    guard let stop = text.firstIndex(where: { ":/?#\\".utf8.contains($0) }), text[stop] == UInt8(ascii: ":")
    else { return .relative }
    let scheme = text[..<stop].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let rest = text[(stop + 1)...]
    if scheme == Array("mailto".utf8) { return rest.isEmpty ? .refused : .absolute }
    guard scheme == Array("http".utf8) || scheme == Array("https".utf8), rest.starts(with: "//".utf8) else {
      return .refused
    }
    return hasPlainHost(rest.dropFirst(2)) ? .absolute : .refused
  }

  /// A name or IPv4 address with an optional port; no user name, which is used to fake hosts.
  private static func hasPlainHost(_ text: ArraySlice<UInt8>) -> Bool {
    let authority = text.prefix { !"/?#\\".utf8.contains($0) }
    let parts = authority.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard let host = parts.first, let start = host.first, start != UInt8(ascii: "."), parts.count <= 2 else {
      return false
    }
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    if parts.count == 2 {
      guard (1...5).contains(parts[1].count), parts[1].allSatisfy(isDigit),
        parts[1].reduce(0, { $0 * 10 + Int($1 - 0x30) }) <= 65_535
      else { return false }
    }
    return host.allSatisfy {
      isDigit($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
        || $0 >= 0x80
    }
  }

  private static func percentDecoded(_ text: [UInt8]) -> [UInt8] {
    var decoded: [UInt8] = []
    var index = 0
    while index < text.count {
      if text[index] == UInt8(ascii: "%"), index + 2 < text.count, let high = hex(text[index + 1]),
        let low = hex(text[index + 2])
      {
        decoded.append(high << 4 | low)
        index += 3
      } else {
        decoded.append(text[index])
        index += 1
      }
    }
    return decoded
  }

  static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  /// An image is loaded by the page, so only the site's own are shown as such.
  static func isShown(image: Node) -> Bool {
    let address = CMark.bytes(cmark_node_get_url(image))
    return !address.isEmpty && judge(address) == .relative
  }
}

/// An address that a page may link to: `http` or `https`, nothing else.
///
/// Reports name their sources freely (`javascript:`, `file:`, half an address, an address with a sentence
/// behind it); what is not plainly a web address is shown as text.
struct WebAddress: Equatable {
  /// Valid in an `href`: bytes that a URL cannot hold are percent-encoded.
  let href: String

  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count <= 2_000, let host = WebAddress.hostStart(bytes) else { return nil }
    let hostEnd = bytes[host...].firstIndex { "/?#".utf8.contains($0) } ?? bytes.count
    guard WebAddress.isHost(bytes[host..<hostEnd]) else { return nil }

    var out = Array(bytes[..<hostEnd])
    var hasFragment = false
    for index in hostEnd..<bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0...0x20, 0x7F: return nil
      case UInt8(ascii: "#"):
        out += hasFragment ? Array("%23".utf8) : [byte]
        hasFragment = true
      case UInt8(ascii: "%") where WebAddress.isEscape(bytes, at: index): out.append(byte)
      case _ where WebAddress.mayStand(byte): out.append(byte)
      default: out += [UInt8(ascii: "%")] + Route.hex(byte)
      }
    }
    href = String(decoding: out, as: UTF8.self)
  }

  /// Where the host begins, nil unless the scheme is `http` or `https` in any case.
  private static func hostStart(_ bytes: [UInt8]) -> Int? {
    for scheme in ["https://", "http://"] {
      let lowered = bytes.prefix(scheme.utf8.count).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
      if lowered.elementsEqual(scheme.utf8) { return scheme.utf8.count }
    }
    return nil
  }

  /// A name or an IPv4 address and perhaps a port: no user, no empty label, nothing but ASCII.
  private static func isHost(_ bytes: ArraySlice<UInt8>) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count <= 2, let name = parts.first else { return false }
    if parts.count == 2 {
      guard (1...5).contains(parts[1].count), parts[1].allSatisfy({ (0x30...0x39).contains($0) }) else {
        return false
      }
    }
    return name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
      !label.isEmpty && label.allSatisfy(isHostByte)
    }
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"): true
    default: false
    }
  }

  private static func isEscape(_ bytes: [UInt8], at index: Int) -> Bool {
    index + 2 < bytes.count && isHexDigit(bytes[index + 1]) && isHexDigit(bytes[index + 2])
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte & 0xDF)
  }

  private static func mayStand(_ byte: UInt8) -> Bool {
    isHostByte(byte) || "._~!$&'()*+,;=:@/?".utf8.contains(byte)
  }
}

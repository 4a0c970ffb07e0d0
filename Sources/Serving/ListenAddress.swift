import Glibc

/// A numeric address to listen on, and the names under which browsers may ask for it.
struct ListenAddress: Hashable, Sendable {
  enum Family: Sendable { case ip4, ip6 }

  let family: Family
  /// Without the brackets that an IPv6 address has in a URL.
  let text: String
  /// True when only programs on this machine can reach it.
  let isLoopback: Bool

  /// Takes `localhost`, an IPv4 address, or an IPv6 address with or without brackets; looks no names up.
  init(_ host: String) throws(ServingError) {
    if host.lowercased() == "localhost" {
      (family, text, isLoopback) = (.ip4, "127.0.0.1", true)
      return
    }
    var bare = host[...]
    if bare.hasPrefix("["), bare.hasSuffix("]") { bare = bare.dropFirst().dropLast() }
    var ip4 = in_addr()
    var ip6 = in6_addr()
    if inet_pton(AF_INET, host, &ip4) == 1 {
      (family, text) = (.ip4, host)
      isLoopback = withUnsafeBytes(of: ip4) { $0[0] == 127 }
    } else if inet_pton(AF_INET6, String(bare), &ip6) == 1 {
      (family, text) = (.ip6, String(bare))
      isLoopback = withUnsafeBytes(of: ip6) { $0.dropLast().allSatisfy { $0 == 0 } && $0.last == 1 }
    } else {
      throw .badHost(host)
    }
  }

  /// As it stands in a URL.
  var urlHost: String { family == .ip6 ? "[\(text)]" : text }

  /// Whether a `Host` header names this machine.
  ///
  /// A foreign page can point a name of its own at 127.0.0.1 (DNS rebinding) and read what is served there;
  /// its requests still carry that name. An address open to others is asked for under names nobody can list.
  func accepts(hostHeader: String?) -> Bool {
    guard isLoopback else { return true }
    guard let header = hostHeader?.lowercased() else { return false }
    var name = header[...]
    if name.hasPrefix("[") {
      guard let end = name.firstIndex(of: "]") else { return false }
      guard Self.isPort(name[name.index(after: end)...]) else { return false }
      name = name[...end]
    } else if let colon = name.firstIndex(of: ":") {
      guard Self.isPort(name[colon...]) else { return false }
      name = name[..<colon]
    }
    return name == "localhost" || name == "127.0.0.1" || name == "[::1]" || name == urlHost
  }

  private static func isPort(_ text: Substring) -> Bool {
    text.isEmpty || text.first == ":" && text.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
  }
}

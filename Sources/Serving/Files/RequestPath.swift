/// The path of a request, decoded into the names of folders and a file.
struct RequestPath: Hashable, Sendable {
  enum Fault: Error, Hashable, Sendable {
    /// Not a path any link of a site has: 400.
    case malformed
    /// A path that may be meant well, to something that is never served: 404.
    case hidden
    /// 414.
    case tooLong
  }

  static let limit = 4096

  /// Decoded once; none is empty, `.` or `..`, starts with a dot, or holds a slash, a backslash or a control.
  let names: [String]
  /// `/regions/` asks for a folder, `/regions` for a file.
  let asksFolder: Bool

  /// - Parameter raw: as it stands in the request, percent-encoded, without the query.
  init(_ raw: String) throws(Fault) {
    let bytes = Array(raw.utf8)
    guard bytes.count <= Self.limit else { throw .tooLong }
    guard bytes.first == UInt8(ascii: "/") else { throw .malformed }
    var names: [String] = []
    let parts = bytes.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if part.isEmpty {
        // `//host/` is an address on another host to some programs, so doubled slashes are not passed over.
        guard index == parts.count - 1 else { throw .malformed }
        continue
      }
      names.append(try Self.name(part))
    }
    self.names = names
    asksFolder = bytes.last == UInt8(ascii: "/")
  }

  /// A name is looked at only after decoding, and decoded only once: `%252e` is a name with a percent sign.
  private static func name(_ part: ArraySlice<UInt8>) throws(Fault) -> String {
    var decoded: [UInt8] = []
    var index = part.startIndex
    while index < part.endIndex {
      var byte = part[index]
      index += 1
      if byte == UInt8(ascii: "%") {
        guard index + 1 < part.endIndex, let high = hexDigit(part[index]), let low = hexDigit(part[index + 1])
        else { throw .malformed }
        byte = high << 4 | low
        index += 2
      }
      switch byte {
      case 0...0x1F, 0x7F, UInt8(ascii: "/"), UInt8(ascii: "\\"): throw .malformed
      default: decoded.append(byte)
      }
    }
    // Strict UTF-8: an overlong `.` (%c0%ae) is no character at all.
    guard let name = String(validating: decoded, as: UTF8.self), name != ".", name != ".." else {
      throw .malformed
    }
    if name.utf8.first == UInt8(ascii: ".") { throw .hidden }
    return name
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

import Archive
import Crypto

/// The name of a report in addresses: it depends on the report alone, never on the others.
public enum ReportIdentity {
  /// `<adcode>-<year>`; for a zone, department or township six hex digits of its folded name follow.
  ///
  /// Nil when region or year is unknown.
  static func id(_ masthead: Masthead, foldedUnit: [Unicode.Scalar]) -> String? {
    guard let region = masthead.region, let year = masthead.year else { return nil }
    let base = "\(region.adcode)-\(year)"
    guard masthead.unit != nil else { return base }
    var name: [UInt8] = []
    for scalar in foldedUnit where scalar != " " {
      name.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return "\(base)-\(Digest.hex(name).prefix(6))"
  }

  /// Letters, digits and hyphens, so that an id is one component of a path and of an address.
  public static func isValid(_ id: String) -> Bool {
    !id.isEmpty && id.utf8.count <= 64
      && id.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
      && id.utf8.first != 0x2D
  }
}

/// SHA-256 in lower-case hex.
public enum Digest {
  public static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in SHA256.hash(data: bytes) {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

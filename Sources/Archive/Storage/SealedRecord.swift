/// A file of the state that builds keep between them: a line that names its form, the fingerprint of the rest, the
/// rest.
public struct SealedRecord: Sendable {
  private let header: [UInt8]

  /// - Parameter form: names the kind of record and its version: `annals-inputs 1`.
  public init(_ form: String) { header = Array((form + "\n").utf8) }

  /// - Parameters:
  ///   - count: how many bytes there will be at most, as far as is known.
  ///   - write: adds the contents.
  public func sealed(reserving count: Int = 0, _ write: (inout ByteWriter) -> Void) -> [UInt8] {
    var out = ByteWriter()
    out.reserve(header.count + 8 + count)
    out.addPlain(header)
    out.addWhole(0)
    write(&out)
    return out.sealed(behind: header.count)
  }

  /// What `read` makes of the contents; nil for bytes of another form or damaged ones, and where `read` does not come
  /// out at their end.
  public func opened<Contents>(_ bytes: [UInt8], _ read: (inout ByteReader) -> Contents?) -> Contents? {
    guard bytes.starts(with: header) else { return nil }
    return bytes.withUnsafeBytes { all in
      let rest = UnsafeRawBufferPointer(rebasing: all[header.count...])
      var reader = ByteReader(rest)
      let seal = reader.wholeNumber()
      guard !reader.isBroken, Fingerprint.of(UnsafeRawBufferPointer(rebasing: rest[8...])) == seal,
        let contents = read(&reader)
      else { return nil }
      return reader.isBroken || !reader.isAtEnd ? nil : contents
    }
  }
}

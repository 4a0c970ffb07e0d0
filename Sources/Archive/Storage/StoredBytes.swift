/// Where bytes lie that are read back when they are asked for: the store of reports between builds.
public protocol ByteSource: AnyObject, Sendable {
  /// Empty when they cannot be read; the source remembers that, so that nothing is published from it.
  func bytes(at offset: Int, count: Int) -> [UInt8]

  /// The same for bytes that many pages in a row ask for: kept at hand for a while.
  func sharedBytes(at offset: Int, count: Int) -> [UInt8]

  /// What was read does not make sense: the source remembers that too.
  func reportDamage()
}

/// Bytes that only few pages need, such as a report's text: at hand, or left where they are stored, so that an
/// archive of any size fits into memory.
public enum StoredBytes: Sendable {
  case held([UInt8])
  case stored(any ByteSource, offset: Int, count: Int)

  /// Reads them if they are not at hand.
  public var bytes: [UInt8] {
    switch self {
    case .held(let bytes): bytes
    case .stored(let source, let offset, let count): source.bytes(at: offset, count: count)
    }
  }

  /// The same for bytes that many pages in a row ask for.
  public var sharedBytes: [UInt8] {
    switch self {
    case .held(let bytes): bytes
    case .stored(let source, let offset, let count): source.sharedBytes(at: offset, count: count)
    }
  }

  func reportDamage() {
    if case .stored(let source, _, _) = self { source.reportDamage() }
  }

  public var count: Int {
    switch self {
    case .held(let bytes): bytes.count
    case .stored(_, _, let count): count
    }
  }
}

import Archive
import Glibc

/// The rules for a page's path below the output folder: `reports/410203-2020.html`.
public enum PagePath {
  public enum Fault: Hashable, Sendable {
    case empty, absolute, emptyComponent, dotComponent, unsafeCharacter, tooLong

    var words: String {
      switch self {
      case .empty: "is an empty path"
      case .absolute: "starts with a slash"
      case .emptyComponent: "has an empty part"
      case .dotComponent: "has a part '.' or '..', which could lead out of the output"
      case .unsafeCharacter:
        "has a control character or one of \\ : * ? \" < > |, which a USB stick cannot hold"
      case .tooLong: "has a part of more than 255 bytes or is longer than 1,024"
      }
    }
  }

  /// What forbids writing to `path`, nil when nothing does.
  public static func fault(in path: String) -> Fault? {
    var path = path
    return path.withUTF8 { fault(in: $0) }
  }

  static func fault(in bytes: UnsafeBufferPointer<UInt8>) -> Fault? {
    if bytes.isEmpty { return .empty }
    if bytes[0] == UInt8(ascii: "/") { return .absolute }
    if bytes.count > 1024 { return .tooLong }
    if bytes.contains(where: isUnsafe) { return .unsafeCharacter }
    var start = 0
    for index in 0...bytes.count where index == bytes.count || bytes[index] == UInt8(ascii: "/") {
      let part = bytes[start..<index]
      if part.isEmpty { return .emptyComponent }
      if part.count > 255 { return .tooLong }
      if part.count <= 2, part.allSatisfy({ $0 == UInt8(ascii: ".") }) { return .dotComponent }
      start = index + 1
    }
    return nil
  }

  private static func isUnsafe(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x7F: true
    case UInt8(ascii: "\\"), UInt8(ascii: ":"), UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "\""),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"):
      true
    default: false
    }
  }

  /// Two paths with equal keys are one file on a disk that ignores case or normalises Unicode:
  /// `String` itself compares by canonical equivalence.
  static func key(_ path: String) -> String {
    path.withBytes(isPlain) ? path : path.lowercased()
  }

  /// Whether the path is its own key.
  static func isPlain(_ path: UnsafeRawBufferPointer) -> Bool {
    path.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) }
  }

  /// The folders that must exist for `path`, outermost first: `a/b/c.html` gives `a`, `a/b`.
  static func folders(of path: String) -> [String] {
    var folders: [String] = []
    var index = path.utf8.startIndex
    while let slash = path.utf8[index...].firstIndex(of: UInt8(ascii: "/")) {
      folders.append(String(path[..<slash]))
      index = path.utf8.index(after: slash)
    }
    return folders
  }

  /// Byte order, the same on every machine.
  static func precedes(_ left: String, _ right: String) -> Bool { ByteOrder.precedes(left, right) }
}

/// Writes JSON into one byte buffer, keys in the order they are given.
public struct JSONWriter {
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// - Parameter capacity: about how many bytes will be written.
  public init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  public mutating func object(_ fill: (inout JSONWriter) -> Void) { enclose("{", "}", fill) }
  public mutating func array(_ fill: (inout JSONWriter) -> Void) { enclose("[", "]", fill) }

  public mutating func key(_ name: StaticString) {
    // Keys are our own words: nothing in them needs quoting.
    append(needsComma ? ",\"" : "\"")
    append(name)
    append("\":")
    needsComma = false
  }

  /// Nil is `null`: the source does not say.
  public mutating func value(_ text: String?) {
    separate()
    if let text { JSONWriter.quote(text, into: &bytes) } else { append("null") }
  }
  public mutating func value(_ number: Int?) {
    separate()
    guard let number else { return append("null") }
    append(number)
  }
  public mutating func value(_ flag: Bool) {
    separate()
    append(flag ? "true" : "false")
  }

  /// A number exactly as stated.
  public mutating func field(_ name: StaticString, _ amount: Amount?) {
    key(name)
    separate()
    guard let amount else { return append("null") }
    if amount.decimals == 0 { append(amount.digits) } else { bytes += amount.description.utf8 }
  }

  public mutating func field(_ name: StaticString, _ text: String?) {
    key(name)
    value(text)
  }
  public mutating func field(_ name: StaticString, _ number: Int?) {
    key(name)
    value(number)
  }
  public mutating func field(_ name: StaticString, _ flag: Bool) {
    key(name)
    value(flag)
  }
  public mutating func field(_ name: StaticString, _ texts: [String]) {
    key(name)
    array { array in for text in texts { array.value(text) } }
  }

  private mutating func enclose(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ fill: (inout JSONWriter) -> Void
  ) {
    separate()
    bytes.append(UInt8(ascii: open))
    needsComma = false
    fill(&self)
    bytes.append(UInt8(ascii: close))
    needsComma = true
  }

  private mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func append(_ number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    append(digitsOf: number.magnitude)
  }

  private mutating func append(digitsOf number: UInt) {
    if number > 9 { append(digitsOf: number / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  /// A JSON string, which is a YAML double-quoted scalar too.
  public static func quote(_ text: String, into bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    let isCopied = text.utf8.withContiguousStorageIfAvailable { text in
      guard isPlain(text) else { return false }
      bytes.append(contentsOf: text)
      return true
    }
    if isCopied != true { escape(text, into: &bytes) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Nothing to escape. False for a few texts that need none, none of them common.
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var before: UInt8 = 0
    for byte in text {
      if byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        return false
      }
      // Control characters of two bytes; U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
      if before == 0xC2, byte < 0xA0 { return false }
      if byte & 0xFE == 0xA8, before == 0x80 { return false }
      before = byte
    }
    return true
  }

  private static func escape(_ text: String, into bytes: inout [UInt8]) {
    let hex = Array("0123456789abcdef".utf8)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes += "\\\"".utf8
      case "\\": bytes += "\\\\".utf8
      case "\n": bytes += "\\n".utf8
      case "\t": bytes += "\\t".utf8
      case "\u{2028}", "\u{2029}", "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}":
        bytes += "\\u".utf8
        for shift in [12, 8, 4, 0] { bytes.append(hex[Int(scalar.value >> UInt32(shift)) & 15]) }
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }
}

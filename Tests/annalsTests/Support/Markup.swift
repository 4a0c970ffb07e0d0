/// The tags of a page, read the way a browser does as far as our own pages need: whatever it takes for a tag counts.
enum Markup {
  struct Tag: CustomStringConvertible {
    let name: String
    let attributes: [(name: String, value: String)]
    var description: String {
      "<\(name) \(attributes.map { "\($0.name)=\"\($0.value)\"" }.joined(separator: " "))>"
    }
  }

  static func tags(of html: String) -> [Tag] {
    var tags: [Tag] = []
    let bytes = Array(html.utf8)
    var index = 0
    while index + 1 < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), isLetter(bytes[index + 1]) else {
        index += 1
        continue
      }
      index += 1
      let name = word(bytes, &index)
      var attributes: [(name: String, value: String)] = []
      while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
        if bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: "/") {
          index += 1
          continue
        }
        let attribute = word(bytes, &index)
        guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
          attributes.append((attribute, ""))
          if attribute.isEmpty { index += 1 }
          continue
        }
        index += 1
        attributes.append((attribute, value(bytes, &index)))
      }
      tags.append(Tag(name: name, attributes: attributes))
    }
    return tags
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func word(_ bytes: [UInt8], _ index: inout Int) -> String {
    let start = index
    while index < bytes.count, bytes[index] > 0x20, !"=/>".utf8.contains(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
  }

  private static func value(_ bytes: [UInt8], _ index: inout Int) -> String {
    guard index < bytes.count else { return "" }
    let quote = bytes[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return word(bytes, &index) }
    index += 1
    let start = index
    while index < bytes.count, bytes[index] != quote { index += 1 }
    let text = String(decoding: bytes[start..<min(index, bytes.count)], as: UTF8.self)
    index += 1
    return ["&#39;": "'", "&quot;": "\"", "&lt;": "<", "&gt;": ">", "&#58;": ":", "&amp;": "&"]
      .sorted { $0.key > $1.key }.reduce(text) { $0.replacing($1.key, with: $1.value) }
  }
}

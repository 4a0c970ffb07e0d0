/// Numbers of orders: 国务院令第713号, 国务院第713号令, 第713号国务院令.
enum OrderNumber {
  /// 国务院令第713号 for each of them; nil when the text is anything else.
  static func canonical(_ text: Scalars) -> String? {
    var rest = text.trimmed.withoutSpaces[...]
    let state = Array("中华人民共和国".unicodeScalars)
    if rest.starts(with: state) { rest = rest.dropFirst(state.count) }
    guard rest.count <= 24, let ordinal = rest.firstIndex(of: "第"), let mark = rest.lastIndex(of: "号"),
      ordinal < mark, rest.contains("令")
    else { return nil }
    let serial = rest[(ordinal + 1)..<mark]
    var issuer = Array(rest[..<ordinal]) + Array(rest[(mark + 1)...])
    guard !serial.isEmpty, serial.allSatisfy({ $0.isDigit || $0.hanDigit != nil || $0 == "百" }),
      issuer.last == "令", issuer.allSatisfy(\.isHan)
    else { return nil }
    issuer += Array("第\(Array(serial).string)号")
    return issuer.count > 4 ? issuer.string : nil
  }
}

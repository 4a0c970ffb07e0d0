extension Annotation {
  /// How it is written where it stands.
  enum Form {
    case itself, link
    /// A link that cannot be one here, but whose id must stand.
    case mark
    case nothing
  }

  func form(insideLink: Bool) -> Form {
    if element != .link { return .itself }
    if !insideLink && isAllowed { return .link }
    return hasID ? .mark : .nothing
  }

  func writeStart(as form: Form, withID: Bool, into output: inout [UInt8]) {
    if form == .nothing { return }
    output.append(UInt8(ascii: "<"))
    output.append(form == .mark ? "mark" : element.name)
    for index in attributes.indices {
      let isAddress = attributes[index].name == "href"
      if isAddress && form != .link || !withID && attributes[index].name == "id" { continue }
      output.append(0x20)
      output.append(contentsOf: attributes[index].name.utf8)
      output.append("=\"")
      if isAddress {
        Annotation.write(address: attributes[index].value, into: &output)
      } else {
        HTMLText.escape(attributes[index].value.utf8, into: &output)
      }
      output.append(0x22)
    }
    output.append(UInt8(ascii: ">"))
  }

  func writeEnd(as form: Form, into output: inout [UInt8]) {
    if form == .nothing { return }
    output.append("</")
    output.append(form == .mark ? "mark" : element.name)
    output.append(UInt8(ascii: ">"))
  }

  private var isAllowed: Bool {
    guard let address = attributes.first(where: { $0.name == "href" })?.value else { return true }
    let isPlain = address.utf8.withContiguousStorageIfAvailable(LinkPolicy.isPlainlyRelative)
    return isPlain == true || LinkPolicy.judge(Array(address.utf8)) != .refused
  }

  private static func write(address: String, into output: inout [UInt8]) {
    let isPlain = address.utf8.withContiguousStorageIfAvailable(LinkPolicy.isPlainlyRelative)
    if isPlain == true {
      output.append(contentsOf: address.utf8)
    } else {
      HTMLText.escape(address: Array(address.utf8), into: &output)
    }
  }
}

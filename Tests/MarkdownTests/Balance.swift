/// Whether every element of generated HTML is closed, in order.
func isBalanced(_ html: String) -> Bool {
  var open: [Substring] = []
  for part in html.split(separator: "<").dropFirst(html.hasPrefix("<") ? 0 : 1) {
    guard let end = part.firstIndex(of: ">") else { return false }
    let tag = part[..<end]
    let name = tag.split(separator: " ").first ?? ""
    if name == "img" || name == "br" || name == "hr" { continue }
    if name.hasPrefix("/") {
      guard open.popLast() == name.dropFirst() else { return false }
    } else {
      open.append(name)
    }
  }
  return open.isEmpty
}

/// Whom a report is addressed to: 中共辽宁省委、辽宁省人民政府:
enum Addressees {
  private static let openings: WordList = "主送 报送 呈报"

  /// Names in printed order, from the folded line and the line as shown.
  static func names(folded: Scalars, shown: Scalars) -> [String] {
    var low = folded.startIndex
    var high = folded.endIndex
    while high > low, folded[high - 1] == ":" || folded[high - 1] == " " { high -= 1 }
    if folded.starts(withAny: openings) {
      let colon = folded.firstIndex(of: [":"])
      low = colon.map { $0 + 1 } ?? low
      low = min(low, high)
    }
    var names: [String] = []
    var start = low
    var depth = 0
    for index in low..<max(low, high) {
      if folded[index] == "(" { depth += 1 }
      if folded[index] == ")" { depth = max(0, depth - 1) }
      if depth == 0, folded[index] == "、" || folded[index] == "," || folded[index] == ";" {
        names.append(shown[start..<index].string)
        start = index + 1
      }
    }
    if start < high { names.append(shown[start..<high].string) }
    return names.filter { !$0.isEmpty }
  }
}

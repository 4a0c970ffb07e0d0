/// The document number that belongs to the title it stands behind.
enum NumberBehind {
  /// `《…》(豫政〔2018〕21号)`, `《…》豫政〔2018〕21号`, `《…》(试行)(国务院令第713号)`. A bracket that holds several numbers
  /// is left to stand for itself, since nothing tells which belongs to which title.
  static func find(in text: Scalars, title start: Int) -> (number: CitedNumber, end: Int)? {
    var index = skippingSpaces(text, start)
    for _ in 0..<2 {
      guard index < text.endIndex, let close = closing(text[index]) else { break }
      let end = end(text, of: index, close)
      let limit = end ?? min(index + 60, text.endIndex)
      let content = text[(index + 1)..<limit]
      if let order = OrderNumber.canonical(content), let end {
        return (CitedNumber(text: order, range: (index + 1)..<end, isRepaired: false), end + 1)
      }
      let numbers = numbers(text, in: (index + 1)..<(end.map { $0 + 1 } ?? limit))
      if numbers.count == 1 {
        let last = numbers[0].range.upperBound
        let closes = end.map { text[last..<$0].allSatisfy { $0 == " " } } ?? false
        // Only a label may stand before it: (文号:豫政〔2018〕21号).
        let label = text[(index + 1)..<numbers[0].range.lowerBound].trimmed
        guard label.count <= (closes ? 3 : 0) || label.last == ":" else { return nil }
        return (numbers[0], closes ? (end ?? last) + 1 : last)
      }
      guard numbers.isEmpty, let end else { break }
      index = skippingSpaces(text, end + 1)
    }
    // Without brackets of its own: its code must start right behind the title.
    let found = numbers(text, in: start..<min(start + 24, text.endIndex)).first
    return found.flatMap {
      skippingSpaces(text, start) == $0.range.lowerBound ? ($0, $0.range.upperBound) : nil
    }
  }

  private static func numbers(_ text: Scalars, in range: Range<Int>) -> [CitedNumber] {
    var found: [CitedNumber] = []
    var index = range.lowerBound
    while index < range.upperBound, text[index] != "《" {
      if let number = CitedNumber.at(index, in: text[..<range.upperBound], floor: range.lowerBound) {
        found.append(number)
        index = number.range.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  /// The bracket's end, nested ones passed over; nil when it does not close soon.
  private static func end(_ text: Scalars, of open: Int, _ close: Unicode.Scalar) -> Int? {
    var depth = 0
    for index in open..<min(open + 80, text.endIndex) {
      if text[index] == text[open] { depth += 1 }
      if text[index] == close { depth -= 1 }
      if depth == 0 { return index }
      if text[index] == "《" || text[index] == "。" { return nil }
    }
    return nil
  }

  private static func closing(_ open: Unicode.Scalar) -> Unicode.Scalar? {
    switch open {
    case "(": ")"
    case "[": "]"
    case "【": "】"
    default: nil
    }
  }

  private static func skippingSpaces(_ text: Scalars, _ start: Int) -> Int {
    var index = start
    while index < text.endIndex, text[index] == " " { index += 1 }
    return index
  }
}

/// A document number inside running text: 豫政〔2018〕21号, in any bracket, whole or slightly damaged.
struct CitedNumber: Equatable {
  /// Canonical: brackets 〔〕, no spaces.
  let text: String
  let range: Range<Int>
  /// Something was missing and was filled in: 中发〔202133号.
  let isRepaired: Bool

  /// The number whose bracket stands at `bracket`, or whose lost bracket should stand before a closing one there.
  /// - Parameter floor: nothing before this index belongs to it.
  static func at(_ bracket: Int, in text: Scalars, floor: Int) -> CitedNumber? {
    switch text[bracket] {
    case "〔", "[", "(", "【", "{", "〈", "［": whole(bracket, in: text, floor: floor)
    case "〕": unopened(bracket, in: text, floor: floor)
    default: nil
    }
  }

  /// Whether a number can be found at a scalar.
  @inline(__always) static func isBracket(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "〔", "[", "(", "【", "{", "〈", "［", "〕": true
    default: false
    }
  }

  /// The canonical form of a text that is a number and nothing else; also 国务院令第713号.
  static func only(in scalars: [Unicode.Scalar]) -> String? {
    let text = scalars[...].trimmed
    if let order = OrderNumber.canonical(text) { return order }
    for index in text.indices {
      if let found = at(index, in: text, floor: text.startIndex), found.range == text.indices {
        return found.text
      }
    }
    return nil
  }

  private static func whole(_ bracket: Int, in text: Scalars, floor: Int) -> CitedNumber? {
    var cursor = DateReader.Cursor(text: text, index: bracket + 1)
    cursor.skipSpaces()
    let first = digits(in: text, from: cursor.index)
    if first.count > 4 {
      // 中发〔202133号: year and number grew together where 〕 was lost.
      guard text[bracket] == "〔" || text[bracket] == "[", first.count <= 8,
        let year = year(text[first.lowerBound..<(first.lowerBound + 4)])
      else { return nil }
      return finish(
        bracket, year, serial: (first.lowerBound + 4)..<first.upperBound, in: text, floor, isRepaired: true)
    }
    guard first.count == 4, let year = year(text[first]) else { return nil }
    cursor.index = first.upperBound
    cursor.skipSpaces()
    guard let close = cursor.take(), isClosing(close) else { return nil }
    cursor.skipSpaces()
    if cursor.peek == "第" { cursor.index += 1 }
    cursor.skipSpaces()
    return finish(
      bracket, year, serial: digits(in: text, from: cursor.index), in: text, floor, isRepaired: false)
  }

  /// 国发2021〕1号.
  private static func unopened(_ close: Int, in text: Scalars, floor: Int) -> CitedNumber? {
    let start = close - 4
    guard start > floor, let year = year(text[start..<close]), text[start - 1].isHan else { return nil }
    var cursor = DateReader.Cursor(text: text, index: close + 1)
    cursor.skipSpaces()
    return finish(
      start, year, serial: digits(in: text, from: cursor.index), in: text, floor, isRepaired: true)
  }

  private static func finish(
    _ bracket: Int, _ year: Int, serial: Range<Int>, in text: Scalars, _ floor: Int, isRepaired: Bool
  ) -> CitedNumber? {
    guard (1...5).contains(serial.count), let start = prefix(before: bracket, in: text, floor: floor) else {
      return nil
    }
    var cursor = DateReader.Cursor(text: text, index: serial.upperBound)
    cursor.skipSpaces()
    var end = serial.upperBound
    var repaired = isRepaired
    if cursor.peek == "号" {
      end = cursor.index + 1
    } else if text[bracket] == "〔", cursor.peek == ")" {
      // (豫政〔2018〕21): only where the bracket shows that nothing follows.
      repaired = true
    } else {
      return nil
    }
    var number = text[start..<bracket].withoutSpaces.string
    number += "〔\(year)〕" + trimmedZeros(text[serial]) + "号"
    return CitedNumber(text: number, range: start..<end, isRepaired: repaired)
  }

  /// Where the issuer's code before the bracket starts: 豫政 of 根据豫政〔2018〕21号.
  private static func prefix(before bracket: Int, in text: Scalars, floor: Int) -> Int? {
    var end = bracket
    while end > floor, text[end - 1] == " " { end -= 1 }
    var run = end
    while run > floor, end - run <= longestCode, text[run - 1].isHan { run -= 1 }
    var start = run
    var index = run
    while index < end {
      let length = cut(text[..<end], at: index, isFirst: index == run)
      if length > 0 { start = index + length }
      index += max(1, length)
    }
    let count = end - start
    // 法〔2018〕335号: a court's code of one character, only where a bracket opens before it.
    let isSingle = count == 1 && text[bracket] == "〔" && start > text.startIndex && text[start - 1] == "("
    return isSingle || (2...longestCode).contains(count) ? start : nil
  }

  /// Length of the word at `index` if what belongs to the code starts behind it.
  private static func cut(_ text: Scalars, at index: Int, isFirst: Bool) -> Int {
    if let word = text.word(of: leading, at: index) { return word.count }
    if let word = text.word(of: issuers, at: index) {
      let next = index + word.count
      return next + 1 < text.endIndex && !function.contains(text[next]) ? word.count : 0
    }
    guard text[index] == "和", index + 1 < text.endIndex, !function.contains(text[index + 1]) else { return 0 }
    // 和平政〔2020〕3号 is a code of a place; behind another number or title the word joins.
    guard isFirst else { return 1 }
    guard index > text.startIndex else { return 0 }
    let before = text[index - 1]
    return before == "号" || before == "》" || before == ")" || before == "”" ? 1 : 0
  }

  private static let longestCode = 14
  private static let leading: WordList =
    "根据 依据 依照 按照 遵照 对照 参照 结合 围绕 印发 下发 转发 颁发 制发 发布 公布 出台 制定 修订 废止 贯彻 落实 执行 学习 传达 收到 接到 通过 完成 以及 关于 文号 文件 通知 意见 方案 决定 规定 办法 及 与 以 对 由 在 按 据 了 的"
  private static let issuers: WordList = "人民政府 政府 国务院 办公厅 办公室 中共中央 省委 市委 区委 县委 司法部 司法厅 司法局"
  /// A code never starts with these, which follow the place: 和政 is 和县's, 政府办 not split.
  private static let function: [Unicode.Scalar] = ["政", "府", "发", "办", "函", "秘", "委", "字", "令"]

  private static func digits(in text: Scalars, from start: Int) -> Range<Int> {
    var end = start
    while end < text.endIndex, text[end].isDigit, end - start < 10 { end += 1 }
    return start..<end
  }

  private static func year(_ digits: Scalars) -> Int? {
    var year = 0
    for scalar in digits {
      guard scalar.isDigit else { return nil }
      year = year * 10 + Int(scalar.value - 0x30)
    }
    return (1950...2099).contains(year) ? year : nil
  }

  private static func trimmedZeros(_ digits: Scalars) -> String {
    let rest = digits.drop { $0 == "0" }
    return rest.isEmpty ? "0" : Array(rest).string
  }

  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "〕", "]", ")", "】", "}", "〉", "］": true
    default: false
    }
  }
}

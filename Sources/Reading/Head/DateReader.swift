import Archive

/// Reads the days that portals print, in all their shapes.
///
/// `2021-03-29`, `2021/03/29 11:30:01`, `2021年3月29日`, `2024- 03- 14  11: 18`, `18.03.2015  13:07`,
/// `2023年03月30日 09时24分`, `二〇二一年三月二十九日`.
enum DateReader {
  struct Found {
    let day: Day
    /// Of the date itself, without a time of day behind it.
    let range: Range<Int>
  }

  /// The first date at or after `start`.
  static func first(in text: Scalars, from start: Int? = nil) -> Found? {
    var index = start ?? text.startIndex
    while index < text.endIndex {
      let scalar = text[index]
      if scalar.isDigit || scalar.hanDigit != nil {
        if index == text.startIndex || !text[index - 1].isDigit, let found = date(in: text, at: index) {
          return found
        }
      }
      index += 1
    }
    return nil
  }

  /// A date and nothing else but brackets, a time and a weekday: `(2020年3月31日)`.
  static func whole(_ text: Scalars) -> Day? {
    guard text.count <= 40, let found = first(in: text) else { return nil }
    let before = text[text.startIndex..<found.range.lowerBound]
    let after = text[found.range.upperBound...]
    guard before.allSatisfy({ $0 == "(" || $0 == " " || $0 == "【" || $0 == "[" }) else { return nil }
    let rest = after.trimmed.drop { ")】] .。".unicodeScalars.contains($0) }
    return rest.isEmpty || isTime(rest) ? found.day : nil
  }

  /// `16-01-08`, as some portals print the day of a page; only where a day is sure to stand.
  static func shortYear(_ text: Scalars) -> Day? {
    var cursor = Cursor(text: text, index: text.startIndex)
    guard let year = cursor.number(), cursor.index == text.startIndex + 2, cursor.take() == "-",
      let month = cursor.number(), cursor.take() == "-", let day = cursor.number()
    else { return nil }
    return Day(year: 2000 + year, month: month, day: day)
  }

  private static func isTime(_ text: Scalars) -> Bool {
    text.contains { $0.isDigit }
      && text.allSatisfy {
        $0.isDigit || $0 == ":" || $0 == " " || $0 == "时" || $0 == "分" || $0 == "秒" || $0.isLatinLetter
          || $0 == ")" || $0 == "."
      }
  }

  private static func date(in text: Scalars, at start: Int) -> Found? {
    var cursor = Cursor(text: text, index: start)
    guard let first = cursor.number() else { return nil }
    cursor.skipSpaces()
    guard let mark = cursor.take() else { return nil }
    cursor.skipSpaces()
    guard let second = cursor.number() else { return nil }
    cursor.skipSpaces()
    guard let next = cursor.take() else { return nil }
    switch (mark, next) {
    case ("年", "月"):
      cursor.skipSpaces()
      guard let third = cursor.number() else { return nil }
      cursor.skipSpaces()
      guard cursor.peek == "日" || cursor.peek == "号" else { return nil }
      cursor.index += 1
      return found(first, second, third, start, cursor)
    case ("-", "-"), ("/", "/"), ("–", "–"), ("—", "—"):
      cursor.skipSpaces()
      guard first >= 1900, let third = cursor.number() else { return nil }
      return found(first, second, third, start, cursor)
    case (".", "."):
      cursor.skipSpaces()
      guard let third = cursor.number() else { return nil }
      return first >= 1900
        ? found(first, second, third, start, cursor) : found(third, second, first, start, cursor)
    default: return nil
    }
  }

  private static func found(_ year: Int, _ month: Int, _ day: Int, _ start: Int, _ cursor: Cursor) -> Found? {
    guard (1949...2100).contains(year), let day = Day(year: year, month: month, day: day) else { return nil }
    return Found(day: day, range: start..<cursor.index)
  }

  struct Cursor {
    let text: Scalars
    var index: Int

    var peek: Unicode.Scalar? { index < text.endIndex ? text[index] : nil }

    mutating func take() -> Unicode.Scalar? {
      guard let scalar = peek else { return nil }
      index += 1
      return scalar
    }

    mutating func skipSpaces() {
      while peek == " " { index += 1 }
    }

    /// ASCII digits, or Chinese ones either digit by digit (二〇二一) or counted (二十九); at most four.
    mutating func number() -> Int? {
      let start = index
      var value = 0
      while let scalar = peek, scalar.isDigit, index - start < 5 {
        value = value * 10 + Int(scalar.value - 0x30)
        index += 1
      }
      if index > start { return index - start <= 4 ? value : nil }
      var number = HanNumber()
      while let digit = peek?.hanDigit, number.count < 5 {
        number.append(digit)
        index += 1
      }
      return number.value
    }
  }
}

/// A number written in Chinese digits, read digit by digit.
struct HanNumber {
  /// How many digits there are.
  private(set) var count = 0
  private var first = 0
  /// The digits side by side: 二〇二一 is 2021.
  private var joined = 0
  /// Where 十 stands, and the digit behind it.
  private var ten: Int?
  private var ones = 0

  mutating func append(_ digit: Int) {
    if count == 0 { first = digit }
    if let ten, count == ten + 1 { ones = digit }
    if ten == nil, digit == 10 { ten = count }
    if count < 5 { joined = joined * 10 + digit }
    count += 1
  }

  /// 二〇二一 is 2021, 二十九 is 29, 十 is 10; nil when empty or malformed.
  var value: Int? {
    guard count > 0 else { return nil }
    guard let ten else { return count <= 4 ? joined : nil }
    guard ten <= 1, count - ten <= 2, ones < 10 else { return nil }
    return (ten == 0 ? 1 : first) * 10 + ones
  }
}

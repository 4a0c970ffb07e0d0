/// The number in front of a heading: 一、 (一) 1. 1、 (1) ① 第一章 一是.
struct Label {
  enum Style: Equatable {
    case chapter, section, ordinal, bracketed, arabic, bracketedArabic, circled, runIn
  }

  let style: Style
  let number: Int
  /// Of the label itself, without spaces behind it.
  let range: Range<Int>

  /// 1 for 一、 and 第一章 · 2 for (一) and 第一节 · 3 for 1. · 4 for (1), ① and 一是.
  var level: Int {
    switch style {
    case .chapter, .ordinal: 1
    case .section, .bracketed: 2
    case .arabic: 3
    case .bracketedArabic, .circled, .runIn: 4
    }
  }

  /// Whether a label may begin with a scalar: few do, and the others spare the look at what follows.
  static func mayBegin(with scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "第", "(", "①"..."⑳", "㈠"..."㈩", "⑴"..."⒇", "⒈"..."⒛": true
    default: scalar.isDigit || scalar.hanDigit != nil
    }
  }

  /// The label that stands at `index`; nil when none does.
  init?(in text: Scalars, at index: Int) {
    guard index < text.endIndex else { return nil }
    let scalar = text[index]
    switch scalar {
    case "第": self.init(chapterIn: text, at: index)
    case "(": self.init(bracketIn: text, at: index)
    case "①"..."⑳":
      self.init(
        style: .circled, number: Int(scalar.value) - 0x245F, range: index..<(index + 1))
    case "㈠"..."㈩":
      self.init(style: .bracketed, number: Int(scalar.value) - 0x321F, range: index..<(index + 1))
    case "⑴"..."⒇":
      self.init(
        style: .bracketedArabic, number: Int(scalar.value) - 0x2473, range: index..<(index + 1))
    case "⒈"..."⒛":
      self.init(style: .arabic, number: Int(scalar.value) - 0x2487, range: index..<(index + 1))
    default:
      if scalar.isDigit {
        self.init(digitsIn: text, at: index)
      } else if scalar.hanDigit != nil {
        self.init(hanIn: text, at: index)
      } else {
        return nil
      }
    }
  }

  private init(style: Style, number: Int, range: Range<Int>) {
    self.style = style
    self.number = number
    self.range = range
  }

  private static func hanNumber(in text: Scalars, at index: inout Int) -> Int? {
    var number = HanNumber()
    while index < text.endIndex, number.count < 4, let digit = text[index].hanDigit {
      number.append(digit)
      index += 1
    }
    guard let value = number.value, value > 0, value < 100 else { return nil }
    return value
  }

  private static func skipSpaces(in text: Scalars, at index: inout Int) {
    while index < text.endIndex, text[index] == " " { index += 1 }
  }

  private init?(chapterIn text: Scalars, at start: Int) {
    var index = start + 1
    guard let number = Label.hanNumber(in: text, at: &index), index < text.endIndex else { return nil }
    switch text[index] {
    case "章", "篇": self.init(style: .chapter, number: number, range: start..<(index + 1))
    case "节": self.init(style: .section, number: number, range: start..<(index + 1))
    // 第一部分
    case "部" where index + 1 < text.endIndex && text[index + 1] == "分":
      self.init(style: .chapter, number: number, range: start..<(index + 2))
    default: return nil
    }
    guard number < 40 else { return nil }
  }

  private init?(bracketIn text: Scalars, at start: Int) {
    var index = start + 1
    Label.skipSpaces(in: text, at: &index)
    guard index < text.endIndex else { return nil }
    let style: Style
    let number: Int
    if text[index].isDigit {
      var cursor = DateReader.Cursor(text: text, index: index)
      guard let value = cursor.number(), (1...99).contains(value) else { return nil }
      (style, number, index) = (.bracketedArabic, value, cursor.index)
    } else {
      guard let value = Label.hanNumber(in: text, at: &index) else { return nil }
      (style, number) = (.bracketed, value)
    }
    Label.skipSpaces(in: text, at: &index)
    guard index < text.endIndex, text[index] == ")" else { return nil }
    index += 1
    // (一)、 is met too.
    if index < text.endIndex, text[index] == "、" { index += 1 }
    self.init(style: style, number: number, range: start..<index)
  }

  private init?(digitsIn text: Scalars, at start: Int) {
    var index = start
    var number = 0
    while index < text.endIndex, text[index].isDigit, index - start < 3 {
      number = number * 10 + Int(text[index].value - 0x30)
      index += 1
    }
    guard (1...99).contains(number), index < text.endIndex else { return nil }
    // `1 、`
    var mark = index
    while mark < text.endIndex, text[mark] == " " { mark += 1 }
    if mark > index, mark < text.endIndex, text[mark] == "、" { index = mark }
    switch text[index] {
    case "、": break
    case ".":
      // 3.5% is no label, nor is 1.2.3.
      if index + 1 < text.endIndex, text[index + 1].isDigit {
        // 1.2024年 is: a year follows the label.
        var run = index + 1
        while run < text.endIndex, text[run].isDigit { run += 1 }
        guard run - index == 5, run < text.endIndex, text[run] == "年" else { return nil }
      }
    default: return nil
    }
    self.init(style: .arabic, number: number, range: start..<(index + 1))
  }

  /// 一、二类案件 and 三、四级响应 count; 一、二〇二一年总结 does not.
  private static func joinsNumbers(_ text: Scalars, after comma: Int, _ number: Int) -> Bool {
    guard comma + 2 < text.endIndex, let next = text[comma + 1].hanDigit, next == number + 1 else {
      return false
    }
    return "类级线期批季档等个种条项月号楼".unicodeScalars.contains(text[comma + 2])
  }

  private init?(hanIn text: Scalars, at start: Int) {
    var index = start
    guard let number = Label.hanNumber(in: text, at: &index) else { return nil }
    var probe = index
    Label.skipSpaces(in: text, at: &probe)
    guard probe < text.endIndex else { return nil }
    switch text[probe] {
    case "、" where Label.joinsNumbers(text, after: probe, number): return nil
    case "、": self.init(style: .ordinal, number: number, range: start..<(probe + 1))
    case "." where probe == index: self.init(style: .ordinal, number: number, range: start..<(probe + 1))
    case "是" where probe == index && number <= 20:
      self.init(style: .runIn, number: number, range: start..<(probe + 1))
    default: return nil
    }
  }
}

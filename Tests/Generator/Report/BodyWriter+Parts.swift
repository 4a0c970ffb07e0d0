extension BodyWriter {
  /// What stands before a statement: its short heading in the office's way of counting.
  mutating func label(_ index: Int, _ lead: Printed, _ level: Int) {
    switch style.run {
    case .plain:
      startParagraph()
    case .yishi:
      composer.add("\(Han.number(index + 1))是")
      composer.add(lead)
      composer.add("。")
    case .labelled, .numbered:
      startParagraph()
      let section = style.run == .labelled && level == 1
      composer.add(Printed(section ? Han.section(index) : "\(index + 1)."))
      composer.add(lead)
      if style.leadStandsAlone {
        endLine()
        startParagraph()
      } else {
        composer.add("。")
      }
    }
  }

  /// A closing chapter: shortcomings, duties or plans. Returns 1, the chapters written.
  mutating func closing(
    _ chapter: Int, _ titles: [Wording], _ sentences: [Wording], _ count: ClosedRange<Int>, lead: String,
    key: Int
  ) -> Int {
    heading(Han.chapter(chapter), titles, key: key)
    var chosen = sentences
    composer.random.shuffle(&chosen)
    chosen.removeLast(max(0, chosen.count - composer.random.within(count)))
    startParagraph()
    composer.add(Printed(lead))
    for (index, sentence) in chosen.enumerated() {
      if style.run == .numbered {
        if index > 0 || !lead.isEmpty {
          endLine()
          startParagraph()
        }
        composer.add("\(index + 1).")
      } else if style.run != .plain {
        composer.add("\(Han.number(index + 1))是")
      }
      composer.add(sentence)
    }
    endLine()
    return 1
  }
}

/// Labels in Chinese numerals, 1 to 19.
enum Han {
  private static let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  static func number(_ value: Int) -> String {
    value < 10 ? digits[value] : "十" + digits[value - 10]
  }
  /// 一、 for index 0.
  static func chapter(_ index: Int) -> String { number(index + 1) + "、" }
  /// （一） for index 0.
  static func section(_ index: Int) -> String { "（" + number(index + 1) + "）" }
}

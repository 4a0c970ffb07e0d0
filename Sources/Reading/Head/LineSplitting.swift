/// Cuts source lines where a heading starts inside them: `一、总体情况  (一)组织领导`, or a whole report on one line.
struct LineSplitting {
  /// From this length on a line with several chapters is a report without line breaks.
  private static let wholeReport = 800

  static func lines(of text: SourceText) -> [PageLine] {
    var result: [PageLine] = []
    var splitter = LineSplitting(marks: text.marks)
    for line in text.lines {
      let folded = text.folded[line.range]
      let keys = folded.isEmpty ? nil : MetadataLine(folded)
      for range in splitter.cut(folded, keys) {
        result.append(
          PageLine(text, number: line.number, range: range, keys: range == line.range ? .some(keys) : nil))
      }
    }
    return result
  }

  /// The last number seen at levels 1, 2 and 3: a label inside a line counts only when it goes on from there.
  private var last = [0, 0, 0, 0]

  /// Of the whole text, and how many of them lie behind.
  private let marks: [Int32]
  private var passed = 0

  private init(marks: [Int32]) { self.marks = marks }

  private mutating func cut(_ line: Scalars, _ keys: MetadataLine?) -> [Range<Int>] {
    guard !line.isEmpty else { return [line.startIndex..<line.startIndex] }
    // 内容概述: repeats the report's first sentences, headings and all.
    if let keys, keys.start == line.startIndex {
      return [line.startIndex..<line.endIndex]
    }
    var ranges: [Range<Int>] = []
    var start = line.startIndex
    var index = line.startIndex
    let isWhole = line.count > LineSplitting.wholeReport
    if let label = Label(in: line, at: index), label.level <= 3 {
      note(label)
      index = label.range.upperBound
    }
    var quotes = 0
    while let next = nextMark(in: line, from: index) {
      index = next
      switch line[index] {
      case "《", "“": quotes += 1
      case "》", "”": quotes = max(0, quotes - 1)
      default: break
      }
      if quotes == 0, index > start, mayOpen(line, at: index, isWhole: isWhole),
        let label = Label(in: line, at: index), label.level <= 3, label.style != .runIn, follows(label),
        label.range.upperBound + 2 < line.endIndex
      {
        ranges.append(start..<index)
        start = index
        note(label)
        index = label.range.upperBound
        continue
      }
      index += 1
    }
    if ranges.isEmpty, start == line.startIndex {
      let whole = LineSplitting.trim(start..<line.endIndex, in: line)
      return whole.isEmpty ? [] : [whole]
    }
    ranges.append(start..<line.endIndex)
    return ranges.map { LineSplitting.trim($0, in: line) }.filter { !$0.isEmpty }
  }

  /// The next quotation mark, or the next scalar behind a mark or space that a heading may stand behind.
  private mutating func nextMark(in line: Scalars, from start: Int) -> Int? {
    if start == line.startIndex { return line.isEmpty ? nil : start }
    while passed < marks.count, marks[passed] < line.endIndex {
      let index = Int(marks[passed])
      guard index >= start - 1 else {
        passed += 1
        continue
      }
      switch line[index] {
      case "《", "“", "》", "”":
        // The mark stays the next one: it may be asked for from here on again.
        if index >= start { return index }
      case "。", "!", "?", " ", ":", ";", ")":
        if index + 1 < line.endIndex { return index + 1 }
      default: break
      }
      passed += 1
    }
    return nil
  }

  /// A heading inside a line stands behind a full stop, or behind a space after a heading that has none.
  private func mayOpen(_ line: Scalars, at index: Int, isWhole: Bool) -> Bool {
    let before = line[index - 1]
    if before == "。" || before == "!" || before == "?" { return true }
    guard before == " " else { return isWhole && (before == ":" || before == ";" || before == ")") }
    var at = index - 1
    while at > line.startIndex, line[at] == " " { at -= 1 }
    // `共 1.5万件`, `其中 (一)` inside a sentence: a comma before it says the sentence goes on.
    return line[at] != "," && line[at] != "、" && line[at] != ";"
  }

  /// The first of its kind, or the one after the last.
  private func follows(_ label: Label) -> Bool {
    label.number == 1 ? true : label.number == last[label.level] + 1
  }

  private mutating func note(_ label: Label) {
    last[label.level] = label.number
    // Chapters start their sections anew; running numbers below may go on, so they are kept.
    if label.level == 1 { last[2] = 0 }
  }

  private static func trim(_ range: Range<Int>, in line: Scalars) -> Range<Int> {
    let part = line[range].trimmed
    return part.startIndex..<part.endIndex
  }
}

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
      splitter.cut(folded, keys)
      for range in splitter.ranges {
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

  /// Of the line cut last.
  private var ranges: [Range<Int>] = []

  private init(marks: [Int32]) { self.marks = marks }

  private mutating func cut(_ line: Scalars, _ keys: MetadataLine?) {
    ranges.removeAll(keepingCapacity: true)
    if line.isEmpty { return ranges.append(line.startIndex..<line.startIndex) }
    // 内容概述: repeats the report's first sentences, headings and all.
    if let keys, keys.start == line.startIndex {
      return ranges.append(line.startIndex..<line.endIndex)
    }
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
      if quotes == 0, index > start, Label.mayBegin(with: line[index]),
        mayOpen(line, at: index, isWhole: isWhole),
        let label = Label(in: line, at: index), label.level <= 3, label.style != .runIn, follows(label),
        label.range.upperBound + 2 < line.endIndex
      {
        append(start..<index, of: line)
        start = index
        note(label)
        index = label.range.upperBound
        continue
      }
      index += 1
    }
    append(start..<line.endIndex, of: line)
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

  private mutating func append(_ range: Range<Int>, of line: Scalars) {
    let part = line[range].trimmed
    if !part.isEmpty { ranges.append(part.startIndex..<part.endIndex) }
  }
}

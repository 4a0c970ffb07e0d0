import Archive
import Markdown

/// Reads the outline off a report's Markdown: headings on lines of their own, those that open a paragraph,
/// and 一是 … 二是 … inside paragraphs.
struct OutlineReader {
  /// How far behind 一是 its 二是 may stand, in scalars.
  private static let reach = 4_000

  private static let second = Array("(二)".unicodeScalars)
  private static let secondRunIn = Array("二是".unicodeScalars)

  private var outline: [Heading] = []
  /// The last heading and those it stands under, outermost first: indices into `outline`, levels ascending.
  private var open: [Int] = []
  /// The last number of each run of labels inside paragraphs, by style.
  private var runs: [(style: Label.Style, last: Int)] = []

  static func outline(of document: Document, folding: Folding) -> [Heading] {
    outline(of: FlatBlock.all(of: document, folding: folding))
  }

  /// Only what stands at the top level of the document is part of its outline.
  static func outline(of blocks: [FlatBlock]) -> [Heading] {
    var reader = OutlineReader()
    for block in blocks where block.isTopLevel {
      switch block.kind {
      case .heading(let depth): reader.readHeading(block, depth: depth)
      case .paragraph: reader.readParagraph(block)
      default: break
      }
    }
    return reader.outline
  }

  private init() {}

  private mutating func readHeading(_ block: FlatBlock, depth: Int) {
    let text = block.text
    let folded = text.folded[...]
    guard !folded.trimmed.isEmpty else { return }
    let label = Label(in: folded, at: 0).flatMap { $0.style == .runIn ? nil : $0 }
    var end = folded.endIndex
    while end > 0, folded[end - 1] == " " || folded[end - 1].endsSentence { end -= 1 }
    add(
      label, level: label?.level ?? min(max(depth - 1, 1), 4), text, end: end, block: block.index,
      runIn: false)
  }

  private mutating func readParagraph(_ block: FlatBlock) {
    let text = block.text
    let folded = text.folded[...]
    if folded.starts(withAny: Words.appendix) { return }
    var index = 0
    var mark = 0
    while let next = OutlineReader.nextOpening(in: text, from: index, &mark) {
      guard let label = Label(in: folded, at: next), accepts(label, in: folded) else {
        index = next + 1
        continue
      }
      let end = RunInTitle.end(in: folded, from: label.range.upperBound, style: label.style)
      guard end > label.range.upperBound + 1 else {
        index = label.range.upperBound
        continue
      }
      add(label, level: label.level, text, end: end, block: block.index, runIn: true)
      index = max(end, label.range.upperBound)
    }
  }

  /// The next place where a label may stand: it opens the paragraph or a sentence of it, with a scalar that labels begin
  /// with.
  ///
  /// - Parameter mark: how many of the text's marks lie behind; kept from one call to the next.
  private static func nextOpening(in text: FlatScalars, from start: Int, _ mark: inout Int) -> Int? {
    if start == 0, let first = text.folded.first, Label.mayBegin(with: first) { return 0 }
    while mark < text.marks.count {
      let index = Int(text.marks[mark])
      mark += 1
      if index + 1 < start { continue }
      if index + 1 >= text.folded.count { return nil }
      if text.folded[index].closesPhrase, Label.mayBegin(with: text.folded[index + 1]) { return index + 1 }
    }
    return nil
  }

  /// Labels inside a paragraph count only as a run that starts at one and goes on.
  private func accepts(_ label: Label, in text: Scalars) -> Bool {
    if label.range.lowerBound == 0 {
      return label.style != .runIn || isRun(label, in: text) || label.number == 1
    }
    switch label.style {
    case .runIn: return isRun(label, in: text)
    case .bracketedArabic, .circled, .arabic:
      // `详见附件 1.` and `其中 (1)` inside a clause are references.
      let before = text[label.range.lowerBound - 1]
      return (before == "。" || before == ";" || before == ":") && isRun(label, in: text)
    case .bracketed, .ordinal:
      let before = text[label.range.lowerBound - 1]
      if before == "。" { return isRun(label, in: text) }
      // `重点做好三件事:(一)…。(二)…`
      return label.style == .bracketed && (before == ":" || before == ";") && isRun(label, in: text)
        && (label.number > 1
          || text.firstIndex(of: OutlineReader.second, from: label.range.upperBound) != nil)
    case .chapter, .section: return false
    }
  }

  private func isRun(_ label: Label, in text: Scalars) -> Bool {
    if label.number == 1 {
      guard text[max(0, label.range.lowerBound - 1)] == ",", label.range.lowerBound > 0 else { return true }
      // Behind a comma only when a second one follows: `做法有,一是…;二是…`.
      let near = text[..<min(text.endIndex, label.range.upperBound + OutlineReader.reach)]
      return near.firstIndex(of: OutlineReader.secondRunIn, from: label.range.upperBound) != nil
    }
    guard let run = runs.last(where: { $0.style == label.style }) else { return label.range.lowerBound == 0 }
    return label.number == run.last + 1 || label.number == run.last + 2
  }

  private mutating func add(
    _ label: Label?, level: Int, _ text: FlatScalars, end: Int, block: Int, runIn: Bool
  ) {
    let start = label?.range.upperBound ?? 0
    let title = text.shownTrimmed(min(start, end)..<max(start, end))
    guard !title.isEmpty else { return }
    let first = label?.range.lowerBound ?? 0
    // Not a search back through the outline: files of 100,000 headings of one level exist.
    while let last = open.last, outline[last].level >= level { open.removeLast() }
    let parent = open.last
    open.append(outline.count)
    outline.append(
      Heading(
        level: level, label: label.map { text.shownTrimmed($0.range) } ?? "", title: title, runIn: runIn,
        parent: parent, place: Heading.Place(block: block, range: text.bytes(first..<end))))
    if let label {
      runs.removeAll { $0.style == label.style }
      runs.append((label.style, label.number))
      if level < 4 {
        runs.removeAll { $0.style == .runIn || $0.style == .bracketedArabic || $0.style == .circled }
      }
      // Running numbers go on through the sections of a chapter, not into the next chapter.
      if level == 1 { runs.removeAll { $0.style == .arabic } }
    }
  }
}

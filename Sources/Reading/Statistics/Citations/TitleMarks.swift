/// A title in marks: 《…》, nested, or with a mark that was lost.
struct TitleMark: Equatable {
  /// Marks included.
  let range: Range<Int>
  /// Between the marks.
  let inner: Range<Int>
  /// A mark was missing and its place had to be guessed.
  let isRepaired: Bool
}

/// Finds titles by their marks, sentence by sentence, outermost ones only.
enum TitleMarks {
  struct Found {
    /// In order, not overlapping.
    var titles: [TitleMark] = []
    /// Where marks were left alone because nothing tells what they belong to.
    var stray: [Int] = []
  }

  static func find(in text: FlatScalars) -> Found {
    var found = Found()
    let folded = text.folded[...]
    var start = 0
    var holdsMark = false
    for mark in text.marks {
      switch folded[Int(mark)] {
      case "《", "》": holdsMark = true
      case "。", "\n":
        if holdsMark { read(folded[start..<Int(mark)], &found) }
        holdsMark = false
        start = Int(mark) + 1
      default: break
      }
    }
    if holdsMark { read(folded[start...], &found) }
    return found
  }

  /// A title longer than this is text between two marks that lost their partners.
  private static let longest = 150

  private static func read(_ sentence: Scalars, _ found: inout Found) {
    if readPairs(sentence, &found) { return }
    var open: [Int] = []
    var partner: [Int: Int] = [:]
    var lost: [Int] = []
    for index in sentence.indices where !sentence[index].isHan {
      if sentence[index] == "《" { open.append(index) }
      guard sentence[index] == "》" else { continue }
      if let last = open.popLast(), index - last <= longest {
        partner[last] = index
      } else {
        lost.append(index)
      }
    }
    guard !partner.isEmpty || !open.isEmpty || !lost.isEmpty else { return }
    let marks = (partner.keys + open).sorted()
    var end = sentence.startIndex
    for (order, mark) in marks.enumerated() where mark >= end {
      let next = marks.indices.contains(order + 1) ? marks[order + 1] : sentence.endIndex
      let title =
        partner[mark].map { TitleMark(range: mark..<($0 + 1), inner: (mark + 1)..<$0, isRepaired: false) }
        ?? swallowing(mark, next, partner[next], in: sentence) ?? unclosed(mark, next, in: sentence)
      guard let title else {
        found.stray.append(mark)
        continue
      }
      guard !sentence[title.inner].trimmed.isEmpty else { continue }
      found.titles.append(title)
      end = title.range.upperBound
    }
    // Closing marks that a repaired title has taken in are no strays; both lists are in order.
    var title = found.titles.startIndex
    for index in lost {
      while title < found.titles.endIndex, found.titles[title].range.upperBound <= index { title += 1 }
      if title == found.titles.endIndex || !found.titles[title].range.contains(index) {
        found.stray.append(index)
      }
    }
  }

  /// Titles one behind the other, each between its own two marks, as nearly all are; false, and nothing found, when the
  /// marks stand otherwise.
  private static func readPairs(_ sentence: Scalars, _ found: inout Found) -> Bool {
    let before = found.titles.count
    var open: Int?
    var isPaired = true
    for index in sentence.indices where isPaired && !sentence[index].isHan {
      if sentence[index] == "《" {
        isPaired = open == nil
        open = index
      } else if sentence[index] == "》" {
        guard let mark = open, index - mark <= longest else {
          isPaired = false
          break
        }
        open = nil
        let inner = (mark + 1)..<index
        if sentence[inner].trimmed.isEmpty { continue }
        found.titles.append(TitleMark(range: mark..<(index + 1), inner: inner, isRepaired: false))
      }
    }
    if isPaired, open == nil { return true }
    found.titles.removeSubrange(before...)
    return false
  }

  /// `《关于印发《…方案》的通知,` and `《关于印发《…方案的通知》`: two opened, one closed.
  private static func swallowing(_ mark: Int, _ next: Int, _ close: Int?, in text: Scalars) -> TitleMark? {
    guard let close, next - mark <= 40 else { return nil }
    let head = text[(mark + 1)..<next].trimmed
    guard head.starts(withAny: opening) || head.ends(withAny: transmitting),
      !head.contains(where: { $0 == "," || $0 == ";" || $0 == "、" })
    else { return nil }
    let tail = text[(close + 1)...].prefix(12)
    if tail.first == "的", let kind = tail.firstKind(in: CitationKind.endings) {
      return TitleMark(range: mark..<kind, inner: (mark + 1)..<kind, isRepaired: true)
    }
    return TitleMark(range: mark..<(close + 1), inner: (mark + 1)..<close, isRepaired: true)
  }

  /// `《关于加强……的意见,` ends where a title can end: at a word for a kind of document, before a stop.
  private static func unclosed(_ mark: Int, _ next: Int, in text: Scalars) -> TitleMark? {
    var stop = mark + 1
    var depth = 0
    scan: while stop < next, stop - mark <= 80 {
      switch text[stop] {
      case ",", ";", ":", "(", "“": break scan
      case "〈": depth += 1
      // `《…条例〉`: closed by the mark of the inner pair.
      case "〉":
        if depth == 0 {
          return TitleMark(range: mark..<(stop + 1), inner: (mark + 1)..<stop, isRepaired: true)
        }
        depth -= 1
      default: break
      }
      stop += 1
    }
    let segment = text[(mark + 1)..<stop].trimmed
    guard segment.count >= 4 else { return nil }
    var end: Int?
    if segment.ends(withAny: CitationKind.endings) {
      end = segment.endIndex
    } else {
      var index = segment.startIndex + 2
      while index < segment.endIndex, end == nil {
        if let word = segment.word(of: CitationKind.endings, at: index),
          segment[(index + word.count)...].starts(withAny: following)
        {
          end = index + word.count
        }
        index += 1
      }
    }
    guard let end else { return nil }
    return TitleMark(range: mark..<end, inner: (mark + 1)..<end, isRepaired: true)
  }

  private static let opening: WordList = "关于"
  private static let transmitting: WordList = "印发 转发 贯彻 落实 实施 执行 修改 发布 公布 学习 宣传"
  /// What the sentence says of a title it has named.
  private static let following: WordList = "要求 精神 等 文件 和 以及 、 有关 相关 的要求 的通知 各项 中关于"
}

/// Keys and values in one line of a page's head, however they are set:
/// `来源:X 发布时间:Y`, `[ 键 ]值`, `• 键: 值`, `索 引 号`, two columns flattened, pipes, keys run together with values.
struct MetadataLine {
  struct Pair {
    let field: MetadataField
    /// Into the source text; trimmed of spaces and stray brackets; may be empty.
    let value: Range<Int>
    /// Written with a colon or in brackets, so that it is a key beyond doubt.
    let isMarked: Bool
  }

  let pairs: [Pair]
  /// Where the first key starts.
  let start: Int
  /// The line is a key and nothing else.
  let isBare: Bool

  /// Nil when the line is no metadata: no known key, or prose that merely holds a key's word.
  init?(_ text: Scalars) {
    let text = text.trimmed
    guard text.count <= 4000 else { return nil }
    var hits: [Hit] = []
    var index = text.startIndex
    // Prose: the first key stands near the start of a line or there is none.
    let near = min(text.endIndex, text.startIndex + 45)
    while let key = MetadataKeys.first(in: text, from: index, to: hits.isEmpty ? near : text.endIndex) {
      if let hit = MetadataLine.hit(in: text, at: key, afterKey: !hits.isEmpty) {
        hits.append(hit)
        index = max(hit.valueStart, key + 1)
      } else {
        index = key + 1
      }
    }
    guard !hits.isEmpty else { return nil }
    let bare = hits.filter { !$0.isMarked }.count
    let piped = text.contains("|")
    // A key without colon counts only in company, 发布机构 高新区 发文日期: 2017年03月06日, or when it is the
    // whole line: a table with one cell on each line.
    isBare = hits.count == 1 && hits[0].start == text.startIndex && hits[0].valueStart == text.endIndex
    guard hits.contains(where: \.isMarked) || (bare >= 2 && piped) || bare >= 3 || isBare else { return nil }
    guard let first = hits.first, first.start - text.startIndex <= 40 else { return nil }
    let opening = text[text.startIndex..<first.start]
    guard !opening.contains("。"), !opening.contains(",") else { return nil }
    start = first.start
    pairs = hits.indices.map { at in
      let end = at + 1 < hits.count ? hits[at + 1].start : text.endIndex
      let value = MetadataLine.clean(text[min(hits[at].valueStart, end)..<end])
      return Pair(field: hits[at].field, value: value, isMarked: hits[at].isMarked)
    }
  }

  private struct Hit {
    let field: MetadataField
    let start: Int
    let valueStart: Int
    let isMarked: Bool
  }

  private static func hit(in text: Scalars, at index: Int, afterKey: Bool) -> Hit? {
    for (key, end) in MetadataKeys.keys(in: text, at: index) {
      let before = index > text.startIndex ? text[index - 1] : " "
      let isBracketed = before == "[" || before == "【" || (before == " " && bracketBefore(text, index))
      var after = end
      while after < text.endIndex, text[after] == " " { after += 1 }
      var isMarked = false
      if isBracketed, after < text.endIndex, text[after] == "]" || text[after] == "】" {
        after += 1
        isMarked = true
      }
      var probe = after
      while probe < text.endIndex, text[probe] == " " { probe += 1 }
      if probe < text.endIndex, text[probe] == ":" {
        after = probe + 1
        isMarked = true
      }
      let isBoundary =
        !before.isHan && !before.isLatinLetter || before == "日" || before == "分" || before == "秒"
      if isMarked {
        // Run together with the value before it: 鞍山市司法局发布时间:2020-06-24浏览次数:
        guard isBoundary || key.name.count >= 4 || afterKey else { continue }
      } else {
        guard before == " " || before == "|" || before == "•" || index == text.startIndex else { continue }
        guard end == text.endIndex || text[end] == " " || text[end] == "|" else { continue }
      }
      if key.field == .documentNumber, key.name.count == 2, key.name[0] == "字",
        DocumentNumber.first(in: text[after..<min(text.endIndex, after + 30)]) == nil
      {
        // 字号: 大 中 小 is the font-size widget.
        return Hit(field: .ignored, start: index, valueStart: after, isMarked: isMarked)
      }
      return Hit(field: key.field, start: index, valueStart: after, isMarked: isMarked)
    }
    return nil
  }

  private static func bracketBefore(_ text: Scalars, _ index: Int) -> Bool {
    var at = index - 1
    while at >= text.startIndex, text[at] == " " { at -= 1 }
    return at >= text.startIndex && (text[at] == "[" || text[at] == "【")
  }

  private static func clean(_ value: Scalars) -> Range<Int> {
    var low = value.startIndex
    var high = value.endIndex
    let opening: [Unicode.Scalar] = [" ", "|", ":", "•", "·", "-", "—"]
    let closing: [Unicode.Scalar] = [" ", "|", "•", "·", "[", "【", "(", "*", ";", "-", ","]
    while low < high, opening.contains(value[low]) { low += 1 }
    // A key that is not known stands behind the value: `某县司法局 阅览数:`.
    if high - low >= 2, value[high - 1] == ":" || value[high - 1] == " ",
      let colon = value[low..<high].lastIndex(of: ":"), value[colon..<high].trimmed.count == 1,
      let space = value[low..<colon].lastIndex(of: " "), space > low
    {
      high = space
    }
    while high > low, closing.contains(value[high - 1]) { high -= 1 }
    // 【发布日期:2021-03-02 】 leaves a bracket that was never opened in the value.
    while high > low, value[high - 1] == "】" || value[high - 1] == "]" || value[high - 1] == ")" {
      let closer = value[high - 1]
      let opener: Unicode.Scalar = closer == "】" ? "【" : closer == "]" ? "[" : "("
      if value[low..<high].contains(opener) { break }
      high -= 1
      while high > low, value[high - 1] == " " { high -= 1 }
    }
    return low..<high
  }
}

/// Finds the report's title among the lines of a head: on one line or on several, once or in three wordings.
struct TitleReader {
  struct Title {
    /// As printed, its lines joined.
    let shown: String
    /// Folded, without spaces.
    let folded: [Unicode.Scalar]
    /// Indices of its lines in the head; empty when it was found inside a line.
    let lines: [Int]
    let score: Int
    let number: Int
  }

  /// Every candidate, the best first; of equals the one printed last, on the fewest lines.
  static func titles(in head: [PageLine], of text: SourceText) -> [Title] {
    var found: [Title] = []
    for group in groups(head) {
      for low in group.indices {
        for high in low..<min(group.count, low + 4) {
          if let title = title(Array(group[low...high]), head, text) { found.append(title) }
        }
      }
    }
    found += inner(head, text)
    return found.enumerated().sorted { left, right in
      if left.element.score != right.element.score { return left.element.score > right.element.score }
      if left.element.folded == right.element.folded, left.element.lines.count != right.element.lines.count {
        return left.element.lines.count < right.element.lines.count
      }
      return left.offset > right.offset
    }.map(\.element)
  }

  /// Runs of lines that may hold a title, blank lines between them passed over.
  private static func groups(_ head: [PageLine]) -> [[Int]] {
    var groups: [[Int]] = [[]]
    for (index, line) in head.enumerated() {
      switch line.kind {
      case .blank: continue
      case .title, .body, .other: groups[groups.count - 1].append(index)
      default: groups.append([])
      }
    }
    return groups.filter { !$0.isEmpty }
  }

  private static func title(_ run: [Int], _ head: [PageLine], _ text: SourceText) -> Title? {
    var folded: [Unicode.Scalar] = []
    var shown = ""
    for (position, index) in run.enumerated() {
      let part = text.folded(head[index])
      if position > 0 {
        guard joins(head[run[position - 1]], head[index], text, isLast: position == run.count - 1) else {
          return nil
        }
        if head[run[position - 1]].kind == .body, head[index].kind == .body { shown += " " }
      }
      folded += part.withoutSpaces
      shown += text.shown(head[index]).string
    }
    guard folded.count <= 120, let stripped = strip(shown, folded) else { return nil }
    guard LineKind.isTitle(stripped.folded[...]) || (run.count == 1 && head[run[0]].kind == .title) else {
      return nil
    }
    guard let last = run.last, head[last].kind != .body else { return nil }
    return Title(
      shown: tidy(stripped.shown), folded: stripped.folded, lines: run,
      score: score(stripped.folded[...], shown: shown), number: head[run[0]].number)
  }

  /// Whether a title may go on from one line to the next.
  private static func joins(_ upper: PageLine, _ lower: PageLine, _ text: SourceText, isLast: Bool) -> Bool {
    let above = text.folded(upper)
    let below = text.folded(lower)
    if upper.kind == .title {
      // `…法治政府建设情况` / `的报告`; two whole titles are two titles.
      if below.first == "(", below.last == ")", below.count <= 14 {
        // (2021年度) under a title without a year; (2015年12月) is a day of a kind.
        return YearReader.years(in: above).first == nil && YearReader.years(in: below).first != nil
          && !below.contains("月")
      }
      return below.first == "的" || below.first == "报" || below.count <= 4
    }
    if upper.kind == .body {
      // Party committee above government; a government's name above another body's is the portal's banner.
      if lower.kind == .body { return !isLast && isPartyOrgan(above) }
      return opensSubject(below)
    }
    if above.count > 60 { return false }
    // `关于2021年度法治政府` / `建设情况的报告`: the upper line holds part of what makes a title.
    return above.contains(any: Words.titlePart) || YearReader.years(in: above).first != nil
  }

  private static func isPartyOrgan(_ name: Scalars) -> Bool {
    name.starts(at: name.startIndex, with: Array("中共"))
      || name.suffix(in: Words.partyOrgan) != nil && name.suffix(in: Words.commission) == nil
  }

  /// `关于…`, `2019年度…`, `法治政府建设…`: what stands behind the name of the body that reports.
  private static func opensSubject(_ text: Scalars) -> Bool {
    guard let first = text.first else { return false }
    if first.isDigit || first == "二" || first == "(" { return true }
    return text.starts(
      withAny: Words.titleOpening)
  }

  /// Without the marks around it, and without a document number in front.
  private static func strip(_ shown: String, _ folded: [Unicode.Scalar]) -> (
    shown: String, folded: [Unicode.Scalar]
  )? {
    var scalars = folded[...]
    var visible = Array(shown.unicodeScalars)[...]
    if let number = DocumentNumber.first(in: scalars), number.range.lowerBound == scalars.startIndex,
      number.range.count < scalars.count
    {
      scalars = scalars[number.range.upperBound...]
      var taken = 0
      visible =
        visible.drop { scalar in
          guard taken < number.range.count else { return false }
          if scalar != " " { taken += 1 }
          return true
        }.trimmed
    }
    if scalars.first == "《", scalars.last == "》",
      scalars.dropFirst().dropLast().allSatisfy({ $0 != "《" && $0 != "》" })
    {
      scalars = scalars.dropFirst().dropLast()
      visible = visible.trimmed.dropFirst().dropLast()
    }
    guard !scalars.isEmpty else { return nil }
    return (visible.string, Array(scalars))
  }

  /// Titles inside a letter of transmittal: 关于上报《…工作报告》的报告.
  private static func inner(_ head: [PageLine], _ text: SourceText) -> [Title] {
    var found: [Title] = []
    for line in head where line.kind == .title || line.kind == .other || line.kind == .metadata {
      let folded = text.folded(line)
      guard let open = folded.firstIndex(of: ["《"]), let close = folded.firstIndex(of: ["》"], from: open),
        close - open > 8
      else { continue }
      let part = folded[(open + 1)..<close]
      guard LineKind.isTitle(part), YearReader.years(in: part).first != nil else { continue }
      let bare = part.withoutSpaces
      found.append(
        Title(
          shown: text.shown[(open + 1)..<close].string, folded: bare, lines: [],
          score: score(bare[...], shown: "") - 2, number: line.number))
    }
    return found
  }

  /// The scalars `start..<end` of a title, counted without spaces, as printed.
  static func prefix(of shown: String, scalars end: Int, from start: Int) -> String {
    var seen = 0
    var result = ""
    for scalar in shown.unicodeScalars {
      if scalar == " " {
        if seen > start, seen < end { result.unicodeScalars.append(scalar) }
        continue
      }
      if seen >= end { break }
      if seen >= start { result.unicodeScalars.append(scalar) }
      seen += 1
    }
    return result
  }

  private static func score(_ title: Scalars, shown: String) -> Int {
    var score = 0
    if YearReader.years(in: title).first != nil { score += 4 }
    if let subject = Words.subject.words.compactMap({ title.firstIndex(of: $0) }).min() {
      let before = title[title.startIndex..<subject]
      let names: [Unicode.Scalar] = [
        "省", "市", "区", "县", "旗", "州", "盟", "镇", "乡", "街", "局", "厅", "委", "院", "府", "办",
      ]
      if before.contains(where: { names.contains($0) }) { score += 3 }
    }
    if title.suffix(in: Words.report) != nil { score += 2 }
    // 某局 / 关于…的报告: the name belongs to the title.
    if let about = title.firstIndex(of: Array("关于")), about > title.startIndex,
      LineKind.isBody(title[title.startIndex..<about])
    {
      score += 1
    }
    // Committee and government together say more than either alone.
    if title.starts(at: title.startIndex, with: Array("中共")), title.firstIndex(of: Array("政府")) != nil {
      score += 1
    }
    if shown.hasSuffix("…") || shown.hasSuffix("...") { score -= 4 }
    if title.contains("《"), title.contains(any: Words.transmittal) { score -= 4 }
    if title.contains(any: Words.otherKind) { score -= 2 }
    return score
  }

  /// Spaces that tear a word apart are the portal's: `法 治政府`.
  private static func tidy(_ shown: String) -> String {
    let parts = shown.split(separator: " ")
    guard parts.count > 1 else { return shown }
    var result = String(parts[0])
    for (before, part) in zip(parts, parts.dropFirst()) {
      let torn = before.unicodeScalars.count == 1 || part.unicodeScalars.count == 1
      result += (torn ? "" : " ") + part
    }
    return result
  }
}

/// A page cut into what stands before the report's text, the text, and what stands behind it.
struct PageParts {
  /// Lines before the text: navigation, keys and values, titles, addressee.
  var head: [PageLine] = []
  /// The text with its signature.
  var body: [PageLine] = []
  /// Widgets inside the text, and everything behind it.
  var chrome: [PageLine] = []

  init(_ lines: [PageLine], in text: SourceText) {
    let start = PageParts.bodyStart(lines, text)
    head = Array(lines[..<start])
    let end = PageParts.bodyEnd(lines, from: start, text)
    let furniture = PageParts.pageFurniture(lines, text)
    for (index, line) in zip(start..<end, lines[start..<end]) {
      if PageParts.isWidgetInside(line, text) || furniture.contains(index) {
        chrome.append(line)
      } else {
        body.append(line)
      }
    }
    chrome += lines[end...].filter { $0.kind != .blank }
    while body.last?.kind == .blank { body.removeLast() }
  }

  /// The first heading or sentence that no title, key or addressee follows before the text is under way.
  private static func bodyStart(_ lines: [PageLine], _ text: SourceText) -> Int {
    var index = 0
    search: while index < lines.count {
      guard lines[index].kind == .label || lines[index].kind == .prose else {
        index += 1
        continue
      }
      if isFooter(text.folded(lines[index])), lines[index].kind == .prose {
        index += 1
        continue
      }
      var seen = 0
      var content = 1
      var next = index + 1
      while next < lines.count, seen < 12, content < 3 {
        switch lines[next].kind {
        case .label, .prose: content += 1
        case .title, .metadata, .addressee:
          if startsAnew(lines, at: next, after: index, text) {
            index = next
            continue search
          }
        default: break
        }
        if lines[next].kind != .blank { seen += 1 }
        next += 1
      }
      return index
    }
    // No sentence anywhere: what follows the last title or key is the text.
    let last = lines.lastIndex {
      [.title, .metadata, .addressee, .date].contains($0.kind) && !isFooter(text.folded($0))
    }
    return last.map { $0 + 1 } ?? lines.count
  }

  /// A banner, a summary or a browser notice stood before the report's own head.
  private static func startsAnew(_ lines: [PageLine], at next: Int, after index: Int, _ text: SourceText)
    -> Bool
  {
    let opening = text.folded(lines[index])
    if lines[index].kind == .label, lines[index].label?.style != .arabic { return false }
    if opening.firstIndex(of: Array("如下")) != nil { return false }
    switch lines[next].kind {
    case .metadata:
      guard let line = MetadataLine(text.folded(lines[next])) else { return false }
      return line.start <= lines[next].range.lowerBound + 8 && line.pairs.contains { $0.isMarked }
        && !isFooter(text.folded(lines[next])) && hasContent(lines, after: next)
    case .title:
      let title = text.folded(lines[next])
      return YearReader.years(in: title).first != nil && title.count >= 12 && hasContent(lines, after: next)
    case .addressee: return opening.count < 60 && hasContent(lines, after: next)
    default: return false
    }
  }

  private static func hasContent(_ lines: [PageLine], after index: Int) -> Bool {
    lines[(index + 1)...].prefix(40).contains { $0.kind == .prose || $0.kind == .label }
  }

  /// One past the report's last line.
  private static func bodyEnd(_ lines: [PageLine], from start: Int, _ text: SourceText) -> Int {
    guard start < lines.count else { return lines.count }
    let lastText = (start..<lines.count).last { isText(lines[$0], text) } ?? start
    var end = lastText + 1
    // Behind the last sentence: signature, date, 附件 and (此件公开发布) belong to the report.
    var index = end
    var skipped = 0
    while index < lines.count, skipped < 4 {
      let line = lines[index]
      let folded = text.folded(line)
      switch line.kind {
      case .blank: break
      case _ where isFooter(folded): return end
      case .date, .body: end = index + 1
      // 没有行政复议案件。 above the page's foot closes the report.
      case .prose where LineKind.isBriefSentence(folded), .other where LineKind.isBriefSentence(folded),
        .widget where LineKind.isBriefSentence(folded):
        end = index + 1
      case _ where Signature.isSignature(folded): end = index + 1
      case _ where folded.starts(withAny: Words.appendix): end = index + 1
      default: skipped += 1
      }
      index += 1
    }
    return end
  }

  /// A sentence or heading of the report, not of the page's foot.
  private static func isText(_ line: PageLine, _ text: SourceText) -> Bool {
    let folded = text.folded(line)
    switch line.kind {
    case .label: return !isFooter(folded)
    case .prose:
      // A portal's remark may be as short: only where the text goes on to it does it count, see `bodyEnd`.
      if LineKind.isBriefSentence(folded) { return false }
      return !isFooter(folded) || (folded.count > 120 && folded.count(of: Words.footer) < 3)
    case .title, .other, .addressee, .metadata, .body, .date, .documentNumber, .widget, .blank: return false
    }
  }

  private static func isFooter(_ folded: Scalars) -> Bool {
    guard folded.count <= 300 else { return false }
    if folded.starts(withAny: Words.footer) { return true }
    return folded.contains(any: Words.strongFooter)
  }

  /// Page numbers of a paper copy, `- 3 -`, and the running headers beside them.
  private static func pageFurniture(_ lines: [PageLine], _ text: SourceText) -> Set<Int> {
    let numbers = lines.indices.filter { isPageNumber(text.folded(lines[$0])) }
    guard numbers.count >= 2 || numbers.contains(where: { text.folded(lines[$0]).count >= 3 }) else {
      return []
    }
    var found = Set(numbers)
    var beside: [String: [Int]] = [:]
    for number in numbers {
      for index in [number - 1, number + 1] where lines.indices.contains(index) {
        let folded = text.folded(lines[index])
        guard lines[index].kind != .blank, folded.count <= 30 else { continue }
        beside[folded.string, default: []].append(index)
      }
    }
    let elsewhere = Dictionary(grouping: lines.indices.filter { lines[$0].range.count <= 30 }) {
      text.folded(lines[$0]).string
    }
    for (header, places) in beside where (elsewhere[header]?.count ?? 0) >= 2 { found.formUnion(places) }
    return found
  }

  private static func isPageNumber(_ folded: Scalars) -> Bool {
    guard (1...12).contains(folded.count), folded.contains(where: \.isDigit) else { return false }
    var digits = 0
    for scalar in folded {
      if scalar.isDigit {
        digits += 1
      } else if !"-—–─－ 第页/共".unicodeScalars.contains(scalar) {
        return false
      }
    }
    return digits <= 4 && folded.first?.isDigit == false
  }

  /// A sharing bar or a font widget between paragraphs.
  private static func isWidgetInside(_ line: PageLine, _ text: SourceText) -> Bool {
    // 政务服务、政务公开事项12项。 is none.
    line.kind == .widget && text.folded(line).count <= 60 && !LineKind.isBriefSentence(text.folded(line))
      && (text.folded(line).count(of: Words.widget) >= 2 || text.folded(line).contains(any: Words.control))
      || line.kind == .metadata && text.folded(line).count <= 60 && isFooter(text.folded(line))
  }
}

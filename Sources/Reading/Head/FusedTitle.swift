/// A title that runs straight into the report's first sentence: `某县2021年法治政府建设情况报告 2021年,我县…`.
enum FusedTitle {
  /// The longest run of text, in scalars, that can be a title.
  private static let limit = 90

  private static let endings: WordList = "报告 总结 汇报 情况"

  /// Takes the title off the first line of the text.
  static func take(from parts: inout PageParts, in text: SourceText) -> TitleReader.Title? {
    guard let index = parts.body.firstIndex(where: { $0.kind != .blank }), parts.body[index].kind == .prose
    else {
      return nil
    }
    let line = parts.body[index]
    let folded = text.folded(line)
    var end = folded.startIndex + 8
    while end < min(folded.endIndex - 4, folded.startIndex + limit) {
      let prefix = folded[folded.startIndex..<end]
      if folded[end - 1] == "。" || folded[end - 1] == "," { return nil }
      let next = folded[end]
      let opens = next == " " || next.isDigit || next == "(" || next == "二"
      if opens, prefix.suffix(in: endings) != nil, LineKind.isTitle(prefix),
        YearReader.years(in: prefix).first != nil
      {
        let rest = folded[end...].trimmed
        parts.body[index] = PageLine(text, number: line.number, range: rest.startIndex..<rest.endIndex)
        return TitleReader.Title(
          shown: text.shown[folded.startIndex..<end].string, folded: prefix.withoutSpaces, lines: [],
          score: 4,
          number: line.number)
      }
      end += 1
    }
    return nil
  }
}

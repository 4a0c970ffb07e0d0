import Archive

/// The issuer and the day at the end of a report.
struct Signature {
  /// Line ranges of the names, in printed order.
  var issuers: [Range<Int>] = []
  var day: Day?

  /// `某县人民政府 2021年3月1日` on one line.
  static func isSignature(_ folded: Scalars) -> Bool {
    guard folded.count <= 60, let date = trailingDate(folded) else { return false }
    return LineKind.isBody(folded[folded.startIndex..<date.range.lowerBound].trimmed)
  }

  private static func trailingDate(_ folded: Scalars) -> DateReader.Found? {
    guard let found = DateReader.first(in: folded) else { return nil }
    let rest = folded[found.range.upperBound...].trimmed
    return rest.isEmpty || rest.allSatisfy({ $0 == ")" || $0 == "。" }) ? found : nil
  }

  /// Reads the lines behind the last sentence; `body` is the report's text.
  init(_ body: [PageLine], in text: SourceText) {
    let lastSentence = Signature.lastSentence(body, text)
    for index in (lastSentence + 1)..<max(body.count, lastSentence + 1) {
      let folded = text.folded(body[index])
      if let date = Signature.trailingDate(folded), Signature.isSignature(folded) {
        let name = folded[folded.startIndex..<date.range.lowerBound].trimmed
        issuers.append(name.startIndex..<name.endIndex)
        day = date.day
      } else if body[index].kind == .date {
        day = DateReader.whole(folded)
      } else if body[index].kind == .body {
        issuers.append(body[index].range)
      }
    }
  }

  /// Remarks may stand behind a signature, (此件公开发布) or a note of whoever kept the text: they do not hide it.
  private static func lastSentence(_ body: [PageLine], _ text: SourceText) -> Int {
    let last = body.lastIndex { $0.kind == .prose || $0.kind == .label } ?? -1
    guard last >= 0, text.folded(body[last]).starts(withAny: "( 注 说明 附 * 本文 备注 编者") else { return last }
    let before = body[..<last].lastIndex { $0.kind == .prose || $0.kind == .label } ?? -1
    let holdsDay = body[(before + 1)..<last].contains { line in
      line.kind == .date || isSignature(text.folded(line))
    }
    return holdsDay ? before : last
  }
}

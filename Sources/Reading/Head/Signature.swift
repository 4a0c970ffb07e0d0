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

  /// Remarks, attachments and copies may stand behind a signature, and notes of whoever kept the text.
  private static func lastSentence(_ body: [PageLine], _ text: SourceText) -> Int {
    let last = body.lastIndex { $0.kind == .prose || $0.kind == .label } ?? -1
    guard last >= 0, let start = appendix(of: body, in: text), start <= last else { return last }
    return body[..<start].lastIndex { $0.kind == .prose || $0.kind == .label } ?? -1
  }

  /// The first line behind a signature that is no longer the report's text.
  static func appendix(of body: [PageLine], in text: SourceText) -> Int? {
    let lines = body.indices.filter { body[$0].kind != .blank }
    for (position, index) in lines.enumerated().reversed().prefix(24) {
      guard body[index].kind == .date || isSignature(text.folded(body[index])) else { continue }
      guard position + 1 < lines.count else { return nil }
      let next = lines[position + 1]
      let opens = text.folded(body[next]).starts(withAny: Words.remark)
      return opens ? next : nil
    }
    return nil
  }
}

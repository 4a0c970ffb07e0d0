import Archive

/// All keys and values of a page's head, gathered from its lines.
struct MetadataTable {
  struct Entry {
    let field: MetadataField
    /// Into the source text; may be empty.
    let value: Range<Int>
    let number: Int
  }

  private(set) var entries: [Entry] = []
  /// Indices of head lines that hold values set apart from their keys.
  private(set) var valueLines: Set<Int> = []

  init(_ head: [PageLine], in text: SourceText) {
    let cells = head.filter { line in
      line.kind == .metadata && MetadataLine(text.folded(line))?.isBare == true
    }.count
    var index = 0
    while index < head.count {
      defer { index += 1 }
      guard head[index].kind == .metadata, let line = MetadataLine(text.folded(head[index])) else { continue }
      // `某署发〔2019〕22号 2024-03-25 10:30 来源:某办`: what stands in front has no key.
      let opening = text.folded[head[index].range.lowerBound..<line.start].trimmed
      let keyless: [MetadataField] =
        (DateReader.first(in: opening) == nil ? [] : [.dated])
        + (DocumentNumber.first(in: opening) == nil ? [] : [.documentNumber])
      for field in keyless {
        entries.append(
          Entry(field: field, value: opening.startIndex..<opening.endIndex, number: head[index].number))
      }
      for pair in line.pairs {
        entries.append(Entry(field: pair.field, value: pair.value, number: head[index].number))
      }
      guard let last = entries.last, last.value.isEmpty, last.field != .ignored,
        let next = head[(index + 1)...].firstIndex(where: { $0.kind != .blank }), next <= index + 2,
        MetadataTable.fits(head[next], last.field, head, next, text)
          || (cells >= 3 && line.isBare && head[next].kind != .metadata)
      else { continue }
      entries[entries.count - 1] = Entry(
        field: last.field, value: head[next].range, number: head[next].number)
      valueLines.insert(next)
    }
  }

  /// Whether a line of its own can be the value of the key above it.
  private static func fits(
    _ line: PageLine, _ field: MetadataField, _ head: [PageLine], _ index: Int, _ text: SourceText
  ) -> Bool {
    let folded = text.folded(line)
    switch field {
    case .published, .dated, .updated, .issuedOn, .generated, .signed: return line.kind == .date
    case .documentNumber: return line.kind == .documentNumber
    case .indexNumber:
      return folded.count <= 40 && folded.contains { $0.isDigit }
        && folded.allSatisfy { $0.isDigit || $0.isLatinLetter || "/-_.".unicodeScalars.contains($0) }
    case .issuer, .source:
      // In a table of one column the next key follows at once.
      guard line.kind == .body || line.kind == .other, folded.count <= 24 else { return false }
      let next = head[(index + 1)...].first { $0.kind != .blank }
      return next?.kind == .metadata
    default: return false
    }
  }

  /// The first value that says something, fields in the order given.
  func value(_ fields: MetadataField..., in text: SourceText) -> (entry: Entry, folded: Scalars)? {
    for field in fields {
      for entry in entries where entry.field == field {
        let folded = text.folded[entry.value]
        if !MetadataTable.isVoid(folded) { return (entry, folded) }
      }
    }
    return nil
  }

  func day(_ fields: MetadataField..., in text: SourceText) -> Day? {
    for field in fields {
      for entry in entries where entry.field == field {
        let value = text.folded[entry.value]
        if let found = DateReader.first(in: value) { return found.day }
        if let day = DateReader.shortYear(value) { return day }
      }
    }
    return nil
  }

  /// 无 and dashes stand for no value.
  private static func isVoid(_ value: Scalars) -> Bool {
    let bare = value.trimmed
    guard !bare.isEmpty else { return true }
    if ["无", "暂无", "空", "/", "-", "--", "——", "null", "NULL", "未填写", "其他"].contains(bare.string) {
      return true
    }
    return bare.allSatisfy { !$0.isHan && !$0.isDigit && !$0.isLatinLetter }
  }
}

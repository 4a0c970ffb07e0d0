import Archive

/// The lines of a head that are the report's own, and those that are the portal's.
struct HeadLines {
  let text: SourceText
  private let head: [PageLine]
  /// Indices of the title's lines.
  private let titleLines: Set<Int>
  /// Where the report's own head starts: at the last printing of its title.
  private let ownStart: Int
  /// Indices of lines that are values of the portal's keys.
  var table: Set<Int> = []

  init(_ head: [PageLine], titles: [TitleReader.Title], in text: SourceText) {
    self.head = head
    self.text = text
    let best = titles.first
    // The last printing of the same title is the document's, all before it the portal's headline.
    let printings = titles.filter { $0.folded == best?.folded && !$0.lines.isEmpty }
    let last =
      printings.max { ($0.lines.first ?? 0) < ($1.lines.first ?? 0) } ?? titles.first { !$0.lines.isEmpty }
    titleLines = Set(last?.lines ?? [])
    ownStart = last?.lines.first ?? 0
  }

  /// The line that greets the addressees.
  var salutation: PageLine? { head.last { $0.kind == .addressee } }

  func addressees(in text: SourceText) -> [String] {
    guard let line = salutation else { return [] }
    return Addressees.names(folded: text.folded(line), shown: text.shown(line))
  }

  /// A day alone on a line behind the title, written as people write it, 2021年3月5日: the document's.
  var signed: Day? {
    for line in afterTitle {
      let folded = text.folded(line)
      guard line.kind == .date || Signature.isSignature(folded), !isStamp(folded) else { continue }
      return DateReader.first(in: folded)?.day
    }
    return nil
  }

  /// A day as programs write it, with a time, in figures only or 2021年03月05日: the page's.
  var stamped: Day? {
    for line in afterTitle {
      let folded = text.folded(line)
      let isDated = line.kind == .date || line.kind == .documentNumber || Signature.isSignature(folded)
      guard isDated, isStamp(folded), DateReader.first(in: folded) != nil else { continue }
      return DateReader.first(in: folded)?.day
    }
    return nil
  }

  private func isStamp(_ date: Scalars) -> Bool {
    guard let month = date.firstIndex(of: ["月"]) else { return true }
    return date.contains(":") || date.contains("时")
      || date.firstIndex(of: ["年", "0"]).map { $0 < month } ?? false
  }

  /// `(2021年1月15日在某市第八届人民代表大会常务委员会第三次会议上)`.
  var delivered: Day? {
    for line in afterTitle {
      let folded = text.folded(line)
      guard line.kind != .date, let found = DateReader.first(in: folded), folded.count <= 90,
        let at = folded.firstIndex(of: ["在"], from: found.range.upperBound),
        folded.firstIndex(of: Array("会议"), from: at) != nil
          || folded.firstIndex(of: Array("大会"), from: at) != nil
      else { continue }
      return found.day
    }
    return nil
  }

  /// A number on a line of its own, or in front of the title.
  var documentNumber: String? {
    for line in head.reversed() {
      let folded = text.folded(line)
      if line.kind == .documentNumber, let found = DocumentNumber.first(in: folded) {
        return DocumentNumber.shown(found, in: text)
      }
      if line.kind == .title || line.kind == .other, let found = DocumentNumber.first(in: folded),
        found.range.lowerBound == folded.startIndex
      {
        return DocumentNumber.shown(found, in: text)
      }
    }
    return nil
  }

  /// Names of bodies on lines of their own under the title.
  var signatureNames: [Range<Int>] { afterTitle.filter { $0.kind == .body }.map(\.range) }

  private var afterTitle: [PageLine] {
    titleLines.isEmpty
      ? [] : head.indices.filter { $0 > ownStart && !titleLines.contains($0) }.map { head[$0] }
  }

  /// Every line that is not the report's own, in order.
  var portal: [PageLine] {
    head.enumerated().filter { index, line in
      if line.kind == .blank || titleLines.contains(index) || line.number == salutation?.number {
        return false
      }
      if table.contains(index) || line.kind == .metadata || line.kind == .widget { return true }
      if index < ownStart || titleLines.isEmpty { return !isOwn(line) || index < ownStart }
      return !isOwn(line)
    }.map(\.element)
  }

  /// Under the title: number, day, signature.
  private func isOwn(_ line: PageLine) -> Bool {
    switch line.kind {
    case .documentNumber, .date, .body: return true
    default:
      let folded = text.folded(line)
      return Signature.isSignature(folded) || folded.first == "(" && DateReader.first(in: folded) != nil
    }
  }
}

extension DocumentNumber {
  /// The number in canonical form but in the characters of the page: 連政發〔2014〕12號.
  static func shown(_ found: Found, in text: SourceText) -> String {
    var canonical = found.text.unicodeScalars.makeIterator()
    var result = ""
    for index in found.range where text.folded[index] != " " {
      guard let scalar = canonical.next() else { break }
      let isSame = scalar == text.folded[index] && scalar.isHan
      result.unicodeScalars.append(isSame ? text.shown[index] : scalar)
      if text.folded[index] == "第" && !isSame { continue }
    }
    return result.unicodeScalars.count == found.text.unicodeScalars.count ? result : found.text
  }
}

import Archive

/// What one line of a page is, judged by itself.
enum LineKind: Equatable {
  case blank
  /// Keys and values of the portal.
  case metadata
  /// A day and nothing else.
  case date
  /// A document number and nothing else.
  case documentNumber
  /// Whom the report is addressed to.
  case addressee
  /// Reads like the title of such a report, or like a whole one.
  case title
  /// The name of a body, or of several.
  case body
  /// Breadcrumbs, navigation, fonts, sharing.
  case widget
  /// 一、 (一) 第一章 ...
  case label
  /// Sentences.
  case prose
  /// A short line of no known kind: a fragment of a title, a column's name.
  case other

  init(_ line: Scalars, label: Label?, keys: MetadataLine?? = nil) {
    let text = line.trimmed
    if text.isEmpty {
      self = .blank
    } else if DateReader.whole(text) != nil {
      self = .date
    } else if DocumentNumber.whole(text) != nil || LineKind.isNumberAndDate(text) {
      self = .documentNumber
    } else if LineKind.isTrail(text) {
      self = .widget
    } else if let metadata = keys ?? MetadataLine(text), LineKind.isMetadata(metadata, text) {
      self = .metadata
    } else if label != nil, label!.style != .runIn {
      self = .label
    } else if LineKind.isAddressee(text) {
      self = .addressee
    } else if LineKind.isProse(text) {
      self = .prose
    } else if LineKind.isTitle(text) {
      self = .title
    } else if LineKind.isWidget(text) {
      self = .widget
    } else if LineKind.isBody(text) {
      self = .body
    } else {
      self = .other
    }
  }

  /// `锡署发〔2019〕22号  2019-03-29`
  private static func isNumberAndDate(_ text: Scalars) -> Bool {
    guard text.count <= 60, let number = DocumentNumber.first(in: text),
      number.range.lowerBound == text.startIndex
    else { return false }
    return DateReader.whole(text[number.range.upperBound...].trimmed) != nil
  }

  /// 内容概述 may hold whole sentences; any other key in front of sentences is the text's own word.
  private static func isMetadata(_ line: MetadataLine, _ text: Scalars) -> Bool {
    if line.isBare { return true }
    if text.count <= 120 { return true }
    return line.pairs.count >= 2 || line.start == text.startIndex
  }

  private static func isTrail(_ text: Scalars) -> Bool {
    guard text.count <= 160, !text.contains("。") else { return false }
    let arrows = text.count { $0 == ">" || $0 == "»" || $0 == "›" || $0 == "→" || $0 == "＞" }
    if arrows >= 1, text.count <= 120 { return true }
    return text.contains(any: Words.trail)
  }

  static func isAddressee(_ text: Scalars) -> Bool {
    guard let last = text.last, last == ":", text.count <= 70, text.count >= 3 else { return false }
    let name = text.dropLast().trimmed
    guard !name.contains("。"), !name.contains(";"),
      !name.contains(":") || name.starts(at: name.startIndex, with: Array("主送"))
    else { return false }
    // 现将有关情况报告如下: ends a sentence, it greets nobody.
    if name.suffix(in: Words.announcing) != nil { return false }
    return name.suffix(in: Words.bodyEnding) != nil || name.suffix(in: Words.addressed) != nil
  }

  private static func isProse(_ text: Scalars) -> Bool {
    if text.count > 90 { return true }
    let stops = text.count { $0 == "。" }
    let commas = text.count { $0 == "," || $0 == ";" }
    if stops >= 1 && text.count >= 16 { return true }
    // 全年办结案件12件。 states a fact, however short it is.
    if isBriefSentence(text), text.contains(where: \.isDigit), !text.starts(withAny: Words.widget) {
      return true
    }
    // `现将…情况报告如下:` opens the text however short it is.
    if text.count >= 8, text.suffix(in: Words.asFollows) != nil { return true }
    if commas >= 2 && text.count >= 30 { return true }
    return commas >= 1 && text.count >= 45
  }

  /// Closed by a full stop, but too short to be told from a portal's remark by itself.
  static func isBriefSentence(_ text: Scalars) -> Bool {
    text.last == "。" && (6..<16).contains(text.count)
  }

  static func isTitle(_ text: Scalars) -> Bool {
    guard text.count <= 80, text.count >= 6, !text.contains("。") else { return false }
    guard text.contains(any: Words.subject) else { return false }
    let bare = text.withoutSpaces[...]
    return endsLikeTitle(bare)
  }

  /// Ends with 报告 and the like, a bracketed remark aside: `…情况报告(征求意见稿)`.
  static func endsLikeTitle(_ text: Scalars) -> Bool {
    var end = text.endIndex
    while end > text.startIndex, text[end - 1] == "》" || text[end - 1] == "…" || text[end - 1] == "." {
      end -= 1
    }
    if end > text.startIndex, text[end - 1] == ")" {
      var open = end - 1
      while open > text.startIndex, text[open] != "(" { open -= 1 }
      end = open
    }
    while end > text.startIndex, text[end - 1] == "》" { end -= 1 }
    return text[text.startIndex..<end].suffix(in: Words.kind) != nil
  }

  private static func isWidget(_ text: Scalars) -> Bool {
    guard text.count <= 200 else { return false }
    let marks = text.count(of: Words.widget)
    if marks >= 2 { return true }
    return marks == 1 && text.count <= 16
  }

  /// 顺河回族区人民政府, 中共鞍山市委 鞍山市人民政府.
  static func isBody(_ text: Scalars) -> Bool {
    guard text.count <= 45, text.count >= 3 else { return false }
    guard text.allSatisfy({ $0.isHan || $0 == " " || $0 == "、" || $0 == "(" || $0 == ")" }) else {
      return false
    }
    var parts = 0
    for part in text.split(whereSeparator: { $0 == " " || $0 == "、" }) where part.count >= 2 {
      guard part.suffix(in: Words.bodyEnding) != nil else { return false }
      parts += 1
    }
    return (1...6).contains(parts)
  }
}

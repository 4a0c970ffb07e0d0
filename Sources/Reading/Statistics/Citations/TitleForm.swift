/// A title in the form in which spellings are compared: no marks, spaces or 中华人民共和国, one way to write years.
struct TitleForm: Hashable, Sendable {
  /// Letters, digits and Han; a span of years as 2021-2025.
  let full: [Unicode.Scalar]
  /// Without the span of years.
  let base: [Unicode.Scalar]

  var hasSpan: Bool { full.count != base.count }

  /// - Parameter title: folded, with or without its marks.
  init(_ title: Scalars) {
    var full: [Unicode.Scalar] = []
    var base: [Unicode.Scalar] = []
    full.reserveCapacity(title.count)
    base.reserveCapacity(title.count)
    var index = title.startIndex
    while index < title.endIndex {
      let scalar = title[index]
      if scalar.isDigit, let span = TitleForm.span(in: title, at: index) {
        full += span.form
        index = span.end
        continue
      }
      if title.starts(at: index, with: TitleForm.state) {
        index += TitleForm.state.count
        continue
      }
      if scalar.isHan || scalar.isDigit || scalar.isLetter || scalar == "〇" {
        full.append(scalar)
        base.append(scalar)
      }
      index += 1
    }
    self.full = TitleForm.withoutIssuers(full)
    self.base = TitleForm.withoutIssuers(base)
  }

  private init(full: [Unicode.Scalar], base: [Unicode.Scalar]) {
    self.full = full
    self.base = base
  }

  /// Without what a revision or a trial adds: 行政处罚法(2021年修订), 工作规则(试行).
  static func withoutVersion(_ title: Scalars) -> Scalars? {
    let trimmed = title.trimmed
    guard trimmed.last == ")", let open = trimmed.lastIndex(of: "("), open > trimmed.startIndex else {
      return nil
    }
    return trimmed[open...].contains(any: versions) ? trimmed[..<open] : nil
  }

  /// X of 关于印发X的通知.
  var unwrapped: TitleForm? {
    func inner(_ form: [Unicode.Scalar]) -> [Unicode.Scalar]? {
      guard form[...].ends(withAny: TitleForm.wrapping),
        let opening = form[...].word(of: TitleForm.wrappers, at: 0)
      else { return nil }
      return Array(form[opening.count..<(form.count - 3)])
    }
    guard let full = inner(full), let base = inner(base), base.count > 2 else { return nil }
    return TitleForm(full: full, base: base)
  }

  private static let state = Array("中华人民共和国".unicodeScalars)
  private static let versions: WordList = "修订 修正 修改 试行 草案 征求意见稿 新版"
  private static let wrapping: WordList = "的通知"
  private static let wrappers: WordList = "关于印发 关于转发 关于公布 关于发布"
  private static let issuers: WordList =
    "中共中央办公厅 国务院办公厅 中共中央 国务院 全国人民代表大会常务委员会 全国人大常委会 中央全面依法治国委员会办公室 中央全面依法治国委员会"

  /// Issuers only go from before 关于: 国务院工作规则 is a title of its own.
  private static func withoutIssuers(_ form: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var rest = form[...]
    while let issuer = rest.word(of: issuers, at: rest.startIndex) {
      rest = rest.dropFirst(issuer.count)
    }
    return rest.starts(with: ["关", "于"]) ? Array(rest) : form
  }

  /// 2021-2025年, 2021年至2025年, 2021—2025 and the like: two years, the second not before the first.
  private static func span(in text: Scalars, at start: Int) -> (form: [Unicode.Scalar], end: Int)? {
    guard start == text.startIndex || !text[start - 1].isDigit, let first = year(in: text, at: start) else {
      return nil
    }
    var index = start + 4
    func skip(_ wanted: (Unicode.Scalar) -> Bool) -> Int {
      let before = index
      while index < text.endIndex, index - before < 8, wanted(text[index]) { index += 1 }
      return index - before
    }
    _ = skip { $0 == " " || $0 == "年" }
    guard skip({ isDash($0) || $0 == " " }) > 0, let second = year(in: text, at: index), second >= first
    else {
      return nil
    }
    index += 4
    if index < text.endIndex, text[index].isDigit { return nil }
    let beforeUnit = index
    _ = skip { $0 == " " }
    if index < text.endIndex, text[index] == "年" { index += 1 } else { index = beforeUnit }
    return (Array("\(first)-\(second)".unicodeScalars), index)
  }

  private static func year(in text: Scalars, at start: Int) -> Int? {
    guard start + 4 <= text.endIndex else { return nil }
    var year = 0
    for scalar in text[start..<(start + 4)] {
      guard scalar.isDigit else { return nil }
      year = year * 10 + Int(scalar.value - 0x30)
    }
    return (1949...2099).contains(year) ? year : nil
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "—", "–", "―", "─", "━", "~", "至", "到", "一", "−": true
    default: false
    }
  }
}

/// Finds where a heading ends that is fused to its paragraph.
enum RunInTitle {
  /// A first sentence up to this length is the heading, in scalars; 一是 more often opens a sentence than a heading.
  private static func whole(_ style: Label.Style) -> Int { style == .runIn ? 20 : 26 }
  private static let longest = 60
  /// Sentences without an end are searched so far, in scalars: a text of megabytes may have no full stop.
  private static let reach = 1_000

  /// The end of the title that starts at `start`, closing punctuation left out; `start` when there is none.
  static func end(in text: Scalars, from start: Int, style: Label.Style) -> Int {
    var stop = start
    var quotes = 0
    let limit = min(text.endIndex, start + reach)
    while stop < limit {
      switch text[stop] {
      case "“", "《", "(": quotes += 1
      case "”", "》", ")": quotes = max(0, quotes - 1)
      case "。", "!", "?", "\n": return settle(text, start, stop, style)
      case ";", ":": if quotes == 0 { return settle(text, start, stop, style) }
      default: break
      }
      stop += 1
    }
    return settle(text, start, stop, style)
  }

  private static func settle(_ text: Scalars, _ start: Int, _ stop: Int, _ style: Label.Style) -> Int {
    var end = stop
    if let fused = fusedEnd(text, start, stop, style) {
      end = fused
    } else if stop - start > whole(style) || holdsFigure(text[start..<stop]) {
      end = mainClause(text, start, stop)
    }
    while end > start,
      text[end - 1] == " " || text[end - 1].endsSentence || text[end - 1] == "," || text[end - 1] == "、"
    {
      end -= 1
    }
    return end
  }

  /// `(一)加强组织领导 我区成立…`, and the same without the space.
  private static func fusedEnd(_ text: Scalars, _ start: Int, _ stop: Int, _ style: Label.Style) -> Int? {
    guard stop - start > 20 else { return nil }
    var index = start + 4
    while index < min(stop - 6, start + 34) {
      if text[index] == "," || text[index] == ":" { return nil }
      if text[index] == " ", text[index - 1].isHan, text[index + 1].isHan || text[index + 1].isDigit {
        return index
      }
      if style != .runIn, opensSentence(text[index...]), isPlain(text[start..<index]) { return index }
      index += 1
    }
    return nil
  }

  private static let subjects: WordList =
    "我区 我市 我县 我镇 我乡 我局 我省 我委 我街道 今年 全年 一是 截至 为深入 为进一步 认真贯彻 各级 各部门 各单位 全区 全市 全县 全镇 部分 个别 少数 区级 县级 市级 我们 目前"

  /// A word that opens a sentence of its own.
  private static func opensSentence(_ text: Scalars) -> Bool {
    text.starts(withAny: subjects) || (text.count > 5 && YearReader.years(in: text.prefix(6)).first != nil)
  }

  private static func isPlain(_ text: Scalars) -> Bool {
    text.allSatisfy { $0.isHan || $0 == "、" || $0 == "“" || $0 == "”" }
  }

  /// A clause with a count or a rate tells of a result; the heading ends before it.
  private static func holdsFigure(_ sentence: Scalars) -> Bool {
    guard let comma = sentence.firstIndex(of: ",") else { return false }
    return sentence[comma...].contains { $0.isDigit }
  }

  /// The first clause that is not an adverbial: 按照《…》文件精神 is followed by what was done.
  private static func mainClause(_ text: Scalars, _ start: Int, _ stop: Int) -> Int {
    var clause = start
    var index = start
    var quotes = 0
    while index < stop {
      switch text[index] {
      case "“", "《", "(": quotes += 1
      case "”", "》", ")": quotes = max(0, quotes - 1)
      case "," where quotes == 0:
        let part = text[clause..<index]
        if index - start >= 4, !isAdverbial(part) { return index }
        clause = index + 1
      default: break
      }
      if index - start >= longest, quotes == 0, clause > start { return clause - 1 }
      index += 1
    }
    return stop
  }

  private static let relating: WordList = "按照 根据 依据 围绕 针对 依托 对照 结合 遵循 为了 本着"
  private static let related: WordList =
    "精神 要求 部署 规定 安排 原则 目标 实际 任务 通知 方案 意见 纲要 》 问题 特点 职责"
  private static let circumstance: WordList =
    "基础上 前提下 过程中 领导下 指导下 以来 期间 工作中 的同时 引领下 统领"
  private static let purpose: WordList = "为 为了 随着 截至 截止 通过"
  private static let locative: WordList = "下 中 上 后 前 时 方面"

  private static func isAdverbial(_ clause: Scalars) -> Bool {
    if clause.contains(any: relating), clause.suffix(in: related) != nil { return true }
    if clause.suffix(in: circumstance) != nil { return true }
    guard let first = clause.first else { return false }
    if clause.count <= 20, clause.starts(withAny: purpose) { return true }
    switch first {
    case "2": return clause.count <= 8 && clause.dropFirst().first == "0"
    case "以": return clause.count <= 16 && clause.contains("为")
    case "在": return clause.count <= 16 && clause.suffix(in: locative) != nil
    default: return false
    }
  }
}

import Archive

/// What kind of document a title names, by how it ends and whose name it starts with.
enum CitationKind {
  /// Words for kinds of documents, each the end of a title.
  static let endings: WordList =
    "通知 意见 决定 方案 纲要 条例 办法 规定 规划 计划 要点 细则 规则 准则 规程 措施 通报 批复 公告 决议 安排 制度 机制 清单 台账 标准 指引 目录 指南 规范"

  /// - Parameters:
  ///   - title: folded, without its outer marks.
  ///   - isMade: the sentence says that the document was drawn up by those who report.
  ///   - own: what the reporting body is called, folded: 鞍山市, 祁连县.
  static func of(_ title: Scalars, isMade: Bool, own: [[Unicode.Scalar]]) -> Citation.Kind {
    let plain = plain(title)
    guard plain.count > 1 else { return .other }
    if plain.ends(withAny: readings) { return .other }
    if !plain.ends(withAny: notLaws), plain.ends(withAny: laws) { return .law }
    if plain.ends(withAny: plans) { return .plan }
    let isOwn = own.contains { $0.count > 1 && plain.starts(at: plain.startIndex, with: $0) }
    if plain.ends(withAny: policies) { return isOwn ? .local : .policy }
    let issuer = issuer(of: plain)
    if plain.ends(withAny: norms) {
      if isOwn || issuer == .below { return .local }
      return issuer == nil && isMade ? .local : .regulation
    }
    return plain.ends(withAny: inner) ? .local : .other
  }

  private enum Issuer { case nation, province, below }

  private static let laws: WordList = "法 法典 刑法修正案 宪法修正案"
  private static let notLaws: WordList =
    "办法 方法 做法 执法 司法 立法 普法 守法 学法 用法 尊法 依法 合法 违法 说法 想法 看法 手法 书法 枪法 战法 技法 打法 工作法"
  /// Newspapers, columns, letters and books.
  private static let readings: WordList =
    "日报 晚报 晨报 早报 时报 周报 周刊 月刊 杂志 公报 政报 信箱 热线 之窗 之声 在线 栏目 专栏 专题 访谈 讲堂 课堂 直通车 决定书 通知书 意见书 建议书 告知书 承诺书 责任书 协议书 倡议书 公开信 一封信 手册 读本 汇编 选编 选读 案例 案例选 案例集 问答 讲义 学习纲要 学习问答 理政 微电影 报告 白皮书"
  private static let plans: WordList =
    "方案 纲要 规划 要点 计划 安排 预案 行动 任务 任务书 路线图 时间表 安排表 分工 任务分解 任务分工 工作台账 任务台账"
  private static let policies: WordList =
    "通知 意见 决定 通报 批复 复函 命令 决议 指示 措施 举措 公告 通告 指标体系 指示精神 政策 十条 二十条 三十条"
  private static let norms: WordList = "条例 办法 规定 细则 准则 规章 解释 章程"
  private static let inner: WordList =
    "规则 规程 制度 机制 清单 台账 标准 指引 目录 指南 规范 流程 基准 流程图 纪要 名录 名单 职责 要求 体系 协议 备忘录 公约 手续 程序 模板 样本 文本 图 表"

  /// Without quotes and without brackets at the end: …方案(2016-2020年), …规则(试行).
  private static func plain(_ title: Scalars) -> Scalars {
    var rest = title.trimmed
    while let last = rest.last {
      if last == ")", let open = rest.lastIndex(of: "("), open > rest.startIndex {
        rest = rest[..<open].trimmed
      } else if last == "”" || last == "〉" || last == "》" || last == ">" || last == " " {
        rest = rest.dropLast()
      } else {
        break
      }
    }
    while let first = rest.first, first == "“" || first == " " { rest = rest.dropFirst() }
    return rest
  }

  /// Who issued it, if the title starts with a name: 陕西省…, 鞍山市…, 区政府….
  private static func issuer(of title: Scalars) -> Issuer? {
    if title.starts(withAny: national) { return .nation }
    if title.starts(withAny: municipalities) { return .province }
    for index in title.indices.prefix(12) {
      if title.starts(at: index, with: CitationKind.about) { return nil }
      let before = index > title.startIndex ? title[index - 1] : nil
      let after = index + 1 < title.endIndex ? title[index + 1] : nil
      switch title[index] {
      case "省": return .province
      case "自" where title.starts(at: index, with: CitationKind.region): return .province
      case "市": if !isWord(before, ["城", "都", "上", "股"], after, ["场", "民", "容", "域", "值"]) { return .below }
      case "区":
        if !isWord(before, ["社", "景", "片", "灾", "园", "地"], after, ["域", "块", "划", "间", "别"]) {
          return .below
        }
      case "县": if !isWord(before, ["市"], after, ["级", "域", "处"]) { return .below }
      case "镇": if !isWord(before, ["城", "乡"], after, ["村"]) { return .below }
      case "乡": if !isWord(before, ["城", "下"], after, ["村", "镇", "规", "土"]) { return .below }
      case "街" where after == "道", "管" where title.starts(at: index, with: CitationKind.committee):
        return .below
      case "本", "我": if index == title.startIndex { return .below }
      default: break
      }
    }
    return nil
  }

  private static func isWord(
    _ before: Unicode.Scalar?, _ heads: [Unicode.Scalar], _ after: Unicode.Scalar?, _ tails: [Unicode.Scalar]
  ) -> Bool {
    before.map(heads.contains) == true || after.map(tails.contains) == true
  }

  private static let national: WordList = "中华人民共和国 中国共产党 中共中央 国务院 全国 中央 国家 最高人民"
  private static let municipalities: WordList = "北京市 天津市 上海市 重庆市"
  private static let about = Array("关于".unicodeScalars)
  private static let region = Array("自治区".unicodeScalars)
  private static let committee = Array("管委会".unicodeScalars)
}

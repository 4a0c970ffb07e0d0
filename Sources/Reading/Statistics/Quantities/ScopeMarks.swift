import Archive

/// Whose numbers a sentence gives: 全市's, the government's own or one department's.
struct ScopeMarks {
  private(set) var current: Quantity.Scope?

  mutating func startSentence() { current = nil }

  static let table = PhraseTable<Quantity.Scope>(
    .opening,
    [
      ("全省 全市 全县 全区 全州 全旗 全盟 全镇 全乡 全街道 全域 全辖区 辖区内", .region),
      (
        "省本级 市本级 县本级 区本级 州本级 旗本级 镇本级 本级政府 政府本级 省政府 市政府 县政府 区政府 州政府 旗政府 镇政府 乡政府 省人民政府 市人民政府 县人民政府 区人民政府",
        .government
      ),
    ])

  /// Last scalars of a department's name.
  static let departments = PhraseTable<Bool>(.closing, "局 厅 法院 检察院 办公室 中心 支队 大队")

  mutating func read(_ scope: Quantity.Scope, at index: Int, through end: Int, in text: [Unicode.Scalar]) {
    // 县(市)区政府, 各区政府: others than the one that reports.
    if scope == .government, index > 0, ScopeMarks.others.contains(text[index - 1]) { return }
    // 区政府常务会议, 市政府各部门, 区政府门户网站 name other things.
    if scope == .government, ScopeMarks.compounds.starting(at: end, in: text) != nil { return }
    current = scope
  }

  private static let compounds = PhraseTable<Bool>(
    .opening, "常务会 专题会 全体会 党组 各部门 部门 工作部门 办公室 办 网 门户 规章 令 文件 复议 法制 服务 及 和 与 、 工作报告 规范性 批准 审议 组成 督查 公报")

  private static let others: ScalarSet = ")各县市区乡对向由经报原"

  /// A department named at the opening of a clause is its subject: `区司法局受理…`.
  mutating func readDepartment(endingAt end: Int, clause: Int, in text: [Unicode.Scalar]) {
    guard end - clause <= 12, end - clause >= 3, ScopeMarks.departments.ending(at: end, in: text) != nil
    else { return }
    // 政务服务大厅
    if text[end - 1] == "厅", text[end - 2] == "大" { return }
    if end < text.count, ScopeMarks.notBehind.contains(text[end]) { return }
    guard !ScopeMarks.notFirst.contains(text[clause]), text[clause..<end].allSatisfy(\.isHan) else { return }
    current = .department
  }

  private static let notBehind: ScalarSet = "长级面限部势等、和及与机内里的城区"
  private static let notFirst: ScalarSet = "向对由会联将经为在从是以把各与被使让给推设建全完成"
}

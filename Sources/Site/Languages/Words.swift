import Archive

/// The few words that depend on a value and so cannot stand in a template: small tables, nothing else.
enum Words {
  static func level(_ level: ReportingLevel) -> String {
    switch level {
    case .province: "省级"
    case .prefecture: "地级"
    case .county: "县级"
    case .township: "乡级"
    case .zone: "开发区、功能区"
    case .department: "部门"
    }
  }

  static func level(_ level: DivisionLevel) -> String {
    switch level {
    case .province: "省级"
    case .prefecture: "地级"
    case .county: "县级"
    }
  }

  static func severity(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .note: "说明"
    case .warning: "存疑"
    case .error: "错误"
    }
  }

  /// What kind of finding a code stands for; nil for codes without a name here, whose message must do.
  static func finding(_ code: String) -> String? {
    switch code {
    case "binary", "undecodable", "unreadable", "too-large", "empty", "no-text": "文件读不出正文"
    case "characters-lost": "有字符丢失"
    case "duplicate-id": "编号重复"
    case "front-matter", "front-matter-unknown-key", "front-matter-value": "前置元数据有误"
    case "markdown": "正文无法解析"
    case "pinyin-removed": "去掉了拼音注音"
    case "region-ambiguous": "地区有歧义"
    case "region-derived": "地区为推定"
    case "region-path": "地区与文件夹不符"
    case "region-renamed": "地区名称有变更"
    case "region-unknown": "地区不明"
    case "title-derived": "题名为拟定"
    case "year-derived": "年度为推定"
    case "year-unknown": "年度不明"
    case "year-unlikely": "年度可疑"
    default: nil
    }
  }

  /// For a report whose text gives no title and for which none was made up.
  static func title(region: String, year: Int) -> String { "\(region)\(year)年度报告" }

  // Names of the indexes, for the trails of pages below them.
  static let metrics = "指标"
  static let topics = "主题"
  static let laws = "法律和文件"
  static let checks = "存疑"

  /// What a note in the margin says of figures that do not follow from one another.
  static let doubt = "与所列数字不相符"

  static func year(_ year: Int) -> String { "\(year)年度" }

  /// The part of the country that the first digit of a division code stands for.
  static func greatRegion(_ digit: Int) -> String {
    switch digit {
    case 1: "华北"
    case 2: "东北"
    case 3: "华东"
    case 4: "中南"
    case 5: "西南"
    case 6: "西北"
    case 7: "台湾"
    case 8: "港澳"
    default: "其他地区"
    }
  }

  static func directlyBelow(_ province: String) -> String { "\(province)直辖" }

  static func sign(_ approximation: Quantity.Approximation) -> String {
    switch approximation {
    case .exact: ""
    case .about: "约"
    case .atLeast: "≥"
    case .atMost: "≤"
    }
  }

  /// Nil for a value of the report's own year, and for a stock as it stood.
  static func period(_ quantity: Quantity, for metric: Metric?) -> String? {
    switch quantity.period {
    case .year: nil
    case .cumulative: "累计"
    case .prior: "上年或更早"
    case .target: "目标"
    case .asAt: metric?.flow == .stock ? nil : "截至"
    }
  }

  static func scope(_ scope: Quantity.Scope?) -> String? {
    switch scope {
    case nil, .region: nil
    case .government: "本级"
    case .department: "单个部门"
    }
  }

  /// Nil for a plain level.
  static func kind(_ kind: Quantity.Kind) -> String? {
    switch kind {
    case .level: nil
    case .change: "增减"
    case .statedZero: "写明为零"
    case .norm: "规定或标准"
    }
  }

  static func kind(_ kind: Citation.Kind) -> String {
    switch kind {
    case .law: "法律"
    case .regulation: "法规、规章"
    case .plan: "纲要、规划、方案"
    case .policy: "政策文件"
    case .local: "地方文件"
    case .other: "其他"
    }
  }

  static func kind(_ kind: Metric.Kind) -> String {
    switch kind {
    case .count: "数量"
    case .rate: "比率"
    case .amount: "金额"
    }
  }

  static func role(_ role: String) -> String? {
    switch role {
    case "preamble": "引言"
    case "achievements": "举措和成效"
    case "problems": "不足和原因"
    case "leader_duty": "第一责任人履职"
    case "plan": "下一年度安排"
    case "other": "其他事项"
    default: nil
    }
  }
}

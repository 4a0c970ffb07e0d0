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
}

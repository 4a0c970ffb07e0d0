import Archive

/// Small tables from values to phrases, nothing else.
extension Words {
  func level(_ level: ReportingLevel) -> String {
    switch level {
    case .province: self[.levelProvince]
    case .prefecture: self[.levelPrefecture]
    case .county: self[.levelCounty]
    case .township: self[.levelTownship]
    case .zone: self[.levelZone]
    case .department: self[.levelDepartment]
    }
  }

  func level(_ level: DivisionLevel) -> String {
    switch level {
    case .province: self[.levelProvince]
    case .prefecture: self[.levelPrefecture]
    case .county: self[.levelCounty]
    }
  }

  func severity(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .note: self[.severityNote]
    case .warning: self[.severityWarning]
    case .error: self[.severityError]
    }
  }

  /// What kind of finding a code stands for; nil for codes without a name here, whose message must do.
  func finding(_ code: String) -> String? {
    switch code {
    case "binary", "undecodable", "unreadable", "too-large", "empty", "no-text": self[.findingUnreadable]
    case "characters-lost": self[.findingCharactersLost]
    case "duplicate-id": self[.findingDuplicateId]
    case "front-matter", "front-matter-unknown-key", "front-matter-value": self[.findingFrontMatter]
    case "markdown": self[.findingMarkdown]
    case "pinyin-removed": self[.findingPinyinRemoved]
    case "region-ambiguous": self[.findingRegionAmbiguous]
    case "region-derived": self[.findingRegionDerived]
    case "region-path": self[.findingRegionPath]
    case "region-renamed": self[.findingRegionRenamed]
    case "region-unknown": self[.findingRegionUnknown]
    case "title-derived": self[.findingTitleDerived]
    case "year-derived": self[.findingYearDerived]
    case "year-unknown": self[.findingYearUnknown]
    case "year-unlikely": self[.findingYearUnlikely]
    default: nil
    }
  }

  /// The part of the country that the first digit of a division code stands for.
  func greatRegion(_ digit: Int) -> String {
    switch digit {
    case 1: self[.greatRegion1]
    case 2: self[.greatRegion2]
    case 3: self[.greatRegion3]
    case 4: self[.greatRegion4]
    case 5: self[.greatRegion5]
    case 6: self[.greatRegion6]
    case 7: self[.greatRegion7]
    case 8: self[.greatRegion8]
    default: self[.greatRegionOther]
    }
  }

  func sign(_ approximation: Quantity.Approximation) -> String {
    switch approximation {
    case .exact: ""
    case .about: self[.approximationAbout]
    case .atLeast: "≥"
    case .atMost: "≤"
    }
  }

  /// Nil for a value of the report's own year, and for a stock as it stood.
  func period(_ period: Quantity.PeriodKind, of flow: Metric.Flow?) -> String? {
    switch period {
    case .year: nil
    case .cumulative: self[.periodCumulative]
    case .prior: self[.periodPrior]
    case .target: self[.periodTarget]
    case .asAt: flow == .stock ? nil : self[.periodAsAt]
    }
  }

  func scope(_ scope: Quantity.Scope?) -> String? {
    switch scope {
    case nil, .region: nil
    case .government: self[.scopeGovernment]
    case .department: self[.scopeDepartment]
    }
  }

  /// Nil for a plain level.
  func kind(_ kind: Quantity.Kind) -> String? {
    switch kind {
    case .level: nil
    case .change: self[.quantityChange]
    case .statedZero: self[.quantityStatedZero]
    case .norm: self[.quantityNorm]
    }
  }

  func kind(_ kind: Citation.Kind) -> String {
    switch kind {
    case .law: self[.kindLaw]
    case .regulation: self[.kindRegulation]
    case .plan: self[.kindPlan]
    case .policy: self[.kindPolicy]
    case .local: self[.kindLocal]
    case .other: self[.kindOther]
    }
  }

  func kind(_ kind: Metric.Kind) -> String {
    switch kind {
    case .count: self[.metricCount]
    case .rate: self[.metricRate]
    case .amount: self[.metricAmount]
    }
  }

  func role(_ role: String) -> String? {
    switch role {
    case "preamble": self[.rolePreamble]
    case "achievements": self[.roleAchievements]
    case "problems": self[.roleProblems]
    case "leader_duty": self[.roleLeaderDuty]
    case "plan": self[.rolePlan]
    case "other": self[.roleOther]
    default: nil
    }
  }

  /// What sets a value apart from a plain one of the year: another unit, its period, whose it is.
  func note(
    unit: String? = nil, _ period: Quantity.PeriodKind, _ scope: Quantity.Scope?, of flow: Metric.Flow?
  ) -> String? {
    Text.joined(unit, self.period(period, of: flow), self.scope(scope), by: self[.noteSeparator])
  }

  private static let months: [Phrase] = [
    .month1, .month2, .month3, .month4, .month5, .month6, .month7, .month8, .month9, .month10, .month11,
    .month12,
  ]

  func month(_ number: Int) -> String {
    Words.months.indices.contains(number - 1) ? self[Words.months[number - 1]] : ""
  }

  /// How a check came out: as the reader of reports put it in Chinese, from its numbers in other languages.
  func note(_ check: Check) -> String {
    if script == .hans { return Text.short(check.note, limit: 400) }
    guard let stated = check.stated, let computed = check.computed else { return self[.checkCompared] }
    return self(.checkComputed, ["stated": Figure.text(stated), "computed": Figure.text(computed)])
  }
}

/// The words of the interface that the program itself needs, because they depend on a value; all others stand in
/// templates. A raw value is a key of the theme's string files.
public enum Phrase: String, CaseIterable, Sendable {
  /// The language's name in the language itself.
  case languageName = "language-name"

  case levelProvince = "level-province"
  case levelPrefecture = "level-prefecture"
  case levelCounty = "level-county"
  case levelTownship = "level-township"
  case levelZone = "level-zone"
  case levelDepartment = "level-department"

  case severityNote = "severity-note"
  case severityWarning = "severity-warning"
  case severityError = "severity-error"

  case findingUnreadable = "finding-unreadable"
  case findingCharactersLost = "finding-characters-lost"
  case findingDuplicateId = "finding-duplicate-id"
  case findingFrontMatter = "finding-front-matter"
  case findingMarkdown = "finding-markdown"
  case findingPinyinRemoved = "finding-pinyin-removed"
  case findingRegionAmbiguous = "finding-region-ambiguous"
  case findingRegionDerived = "finding-region-derived"
  case findingRegionPath = "finding-region-path"
  case findingRegionRenamed = "finding-region-renamed"
  case findingRegionUnknown = "finding-region-unknown"
  case findingTitleDerived = "finding-title-derived"
  case findingYearDerived = "finding-year-derived"
  case findingYearUnknown = "finding-year-unknown"
  case findingYearUnlikely = "finding-year-unlikely"

  /// For a report whose text gives no title and for which none was made up.
  case reportTitle = "report-title"
  // Names of the indexes, for the trails of pages below them.
  case indexMetrics = "index-metrics"
  case indexTopics = "index-topics"
  case indexLaws = "index-laws"
  case indexChecks = "index-checks"
  case yearLabel = "year-label"
  /// For metrics of a topic that the vocabulary does not have.
  case otherTopic = "other-topic"
  case metricOfPlace = "metric-of-place"

  // The parts of the country that the first digit of a division code stands for.
  case greatRegion1 = "great-region-1"
  case greatRegion2 = "great-region-2"
  case greatRegion3 = "great-region-3"
  case greatRegion4 = "great-region-4"
  case greatRegion5 = "great-region-5"
  case greatRegion6 = "great-region-6"
  case greatRegion7 = "great-region-7"
  case greatRegion8 = "great-region-8"
  case greatRegionOther = "great-region-other"
  case directlyBelow = "directly-below"
  case numberedPart = "numbered-part"

  case approximationAbout = "approximation-about"
  case periodCumulative = "period-cumulative"
  case periodPrior = "period-prior"
  case periodTarget = "period-target"
  case periodAsAt = "period-as-at"
  case scopeGovernment = "scope-government"
  case scopeDepartment = "scope-department"
  case quantityChange = "quantity-change"
  case quantityStatedZero = "quantity-stated-zero"
  case quantityNorm = "quantity-norm"
  /// Between what sets a value apart: another unit, its period, its scope.
  case noteSeparator = "note-separator"
  /// Between numbers of one sentence.
  case numberSeparator = "number-separator"
  case labelWithNote = "label-with-note"
  /// What a note in the margin says of figures that do not follow from one another.
  case doubt = "doubt"
  case checkComputed = "check-computed"
  case checkCompared = "check-compared"

  /// The title of a page in a citation.
  case quotedTitle = "quoted-title"

  case kindLaw = "kind-law"
  case kindRegulation = "kind-regulation"
  case kindPlan = "kind-plan"
  case kindPolicy = "kind-policy"
  case kindLocal = "kind-local"
  case kindOther = "kind-other"

  case metricCount = "metric-count"
  case metricRate = "metric-rate"
  case metricAmount = "metric-amount"

  case rolePreamble = "role-preamble"
  case roleAchievements = "role-achievements"
  case roleProblems = "role-problems"
  case roleLeaderDuty = "role-leader-duty"
  case rolePlan = "role-plan"
  case roleOther = "role-other"

  /// Numbers beside an axis: in ten thousands or thousands, and in hundred millions or millions.
  case axisLarge = "axis-large"
  case axisHuge = "axis-huge"

  case month1 = "month-1"
  case month2 = "month-2"
  case month3 = "month-3"
  case month4 = "month-4"
  case month5 = "month-5"
  case month6 = "month-6"
  case month7 = "month-7"
  case month8 = "month-8"
  case month9 = "month-9"
  case month10 = "month-10"
  case month11 = "month-11"
  case month12 = "month-12"

  /// What a text may name between `{{` and `}}`.
  var parameters: [String] {
    switch self {
    case .reportTitle: ["region", "year"]
    case .yearLabel: ["year"]
    case .metricOfPlace: ["place", "metric"]
    case .directlyBelow: ["province"]
    case .numberedPart: ["part", "number"]
    case .quotedTitle: ["title"]
    case .labelWithNote: ["label", "note"]
    case .checkComputed: ["stated", "computed"]
    case .axisLarge, .axisHuge: ["value"]
    default: []
    }
  }
}

/// Tables of two provinces, four metrics, four topics and three laws, so that a build takes a moment only.
enum MiniVocabulary {
  static let divisions = """
    adcode\tname\tlevel\tparent\tvalid_from\tvalid_to\tsuccessor\tkind\tshort\tpinyin\tgrid
    410000\t河南省\tprovince\t\t\t\t\tprovince\t河南\thenan\t4,3
    410100\t郑州市\tprefecture\t410000\t\t\t\tprefecture_city\t郑州\tzhengzhou\t
    410102\t中原区\tcounty\t410100\t\t\t\tdistrict\t中原\tzhongyuan\t
    410103\t二七区\tcounty\t410100\t\t\t\tdistrict\t二七\terqi\t
    410200\t开封市\tprefecture\t410000\t\t\t\tprefecture_city\t开封\tkaifeng\t
    410203\t顺河回族区\tcounty\t410200\t\t\t\tdistrict\t顺河,顺河区\tshunhe\t
    410204\t鼓楼区\tcounty\t410200\t\t\t\tdistrict\t鼓楼\tgulou\t
    410205\t禹王台区\tcounty\t410200\t\t\t\tdistrict\t禹王台\tyuwangtai\t
    610000\t陕西省\tprovince\t\t\t\t\tprovince\t陕西\tshaanxi\t3,3
    610100\t西安市\tprefecture\t610000\t\t\t\tprefecture_city\t西安\txian\t
    610102\t新城区\tcounty\t610100\t\t\t\tdistrict\t新城\txincheng\t

    """

  static let formerNames =
    "adcode\tname\tlevel\tparent\tvalid_from\tvalid_to\tsuccessor\tkind\tshort\tpinyin\tgrid\n"

  static let script = "traditional\tsimplified\n區\t区\n縣\t县\n與\t与\n"

  static let laws = """
    laws:
      - {id: penalty-law, title: 行政处罚法, kind: law, since: 1996}
      - {id: licence-law, title: 行政许可法, kind: law, since: 2004}
      - {id: reconsideration-law, title: 行政复议法, kind: law, since: 1999, aliases: [复议法]}

    """

  static let topics = """
    frameworks:
      - {id: outline2021, zh: 纲要, en: Outline, issuer: 国务院, published: "2021-08-11", years: [2021, 2025]}
    roles:
      - {id: achievements, zh: 举措, en: Results, cues: [主要工作]}
      - {id: problems, zh: 不足, en: Problems, cues: [不足]}
    topics:
      - {id: enforcement, zh: 执法, en: Enforcement, strong: [执法, 处罚]}
      - {id: disputes, zh: 纠纷化解, en: Disputes, strong: [化解, 纠纷]}
      - {id: disputes.reconsideration, zh: 行政复议, en: Reconsideration, strong: [复议]}
      - {id: capacity, zh: 学习, en: Training, strong: [培训]}

    """

  static let metrics = """
    subjects:
      reconsideration: [复议]
      penalties: [行政处罚]
    metrics:
    """
    + metric("accepted", "复议受理数", "件", "disputes.reconsideration", "受理行政复议案件{N}")
    + metric("corrected", "复议纠错数", "件", "disputes.reconsideration", "复议{-}纠正{N}")
    + metric(
      "corrected_rate", "复议纠错率", "\"%\"", "disputes.reconsideration", "复议{-}纠错率{~}{N}",
      more: ["numerator: corrected", "denominator: accepted"])
    + metric("penalties", "行政处罚数", "件", "enforcement", "行政处罚案件{N}")

  private static func metric(
    _ id: String, _ name: String, _ unit: String, _ topic: String, _ pattern: String, more: [String] = []
  ) -> String {
    let kind = more.isEmpty ? "count" : "rate"
    let lines =
      [
        "zh: \(name)", "en: \(id)", "unit: \(unit)", "kind: \(kind)",
        "flow: \(more.isEmpty ? "flow" : "rate")",
        "tier: core", "topic: \(topic)", "direction: none", "units: [\(unit)]", "patterns: ['\(pattern)']",
      ] + more
    return "\n  - id: \(id)\n" + lines.map { "    \($0)\n" }.joined()
  }

  /// By path in the archive.
  static let files = [
    "Content/vocabulary/divisions.tsv": divisions, "Content/vocabulary/former_names.tsv": formerNames,
    "Content/vocabulary/hant-hans.tsv": script, "Content/vocabulary/laws.yml": laws,
    "Content/vocabulary/topics.yml": topics, "Content/vocabulary/metrics.yml": metrics,
  ]
}

import Archive

/// Reports that state metrics, cite laws and raise a question, for the pages made from what reports say.
enum StatedArchive {
  static let indicators = Indicators(
    metrics: [
      metric("accepted", "受理数"), metric("corrected", "纠错数"),
      metric("rate", "纠错率", unit: "%", kind: .rate, numerator: "corrected", denominator: "accepted"),
      metric("staff", "人员数", unit: "人", flow: .stock), metric("never", "没有人写的指标"),
    ],
    topics: [
      Topic(id: "disputes", zh: "化解纠纷", en: "Disputes", parent: nil),
      Topic(id: "disputes.review", zh: "行政复议", en: "Review", parent: "disputes"),
      Topic(id: "capacity", zh: "能力", en: "Capacity", parent: nil),
    ])

  static func metric(
    _ id: String, _ zh: String, unit: String = "件", kind: Metric.Kind = .count, flow: Metric.Flow = .flow,
    numerator: String? = nil, denominator: String? = nil
  ) -> Metric {
    Metric(
      id: id, zh: zh, en: id, unit: unit, kind: kind, flow: kind == .rate ? .rate : flow, tier: .core,
      topic: "disputes", direction: .none, numerator: numerator, denominator: denominator)
  }

  static let shunhe2018: Report = stated("410203-2018", SmallArchive.shunhe, 2018) { report in
    report.heading("一、", "化解纠纷", topic: "disputes", roles: ["achievements"])
    report.paragraph(
      "受理案件[[accepted|1,090件]]，纠错[[corrected|约90件]]。依据[[!penalty-law|《行政处罚法》]]办理。")
    report.heading("(一)", "办好复议", level: 2, topic: "disputes.review", roles: ["achievements"], parent: 0)
    report.paragraph("全部办结，另有人员[[staff|12余人]]。")
  }

  static let shunhe2019: Report = stated("410203-2019", SmallArchive.shunhe, 2019, published: "2020-04-02") {
    report in
    report.paragraph("依照[[!penalty-law|《中华人民共和国行政处罚法》]]和[[!no-1|试政〔2020〕1号]]开展工作。")
    report.heading("一、", "复议", topic: "disputes", roles: ["achievements"])
    report.paragraph(
      "受理[[accepted|109件]]，纠错[[corrected|9件]]，纠错率*达到[[rate|82.1%]]*，增长[[?;change|12.5%]]。"
        + "其中部门受理[[accepted;department|40件]]。上年受理[[accepted;prior|108件]]。")
    report.heading("二、", "说不清的部分", roles: ["problems"])
    report.paragraph("经费[[?|247.5万元]]。")
    report.checks = [
      Check(
        kind: .rate, holds: false, stated: Amount(821, decimals: 1), computed: Amount(83, decimals: 1),
        quantities: [0, 1, 2], note: "纠错率与两数推不出来", line: 4),
      Check(
        kind: .restated, holds: false, stated: Amount(108), computed: Amount(1_090), quantities: [5],
        note: "与上年报告所载不同", line: 4),
      Check(
        kind: .sum, holds: true, stated: nil, computed: nil, quantities: [0, 1], note: "合计相符", line: 4),
    ]
  }

  static let henan2019: Report = stated("410000-2019", SmallArchive.henan, 2019, published: "2020-03-01") {
    report in
    report.heading("一、", "化解", topic: "disputes", roles: [])
    report.paragraph("全省[[accepted;statedZero|没有]]受理案件。")
  }

  static let reports = [shunhe2018, shunhe2019, henan2019]

  static func stated(
    _ id: String, _ region: Region, _ year: Int, published: String? = nil,
    _ write: (inout StatedReport) -> Void
  ) -> Report {
    var report = StatedReport(year: year)
    write(&report)
    return report.report(SmallArchive.report(id, region, year, published: published))
  }
}

import Archive
import Mustache

/// A report whose figures do not all follow from one another, with the checks that say so.
struct DoubtfulReport: Sendable {
  let report: ReportRow
  let checks: [CheckView]
  /// More of them on the report's page.
  let omitted: Int?

  static let schema = Schema<DoubtfulReport>(
    "report with figures in doubt",
    [
      .record("report", "the report", of: ReportRow.schema) { $0.report },
      .list("checks", "its checks that do not hold", of: CheckView.schema) { $0.checks },
      .count("omitted", "how many more stand on the report's page, missing when all are here") {
        $0.omitted
      },
    ])

  init(_ site: SiteIndex, _ index: Int, link: Linker) {
    report = ReportRow(site, index, link: link)
    let source = site.catalog.reports[index]
    checks = CheckView.all(site, index, holding: false, limit: ChecksPage.doubtLimit, link: link)
    let all = source.checks.count { !$0.holds }
    omitted = all > checks.count ? all - checks.count : nil
  }
}

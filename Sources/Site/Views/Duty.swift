import Archive
import Mustache

/// Dates of publication beside the duty to publish by 1 April of the following year, which holds for reports on
/// 2018 and later years. A date on a page may be that of a later copy, so nothing is said about lateness.
struct Duty: Sendable {
  let years: [Year]
  let after: [Dated]
  /// Reports dated after 1 April that the list leaves out.
  let omitted: Int?

  struct Year: Sendable {
    let year: Int
    let href: String
    var total = 0
    var until = 0
    var after = 0
    var undated = 0

    static let schema = Schema<Year>(
      "duty's year",
      [
        .number("year", "the year that reports are about") { $0.year },
        .text("href", "link to the year's page") { $0.href },
        .number("total", "how many reports are held") { $0.total },
        .number("until", "of these dated 1 April of the next year or before") { $0.until },
        .number("after", "of these dated later") { $0.after },
        .number("undated", "of these without a date of publication") { $0.undated },
      ])
  }

  struct Dated: Sendable {
    let report: ReportRow
    let days: Int

    static let schema = Schema<Dated>(
      "report dated after 1 April",
      [
        .record("report", "the report", of: ReportRow.schema) { $0.report },
        .number("days", "how many days after 1 April") { $0.days },
      ])
  }

  static let schema = Schema<Duty>(
    "publication duty",
    [
      .list("years", "years under the duty, the last first", of: Year.schema) { $0.years },
      .flag("hasYears", "reports on such years are held") { !$0.years.isEmpty },
      .list("after", "reports dated after 1 April, the last year first", of: Dated.schema) { $0.after },
      .flag("hasAfter", "there are such reports") { !$0.after.isEmpty },
      .number("omitted", "how many such reports are not listed, missing when all are") { $0.omitted },
    ])

  static let firstYear = 2018
  /// At 330 bytes a row.
  static let limit = 300

  init(_ site: SiteIndex, link: Linker) {
    var years: [Year] = []
    var after: [(index: Int, days: Int)] = []
    for year in site.catalog.years.reversed() where year >= Duty.firstYear {
      var row = Year(year: year, href: link.href(.year(year)))
      for index in site.reports(ofYear: year) {
        row.total += 1
        guard let published = site.catalog.reports[index].masthead.published,
          let due = Duty.day(for: year)
        else {
          row.undated += 1
          continue
        }
        if published <= due {
          row.until += 1
        } else {
          row.after += 1
          after.append((index, Duty.number(of: published) - Duty.number(of: due)))
        }
      }
      years.append(row)
    }
    self.years = years
    self.after = after.prefix(Duty.limit).map {
      Dated(report: ReportRow(site, $0.index, link: link), days: $0.days)
    }
    omitted = after.count > Duty.limit ? after.count - Duty.limit : nil
  }

  /// The day until which a report on the year is to be published; nil before the duty began.
  static func day(for year: Int) -> Day? {
    year < firstYear ? nil : Day(year: year + 1, month: 4, day: 1)
  }

  static func isLate(_ masthead: Masthead) -> Bool {
    guard let published = masthead.published, let due = masthead.year.flatMap(day) else { return false }
    return published > due
  }

  /// Days since 1 March of the year 0.
  private static func number(of day: Day) -> Int {
    let month = (day.month + 9) % 12
    let year = day.year - month / 10
    return 365 * year + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + day.day - 1
  }
}

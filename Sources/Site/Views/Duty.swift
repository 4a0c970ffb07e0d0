import Archive
import Mustache

/// Dates of publication beside the duty to publish by 1 April of the following year, which holds for reports on
/// 2018 and later years. A date on a page may be that of a later copy, so nothing is said about lateness.
struct Duty: Sendable {
  let years: [Year]
  let after: [Dated]
  /// Reports dated after 1 April that the list leaves out.
  let omitted: Int?
  /// Bodies whose reports of two years or more are dated later, those of most years first.
  let repeated: [Repeated]

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
        .count("total", "how many reports are held") { $0.total },
        .count("until", "of these dated 1 April of the next year or before") { $0.until },
        .count("after", "of these dated later") { $0.after },
        .count("undated", "of these without a date of publication") { $0.undated },
      ])
  }

  struct Dated: Sendable {
    let report: ReportRow
    let days: Int

    static let schema = Schema<Dated>(
      "report dated after 1 April",
      [
        .record("report", "the report", of: ReportRow.schema) { $0.report },
        .count("days", "how many days after 1 April") { $0.days },
      ])
  }

  /// A body whose reports are dated after 1 April again and again.
  struct Repeated: Sendable {
    let region: String
    let unit: String?
    let href: String
    let years: [Link]
    let held: Int

    static let schema = Schema<Repeated>(
      "body dated after 1 April in several years",
      [
        .text("region", "name of the division") { $0.region },
        .text("unit", "the zone, department or township, missing for the government itself") { $0.unit },
        .text("href", "link to the division's page") { $0.href },
        .list("years", "the years, each linked to its report", of: Link.schema) { $0.years },
        .count("count", "how many years") { $0.years.count },
        .count("held", "of how many reports under the duty") { $0.held },
      ])
  }

  static let schema = Schema<Duty>(
    "publication duty",
    [
      .list("years", "years under the duty, the last first", of: Year.schema) { $0.years },
      .flag("hasYears", "reports on such years are held") { !$0.years.isEmpty },
      .list("after", "reports dated after 1 April, the last year first", of: Dated.schema) { $0.after },
      .flag("hasAfter", "there are such reports") { !$0.after.isEmpty },
      .count("omitted", "how many such reports are not listed, missing when all are") { $0.omitted },
      .list("repeated", "bodies dated later in two years or more", of: Repeated.schema) { $0.repeated },
      .flag("hasRepeated", "there are such bodies") { !$0.repeated.isEmpty },
    ])

  static let firstYear = 2018
  /// At 330 bytes a row.
  static let limit = 300
  /// At 90 bytes a year.
  static let repeatedLimit = 60

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
    repeated = Duty.repeated(after.map(\.index), site, link)
    self.years = years
    self.after = after.prefix(Duty.limit).map {
      Dated(report: ReportRow(site, $0.index, link: link), days: $0.days)
    }
    omitted = after.count > Duty.limit ? after.count - Duty.limit : nil
  }

  /// Those of most years first, then by division.
  private static func repeated(_ late: [Int], _ site: SiteIndex, _ link: Linker) -> [Repeated] {
    var byBody: [Body: [Int]] = [:]
    for index in late {
      if let body = Body(site.catalog.reports[index]) { byBody[body, default: []].append(index) }
    }
    let several = byBody.filter { $0.value.count > 1 }
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    return several.prefix(repeatedLimit).map { body, late in
      let place = site.catalog.place(body.adcode)
      let held = (place?.reports ?? []).count {
        site.facts[$0].year >= firstYear && site.catalog.reports[$0].masthead.unit == body.unit
      }
      return Repeated(
        region: site.words.division(body.adcode, place?.name ?? ""),
        unit: body.unit.map { Text.short($0, limit: 40) }, href: link.href(.region(body.adcode)),
        years: late.sorted { site.facts[$0].year < site.facts[$1].year }.map {
          Link(
            href: link.href(.report(site.catalog.reports[$0].id ?? "")), label: String(site.facts[$0].year))
        }, held: held)
    }
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

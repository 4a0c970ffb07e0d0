import Archive
import Mustache

/// How a metric went in one province, as its government states it.
struct ProvinceTrend: Sendable {
  let name: String
  let href: String
  let spark: Sparkline
  let latest: ValueView
  let latestYear: Int

  static let schema = Schema<ProvinceTrend>(
    "trend of a province",
    [
      .text("name", "the province") { $0.name },
      .text("href", "link to its page") { $0.href },
      .record("spark", "what its government states, over the years", of: Sparkline.schema) { $0.spark },
      .record("latest", "its value of the last year that has one", of: ValueView.schema) { $0.latest },
      .number("latestYear", "that year") { $0.latestYear },
    ])

  /// By code; none where no province states the metric for two years, and there is no way to be seen.
  static func all(_ series: Series, in site: SiteIndex, link: Linker) -> [ProvinceTrend] {
    let years = site.years(of: series)
    guard let first = years.first, let last = years.last else { return [] }
    let span = max(first, last - SiteIndex.longestSpan + 1)...last
    var isTrend = false
    let trends = site.catalog.provinces.compactMap { place -> ProvinceTrend? in
      var values: [Chart.Value] = []
      var latest: (report: Int, year: Int)?
      // By year, as a place's reports stand.
      for index in place.reports where site.facts[index].isGovernment {
        let year = site.facts[index].year
        guard span.contains(year), values.last?.year != year, let value = series.value(of: index) else {
          continue
        }
        values.append((year, value))
        latest = (index, year)
      }
      guard let latest, let principal = series.principal(of: latest.report),
        let spark = Sparkline(values, years: span, isRate: series.metric.kind == .rate)
      else { return nil }
      if values.count > 1 { isTrend = true }
      return ProvinceTrend(
        name: site.words.division(place.adcode, place.name), href: link.href(.region(place.adcode)),
        spark: spark, latest: ValueView(principal, of: series, in: site, link: link),
        latestYear: latest.year)
    }
    return isTrend ? trends : []
  }
}

import Archive
import Mustache

/// The whole site as values: every page and file that the archive makes, none of them rendered yet.
///
/// Pure, and independent of the order in which reports were read: the same catalog, settings, free pages and
/// assets give the same pages in the same order.
public struct SiteBuilder: Sendable {
  private let site: SiteIndex
  private let formats: ReportFormats
  /// By edition.
  private let readers: [Lazy<InputReader>]
  /// Free pages that cannot be shown: their address belongs to a page of the site or to another free page, or they
  /// are in a language of their own and no page for all others stands beside them.
  public let conflicts: [FreePage]

  /// Bytes of a metric's table on one page; a larger one is divided. The rest of the page, its charts and rate pairs
  /// among them, takes less than 120 KB.
  public static let tableLimit = 150_000

  public init(
    catalog: Catalog, gazetteer: Gazetteer? = nil, settings: SiteSettings, words: [Words], pages: [FreePage],
    assets: Assets, formats: ReportFormats, tableLimit: Int = SiteBuilder.tableLimit
  ) {
    // A page before its translations.
    let ordered = pages.sorted {
      Array(($0.slug + " " + ($0.language ?? "")).utf8)
        .lexicographicallyPrecedes(Array(($1.slug + " " + ($1.language ?? "")).utf8))
    }
    var taken = Set(Route.reservedSlugs.map { Route.free($0).path })
    var free: [FreePage] = []
    var conflicts: [FreePage] = []
    for page in ordered {
      // A translation stands where its page does.
      if page.language != nil {
        if free.contains(where: { $0.slug == page.slug }) {
          free.append(page)
        } else {
          conflicts.append(page)
        }
        continue
      }
      if taken.insert(Route.free(page.slug).path).inserted {
        free.append(page)
      } else {
        conflicts.append(page)
      }
    }
    self.conflicts = conflicts
    let shown = free
    self.formats = formats
    let site = SiteIndex(
      catalog: catalog, gazetteer: gazetteer, settings: settings, editions: Edition.all(words),
      freePages: shown, assets: assets, tableLimit: tableLimit)
    self.site = site
    // A build without a record of the last one asks for no inputs until its pages stand.
    let digests = Lazy {
      SiteDigests(
        catalog, site.series, gazetteer: gazetteer, settings: settings, editions: site.editions,
        freePages: shown,
        assets: assets)
    }
    readers = site.editions.map { edition in Lazy { InputReader(site.in(edition), digests.value) } }
  }

  /// Every page template with the shape of the values it is given. A template's name is its path below
  /// `Templates` without `.html`, so partials are called as `{{>partials/date}}`.
  public static let templates: [(template: String, shape: Shape)] = [
    (HomePage.template, HomePage.schema.shape),
    (ReportPage.template, ReportPage.schema.shape),
    (RegionPage.template, RegionPage.schema.shape),
    (YearPage.template, YearPage.schema.shape),
    (CoveragePage.template, CoveragePage.schema.shape),
    (ChecksPage.template, ChecksPage.schema.shape),
    (MetricsPage.template, MetricsPage.schema.shape),
    (MetricPage.template, MetricPage.schema.shape),
    (TopicsPage.template, TopicsPage.schema.shape),
    (TopicPage.template, TopicPage.schema.shape),
    (LawsPage.template, LawsPage.schema.shape),
    (LawPage.template, LawPage.schema.shape),
    (ChecksPart.template, ChecksPart.schema.shape),
    (FreePageContext.template, FreePageContext.schema.shape),
    (NotFoundPage.template, NotFoundPage.schema.shape),
  ]

  /// Metrics, topics and laws, each with the pages that its own is spread over.
  private static func statistics(_ site: SiteIndex, _ reader: Lazy<InputReader>) -> [Page] {
    let metrics = site.series.series.flatMap { series in
      ([nil] + series.divided.map(Optional.some)).map { region in
        let route = region.map { Route.metricRegion(series.metric.id, $0) } ?? .metric(series.metric.id)
        return Page(
          route, in: site, template: MetricPage.template,
          inputs: reader.value.metric(series, below: region)
        ) {
          MetricPage.schema.record(MetricPage(site, series, region: region))
        }
      }
    }
    // What stands on which page of a long list is found for many lists at once.
    let stated = site.topics.branches.flatMap { [$0.topic] + $0.below }
      .filter { !site.topics.sections($0.id).isEmpty }
    let topics = zip(stated, Parallel.each(stated.count) { TopicPage.list(site, stated[$0]) })
      .flatMap { topic, list in
        ([nil] + list.pages.indices.map(Optional.some)).map { index in
          let part = index.map { list.pages[$0].part }
          let page = Page(
            .topic(topic.id, part), in: site, template: TopicPage.template,
            inputs: reader.value.topic(topic, list, index)
          ) {
            TopicPage.schema.record(TopicPage(site, topic, list: list, index: index))
          }
          return (year: part?.year ?? 0, page: page)
        }
      }
    let cited = site.laws.laws
    let lists = Parallel.each(cited.count) { cited[$0].page == nil ? nil : LawPage.list(site, cited[$0]) }
    let laws = zip(cited, lists).flatMap { law, list -> [Page] in
      guard let page = law.page, let list else { return [] }
      return ([nil] + list.pages.indices.map(Optional.some)).map { index in
        let route = Route.law(page, index.map { list.pages[$0].part })
        return Page(
          route, in: site, template: LawPage.template, inputs: reader.value.law(law, list, index)
        ) {
          LawPage.schema.record(LawPage(site, law, list: list, index: index))
        }
      }
    }
    // One year's reports are quoted by all topics in a row.
    return metrics
      + topics.indices.sorted { (topics[$0].year, $0) < (topics[$1].year, $1) }.map { topics[$0].page }
      + laws
  }

  /// Pages of which there is one, and the parts of the page of findings.
  private static func overviews(_ site: SiteIndex, _ reader: Lazy<InputReader>) -> [Page] {
    func page(_ route: Route, _ template: String, _ record: @escaping @Sendable () -> Record) -> Page {
      Page(route, in: site, template: template, inputs: reader.value.archive, record: record)
    }
    let doubts = ChecksPage.list(site)
    return [
      page(.home, HomePage.template) { HomePage.schema.record(HomePage(site)) },
      Page(.notFound, in: site, template: NotFoundPage.template, inputs: reader.value.plain) {
        NotFoundPage.schema.record(NotFoundPage(site))
      },
      page(.coverage, CoveragePage.template) { CoveragePage.schema.record(CoveragePage(site)) },
      page(.checks, ChecksPage.template) { ChecksPage.schema.record(ChecksPage(site)) },
      page(.metrics, MetricsPage.template) { MetricsPage.schema.record(MetricsPage(site)) },
      page(.topics, TopicsPage.template) { TopicsPage.schema.record(TopicsPage(site)) },
      page(.laws, LawsPage.template) { LawsPage.schema.record(LawsPage(site)) },
    ]
      + doubts.pages.indices.map { index in
        Page(
          .checksPart(doubts.pages[index].part), in: site, template: ChecksPart.template,
          inputs: reader.value.checks(doubts, index)
        ) {
          ChecksPart.schema.record(ChecksPart(site, list: doubts, index: index))
        }
      }
  }

  /// All pages of every language: the site's own, those of what reports say, free pages, years, regions, reports,
  /// each kind in ascending order.
  public var pages: [Page] {
    zip(site.editions, readers).flatMap { SiteBuilder.pages(site.in($0), $1) }
  }

  private static func pages(_ site: SiteIndex, _ reader: Lazy<InputReader>) -> [Page] {
    var pages = SiteBuilder.overviews(site, reader) + SiteBuilder.statistics(site, reader)
    pages += site.freePages.map { page in
      Page(
        .free(page.slug), in: site, template: FreePageContext.template,
        inputs: reader.value.freePage(page)
      ) {
        FreePageContext.schema.record(FreePageContext(site, page))
      }
    }
    pages += site.catalog.years.map { year in
      Page(.year(year), in: site, template: YearPage.template, inputs: reader.value.year(year)) {
        YearPage.schema.record(YearPage(site, year))
      }
    }
    pages += site.catalog.places.map { place in
      Page(
        .region(place.adcode), in: site, template: RegionPage.template,
        inputs: reader.value.region(place)
      ) {
        RegionPage.schema.record(RegionPage(site, place))
      }
    }
    pages += site.catalog.reports.indices.map { index in
      Page(
        .report(site.catalog.reports[index].id ?? ""), in: site, template: ReportPage.template,
        inputs: reader.value.report(index)
      ) {
        ReportPage.schema.record(ReportPage(site, index))
      }
    }
    return pages
  }

  /// Gets ready to say what pages are made from.
  public func prepareInputs() { for reader in readers { _ = reader.value } }

  /// The other forms of every report, by id, and the values of every metric.
  public var files: [PlainFile] {
    let formats = formats
    let site = site
    let reader = readers[0]
    // Year by year, since each year's reports are quoted in the files of all metrics.
    let values = site.catalog.years.flatMap { year in
      site.series.series.filter { $0.years.contains(year) }.map { series in
        PlainFile(
          path: Route.metricData(series.metric.id, year).path,
          inputs: reader.value.values(of: series, in: year)
        ) {
          MetricFile.csv(series, year: year, in: site)
        }
      }
    }
    return values
      + site.catalog.reports.indices.flatMap { index in
        let id = site.catalog.reports[index].id ?? ""
        return [
          PlainFile(path: Route.reportMarkdown(id).path, inputs: reader.value.file(of: index)) {
            formats.markdown(site.catalog.reports[index])
          },
          PlainFile(path: Route.reportData(id).path, inputs: reader.value.file(of: index)) {
            formats.json(site.catalog.reports[index])
          },
        ]
      }
  }
}

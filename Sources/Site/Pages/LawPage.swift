import Archive
import Mustache

/// `laws/<law>.html`: who cites a law or document, by year and place; years on pages of their own where one page
/// cannot hold them all.
struct LawPage: Sendable {
  let layout: Layout
  let words: Words
  let law: LawIndex.Law
  let spellings: [String]
  let years: [Int]
  let provinces: [Province]
  let reportCount: Int
  let isPart: Bool
  let parts: [PartLink]
  let beside: [PartLink]
  let groups: [Group]
  /// Years between which the vocabulary says that it is in force.
  let since: Int?
  let repealed: Int?
  /// In the first year that cites it.
  let first: [Citing]
  let omittedFirst: Int?
  /// In reports on years after its end.
  let afterRepeal: [Group]
  let afterRepealCount: Int
  let gaps: CitationGaps.Answer?
  /// Governments that never cite it.
  let silent: [Link]
  let revision: RevisionGaps?

  struct Province: Sendable {
    let name: String
    let href: String
    let counts: [CoveragePage.Count]
    let total: Int

    static let schema = Schema<Province>(
      "citing reports of a province",
      [
        .text("name", "the province") { $0.name },
        .text("href", "link to its page") { $0.href },
        .list("counts", "citing reports, one for every year of the table", of: CoveragePage.Count.schema) {
          $0.counts
        },
        .count("total", "citing reports of all years") { $0.total },
      ])
  }

  struct Group: Sendable {
    let year: Int
    let reports: [Citing]

    static let schema = Schema<Group>(
      "citing reports of a year",
      [
        .number("year", "the year") { $0.year },
        .list("reports", "the reports, by division", of: Citing.schema) { $0.reports },
      ])
  }

  struct Citing: Sendable {
    let href: String
    let region: String
    let unit: String?
    /// How often, nil for once.
    let times: Int?

    static let schema = Schema<Citing>(
      "citing report",
      [
        .text("href", "link to the first place where the report cites it") { $0.href },
        .text("region", "name of the division in the report's year") { $0.region },
        .text("unit", "the zone, department or township, missing for the government itself") { $0.unit },
        .count("times", "how often it is cited, missing for once") { $0.times },
      ])
  }

  static let template = "law"
  static let schema = Schema<LawPage>(
    "law",
    Layout.fields { $0.layout } + [
      .text("name", "its title as most reports write it") { $0.law.name },
      .text("kind", "what kind of document it is, in a word") { $0.words.kind($0.law.kind) },
      .text("documentNumber", "its number, missing when no report gives one") { $0.law.documentNumber },
      .flag("isPart", "the page is about one year, or one year's reports of some divisions") { $0.isPart },
      .count("reportCount", "how many reports cite it, on a part's page how many of that part") {
        $0.reportCount
      },
      .count("mentionCount", "how often it is cited in all") { $0.law.mentions.count },
      .number("firstYear", "the first report year that cites it") { $0.law.firstYear },
      .number("lastYear", "the last one, missing when it is the first") {
        $0.law.lastYear == $0.law.firstYear ? nil : $0.law.lastYear
      },
      .texts("spellings", "the other ways in which reports write it") { $0.spellings },
      .flag("hasSpellings", "there are other ways") { !$0.spellings.isEmpty },
      .list("years", "columns of the table of provinces", of: Matrix.Year.schema) { page in
        page.years.map { Matrix.Year(year: $0, href: nil) }
      },
      .flag("hasProvinces", "the table of provinces stands on this page") { !$0.provinces.isEmpty },
      .list("provinces", "citing reports by province and year", of: Province.schema) { $0.provinces },
      .list("groups", "the citing reports of this page, the last year first", of: Group.schema) { $0.groups },
      .flag("hasGroups", "reports are listed on this page") { !$0.groups.isEmpty },
      .number("since", "year in which its first version came into force, missing when nobody says") {
        $0.since
      },
      .flag("isStatute", "a law or a regulation, which comes into force and is revised") {
        $0.law.kind == .law || $0.law.kind == .regulation
      },
      .number("repealed", "year in which it ceased to be in force, missing when it has not") { $0.repealed },
      .list("first", "the citing reports of the first year, none on a part's page", of: Citing.schema) {
        $0.first
      },
      .flag("hasFirst", "there are such reports") { !$0.first.isEmpty },
      .count("omittedFirst", "how many more there are, missing when all are listed") { $0.omittedFirst },
      .list(
        "afterRepeal", "reports on later years that cite a document no longer in force, the last year first",
        of: Group.schema
      ) {
        $0.afterRepeal
      },
      .flag("hasAfterRepeal", "there are such reports") { !$0.afterRepeal.isEmpty },
      .count("afterRepealCount", "how many there are, missing for what is in force") {
        $0.repealed == nil ? nil : $0.afterRepealCount
      },
      .count("heldCount", "governments with reports on years since the first citation, missing unless asked")
      {
        $0.gaps?.held
      },
      .count("silentCount", "those of them that never cite it, missing unless asked") {
        $0.gaps?.silent.count
      },
      .list("silent", "these, provinces first, no more than a page can hold", of: Link.schema) { $0.silent },
      .flag("hasSilent", "there are such governments") { !$0.silent.isEmpty },
      .count("omittedSilent", "how many more there are, missing when all are listed") { page in
        page.gaps.flatMap { $0.silent.count > page.silent.count ? $0.silent.count - page.silent.count : nil }
      },
      .record(
        "revision", "who has not cited it since its latest revision came into force, missing unless asked",
        of: RevisionGaps.schema
      ) {
        $0.revision
      },
    ] + PartLink.fields { ($0.parts, $0.beside) })

  /// A citing report weighs up to 130 bytes.
  static let limit = 1_500
  static let spellingLimit = 12
  static let firstLimit = 30
  static let afterRepealLimit = 60
  static let silentLimit = 80

  /// `list` is what `LawPage.list` gives, made once for all parts of a law; `index` says which of its pages, nil the
  /// law's own page. A part says nothing of the whole, so that it changes only with its own reports.
  init(_ site: SiteIndex, _ law: LawIndex.Law, list: PartedList, index: Int?) {
    let name = law.page ?? ""
    let page = index.map { list.pages[$0] }
    let route = Route.law(name, page?.part)
    let link = site.linker(route)
    func href(_ part: YearPart?) -> String { link.href(.law(name, part)) }
    self.law = law
    words = site.words
    isPart = page != nil
    reportCount = page?.count ?? law.reportCount
    layout = Layout(
      site, route, title: law.name + (index.map { " " + list.title(of: $0) } ?? ""),
      breadcrumb: [Link(href: link.href(.laws), label: site.words[.indexLaws])]
        + (page == nil ? [] : [Link(href: href(nil), label: Text.short(law.name, limit: 40))])
        + PartLink.trail(list, to: index, href: href))
    // The parts of a long list say only who cites; the rest stands on the law's own page.
    spellings = page == nil ? LawPage.spellings(law, site) : []
    years = site.tableYears.filter { (law.firstYear...law.lastYear).contains($0) }
    provinces = page == nil ? LawPage.provinces(law, years, site, link) : []
    parts = PartLink.below(list, index, href: href)
    beside = PartLink.beside(list, index, href: href)
    groups = list.shown(on: page).map { year, mentions in
      Group(year: year, reports: mentions.map { LawPage.citing($0, law, site, link) })
    }
    let known = page == nil ? site.catalog.indicators.law(law.key) : nil
    since = known?.since
    repealed = known?.repealed
    let citing = page == nil ? LawPage.firstMentions(law) : []
    let earliest = citing.filter { site.facts[$0.report].year == law.firstYear }
    first = site.inPageOrder(earliest).prefix(LawPage.firstLimit).map {
      LawPage.citing($0, law, site, link)
    }
    omittedFirst = earliest.count > first.count ? earliest.count - first.count : nil
    let late = known?.repealed.map { end in citing.filter { site.facts[$0.report].year > end } } ?? []
    afterRepealCount = late.count
    afterRepeal = site.byYear(Array(site.inPageOrder(late).prefix(LawPage.afterRepealLimit))).map {
      year, mentions in
      Group(year: year, reports: mentions.map { LawPage.citing($0, law, site, link) })
    }
    gaps = page == nil ? LawPage.gaps(law, site) : nil
    silent =
      gaps?.silent.prefix(LawPage.silentLimit).map { LawPage.link(to: $0, site, link) } ?? []
    revision = page == nil ? RevisionGaps(law, in: site, link: link) : nil
  }

  /// To the page of one of the catalog's places.
  static func link(to number: Int, _ site: SiteIndex, _ link: Linker) -> Link {
    let place = site.catalog.places[number]
    return Link(href: link.href(.region(place.adcode)), label: site.words.division(place.adcode, place.name))
  }

  /// Asked of laws and regulations that the vocabulary lists and that are in force: a local document is no business of
  /// other places, and what has ceased need not be cited.
  static func gaps(
    _ law: LawIndex.Law, since year: Int? = nil, _ site: SiteIndex
  ) -> CitationGaps.Answer? {
    guard let known = site.catalog.indicators.law(law.key), known.repealed == nil,
      known.kind == .law || known.kind == .regulation
    else { return nil }
    return site.citationGaps.value.answer(law, since: year ?? law.firstYear)
  }

  /// The citing reports, each by the first place where it cites the law.
  static func list(_ site: SiteIndex, _ law: LawIndex.Law) -> PartedList {
    PartedList(site.byYear(site.inPageOrder(firstMentions(law))), limit: limit, in: site)
  }

  /// One for each report.
  private static func firstMentions(_ law: LawIndex.Law) -> [Observation] {
    var last: Int?
    return law.mentions.filter { mention in
      defer { last = mention.report }
      return mention.report != last
    }
  }

  private static func citing(
    _ mention: Observation, _ law: LawIndex.Law, _ site: SiteIndex, _ link: Linker
  ) -> Citing {
    let report = site.catalog.reports[mention.report]
    let times = law.mentions(in: mention.report).count
    return Citing(
      href: link.href(.report(report.id ?? ""), CitationRow.anchor(mention.quantity)),
      region: site.words.division(report.masthead.region),
      unit: Text.present(report.masthead.unit).map { Text.short($0, limit: 40) },
      times: times > 1 ? times : nil)
  }

  /// Those seen most often first.
  private static func spellings(_ law: LawIndex.Law, _ site: SiteIndex) -> [String] {
    var counts: [String: Int] = [:]
    for mention in law.mentions {
      let text = site.catalog.texts[Int(site.catalog.rows[mention.report].mentions[mention.quantity].name)]
      if text != law.name { counts[Text.short(text, limit: 120), default: 0] += 1 }
    }
    return counts.sorted { left, right in
      left.value != right.value ? left.value > right.value : Text.precedes(left.key, right.key)
    }.prefix(spellingLimit).map(\.key)
  }

  private static func provinces(
    _ law: LawIndex.Law, _ years: [Int], _ site: SiteIndex, _ link: Linker
  ) -> [Province] {
    var counts: [Adcode: [Int: Int]] = [:]
    for mention in firstMentions(law) {
      let fact = site.facts[mention.report]
      counts[fact.province, default: [:]][fact.year, default: 0] += 1
    }
    let rows = counts.sorted { $0.key < $1.key }
    let table = CoveragePage.Count.table(rows.map { row in years.map { row.value[$0] } })
    return zip(rows, table).map { row, counts in
      let (code, byYear) = row
      return Province(
        name: site.words.division(code, site.catalog.place(code)?.name ?? ""), href: link.href(.region(code)),
        counts: counts, total: byYear.values.reduce(0, +))
    }
  }
}

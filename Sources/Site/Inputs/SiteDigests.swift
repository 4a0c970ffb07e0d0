import Archive

/// Digests of everything that pages share, made once for a build, so that the inputs of fifty thousand pages cost
/// a few additions each.
///
/// They err on the safe side: a page may be rendered anew and come out the same, never the other way round.
struct SiteDigests: Sendable {
  /// Settings, free pages, assets and years: on every page.
  let site: UInt64
  let vocabulary: UInt64
  /// By report: all that was read from its file, and what other reports made of it.
  let reports: [UInt64]
  /// By report: what lists say of it.
  let cards: [UInt64]
  /// By division: itself, all reports and all divisions below it.
  let subtrees: [Adcode: UInt64]
  /// By division: its name, level and parent.
  let names: [Adcode: UInt64]
  /// Of the table of divisions: which lie below which, and when.
  let divisions: UInt64
  let metrics: MetricDigests
  /// All reports there are, those without a page among them.
  let archive: UInt64

  init(
    _ catalog: Catalog, _ series: SeriesIndex, gazetteer: Gazetteer?, settings: SiteSettings,
    editions: [Edition], freePages: [FreePage], assets: Assets
  ) {
    site = SiteDigests.site(settings, editions, freePages, assets, catalog.years)
    vocabulary = SiteDigests.vocabulary(catalog.indicators)
    divisions = SiteDigests.divisions(gazetteer)
    let own = Parallel.pieces(catalog.reports.count) { indices in
      (
        reports: indices.map { SiteDigests.report(catalog.reports, $0) },
        cards: indices.map { SiteDigests.card(catalog.reports, $0) }
      )
    }
    reports = own.flatMap(\.reports)
    cards = own.flatMap(\.cards)
    var names: [Adcode: UInt64] = [:]
    var held: [Adcode: UInt64] = [:]
    for place in catalog.places {
      var name = Fingerprint()
      name.add(place.adcode.number)
      name.add(place.name)
      name.add(place.level.depth)
      name.add(place.parent?.number ?? 0)
      names[place.adcode] = name.value
      var own = Fingerprint()
      for report in place.reports { own.add(reports[report]) }
      held[place.adcode] = own.value
    }
    self.names = names
    subtrees = SiteDigests.subtrees(catalog, names, held)
    metrics = MetricDigests(series, catalog, reports: reports, names: names)
    var archive = Fingerprint()
    for report in reports { archive.add(report) }
    for index in catalog.unplaced.indices {
      archive.add(SiteDigests.report(catalog.unplaced, index))
      archive.add(catalog.unplaced[index].file)
    }
    self.archive = archive.value
  }

  // A report is a large value to hand over.
  private static func report(_ reports: [Report], _ index: Int) -> UInt64 {
    var digest = Fingerprint()
    digest.add(reports[index].fingerprint)
    digest.add(reports[index].id)
    // These two come of comparing reports with one another.
    digest.add(reports[index].comparisons.count)
    for check in reports[index].comparisons { digest.add(check.note) }
    digest.add(reports[index].diagnostics.count)
    for diagnostic in reports[index].diagnostics { digest.add(diagnostic.message) }
    return digest.value
  }

  private static func card(_ reports: [Report], _ index: Int) -> UInt64 {
    var out = ByteWriter()
    out.reserve(400)
    out.add(reports[index].id)
    out.add(reports[index].masthead)
    return Fingerprint.of(out.bytes)
  }

  private static func site(
    _ settings: SiteSettings, _ editions: [Edition], _ freePages: [FreePage], _ assets: Assets, _ years: [Int]
  ) -> UInt64 {
    var digest = Fingerprint()
    for text in [
      settings.title, settings.subtitle, settings.licence, settings.contact,
      settings.baseURL,
    ] { digest.add(text) }
    for edition in editions {
      digest.add(edition.words.language)
      digest.add(edition.words[.languageName])
    }
    for language in settings.translations.keys.sorted() {
      digest.add(language)
      for field in SiteSettings.Text.allCases { digest.add(settings.translations[language]?[field]) }
    }
    for page in freePages {
      digest.add(page.slug)
      digest.add(page.language)
      digest.add(page.title)
    }
    for name in assets.paths.keys.sorted() { digest.add(assets.paths[name]) }
    for year in years { digest.add(year) }
    return digest.value
  }

  private static func vocabulary(_ indicators: Indicators) -> UInt64 {
    var digest = Fingerprint()
    for metric in indicators.metrics {
      for text in [
        metric.id, metric.zh, metric.en, metric.unit, metric.topic, metric.numerator, metric.denominator,
        metric.variants, metric.variantsZh, metric.kind.rawValue, metric.flow.rawValue, metric.tier.rawValue,
        metric.direction.rawValue,
      ] { digest.add(text) }
    }
    for topic in indicators.topics {
      for text in [topic.id, topic.zh, topic.en, topic.parent] { digest.add(text) }
    }
    for framework in indicators.frameworks {
      for text in [framework.id, framework.zh, framework.en] { digest.add(text) }
      digest.add(framework.years?.lowerBound ?? 0)
      digest.add(framework.years?.upperBound ?? 0)
      for part in framework.parts {
        for text in [part.id, part.zh, part.en] { digest.add(text) }
        digest.add(part.items?.lowerBound ?? 0)
        digest.add(part.items?.upperBound ?? 0)
      }
      for id in framework.alignment.keys.sorted() {
        digest.add(id)
        for name in framework.alignment[id] ?? [] { digest.add(name) }
      }
    }
    return digest.value
  }

  private static func divisions(_ gazetteer: Gazetteer?) -> UInt64 {
    var digest = Fingerprint()
    for division in gazetteer?.divisions ?? [] {
      digest.add(division.adcode.number)
      digest.add(division.name)
      digest.add(division.parent?.number ?? 0)
      digest.add(division.validFrom ?? 0)
      digest.add(division.validTo ?? 0)
      for code in division.successors { digest.add(code.number) }
    }
    return digest.value
  }

  private static func subtrees(
    _ catalog: Catalog, _ names: [Adcode: UInt64], _ held: [Adcode: UInt64]
  ) -> [Adcode: UInt64] {
    var subtrees: [Adcode: UInt64] = [:]
    // The deepest first, so that what a division holds is known before the division.
    let byDepth = Dictionary(grouping: catalog.places) { catalog.path(to: $0.adcode).count }
    for depth in byDepth.keys.sorted(by: >) {
      for place in byDepth[depth] ?? [] {
        var digest = Fingerprint()
        digest.add(names[place.adcode] ?? 0)
        digest.add(held[place.adcode] ?? 0)
        for child in place.children { digest.add(subtrees[child] ?? 0) }
        subtrees[place.adcode] = digest.value
      }
    }
    return subtrees
  }
}

import Archive

/// Says what each page is made from, kind by kind; what a page's values are read from in `Pages` must be here too.
///
/// A class, since every page asks for it.
final class InputReader: Sendable {
  let site: SiteIndex
  let digests: SiteDigests
  /// Which metrics and which topics have pages: rarely others than the day before.
  private let indexPages: UInt64
  /// Settings, and the words and names of the edition.
  private let words: UInt64

  init(_ site: SiteIndex, _ digests: SiteDigests) {
    self.site = site
    self.digests = digests
    var pages = Fingerprint()
    for series in site.series.series {
      pages.add(series.metric.id)
    }
    for topic in site.catalog.indicators.topics {
      pages.add(topic.id)
      pages.add(!site.topics.sections(topic.id).isEmpty)
    }
    indexPages = pages.value
    var words = Fingerprint()
    words.add(digests.site)
    words.add(site.words.fingerprint)
    self.words = words.value
  }

  var base: PageInputs {
    var inputs = PageInputs()
    inputs[.site] = words
    inputs[.vocabulary] = digests.vocabulary
    return inputs
  }

  /// A page of nothing but the theme's words.
  var plain: PageInputs { base }

  /// A page about all reports.
  var archive: PageInputs {
    var inputs = base
    inputs[.reports] = digests.archive
    inputs[.places] = digests.divisions
    inputs[.links] = indexPages
    return inputs
  }

  func freePage(_ page: FreePage) -> PageInputs {
    var inputs = base
    inputs[.own] = Fingerprint.of(page.markdown)
    return inputs
  }

  /// A report in a form of its own: nothing else shows in it.
  func file(of report: Int) -> PageInputs {
    var inputs = PageInputs()
    inputs[.own] = digests.reports[report]
    return inputs
  }

  func report(_ index: Int) -> PageInputs {
    var inputs = base
    inputs[.own] = digests.reports[index]
    var beside = Fingerprint()
    let neighbours = site.catalog.neighbours(of: index)
    for neighbour in [neighbours.previous, neighbours.next] {
      beside.add(neighbour.map { digests.reports[$0] } ?? 0)
    }
    let family = site.catalog.family(of: index)
    var shown = 0
    for sibling in family where sibling != index && shown < ReportPage.siblingLimit {
      beside.add(digests.cards[sibling])
      shown += 1
    }
    beside.add(family.count > ReportPage.siblingLimit + 1)
    inputs[.reports] = beside.value
    var links = Fingerprint()
    links.add(indexPages)
    for citation in site.catalog.rows[index].mentions.indices {
      links.add(site.laws.page(of: citation, in: index))
    }
    inputs[.links] = links.value
    return inputs
  }

  func year(_ year: Int) -> PageInputs {
    var inputs = base
    var reports = Fingerprint()
    var places = Fingerprint()
    for index in site.reports(ofYear: year) {
      reports.add(digests.cards[index])
      if let province = site.catalog.reports[index].masthead.region?.path.first {
        places.add(digests.names[province.adcode] ?? 0)
      }
    }
    inputs[.reports] = reports.value
    inputs[.places] = places.value
    return inputs
  }

  func region(_ place: Catalog.Place) -> PageInputs {
    let catalog = site.catalog
    var inputs = base
    inputs[.own] = digests.subtrees[place.adcode] ?? 0
    // The divisions beside it, whose reports of some years are put beside its own: of those for which it last states a
    // metric, and of that of its last report with headings.
    let family = place.parent.flatMap { catalog.place($0)?.children } ?? catalog.provinces.map(\.adcode)
    var years = digests.metrics.lastYears(of: place.adcode)
    if let latest = site.space.value.latestIndex(of: place) { years.insert(site.yearNumber(of: latest)) }
    var beside = Fingerprint()
    var places = Fingerprint()
    for code in family {
      places.add(digests.names[code] ?? 0)
      for report in catalog.place(code)?.reports ?? [] where years.contains(site.yearNumber(of: report)) {
        beside.add(digests.reports[report])
      }
    }
    for step in catalog.path(to: place.adcode) { places.add(digests.names[step.adcode] ?? 0) }
    places.add(digests.divisions)
    // Those that it was made from, or that took over from it, may have pages.
    for change in site.gazetteer?.changes(of: place.adcode) ?? [] {
      for other in change.others { places.add(digests.names[other.adcode] ?? 0) }
    }
    inputs[.reports] = beside.value
    inputs[.places] = places.value
    inputs[.links] = indexPages
    return inputs
  }

  /// A metric's own page, or its values below one division.
  func metric(_ series: Series, below region: Adcode?) -> PageInputs {
    var inputs = base
    if let region {
      inputs[.reports] = digests.metrics.part(series, below: region)
      var places = Fingerprint()
      for step in site.catalog.path(to: region) { places.add(digests.names[step.adcode] ?? 0) }
      inputs[.places] = places.value
    } else {
      inputs[.reports] = digests.metrics.whole(series)
    }
    var links = Fingerprint()
    links.add(indexPages)
    // The years are the table's columns; divisions with pages of their own are left out of it.
    links.add(series.firstYear)
    links.add(series.lastYear)
    for code in series.divided { links.add(digests.names[code] ?? 0) }
    inputs[.links] = links.value
    return inputs
  }
}

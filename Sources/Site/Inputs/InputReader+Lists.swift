import Archive

/// What the pages of long lists are made from: the reports that stand on them, and a few words about the rest.
extension InputReader {
  func topic(_ topic: Topic, _ list: PartedList, _ index: Int?) -> PageInputs {
    var rest = surroundings(list, index)
    if index == nil {
      rest.add(site.topics.sections(topic.id).count)
      for below in site.topics.branches.first(where: { $0.topic.id == topic.id })?.below ?? [] {
        rest.add(site.topics.sections(below.id).count)
      }
    }
    if let index { return inputs(list.pages[index].entries, rest) }
    return inputs(list.pages.isEmpty ? list.years.flatMap(\.list) : [], rest)
  }

  func law(_ law: LawIndex.Law, _ list: PartedList, _ index: Int?) -> PageInputs {
    var rest = surroundings(list, index)
    rest.add(law.name)
    rest.add(law.kind.rawValue)
    rest.add(law.documentNumber)
    guard let index else {
      let known = site.catalog.indicators.law(law.key)
      rest.add(known?.since ?? 0)
      rest.add(known?.repealed ?? 0)
      rest.add(known?.revised ?? 0)
      for year in [nil, known?.revised] {
        guard let gaps = LawPage.gaps(law, since: year, site) else { continue }
        rest.add(gaps.held)
        rest.add(gaps.silent.count)
        for place in gaps.silent.prefix(LawPage.silentLimit) {
          rest.add(digests.names[site.catalog.places[place].adcode] ?? 0)
        }
      }
      for province in site.catalog.provinces { rest.add(digests.names[province.adcode] ?? 0) }
      return inputs(law.mentions, rest)
    }
    return inputs(list.pages[index].entries, rest)
  }

  /// Beside a value told otherwise stands the report that told it first.
  func checks(_ list: PartedList, _ index: Int) -> PageInputs {
    var rest = surroundings(list, index)
    for entry in list.pages[index].entries {
      let before = site.catalog.neighbours(of: entry.report).previous
      rest.add(before.map { digests.reports[$0] } ?? 0)
    }
    return inputs(list.pages[index].entries, rest)
  }

  /// A metric's values in one year, as a file.
  func values(of series: Series, in year: Int) -> PageInputs {
    var inputs = base
    inputs[.reports] = digests.metrics.values(series, in: year)
    return inputs
  }

  /// What a page of a list says of the pages above, below and beside it.
  private func surroundings(_ list: PartedList, _ index: Int?) -> Fingerprint {
    var rest = Fingerprint()
    if let index {
      rest.add(list.title(of: index))
      rest.add(list.pages[index].count)
      for beside in list.below(list.pages[index].above) {
        rest.add(list.pages[beside].part.name)
        rest.add(list.pages[beside].label)
      }
    }
    for below in list.below(index) {
      rest.add(list.pages[below].part.name)
      rest.add(list.pages[below].label)
      rest.add(list.pages[below].count)
    }
    return rest
  }

  private func inputs(_ observations: some Sequence<Observation>, _ rest: Fingerprint) -> PageInputs {
    var inputs = base
    var reports = Fingerprint()
    for observation in observations {
      reports.add(digests.reports[observation.report])
      reports.add(observation.quantity)
    }
    inputs[.reports] = reports.value
    inputs[.links] = rest.value
    return inputs
  }
}

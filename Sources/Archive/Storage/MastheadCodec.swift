extension ByteWriter {
  public mutating func add(_ masthead: Masthead) {
    add(masthead.title)
    add(masthead.titleDerived)
    add(masthead.issuer)
    add(masthead.unit)
    add(masthead.region != nil)
    if let region = masthead.region { add(region) }
    add(masthead.level)
    add(masthead.year)
    add(masthead.published)
    add(masthead.signed)
    add(masthead.delivered)
    add(masthead.documentNumber)
    add(masthead.indexNumber)
    add(masthead.category)
    add(masthead.source)
    add(masthead.sourceURL)
    add(masthead.captured)
    add(masthead.addressees)
    add(Optional(masthead.script))
  }

  mutating func add(_ region: Region) {
    add(Optional(region.level))
    add(region.path.count)
    for step in region.path {
      add(step.adcode.number)
      add(step.name)
    }
  }

  mutating func add(_ day: Day?) {
    add(day != nil)
    guard let day else { return }
    add(day.year * 10_000 + day.month * 100 + day.day)
  }
}

extension ByteReader {
  mutating func masthead() -> Masthead {
    var masthead = Masthead()
    masthead.title = textIfAny()
    masthead.titleDerived = flag()
    masthead.issuer = textIfAny()
    masthead.unit = textIfAny()
    masthead.region = flag() ? region() : nil
    masthead.level = name(ReportingLevel.self)
    masthead.year = numberIfAny()
    masthead.published = day()
    masthead.signed = day()
    masthead.delivered = day()
    masthead.documentNumber = textIfAny()
    masthead.indexNumber = textIfAny()
    masthead.category = textIfAny()
    masthead.source = textIfAny()
    masthead.sourceURL = textIfAny()
    masthead.captured = day()
    masthead.addressees = texts()
    masthead.script = name(or: .hans)
    return masthead
  }

  mutating func region() -> Region? {
    let level: DivisionLevel = name(or: .county)
    let path = list { (Adcode(number: $0.number()), $0.text()) }
      .compactMap { code, name in code.map { Region.Step(adcode: $0, name: name) } }
    return path.isEmpty ? nil : Region(level: level, path: path)
  }

  mutating func day() -> Day? {
    guard flag() else { return nil }
    let number = number()
    return Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }
}

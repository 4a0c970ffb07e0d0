import Archive

/// Writes wordings of one report into its text, and what they say into its truth.
struct Composer {
  let phrasebook: Phrasebook
  let series: Series
  let place: Place
  let style: Style
  let numbers: NumberWriter
  private let words: [[UInt8]]
  private let isNarrow: Bool
  private(set) var text: [UInt8] = []
  private(set) var truth: Truth
  var random: SplitMix64

  init(phrasebook: Phrasebook, series: Series, place: Place, style: Style) {
    self.phrasebook = phrasebook
    self.series = series
    self.place = place
    self.style = style
    numbers = NumberWriter(style: style)
    words = place.words
    isNarrow = style.isNarrow
    truth = Truth(adcode: place.division.adcode.number, year: place.year)
    random = SplitMix64(style.seed, UInt64(place.year))
    text.reserveCapacity(20_000)
  }

  /// Whether the region has values for all that the wording states.
  func canSay(_ wording: Wording) -> Bool {
    wording.measures.allSatisfy { measure in
      place.year >= phrasebook.measures[measure].from && (denominator(of: measure) ?? 1) > 0
    }
  }

  mutating func add(_ string: String) { text += string.utf8 }

  mutating func add(_ printed: Printed) { text += printed.bytes(narrow: isNarrow) }

  mutating func setTitle(_ title: String?) { truth.title = title }
  mutating func setPublished(_ date: String?) { truth.published = date }

  mutating func add(_ wording: Wording) {
    for piece in wording.pieces {
      switch piece {
      case .text(let printed): add(printed)
      case .word(let word): text += words[Word.allCases.firstIndex(of: word) ?? 0]
      case .citation(let tag): cite(tag)
      case .level(let measure, let unit, let period): level(measure, unit, period)
      case .change(let measure): change(measure)
      case .loose(let range, let unit): loose(random.within(range), unit)
      case .choice(let branches): if let branch = random.pick(branches) { add(branch) }
      }
    }
  }

  private mutating func note(
    _ number: PrintedNumber, metric: String?, _ period: TruthQuantity.Period, isChange: Bool = false
  ) {
    add(number.before + number.text)
    truth.quantities.append(
      TruthQuantity(
        text: number.text, value: number.amount, unit: number.unit, metric: metric, period: period,
        approximation: number.approximation, isChange: isChange))
  }

  private func denominator(of measure: Int) -> Int? {
    guard case .rate(_, let whole) = phrasebook.measures[measure].source else { return nil }
    return series.value(phrasebook.indices[whole] ?? 0, place.year) ?? 0
  }

  private mutating func level(_ index: Int, _ unit: String, _ period: TruthQuantity.Period) {
    let measure = phrasebook.measures[index]
    let year = period == .prior ? place.year - 1 : place.year
    switch measure.source {
    case .rate(let part, let whole):
      let parts = series.value(phrasebook.indices[part] ?? 0, year) ?? 0
      let wholes = max(1, series.value(phrasebook.indices[whole] ?? 0, year) ?? 1)
      // Now and then a misprint, which checks should question.
      let slip = wholes > 20 && random.below(70) == 0 ? wholes * random.within(4...9) / 100 : 0
      if slip > 0 { truth.misprinted.append(measure.id) }
      note(numbers.rate(parts >= slip ? parts - slip : parts + slip, of: wholes), metric: measure.id, period)
    case .percentage:
      let tenths = min(1000, (series.value(index, year) ?? 0) + (period == .target ? 20 : 0))
      note(numbers.percentage(Amount(tenths, decimals: 1)), metric: measure.id, period)
    case .walk, .share:
      var value = series.value(index, year) ?? 0
      if period == .target { value = (value * 11 / 10 + 9) / 10 * 10 }
      note(
        numbers.count(value, unit: unit, &random, isExact: period == .prior || period == .target),
        metric: measure.id,
        period)
    }
  }

  /// 同比增长12.5%, 比上年减少3件, or only words when there is little to compare.
  private mutating func change(_ index: Int) {
    let now = series.value(index, place.year) ?? 0
    let before = series.value(index, place.year - 1) ?? 0
    let tenths = before > 0 ? (abs(now - before) * 2000 + before) / (2 * before) : 0
    let lead = isNarrow ? ["同比", "较上年", "比去年同期"] : ["同比", "与上年相比", "比上年"]
    add(random.pick(lead) ?? "同比")
    if before < 20 || tenths == 0 || tenths > 3000 {
      add("变化不大")
      return
    }
    add(now > before ? (random.chance(60) ? "增长" : "上升") : "下降")
    note(numbers.percentage(Amount(tenths, decimals: 1)), metric: nil, .year, isChange: true)
  }

  private mutating func loose(_ value: Int, _ unit: String) {
    let power = unit.utf8.starts(with: "万".utf8) ? 10_000 : unit.utf8.starts(with: "亿".utf8) ? 100_000_000 : 1
    if power > 1 {
      let rest = String(String.UnicodeScalarView(unit.unicodeScalars.dropFirst()))
      note(PrintedNumber(text: "\(value)\(unit)", value: value * power, unit: rest), metric: nil, .year)
    } else {
      note(numbers.count(value, unit: unit, &random), metric: nil, .year)
    }
  }

  private mutating func cite(_ tag: String) {
    var title: Printed
    var number: String?
    if tag == "local" {
      let local = phrasebook.localTitles[random.below(phrasebook.localTitles.count)]
      let start = text.count
      add(local)
      title = Printed(String(decoding: text[start...], as: UTF8.self))
      text.removeSubrange(start...)
      let initial = place.division.name.unicodeScalars.first.map(String.init) ?? ""
      if random.chance(30) { number = "\(initial)政发〔\(place.year)〕\(random.within(3...78))号" }
    } else {
      let sources = phrasebook.sources(tag, year: place.year)
      guard let source = random.pick(sources) else { return }
      title = source.printed
      if random.chance(45) { number = source.number }
    }
    add("《")
    add(title)
    add("》")
    if let number { add(Printed("（\(number)）")) }
    truth.citations.append(
      TruthCitation(
        title: String(decoding: title.bytes(narrow: isNarrow), as: UTF8.self), documentNumber: number))
  }
}

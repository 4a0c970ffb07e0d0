import Archive

/// What the archive notes beside a report's paragraphs: which metrics stand in them, and which of their figures do
/// not follow from others.
enum MarginNotes {
  /// More would be longer than the paragraph they stand beside.
  static let limit = 5

  /// By top-level block; doubts first, then metrics in the order of the text. `blocks` says which block of the top
  /// level each of those that hold text is or lies in.
  static func all(_ index: Int, beside blocks: [Int], in site: SiteIndex) -> [Int: [TextBlock.Note]] {
    let quantities = site.catalog.reports[index].quantities
    if quantities.isEmpty { return [:] }
    func block(_ quantity: Int) -> Int? {
      let number = quantities[quantity].place.textBlock
      return blocks.indices.contains(number) ? blocks[number] : nil
    }
    var notes: [Int: [TextBlock.Note]] = [:]
    func add(_ note: @autoclosure () -> TextBlock.Note, to block: Int) {
      if notes[block, default: []].count < limit { notes[block, default: []].append(note()) }
    }
    var noted = Set<Int>()
    let doubts = site.catalog.reports[index].checks.lazy.filter { !$0.holds }.prefix(ReportFigures.doubtLimit)
    for (number, check) in doubts.enumerated() {
      // One note a paragraph, however many of its numbers are compared.
      var seen = Set<Int>()
      for quantity in check.quantities where quantities.indices.contains(quantity) {
        guard let block = block(quantity) else { continue }
        noted.insert(quantity)
        guard seen.insert(block).inserted else { continue }
        add(
          TextBlock.Note(
            label: site.words[.doubt], value: value(quantities[quantity], site.words),
            href: "#" + CheckView.anchor(number)), to: block)
      }
    }
    // Values of the report's own year: beside a paragraph, last year's would pass for this year's.
    for quantity in quantities.indices
    where !noted.contains(quantity) && site.series.isInSeries(quantity, of: index) {
      guard let metric = site.series.metric(of: quantity, in: index),
        let block = block(quantity), notes[block].map({ $0.count < limit }) ?? true
      else { continue }
      add(
        TextBlock.Note(
          label: label(metric, quantities[quantity], site.words),
          value: value(quantities[quantity], site.words),
          href: nil), to: block)
    }
    return notes
  }

  /// With what sets the value apart from a plain one of the year: `受理数（单个部门）`.
  private static func label(_ metric: Metric, _ quantity: Quantity, _ words: Words) -> String {
    let name = words.name(of: metric)
    guard let note = words.note(quantity.period, quantity.scope, of: metric.flow) else { return name }
    return words(.labelWithNote, ["label": name, "note": note])
  }

  private static func value(_ quantity: Quantity, _ words: Words) -> String {
    // A sign of percent stands at its number, as in the text beside.
    Text.joined(
      ValueView.text(quantity.value, quantity.approximation, words),
      Text.present(quantity.unit).map { words.word(Text.short($0, limit: 12)) },
      by: quantity.unit == "%" ? "" : " ") ?? ""
  }
}

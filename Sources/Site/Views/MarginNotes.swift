import Archive
import Markdown

/// What the archive notes beside a report's paragraphs: which metrics stand in them, and which of their figures do
/// not follow from others.
enum MarginNotes {
  /// More would be longer than the paragraph they stand beside.
  static let limit = 5

  /// By top-level block; doubts first, then metrics in the order of the text.
  static func all(_ index: Int, beside document: Document, in site: SiteIndex) -> [Int: [TextBlock.Note]] {
    let report = site.catalog.reports[index]
    if report.quantities.isEmpty { return [:] }
    let blocks = document.textBlocks.map { $0.path[0] }
    func block(_ quantity: Quantity) -> Int? {
      blocks.indices.contains(quantity.place.textBlock) ? blocks[quantity.place.textBlock] : nil
    }
    var notes: [Int: [TextBlock.Note]] = [:]
    func add(_ note: @autoclosure () -> TextBlock.Note, to block: Int) {
      if notes[block, default: []].count < limit { notes[block, default: []].append(note()) }
    }
    var noted = Set<Int>()
    let doubts = report.checks.lazy.filter { !$0.holds }.prefix(ReportFigures.doubtLimit)
    for (number, check) in doubts.enumerated() {
      // One note a paragraph, however many of its numbers are compared.
      var seen = Set<Int>()
      for quantity in check.quantities where report.quantities.indices.contains(quantity) {
        guard let block = block(report.quantities[quantity]) else { continue }
        noted.insert(quantity)
        guard seen.insert(block).inserted else { continue }
        add(
          TextBlock.Note(
            label: Words.doubt, value: value(report.quantities[quantity]),
            href: "#" + CheckView.anchor(number)), to: block)
      }
    }
    // Values of the report's own year: beside a paragraph, last year's would pass for this year's.
    for quantity in report.quantities.indices
    where !noted.contains(quantity) && site.series.isInSeries(quantity, of: index) {
      guard let metric = site.series.metric(of: quantity, in: index),
        let block = block(report.quantities[quantity])
      else { continue }
      add(
        TextBlock.Note(
          label: label(metric, report.quantities[quantity]), value: value(report.quantities[quantity]),
          href: nil), to: block)
    }
    return notes
  }

  /// With what sets the value apart from a plain one of the year: `受理数（单个部门）`.
  private static func label(_ metric: Metric, _ quantity: Quantity) -> String {
    let note = Text.joined(Words.period(quantity, for: metric), Words.scope(quantity.scope), by: "，")
    return note.map { "\(metric.zh)（\($0)）" } ?? metric.zh
  }

  private static func value(_ quantity: Quantity) -> String {
    Text.joined(
      ValueView.text(quantity), Text.present(quantity.unit).map { Text.short($0, limit: 12) }, by: " ")
      ?? ""
  }
}

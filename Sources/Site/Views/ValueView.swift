import Archive
import Mustache

/// A stated value with the way to its sentence.
struct ValueView: Sendable {
  let href: String
  /// With signs for what is not exact: `≥80`, `约300`.
  let text: String
  /// Nothing, said in words.
  let isZeroInWords: Bool
  /// What sets it apart from a plain value of the year: `累计`, `部门`; nil for a plain one.
  let note: String?

  static let schema = Schema<ValueView>(
    "stated value",
    [
      .text("href", "link to the number in its sentence") { $0.href },
      .text("text", "the value, with a sign when it is not exact") { $0.text },
      .flag("isZeroInWords", "the text says in words that there was nothing") { $0.isZeroInWords },
      .text(
        "note", "what sets it apart: another unit, cumulative, one department's; missing for a plain value"
      ) {
        $0.note
      },
    ])

  /// At most this many values of one report stand in a cell.
  static let cellLimit = 6

  init(_ observation: Observation, of series: Series, in site: SiteIndex, link: Linker) {
    self.init(
      observation, of: series, in: site,
      page: link.href(.report(site.catalog.reports[observation.report].id ?? "")) + "#")
  }

  /// `page` is the link to the report up to the `#`, which is all of it on the report's own page.
  init(_ observation: Observation, of series: Series, in site: SiteIndex, page: String) {
    let figure = site.catalog.rows[observation.report].figures[observation.quantity]
    href = page + ValueView.anchor(observation.quantity)
    text = ValueView.text(figure.value, figure.approximation, site.words)
    isZeroInWords = figure.kind == .statedZero
    let unit =
      isZeroInWords || series.isUsual(figure.unit)
      ? nil : site.words.word(Text.short(site.catalog.texts[Int(figure.unit)], limit: 12))
    note = site.words.note(unit: unit, figure.period, figure.scope, of: series.metric.flow)
  }

  /// The id of a quantity in its report's text.
  static func anchor(_ quantity: Int) -> String { "q" + String(quantity + 1) }

  static func text(_ value: Amount, _ approximation: Quantity.Approximation, _ words: Words) -> String {
    let figure = Figure.text(value)
    return approximation == .exact ? figure : words.sign(approximation) + figure
  }
}

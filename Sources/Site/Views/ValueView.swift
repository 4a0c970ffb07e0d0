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

  init(_ observation: Observation, of metric: Metric, in site: SiteIndex, link: Linker) {
    self.init(
      observation, of: metric, in: site,
      page: link.href(.report(site.catalog.reports[observation.report].id ?? "")))
  }

  /// `page` is the link to the report, empty on the report's own page.
  init(_ observation: Observation, of metric: Metric, in site: SiteIndex, page: String) {
    let quantity = site.catalog.figure(observation)
    href = page + "#" + ValueView.anchor(observation.quantity)
    text = ValueView.text(quantity, site.words)
    isZeroInWords = quantity.kind == .statedZero
    let unit =
      ValueView.isUsual(quantity, for: metric) ? nil : site.words.word(Text.short(quantity.unit, limit: 12))
    note = site.words.note(unit: unit, quantity, for: metric)
  }

  /// The id of a quantity in its report's text.
  static func anchor(_ quantity: Int) -> String { "q" + String(quantity + 1) }

  static func text(_ quantity: Quantity, _ words: Words) -> String {
    let figure = Figure.text(quantity.value)
    return quantity.approximation == .exact ? figure : words.sign(quantity.approximation) + figure
  }

  private static let alike = [["件", "宗", "起", "例"], ["人", "人次", "名"], ["次", "场", "场次"], ["%", "％"]]

  /// Cases are counted in 件, 宗 or 起 alike.
  private static func isUsual(_ quantity: Quantity, for metric: Metric) -> Bool {
    if quantity.kind == .statedZero || quantity.unit.isEmpty || quantity.unit == metric.unit { return true }
    return ValueView.alike.contains { $0.contains(quantity.unit) && $0.contains(metric.unit) }
  }
}

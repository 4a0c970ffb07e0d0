import Archive
import Mustache

/// A question that a report's figures raise or settle, with the sentences that it is about.
struct CheckView: Sendable {
  let check: Check
  let note: String
  let sentences: [Sentence]
  /// Nil on pages of many reports.
  var anchor: String? = nil

  struct Sentence: Sendable {
    let href: String
    let text: String
    let numbers: String
    let line: Int
    /// The year of the other report that it stands in; nil for the report itself.
    let year: Int?

    static let schema = Schema<Sentence>(
      "sentence of a check",
      [
        .text("href", "link to its first number in the text") { $0.href },
        .text("text", "the sentence, long ones cut") { $0.text },
        .text("numbers", "the numbers in it that were compared") { $0.numbers },
        .number("line", "line of the source file") { $0.line },
        .number("year", "year of the other report it stands in, missing for the report itself") { $0.year },
      ])
  }

  static let schema = Schema<CheckView>(
    "check of figures",
    [
      .flag("isRate", "a rate against counts") { $0.check.kind == .rate },
      .flag("isSum", "parts against their total") { $0.check.kind == .sum },
      .flag("isContradiction", "one quantity given twice, or a part above its whole") {
        $0.check.kind == .contradiction
      },
      .flag("isRestated", "last year's value told otherwise") { $0.check.kind == .restated },
      .flag("holds", "the figures agree") { $0.check.holds },
      .text("note", "what was compared and how it came out") { $0.note },
      .text("stated", "the number as stated") { $0.check.stated.map(Figure.text) },
      .text("computed", "the number as it follows from the others") { $0.check.computed.map(Figure.text) },
      .number("line", "line of the source file") { $0.check.line },
      .text("anchor", "id of the check on its report's page; the template sets it") { $0.anchor },
      .list("sentences", "the sentences compared, in the order of the text", of: Sentence.schema) {
        $0.sentences
      },
    ])

  static let sentenceLength = 240
  static let sentenceLimit = 6

  /// The id of one of the checks that do not hold, in their order on the report's page.
  static func anchor(_ index: Int) -> String { "check-" + String(index + 1) }

  /// The checks that hold, or those that do not, at most `limit` of them.
  static func all(
    _ site: SiteIndex, _ index: Int, holding: Bool, limit: Int, link: Linker
  ) -> [CheckView] {
    let checks = site.catalog.reports[index].checks.filter { $0.holds == holding }.prefix(limit)
    if checks.isEmpty { return [] }
    let report = site.catalog.reports[index]
    let extracts = report.extracts
    return checks.map { check in
      CheckView(
        check: check, note: site.words.note(check),
        sentences: sentences(of: check, report, extracts, site, link) + earlier(check, index, site, link))
    }
  }

  /// For a value told otherwise than the year before: the sentence that told it then.
  private static func earlier(
    _ check: Check, _ index: Int, _ site: SiteIndex, _ link: Linker
  ) -> [Sentence] {
    let reports = site.catalog.reports
    guard check.kind == .restated, let computed = check.computed, let first = check.quantities.first,
      reports[index].quantities.indices.contains(first),
      let series = site.series.series(reports[index].quantities[first].metric),
      let before = site.catalog.neighbours(of: index).previous
    else { return [] }
    let told = series.values(of: before).first { reports[before].quantities[$0.quantity].value == computed }
    return told.map { observation in
      let quantity = reports[before].quantities[observation.quantity]
      return Sentence(
        href: link.href(.report(reports[before].id ?? ""), ValueView.anchor(observation.quantity)),
        text: Text.short(
          reports[before].extracts.sentence(of: observation.quantity), limit: sentenceLength),
        numbers: Text.short(quantity.text, limit: 24), line: quantity.place.line,
        year: reports[before].masthead.year)
    }.map { [$0] } ?? []
  }

  /// Numbers of one sentence share it.
  private static func sentences(
    of check: Check, _ report: Report, _ extracts: Extracts, _ site: SiteIndex, _ link: Linker
  ) -> [Sentence] {
    struct Key: Hashable {
      let block: Int
      let range: Range<Int>
    }
    let quantities = report.quantities
    let known = Set(check.quantities).filter { quantities.indices.contains($0) }.sorted()
    var order: [Key] = []
    var numbers: [Key: [Int]] = [:]
    for index in known {
      let key = Key(block: quantities[index].place.textBlock, range: quantities[index].sentence)
      if numbers[key] == nil { order.append(key) }
      numbers[key, default: []].append(index)
    }
    let page =
      link.page == site.edition.folder + Route.report(report.id ?? "").path
      ? "" : link.href(.report(report.id ?? ""))
    return order.prefix(sentenceLimit).map { key in
      let indices = numbers[key] ?? []
      return Sentence(
        href: page + "#" + ValueView.anchor(indices[0]),
        text: Text.short(extracts.sentence(of: indices[0]), limit: sentenceLength),
        numbers: indices.prefix(12).map { Text.short(quantities[$0].text, limit: 24) }
          .joined(separator: site.words[.numberSeparator]),
        line: quantities[indices[0]].place.line, year: nil)
    }
  }
}

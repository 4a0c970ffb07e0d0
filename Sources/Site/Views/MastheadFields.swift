import Archive
import Mustache

/// What identifies a report, as fields of its page. A value that the source does not state is missing.
enum MastheadFields {
  static func fields<Model>(_ page: @escaping @Sendable (Model) -> ReportPage) -> [SchemaField<Model>] {
    @Sendable func masthead(_ model: Model) -> Masthead { page(model).report.masthead }
    return [
      .text("title", "the report's title, whole") { page($0).title },
      .flag("isLongTitle", "the title has more than 80 characters and is to be set smaller") {
        page($0).title.unicodeScalars.count > Text.shortLength
      },
      .flag("titleDerived", "the title was made up from other evidence") { masthead($0).titleDerived },
      .text("issuer", "who reports, as printed") { Text.present(masthead($0).issuer) },
      .text("unit", "the zone, department or township that reports, if not the government itself") {
        Text.present(masthead($0).unit)
      },
      .record("region", "the division, named as in the report's year", of: Link.schema) { page($0).region },
      .text("adcode", "six-digit code of the division") { masthead($0).region?.adcode.description },
      .text("level", "level of the body that reports, in a word") {
        masthead($0).level.map(page($0).words.level)
      },
      .record("year", "the year the report covers", of: Link.schema) { page($0).year },
      .record("published", "the day the portal gives for the page", of: DayView.schema) {
        page($0).day(masthead($0).published)
      },
      .record("signed", "the day under the title or the signature", of: DayView.schema) {
        page($0).day(masthead($0).signed)
      },
      .record("delivered", "the day it was read out or handed in", of: DayView.schema) {
        page($0).day(masthead($0).delivered)
      },
      .text("documentNumber", "the report's own document number") {
        Text.present(masthead($0).documentNumber)
      },
      .text("indexNumber", "index number of the portal") { Text.present(masthead($0).indexNumber) },
      .text("category", "category of the portal") { Text.present(masthead($0).category) },
      .text("source", "where the portal says it took the text from") { Text.present(masthead($0).source) },
      .text("sourceURL", "the address the file was saved from, as given") {
        Text.present(masthead($0).sourceURL)
      },
      .text("sourceHref", "the same as a link, missing unless it is a web address") {
        masthead($0).sourceURL.flatMap(WebAddress.init)?.href
      },
      .record("captured", "the day the file was saved", of: DayView.schema) {
        page($0).day(masthead($0).captured)
      },
      .texts("addressees", "whom the report is addressed to") { masthead($0).addressees },
      .flag("hasAddressees", "it is addressed to somebody") { !masthead($0).addressees.isEmpty },
      .flag("isTraditional", "the text is in Traditional characters") { masthead($0).script == .hant },
      .text("file", "the source file's path below Content/reports") { page($0).report.file },
      .text("digest", "SHA-256 of the source file") { Text.present(page($0).report.digest) },
      .number("byteCount", "size of the source file in bytes") { page($0).report.byteCount },
      .flag("hasGaps", "a value that most reports have is missing") { hasGaps(masthead($0)) },
    ]
  }

  private static func hasGaps(_ masthead: Masthead) -> Bool {
    let usual = [
      masthead.issuer, masthead.documentNumber, masthead.indexNumber, masthead.source, masthead.sourceURL,
    ]
    return usual.contains { Text.present($0) == nil } || masthead.published == nil || masthead.signed == nil
      || masthead.captured == nil
  }
}

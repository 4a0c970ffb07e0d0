import Archive
import Mustache

/// What identifies a report, as fields of its page. A value that the source does not state is missing.
enum MastheadFields {
  static func fields<Model>(_ page: @escaping @Sendable (Model) -> ReportPage) -> [SchemaField<Model>] {
    [
      .text("title", "the report's title, whole") { page($0).title },
      .flag("isLongTitle", "the title has more than 80 characters and is to be set smaller") {
        page($0).title.unicodeScalars.count > Text.shortLength
      },
      .flag("titleDerived", "the title was made up from other evidence") {
        page($0).report.masthead.titleDerived
      },
      .text("issuer", "who reports, as printed") { Text.present(page($0).report.masthead.issuer) },
      .text("unit", "the zone, department or township that reports, if not the government itself") {
        Text.present(page($0).report.masthead.unit)
      },
      .record("region", "the division, named as in the report's year", of: Link.schema) { page($0).region },
      .text("adcode", "six-digit code of the division") {
        page($0).report.masthead.region?.adcode.description
      },
      .text("level", "level of the body that reports, in a word") {
        page($0).report.masthead.level.map(page($0).words.level)
      },
      .record("year", "the year the report covers", of: Link.schema) { page($0).year },
      .record("published", "the day the portal gives for the page", of: DayView.schema) {
        page($0).day(page($0).report.masthead.published)
      },
      .record("signed", "the day under the title or the signature", of: DayView.schema) {
        page($0).day(page($0).report.masthead.signed)
      },
      .record("delivered", "the day it was read out or handed in", of: DayView.schema) {
        page($0).day(page($0).report.masthead.delivered)
      },
      .text("documentNumber", "the report's own document number") {
        Text.present(page($0).report.masthead.documentNumber)
      },
      .text("indexNumber", "index number of the portal") {
        Text.present(page($0).report.masthead.indexNumber)
      },
      .text("category", "category of the portal") { Text.present(page($0).report.masthead.category) },
      .text("source", "where the portal says it took the text from") {
        Text.present(page($0).report.masthead.source)
      },
      .text("sourceURL", "the address the file was saved from, as given") {
        Text.present(page($0).report.masthead.sourceURL)
      },
      .text("sourceHref", "the same as a link, missing unless it is a web address") {
        page($0).report.masthead.sourceURL.flatMap(WebAddress.init)?.href
      },
      .record("captured", "the day the file was saved", of: DayView.schema) {
        page($0).day(page($0).report.masthead.captured)
      },
      .texts("addressees", "whom the report is addressed to") { page($0).report.masthead.addressees },
      .flag("hasAddressees", "it is addressed to somebody") { !page($0).report.masthead.addressees.isEmpty },
      .flag("isTraditional", "the text is in Traditional characters") {
        page($0).report.masthead.script == .hant
      },
      .text("file", "the source file's path below Content/reports") { page($0).report.file },
      .text("digest", "SHA-256 of the source file") { Text.present(page($0).report.digest) },
      .count("byteCount", "size of the source file in bytes") { page($0).report.byteCount },
      .flag("hasGaps", "a value that most reports have is missing") { hasGaps(page($0).report.masthead) },
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

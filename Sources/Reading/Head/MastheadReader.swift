import Archive

/// Reads a raw page: what the report says of itself, what its text is, and what belongs to the portal.
struct MastheadReader {
  struct Reading {
    var masthead = Masthead()
    /// Source lines of the portal, in order.
    var chrome: [String] = []
    /// The report's text with salutation and signature, line by line.
    var body: [PageLine] = []
    /// The text that `body`'s ranges point into.
    var text: SourceText
    var diagnostics: [Diagnostic] = []
  }

  let regions: RegionResolver
  let folding: Folding

  /// - Parameter corrections: what a curator says; applied before anything is made up from the rest.
  func read(_ source: SourceText, path: String, corrections: inout Corrections) -> Reading {
    let cleaned = Cleaning.clean(source)
    let text = cleaned.text
    var parts = PageParts(LineSplitting.lines(of: text), in: text)
    var reading = Reading(text: text, diagnostics: cleaned.diagnostics)
    reading.masthead.script = ScriptReader.script(of: text)

    var titles = TitleReader.titles(in: parts.head, of: text)
    if titles.isEmpty, let title = FusedTitle.take(from: &parts, in: text) { titles = [title] }
    let table = MetadataTable(parts.head, in: text)
    if let entry = table.value(.title, in: text), titles.isEmpty, LineKind.isTitle(entry.folded) {
      titles.append(
        TitleReader.Title(
          shown: text.shown[entry.entry.value].string, folded: entry.folded.withoutSpaces, lines: [],
          score: 0,
          number: entry.entry.number))
    }
    let signature = Signature(parts.body, in: text)
    var own = HeadLines(parts.head, titles: titles, in: text)
    own.table = table.valueLines

    readFields(&reading.masthead, table, titles, text)
    readDates(&reading.masthead, table, own, signature)
    reading.masthead.documentNumber = documentNumber(table, own, titles, text)
    reading.masthead.addressees = own.addressees(in: text)
    reading.masthead.title = titles.first?.shown

    let evidence = MastheadEvidence(
      text: text, parts: parts, titles: titles, signature: signature, table: table, own: own, path: path,
      folding: folding)
    evidence.readYear(&reading.masthead, &reading.diagnostics)
    if let year = corrections.year { reading.masthead.year = year }
    evidence.readBody(&reading.masthead, &reading.diagnostics, regions)
    corrections.apply(to: &reading.masthead, gazetteer: regions.gazetteer)
    evidence.deriveTitle(&reading.masthead, &reading.diagnostics)

    reading.body = own.salutation.map { [$0] } ?? []
    reading.body += parts.body
    let portal = own.portal.map { ($0.number, $0) } + parts.chrome.map { ($0.number, $0) }
    reading.chrome = cleaned.noise + portal.sorted { $0.0 < $1.0 }.map { text.shown($0.1).string }
    if parts.body.isEmpty {
      reading.diagnostics.append(
        Diagnostic(
          .error, code: "no-text", message: "no text of a report was found; check that the file holds one"))
    }
    return reading
  }

  private func readFields(
    _ masthead: inout Masthead, _ table: MetadataTable, _ titles: [TitleReader.Title], _ text: SourceText
  ) {
    func shown(_ fields: MetadataField...) -> String? {
      for field in fields {
        if let found = table.value(field, in: text) { return text.shown[found.entry.value].string }
      }
      return nil
    }
    // A number, so full-width figures are no part of what it says.
    masthead.indexNumber = table.value(.indexNumber, in: text)?.folded.string
    masthead.category = shown(.category, .topicCategory, .otherCategory)
    // 来源:<截断标题> repeats the headline and names no source.
    if let source = table.value(.source, in: text), !LineKind.isTitle(source.folded),
      !titles.contains(where: {
        source.folded.count >= 8 && $0.folded.starts(with: source.folded.withoutSpaces)
      })
    {
      masthead.source = text.shown[source.entry.value].string
    }
    if let address = shown(.url), address.hasPrefix("http://") || address.hasPrefix("https://") {
      masthead.sourceURL = address
    }
  }

  private func readDates(
    _ masthead: inout Masthead, _ table: MetadataTable, _ own: HeadLines, _ signature: Signature
  ) {
    let text = own.text
    masthead.published =
      table.day(.published, .dated, .updated, .issuedOn, .generated, in: text) ?? own.stamped
    masthead.signed = signature.day ?? own.signed ?? table.day(.signed, in: text)
    masthead.delivered = own.delivered
  }

  private func documentNumber(
    _ table: MetadataTable, _ own: HeadLines, _ titles: [TitleReader.Title], _ text: SourceText
  ) -> String? {
    if let found = own.documentNumber { return found }
    for entry in table.entries where entry.field == .documentNumber {
      if let found = DocumentNumber.first(in: text.folded[entry.value]) {
        return DocumentNumber.shown(found, in: text)
      }
    }
    return nil
  }
}

import Archive

extension MastheadEvidence {
  /// In the order of trust: title, first sentences, document number and days, 《》 titles, the file's path.
  func readYear(_ masthead: inout Masthead, _ diagnostics: inout [Diagnostic]) {
    let day = masthead.signed ?? masthead.published
    if let year = titles.lazy.compactMap({ YearReader.fromTitle($0.folded[...]) }).first {
      masthead.year = year
      warnIfUnlikely(year, day, &diagnostics)
      return
    }
    if let year = openingYear(near: day) {
      masthead.year = year
      warnIfUnlikely(year, day, &diagnostics)
      return
    }
    if let found = guessedYear(masthead, day) {
      masthead.year = found.year
      diagnostics.append(
        Diagnostic(
          .warning, code: "year-derived",
          message: "no year in title or first sentences; \(found.year) was taken from \(found.ground); "
            + "if it is another, write `year:` in the front matter"))
    } else {
      diagnostics.append(
        Diagnostic(
          .error, code: "year-unknown",
          message: "the year the report covers was not found; write `year: 2023` in the front matter"))
    }
  }

  private func openingYear(near day: Day?) -> Int? {
    for line in parts.body.prefix(12) where line.kind == .prose || line.kind == .label {
      if let year = YearReader.fromOpening(text.folded(line)) {
        // 2015年以来 in a report signed in 2021 is the start of a span.
        if let day, year < day.year - 2 { continue }
        return year
      }
    }
    return nil
  }

  private func guessedYear(_ masthead: Masthead, _ day: Day?) -> (year: Int, ground: String)? {
    if let day { return (YearReader.covered(by: day), "the date \(day)") }
    if let number = masthead.documentNumber,
      let found = DocumentNumber.first(in: Array(number)[...])
    {
      return (found.year - 1, "the document number \(number)")
    }
    for title in citedTitles {
      if title.text[...].contains(any: Words.subject),
        let year = YearReader.years(in: title.text[...]).first?.year
      {
        return (year, "the title of a cited document")
      }
    }
    return YearReader.fromPath(path).map { ($0, "the file's name") }
  }

  private func warnIfUnlikely(_ year: Int, _ day: Day?, _ diagnostics: inout [Diagnostic]) {
    guard let day, !(year...(year + 2)).contains(day.year) else { return }
    diagnostics.append(
      Diagnostic(
        .warning, code: "year-unlikely",
        message: "the report is about \(year) but dated \(day); check `year:` and the dates"))
  }
}

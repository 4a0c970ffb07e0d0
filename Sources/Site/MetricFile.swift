import Archive

/// The values of one metric in one year as CSV: what its pages show, a line for each value.
///
/// A year a file, so that a report that arrives changes one file of a metric, and a small one.
struct MetricFile: Sendable {
  static let columns = [
    "adcode", "region", "reporting_unit", "year", "value", "unit", "approximation", "scope", "period",
    "report_id",
    "link", "sentence",
  ]

  /// UTF-8 with a byte order mark, without which spreadsheets garble Chinese; lines end as RFC 4180 says.
  static func csv(_ series: Series, year: Int, in site: SiteIndex) -> [UInt8] {
    var out: [UInt8] = [0xEF, 0xBB, 0xBF]
    line(columns, into: &out)
    // The site's own address leads to its first edition's home page.
    let link = Linker(.home)
    for number in site.reports(ofYear: year) {
      let own = series.values(of: number)
      if own.isEmpty { continue }
      // Field by field: a copy of a masthead would count a reference for each of its texts.
      let report = site.catalog.reports[number]
      let (extracts, id) = (report.extracts, report.id ?? "")
      let page = site.base + link.href(.report(id)) + "#"
      var head: [UInt8] = []
      cell(site.facts[number].adcode.description, into: &head)
      cell(report.masthead.region?.name ?? "", into: &head)
      cell(report.masthead.unit ?? "", into: &head)
      cell(String(year), into: &head)
      let rows = site.catalog.rows[number].figures
      for value in own {
        let row = rows[value.quantity]
        out += head
        cell(row.value.description, into: &out)
        cell(site.catalog.texts[Int(row.unit)], into: &out)
        cell(row.approximation.rawValue, into: &out)
        cell(row.scope?.rawValue ?? "", into: &out)
        cell(row.period.rawValue, into: &out)
        cell(id, into: &out)
        cell(page + ValueView.anchor(value.quantity), into: &out)
        extracts.withSentence(of: value.quantity) { append($0, into: &out) }
        out += lineEnd
      }
    }
    return out
  }

  private static let lineEnd: [UInt8] = [0x0D, 0x0A]

  static func line(_ fields: [String], into out: inout [UInt8]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      append(field, into: &out)
    }
    out += lineEnd
  }

  /// A field that others follow.
  private static func cell(_ field: String, into out: inout [UInt8]) {
    append(field, into: &out)
    out.append(UInt8(ascii: ","))
  }

  private static func append(_ field: String, into out: inout [UInt8]) {
    var field = field
    field.withUTF8 { append($0, into: &out) }
  }

  private static func append(_ field: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    guard let first = field.first else { return }
    // No formula begins with a letter, a digit or a Chinese character.
    let mayBeFormula = first < 0x30 || (first > 0x39 && first < UInt8(ascii: "A"))
    if mayBeFormula || needsQuotes(field) {
      append(quoting: Array(field), into: &out)
    } else {
      out.append(contentsOf: field)
    }
  }

  private static func needsQuotes(_ field: some Collection<UInt8>) -> Bool {
    func equal(_ byte: UInt8, _ wanted: UInt8) -> UInt8 { byte == wanted ? 1 : 0 }
    // Without a way out in the middle: many bytes are looked at at once.
    var found: UInt8 = 0
    for byte in field {
      found |= equal(byte, 0x22) | equal(byte, 0x2C) | equal(byte, 0x0A) | equal(byte, 0x0D)
    }
    return found != 0
  }

  private static func append(quoting field: [UInt8], into out: inout [UInt8]) {
    let text = isFormula(field) ? [UInt8(ascii: "'")] + field : field
    guard needsQuotes(text) else {
      out += text
      return
    }
    out.append(0x22)
    for byte in text {
      if byte == 0x22 { out.append(0x22) }
      out.append(byte)
    }
    out.append(0x22)
  }

  /// Spreadsheets run what begins like a formula; a negative number is none.
  private static func isFormula(_ field: [UInt8]) -> Bool {
    guard let first = field.first else { return false }
    if first == UInt8(ascii: "-") {
      return !field.dropFirst().allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
    }
    return "=+@\t\r".utf8.contains(first)
  }
}

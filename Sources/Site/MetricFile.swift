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
    let reports = site.catalog.reports
    let values = site.inPageOrder(series.observations.filter { reports[$0.report].masthead.year == year })
    var rest = values[...]
    while let first = rest.first {
      // A report's texts are read once.
      let own = rest.prefix { $0.report == first.report }
      rest = rest[own.endIndex...]
      let masthead = reports[first.report].masthead
      let id = reports[first.report].id ?? ""
      let page = site.base + Route.relative(from: "", to: Route.report(id).path)
      let extracts = reports[first.report].extracts
      var head: [UInt8] = []
      for field in [
        masthead.region?.adcode.description ?? "", masthead.region?.name ?? "", masthead.unit ?? "",
        String(year),
      ] {
        append(field, into: &head)
        head.append(UInt8(ascii: ","))
      }
      for value in own {
        let quantity = site.catalog.figure(value)
        out += head
        line(
          [
            quantity.value.description, quantity.unit, quantity.approximation.rawValue,
            quantity.scope?.rawValue ?? "", quantity.period.rawValue, id,
            page + "#" + ValueView.anchor(value.quantity), extracts.sentence(of: value.quantity),
          ], into: &out)
      }
    }
    return out
  }

  static func line(_ fields: [String], into out: inout [UInt8]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      append(field, into: &out)
    }
    out += [0x0D, 0x0A]
  }

  private static func append(_ field: String, into out: inout [UInt8]) {
    let isPlain = field.utf8.withContiguousStorageIfAvailable { bytes in
      guard let first = bytes.first else { return true }
      // No formula begins with a letter, a digit or a Chinese character.
      guard first >= 0x30 && first <= 0x39 || first >= UInt8(ascii: "A") else { return false }
      guard !bytes.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
        return false
      }
      out.append(contentsOf: bytes)
      return true
    }
    if isPlain != true { append(quoting: Array(field.utf8), into: &out) }
  }

  private static func append(quoting field: [UInt8], into out: inout [UInt8]) {
    let text = isFormula(field) ? [UInt8(ascii: "'")] + field : field
    guard text.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
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

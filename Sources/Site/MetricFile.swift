import Archive

/// All values of one metric as CSV: what its pages show, a line for each value.
struct MetricFile: Sendable {
  static let columns = [
    "adcode", "region", "reporting_unit", "year", "value", "unit", "approximation", "scope", "period",
    "report_id",
    "link", "sentence",
  ]

  /// UTF-8 with a byte order mark, without which spreadsheets garble Chinese; lines end as RFC 4180 says.
  static func csv(_ series: Series, in site: SiteIndex) -> [UInt8] {
    var out: [UInt8] = [0xEF, 0xBB, 0xBF]
    line(columns, into: &out)
    let base = site.settings.baseURL.flatMap(WebAddress.init)?.href
    for observation in site.inPageOrder(series.observations) {
      let report = site.catalog.reports[observation.report]
      let quantity = report.quantities[observation.quantity]
      let path =
        Route.relative(from: "", to: Route.report(report.id ?? "").path) + "#"
        + ValueView.anchor(observation.quantity)
      line(
        [
          report.masthead.region?.adcode.description ?? "", report.masthead.region?.name ?? "",
          report.masthead.unit ?? "", report.masthead.year.map(String.init) ?? "", quantity.value.description,
          quantity.unit, quantity.approximation.rawValue, quantity.scope?.rawValue ?? "",
          quantity.period.rawValue, report.id ?? "",
          base.map { $0.hasSuffix("/") ? $0 + path : "\($0)/\(path)" } ?? path,
          report.extracts.sentence(of: observation.quantity),
        ], into: &out)
    }
    return out
  }

  static func line(_ fields: [String], into out: inout [UInt8]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      append(Array(field.utf8), into: &out)
    }
    out += [0x0D, 0x0A]
  }

  private static func append(_ field: [UInt8], into out: inout [UInt8]) {
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

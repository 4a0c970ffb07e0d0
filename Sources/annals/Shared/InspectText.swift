import Archive

/// A report for a person at a terminal: its masthead and outline.
enum InspectText {
  static func text(of report: Report) -> String {
    let masthead = report.masthead
    var lines = ["\(report.file)"]
    func add(_ name: String, _ value: String?) {
      lines.append("  " + name + String(repeating: " ", count: max(1, 16 - name.utf8.count)) + (value ?? "-"))
    }
    add("id", report.id)
    add("title", masthead.title.map { $0 + (masthead.titleDerived ? " (derived)" : "") })
    add("issuer", masthead.issuer)
    add("unit", masthead.unit)
    add(
      "region",
      masthead.region.map { region in "\(region.adcode) " + region.path.map(\.name).joined(separator: " / ") }
    )
    add("level", masthead.level?.rawValue)
    add("year", masthead.year.map(String.init))
    add("published", masthead.published?.description)
    add("signed", masthead.signed?.description)
    add("documentNumber", masthead.documentNumber)
    add("indexNumber", masthead.indexNumber)
    add("category", masthead.category)
    add("source", masthead.source)
    add("addressees", masthead.addressees.isEmpty ? nil : masthead.addressees.joined(separator: " · "))
    add("script", masthead.script.rawValue)
    add("chrome", "\(report.chrome.count) lines")
    for heading in report.outline {
      lines.append("  " + String(repeating: "  ", count: heading.level) + heading.label + heading.title)
    }
    return lines.joined(separator: "\n")
  }
}

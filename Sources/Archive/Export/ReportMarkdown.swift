/// A report as a Markdown document with its masthead as front matter: what readers download, and what a curator
/// may correct and put in place of the raw file.
public enum ReportMarkdown {
  public static func document(_ report: Report) -> [UInt8] {
    var bytes: [UInt8] = Array("---\n".utf8)
    let masthead = report.masthead
    func write(_ key: String, _ text: String?) {
      guard let text else { return }
      bytes += "\(key): ".utf8
      JSONWriter.quote(text, into: &bytes)
      bytes.append(0x0A)
    }
    write("format", "markdown")
    write("id", report.id)
    write("title", masthead.title)
    if masthead.titleDerived { bytes += "titleDerived: true\n".utf8 }
    write("issuer", masthead.issuer)
    write("unit", masthead.unit)
    write("region", masthead.region?.adcode.description)
    write("level", masthead.level?.rawValue)
    if let year = masthead.year { bytes += "year: \(year)\n".utf8 }
    write("published", masthead.published?.description)
    write("signed", masthead.signed?.description)
    write("delivered", masthead.delivered?.description)
    write("documentNumber", masthead.documentNumber)
    write("indexNumber", masthead.indexNumber)
    write("category", masthead.category)
    write("source", masthead.source)
    write("sourceURL", masthead.sourceURL)
    write("captured", masthead.captured?.description)
    if !masthead.addressees.isEmpty {
      bytes += "addressees:\n".utf8
      for name in masthead.addressees {
        bytes += "  - ".utf8
        JSONWriter.quote(name, into: &bytes)
        bytes.append(0x0A)
      }
    }
    write("script", masthead.script.rawValue)
    bytes += "---\n\n".utf8
    // The blank line above is part of a body that was read from such a document.
    bytes += report.body.drop { $0 == 0x0A || $0 == 0x0D }
    return bytes
  }
}

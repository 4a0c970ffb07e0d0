import Archive
import Mustache

/// How to cite a page: as the Chinese standard has it, and for reference managers.
struct Citing: Sendable {
  let standard: String
  let plain: String
  let bibtex: String

  static let schema = Schema<Citing>(
    "citation of a page",
    [
      .text("standard", "plain text as GB/T 7714-2025 has it") { $0.standard },
      .text("plain", "one line in plain words: who, what, when, where") { $0.plain },
      .text("bibtex", "a BibTeX entry of several lines") { $0.bibtex },
    ])

  /// A citation stays one paragraph, whatever the title.
  private static let titleLength = 300

  /// A report, at the address it was published at; else at its place in the archive.
  init(_ report: Report, title: String, permalink: String?, _ words: Words) {
    let masthead = report.masthead
    let authors = Citing.authors(masthead.issuer)
    self.init(
      authors: authors, title: title, kind: "R", day: masthead.published ?? masthead.signed,
      address: masthead.sourceURL.flatMap(WebAddress.init)?.href ?? permalink,
      entry: "techreport", key: report.id ?? "", institution: authors.first, words)
  }

  /// A page of numbers: what the archive has put together from many reports.
  init(archive: String, key: String, title: String, permalink: String?, _ words: Words) {
    self.init(
      authors: [archive], title: title, kind: "DS", day: nil, address: permalink, entry: "misc", key: key,
      institution: nil, words)
  }

  private init(
    authors: [String], title: String, kind: String, day: Day?, address: String?, entry: String, key: String,
    institution: String?, _ words: Words
  ) {
    let title = Text.short(title, limit: Citing.titleLength)
    var standard = authors.isEmpty ? "" : authors.joined(separator: ", ") + ". "
    // Only what has an address is cited as on line.
    standard += "\(title)[\(kind)\(address == nil ? "" : "/OL")]."
    if let day { standard += " \(day)." }
    if let address { standard += " \(address)." }
    self.standard = standard
    let parts: [String?] = [
      authors.isEmpty ? nil : authors.joined(separator: words[.numberSeparator]),
      words(.quotedTitle, ["title": title]), day?.description, address,
    ]
    plain = parts.compactMap { $0 }.joined(separator: words[.noteSeparator])

    var lines: [String] = []
    func add(_ name: String, _ value: String?) {
      if let value { lines.append("  \(name) = {\(value)}") }
    }
    // Inner braces keep names of offices whole and titles in the case they are printed in.
    add("author", authors.isEmpty ? nil : authors.map { "{\(Citing.plain($0))}" }.joined(separator: " and "))
    add("title", "{\(Citing.plain(title))}")
    add("institution", institution.map { "{\(Citing.plain($0))}" })
    add("year", day.map { String($0.year) })
    add("month", day.map { String($0.month) })
    add("url", address)
    bibtex = "@\(entry){\(Citing.key(key)),\n" + lines.joined(separator: ",\n") + "\n}"
  }

  /// Joint issuers are parted by spaces; in a name of letters a space parts nothing.
  private static func authors(_ issuer: String?) -> [String] {
    guard let issuer = Text.present(issuer) else { return [] }
    let parts = issuer.split(whereSeparator: \.isWhitespace).map { Text.short(String($0)) }
    let areNames = parts.allSatisfy { ($0.utf8.first ?? 0) >= 0x80 && $0.unicodeScalars.count > 2 }
    return areNames ? parts : [Text.short(issuer)]
  }

  /// Without what BibTeX and TeX would read as commands.
  private static func plain(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "{", "}", "\\", "^", "~": out.append(" ")
      case "&", "%", "$", "#", "_":
        out.append("\\")
        out.append(scalar)
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  private static func key(_ key: String) -> String {
    String(key.unicodeScalars.filter { !" ,{}\"#%~\\'()=".unicodeScalars.contains($0) })
  }
}

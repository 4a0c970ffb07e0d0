import Archive

/// What the last build had to say, for a build that finds nothing changed: messages are due each time.
struct BuildRecord {
  /// Of everything that the build read beside reports.
  let fingerprint: UInt64
  /// Of the record of reports that the site was made from; nil when none was left.
  let reports: UInt64?
  let findings: [(file: String, diagnostic: Diagnostic)]
  /// `5 reports, 7 regions, 4 years`.
  let contents: String

  /// In the state folder.
  static let name = "last"
  private static let record = SealedRecord("annals-last 1")

  init(
    fingerprint: UInt64, reports: UInt64?, findings: [(file: String, diagnostic: Diagnostic)],
    contents: String
  ) {
    self.fingerprint = fingerprint
    self.reports = reports
    self.findings = findings
    self.contents = contents
  }

  /// Nil for bytes of another form and damaged ones.
  init?(_ bytes: [UInt8]) {
    let record = BuildRecord.record.opened(bytes) { reader -> BuildRecord? in
      BuildRecord(
        fingerprint: reader.wholeNumber(), reports: reader.flag() ? reader.wholeNumber() : nil,
        findings: reader.list { (file: $0.text(), diagnostic: $0.diagnostic()) }, contents: reader.text())
    }
    guard let record else { return nil }
    self = record
  }

  func encoded() -> [UInt8] {
    BuildRecord.record.sealed { out in
      out.addWhole(fingerprint)
      out.add(reports != nil)
      if let reports { out.addWhole(reports) }
      out.add(findings) { writer, finding in
        writer.add(finding.file)
        writer.add(finding.diagnostic)
      }
      out.add(contents)
    }
  }
}

import Archive
import Site

/// What every page of the last build was made from, kept beside its manifest.
///
/// Only for pages whose bytes the manifest still records: after a build that was killed half way the manifest says
/// which pages are which, and this record is believed for those alone.
struct InputRecord: Sendable {
  struct Entry: Equatable, Sendable {
    var inputs: PageInputs
    /// The first eight bytes of the digest of the page's bytes.
    var page: UInt64
  }

  /// The program that made the pages. Another may make others of the same inputs.
  let program: String
  private(set) var entries: [String: Entry] = [:]

  /// In the state folder.
  static let name = "inputs"
  private static let record = SealedRecord("annals-inputs 1")

  private init(program: String, entries: [String: Entry]) {
    self.program = program
    self.entries = entries
  }

  /// Nil for bytes of another form, damaged ones and those of another program.
  init?(_ bytes: [UInt8], program: String) {
    let entries = InputRecord.record.opened(bytes) { reader -> [String: Entry]? in
      guard reader.text() == program else { return nil }
      let count = reader.count()
      var entries: [String: Entry] = [:]
      entries.reserveCapacity(count)
      for _ in 0..<count where !reader.isBroken {
        let path = reader.text()
        var entry = Entry(inputs: PageInputs(), page: reader.wholeNumber())
        for kind in PageInputs.Kind.allCases { entry.inputs[kind] = reader.wholeNumber() }
        entries[path] = entry
      }
      return entries
    }
    guard let entries else { return nil }
    self.init(program: program, entries: entries)
  }

  /// The record of pages in the order given: it is read into a table, so any order does.
  static func encoded(
    program: String, _ pages: some Collection<(path: String, entry: Entry)>
  ) -> [UInt8] {
    var out = ByteWriter()
    out.add(program)
    out.add(pages.count)
    for (path, entry) in pages {
      out.add(path)
      out.addWhole(entry.page)
      for kind in PageInputs.Kind.allCases { out.addWhole(entry.inputs[kind]) }
    }
    return InputRecord.record.sealed(out)
  }
}

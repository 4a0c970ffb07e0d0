import Archive
import Site

/// What every page of the last build was made from, kept beside its manifest.
///
/// Only for pages whose bytes the manifest still records: after a build that was killed half way the manifest says
/// which pages are which, and this record is believed for those alone. Paths stand in it as fingerprints.
struct InputRecord: Sendable {
  struct Entry: Equatable, Sendable {
    /// Fingerprint of the page's path.
    var path: UInt64
    /// The fingerprint of the page's bytes.
    var page: UInt64
    var inputs: PageInputs
  }

  /// In the state folder.
  static let name = "inputs"
  private static let record = SealedRecord("annals-inputs 2")

  private let entries: [Entry]
  /// Numbers of entries counted from 1, by their place in a table of a power of two; 0 for a free place.
  private let slots: [UInt32]

  /// Nil for bytes of another form, damaged ones and those of another program, which may make other pages of the same
  /// inputs.
  init?(_ bytes: [UInt8], program: String) {
    let entries = InputRecord.record.opened(bytes) { reader -> [Entry]? in
      guard reader.text() == program else { return nil }
      let count = reader.count()
      var entries: [Entry] = []
      entries.reserveCapacity(count)
      for _ in 0..<count where !reader.isBroken {
        var entry = Entry(path: reader.wholeNumber(), page: reader.wholeNumber(), inputs: PageInputs())
        for kind in PageInputs.Kind.allCases { entry.inputs[kind] = reader.wholeNumber() }
        entries.append(entry)
      }
      return entries
    }
    guard let entries else { return nil }
    self.entries = entries
    var size = 16
    while size < entries.count * 2 { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size)
    for number in entries.indices {
      var place = Int(truncatingIfNeeded: entries[number].path) & (size - 1)
      while slots[place] != 0 { place = (place + 1) & (size - 1) }
      slots[place] = UInt32(number + 1)
    }
    self.slots = slots
  }

  var count: Int { entries.count }

  /// Nil for a page that the last build did not make.
  func entry(_ path: UInt64) -> Entry? {
    var place = Int(truncatingIfNeeded: path) & (slots.count - 1)
    while slots[place] != 0 {
      let entry = entries[Int(slots[place]) - 1]
      if entry.path == path { return entry }
      place = (place + 1) & (slots.count - 1)
    }
    return nil
  }

  /// How a path stands in the record.
  static func fingerprint(_ path: String) -> UInt64 { path.withBytes { Fingerprint.of($0) } }

  /// The record of pages in the order given: it is read into a table, so any order does.
  static func encoded(program: String, _ entries: [Entry]) -> [UInt8] {
    var out = ByteWriter()
    out.reserve(entries.count * 9 * 8 + 256)
    out.add(program)
    out.add(entries.count)
    for entry in entries {
      out.addWhole(entry.path)
      out.addWhole(entry.page)
      for kind in PageInputs.Kind.allCases { out.addWhole(entry.inputs[kind]) }
    }
    return InputRecord.record.sealed(out)
  }
}

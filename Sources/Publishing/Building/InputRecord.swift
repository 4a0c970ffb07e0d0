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
  /// Numbers that stand for an entry.
  private static let width = 2 + PageInputs.Kind.allCases.count

  /// One entry's numbers after the other's, as they are written.
  private let words: [UInt64]
  /// Numbers of entries counted from 1, by their place in a table of a power of two; 0 for a free place.
  private let slots: [UInt32]

  /// Nil for bytes of another form, damaged ones and those of another program, which may make other pages of the same
  /// inputs.
  init?(_ bytes: [UInt8], program: String) {
    let words = InputRecord.record.opened(bytes) { reader -> [UInt64]? in
      guard reader.text() == program else { return nil }
      return reader.plain(reader.count() * InputRecord.width)
    }
    guard let words else { return nil }
    self.words = words
    count = words.count / InputRecord.width
    var size = 16
    while size < count * 2 { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size)
    for number in 0..<count {
      let path = UInt64(littleEndian: words[number * InputRecord.width])
      var place = Int(truncatingIfNeeded: path) & (size - 1)
      while slots[place] != 0 { place = (place + 1) & (size - 1) }
      slots[place] = UInt32(number + 1)
    }
    self.slots = slots
  }

  let count: Int

  /// Nil for a page that the last build did not make.
  func entry(_ path: UInt64) -> Entry? {
    var place = Int(truncatingIfNeeded: path) & (slots.count - 1)
    while slots[place] != 0 {
      let start = (Int(slots[place]) - 1) * InputRecord.width
      if UInt64(littleEndian: words[start]) == path {
        var entry = Entry(path: path, page: UInt64(littleEndian: words[start + 1]), inputs: PageInputs())
        for kind in PageInputs.Kind.allCases {
          entry.inputs[kind] = UInt64(littleEndian: words[start + 2 + kind.rawValue])
        }
        return entry
      }
      place = (place + 1) & (slots.count - 1)
    }
    return nil
  }

  /// How a path stands in the record.
  static func fingerprint(_ path: String) -> UInt64 { path.withBytes { Fingerprint.of($0) } }

  /// The record of pages in the order given: it is read into a table, so any order does.
  static func encoded(program: String, _ entries: [Entry]) -> [UInt8] {
    InputRecord.record.sealed(reserving: entries.count * width * 8 + 256) { out in
      out.add(program)
      out.add(entries.count)
      // One row of numbers after the other, put down at once.
      let words = [UInt64](unsafeUninitializedCapacity: entries.count * width) { words, count in
        for entry in entries {
          words.initializeElement(at: count, to: entry.path.littleEndian)
          words.initializeElement(at: count + 1, to: entry.page.littleEndian)
          for kind in PageInputs.Kind.allCases {
            words.initializeElement(at: count + 2 + kind.rawValue, to: entry.inputs[kind].littleEndian)
          }
          count += width
        }
      }
      out.addPlain(words)
    }
  }
}

extension Session {
  /// Begins to read what the pages of the last build were made from, which nothing else has to wait for.
  public func readInputsAhead(program: String) {
    let inputs = inputs(program)
    Parallel.prepare { _ = inputs.value }
  }

  /// What the last build left; nil when it cannot be used.
  func inputs(_ program: String) -> Lazy<InputRecord?> {
    lastInputs.withLock { last in
      if let last, last.program == program { return last.record }
      let record = Lazy { [weak self] in
        self?.attachment(InputRecord.name).flatMap { InputRecord($0, program: program) }
      }
      last = (program, record)
      return record
    }
  }
}

import Archive

/// What the cache of reports holds, file by file: small enough to be read and written whole.
struct CacheIndex: Equatable {
  /// Name of the file with the records, in the same folder.
  var log: String
  /// What the records depend on beside the files: another value, and none of them is good any more.
  var stamp: String
  /// By path.
  var entries: [CacheEntry] = []

  private static let record = SealedRecord("annals-reports 1")

  func encoded() -> [UInt8] {
    var out = ByteWriter()
    out.add(log)
    out.add(stamp)
    out.add(entries) { writer, entry in
      writer.add(entry.path)
      writer.add(entry.mark)
      writer.add(entry.sidecar)
      writer.add(entry.digest)
      writer.add(entry.record.offset)
      writer.add(entry.record.facts)
      writer.add(entry.record.body)
      writer.add(entry.record.extracts)
      writer.addWhole(entry.record.fingerprint)
    }
    return CacheIndex.record.sealed(out)
  }

  /// Nil for bytes of another form or damaged ones.
  init?(_ bytes: [UInt8]) {
    let index = CacheIndex.record.opened(bytes) { reader -> CacheIndex? in
      var index = CacheIndex(log: reader.text(), stamp: reader.text())
      index.entries = reader.list { reader in
        CacheEntry(
          path: reader.text(), mark: reader.fileMark(), sidecar: reader.fileMark(), digest: reader.text(),
          record: CacheRecord(
            offset: reader.number(), facts: reader.number(), body: reader.number(), extracts: reader.number(),
            fingerprint: reader.wholeNumber()))
      }
      return index
    }
    guard let index else { return nil }
    self = index
  }

  init(log: String, stamp: String) {
    self.log = log
    self.stamp = stamp
  }
}

/// One file of the archive as it was when it was last read.
struct CacheEntry: Equatable {
  /// Below `Content/reports`.
  var path: String
  /// Nil when the file changed too shortly before it was read for the mark to tell the next change.
  var mark: FileMark?
  var sidecar: FileMark?
  /// SHA-256 of the file's bytes, a space and that of the sidecar's where there is one.
  var digest: String
  var record: CacheRecord
}

/// Where a report stands in the log: its fields, its text and its extracts one behind the other.
struct CacheRecord: Equatable {
  var offset: Int
  /// In bytes, like the two others.
  var facts: Int
  var body: Int
  var extracts: Int
  /// Of all three parts.
  var fingerprint: UInt64

  /// Each part is followed by its own fingerprint.
  static let seal = 8
  var bodyOffset: Int { offset + facts + CacheRecord.seal }
  var extractsOffset: Int { bodyOffset + body + CacheRecord.seal }
  var count: Int { facts + body + extracts + 3 * CacheRecord.seal }
}

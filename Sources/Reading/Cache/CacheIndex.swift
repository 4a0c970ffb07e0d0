import Archive

/// What the cache of reports holds, file by file: small enough to be read and written whole.
struct CacheIndex: Equatable {
  /// Names of the files with the records, in the same folder: facts and texts, and what every build wants.
  var log: String
  var heads: String
  /// What the records depend on beside the files: another value, and none of them is good any more.
  var stamp: String
  /// Where in `heads` the names stand that rows give by number, in order.
  var names: [CachePart] = []
  /// By path.
  var entries: [CacheEntry] = []

  private static let record = SealedRecord("annals-reports 3")

  func encoded() -> [UInt8] {
    CacheIndex.record.sealed(reserving: entries.count * 240 + 256) { out in
      out.add(log)
      out.add(heads)
      out.add(stamp)
      out.add(names) { $0.add($1) }
      out.add(entries) { writer, entry in
        writer.add(entry.path)
        writer.add(entry.mark)
        writer.add(entry.sidecar)
        writer.add(entry.digest)
        writer.add(entry.head)
        writer.add(entry.record.offset)
        writer.add(entry.record.facts)
        writer.add(entry.record.body)
        writer.add(entry.record.extracts)
        writer.addWhole(entry.record.fingerprint)
      }
    }
  }

  /// Nil for bytes of another form or damaged ones.
  init?(_ bytes: [UInt8]) {
    let index = CacheIndex.record.opened(bytes) { reader -> CacheIndex? in
      var index = CacheIndex(log: reader.text(), heads: reader.text(), stamp: reader.text())
      index.names = reader.list { $0.cachePart() }
      index.entries = reader.list { reader in
        CacheEntry(
          path: reader.text(), mark: reader.fileMark(), sidecar: reader.fileMark(), digest: reader.text(),
          head: reader.cachePart(),
          record: CacheRecord(
            offset: reader.number(), facts: reader.number(), body: reader.number(), extracts: reader.number(),
            fingerprint: reader.wholeNumber()))
      }
      return index
    }
    guard let index else { return nil }
    self = index
  }

  init(log: String, heads: String, stamp: String) {
    self.log = log
    self.heads = heads
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
  /// What identifies the report, and its rows.
  var head: CachePart
  var record: CacheRecord

  /// Of the file's bytes alone.
  var fileDigest: String { digest.utf8.count > 64 ? String(digest.prefix(64)) : digest }
}

/// Bytes in a log, which their fingerprint follows.
struct CachePart: Equatable {
  var offset: Int
  /// Without the fingerprint.
  var count: Int
  var seal: UInt64
}

extension ByteWriter {
  fileprivate mutating func add(_ part: CachePart) {
    add(part.offset)
    add(part.count)
    addWhole(part.seal)
  }
}

extension ByteReader {
  fileprivate mutating func cachePart() -> CachePart {
    CachePart(offset: number(), count: number(), seal: wholeNumber())
  }
}

/// Where a report stands in the log: its facts, its text and its extracts one behind the other.
struct CacheRecord: Equatable {
  var offset: Int
  /// In bytes, like the two others.
  var facts: Int
  var body: Int
  var extracts: Int
  /// Of all that was read from the file.
  var fingerprint: UInt64

  /// Each part is followed by its own fingerprint.
  static let seal = 8
  var bodyOffset: Int { offset + facts + CacheRecord.seal }
  var extractsOffset: Int { bodyOffset + body + CacheRecord.seal }
  var count: Int { facts + body + extracts + 3 * CacheRecord.seal }
}

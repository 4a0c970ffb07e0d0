import Archive
import Glibc
import Synchronization

/// What was read from every file, kept between builds: `reports` in a folder of its own tells what stands where in
/// two logs beside it, one of facts and texts, one of what every build wants of every report.
///
/// Nothing of it is trusted blindly. Every part is closed by its fingerprint; a record is used only for a file
/// whose contents are the same (by digest, or by a mark of the file system that nothing can have written past) and
/// by the program and vocabulary that made it. Whatever else is found is read again from the source.
public final class ReportCache: Sendable {
  public enum Access: Sendable { case readOnly, readWrite }

  private static let indexName = "reports"
  private let folder: String
  private let access: Access
  private let stamp: String
  private let before: CacheIndex?
  private let logs: CacheLogs?
  /// The disk took no more: reports stay in memory, and this build leaves no record.
  private let isFull = Atomic(false)
  private let written = Mutex<UInt64?>(nil)
  /// Why records of an earlier build could not be used; nil when they could, or there were none.
  public let note: String?
  /// What the numbers in rows stand for; read when the first report is asked for.
  private let names: Lazy<KnownNames>

  private struct KnownNames: Sendable {
    let names: Names
    /// So many of them the store holds.
    let held: Int
    /// The store should hold some and does not: its rows say nothing.
    var areLost = false
  }

  /// The record of an earlier build, read before anything is locked: while something else is read too.
  public struct ReadAhead: Sendable {
    fileprivate let bytes: [UInt8]
    fileprivate let index: CacheIndex?
  }

  /// Nil when there is none to read.
  public static func readAhead(_ folder: String) -> ReadAhead? {
    bytes(folder).map { ReadAhead(bytes: $0, index: CacheIndex($0)) }
  }

  private static func bytes(_ folder: String) -> [UInt8]? {
    let path = "\(folder)/\(indexName)"
    return FileAccess.kind(of: path) == .file ? try? FileAccess.read(path) : nil
  }

  /// - Parameters:
  ///   - folder: holds nothing else; it is made when it is missing.
  ///   - stamp: what the reports depend on beside their files.
  ///   - known: counts if the record is still the same.
  public init(
    folder: String, stamp: String, access: Access, known: ReadAhead? = nil
  ) throws(FileFailure) {
    self.folder = folder
    self.stamp = stamp
    self.access = access
    if access == .readWrite, mkdir(folder, 0o755) != 0, errno != EEXIST {
      throw FileFailure(path: folder, code: errno)
    }
    let path = "\(folder)/\(ReportCache.indexName)"
    let bytes = ReportCache.bytes(folder)
    let index = bytes.flatMap { bytes in known?.bytes == bytes ? known?.index : CacheIndex(bytes) }
    var note: String?
    if bytes != nil, index == nil {
      note =
        "\(path): warning: the record of what was read is damaged or from another version; "
        + "all reports are read again"
    }
    let isCurrent = index?.stamp == stamp
    let old = isCurrent ? index.flatMap { CacheLogs($0, folder, isWritable: access == .readWrite) } : nil
    if isCurrent, old == nil {
      note = "\(path): warning: the store of reports is gone; all reports are read again"
    }
    if let old, let index {
      logs = old
      before = index
      names = Lazy {
        guard let texts = old.names(index.names) else {
          return KnownNames(names: Names(), held: 0, areLost: true)
        }
        return KnownNames(names: Names(texts), held: texts.count)
      }
      written.withLock { $0 = bytes.map { Fingerprint.of($0) } }
    } else {
      // A log that the index does not name may be half of one that a killed build left: a new name has none.
      logs = access == .readWrite ? try CacheLogs(newIn: folder) : nil
      before = nil
      names = Lazy { KnownNames(names: Names(), held: 0) }
    }
    self.note = note
  }

  /// Of the record as it stands on the disk: equal ones are of the same files with the same contents. Nil when there
  /// is none, or it could not be written.
  public var identity: UInt64? { written.withLock { $0 } }

  /// Forgets everything: the next build reads every report.
  public static func remove(_ folder: String) {
    for name in (try? FileAccess.names(in: folder)) ?? [] { unlink("\(folder)/\(name)") }
  }

  /// A part of the store that pages needed was not what was written: what was made with it must not be published.
  public var isDamaged: Bool { logs?.log.isDamaged ?? false }

  // MARK: Finding

  /// How many reports the last build kept.
  var count: Int { before?.entries.count ?? 0 }

  /// Of each file the number of the entry that was kept of it, nil for a new one. Files and entries stand by path.
  func numbers(of files: [ReportFiles.Entry]) -> [Int?] {
    guard let before else { return [Int?](repeating: nil, count: files.count) }
    var next = 0
    return files.map { file in
      while next < before.entries.count, FileAccess.precedes(before.entries[next].path, file.path) {
        next += 1
      }
      guard next < before.entries.count, before.entries[next].path.utf8.elementsEqual(file.path.utf8) else {
        return nil
      }
      return next
    }
  }

  /// Whether the file is as it was when its report was kept.
  func isCurrent(_ number: Int, _ mark: FileMark?, _ sidecar: FileMark?) -> Bool {
    guard let known = before?.entries[number], let mark else { return false }
    return known.mark == mark && known.sidecar == sidecar
  }

  /// Whether the report was read from the same bytes.
  func isCurrent(_ number: Int, digest: String) -> Bool { before?.entries[number].digest == digest }

  /// The report as it was kept, its facts left in the store; nil when it cannot be had.
  func report(_ number: Int, _ common: CommonTexts) -> Report? {
    guard let entry = before?.entries[number], let logs, !names.value.areLost else { return nil }
    let names = names.value.names
    let found = logs.heads.sealed(
      entry.head,
      { reader -> (Report, ReportRows)? in
        let report = ReportCodec.head(&reader, file: entry.path, digest: entry.fileDigest)
        return ReportRows(&reader, names: names).map { (report, $0) }
      }, common)
    guard let (head, rows) = found else { return nil }
    var report = head
    let record = entry.record
    leaveContents(of: &report, record, rows, logs)
    return report
  }

  /// What was kept of a file.
  func entry(_ number: Int) -> CacheEntry? { before?.entries[number] }

  private func leaveContents(
    of report: inout Report, _ record: CacheRecord, _ rows: ReportRows, _ logs: CacheLogs
  ) {
    report.setFacts(
      StoredFacts(.stored(logs.log, offset: record.offset, count: record.facts), rows: rows), rows: rows)
    report.storedBody = .stored(logs.log, offset: record.bodyOffset, count: record.body)
    report.storedExtracts = .stored(logs.log, offset: record.extractsOffset, count: record.extracts)
    report.fingerprint = record.fingerprint
  }

  // MARK: Keeping

  /// Stores a report that was just read; gives it back with its facts and its text left in the store, unless the disk is
  /// full.
  func keep(
    _ report: Report, _ entry: ReportFiles.Entry, digest: String, _ mark: FileMark?, _ sidecar: FileMark?
  ) -> (report: Report, entry: CacheEntry?) {
    var report = report
    var head = ByteWriter()
    ReportCodec.addHead(of: report, to: &head)
    let facts = ReportCodec.encodedFacts(report)
    let body = report.storedBody.bytes
    let extracts = report.storedExtracts.bytes
    var parts = ByteWriter()
    parts.reserve(facts.count + body.count + extracts.count + 3 * CacheRecord.seal)
    var whole = Fingerprint()
    whole.add(report.file)
    whole.add(report.digest)
    whole.add(head.bytes)
    for part in [facts, body, extracts] {
      let seal = part.withUnsafeBytes { Fingerprint.ofMany($0) }
      parts.addPlain(part)
      parts.addWhole(seal)
      whole.add(seal)
    }
    report.fingerprint = whole.value
    guard access == .readWrite, let logs, !isFull.load(ordering: .relaxed) else { return (report, nil) }
    let rows = ReportRows(report.facts, Extracts(packed: extracts, body: body), names: names.value.names)
    rows.add(to: &head)
    guard let offset = try? logs.log.append(parts.bytes), let head = try? logs.heads.appendSealed(head) else {
      isFull.store(true, ordering: .relaxed)
      return (report, nil)
    }
    let record = CacheRecord(
      offset: offset, facts: facts.count, body: body.count, extracts: extracts.count,
      fingerprint: whole.value)
    leaveContents(of: &report, record, rows, logs)
    let stored = CacheEntry(
      path: entry.path, mark: mark, sidecar: sidecar, digest: digest, head: head, record: record)
    return (report, stored)
  }

  /// Writes down what was found and kept in this build; the rest is forgotten. Does nothing when nothing changed.
  ///
  /// - Parameter kept: of every file, by path.
  func finish(_ kept: [ReportLoader.Kept]) throws(FileFailure) {
    guard access == .readWrite, let logs else { return }
    let old = written.withLock { written in
      defer { written = nil }
      return written
    }
    if isFull.load(ordering: .relaxed) { return }
    if let before, isWhole(kept, before) {
      written.withLock { $0 = old }
      return
    }
    var index = CacheIndex(log: logs.log.name, heads: logs.heads.name, stamp: stamp)
    if let before, !names.value.areLost { index.names = before.names }
    index.entries = kept.compactMap { kept in
      switch kept {
      case .same(let number): before?.entries[number]
      case .new(let entry): entry
      case .nothing: nil
      }
    }
    let texts = names.value.names.texts
    if texts.count > names.value.held {
      index.names.append(try logs.append(names: texts[names.value.held...]))
    }
    index = try logs.compacted(index, in: folder)
    let path = "\(folder)/\(ReportCache.indexName)"
    let bytes = index.encoded()
    try FileAccess.replace(path, with: bytes)
    written.withLock { $0 = Fingerprint.of(bytes) }
    // Whatever else lies there belongs to no record any more.
    for name in try FileAccess.names(in: folder)
    where ![ReportCache.indexName, index.log, index.heads].contains(name) {
      unlink("\(folder)/\(name)")
    }
  }

  /// Whether what was kept is what the last build kept, and all of it.
  private func isWhole(_ kept: [ReportLoader.Kept], _ before: CacheIndex) -> Bool {
    kept.count == before.entries.count
      && kept.indices.allSatisfy { if case .same($0) = kept[$0] { true } else { false } }
  }
}

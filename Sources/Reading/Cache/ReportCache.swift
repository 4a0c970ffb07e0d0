import Archive
import Glibc
import Synchronization

/// What was read from every file, kept between builds: `reports` in a folder of its own tells what stands where in
/// a log beside it.
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
  private let known: [String: CacheEntry]
  private let before: CacheIndex?
  private let log: CacheLog?
  private let made = Mutex<[CacheEntry]>([])
  /// The disk took no more: reports stay in memory, and this build leaves no record.
  private let isFull = Atomic(false)
  private let written = Mutex<UInt64?>(nil)
  /// Why records of an earlier build could not be used; nil when they could, or there were none.
  public let note: String?

  /// - Parameters:
  ///   - folder: holds nothing else; it is made when it is missing.
  ///   - stamp: what the reports depend on beside their files.
  public init(folder: String, stamp: String, access: Access) throws(FileFailure) {
    self.folder = folder
    self.stamp = stamp
    self.access = access
    if access == .readWrite, mkdir(folder, 0o755) != 0, errno != EEXIST {
      throw FileFailure(path: folder, code: errno)
    }
    let path = "\(folder)/\(ReportCache.indexName)"
    let bytes = FileAccess.kind(of: path) == .file ? try? FileAccess.read(path) : nil
    let index = bytes.flatMap { CacheIndex($0) }
    var note: String?
    if bytes != nil, index == nil {
      note =
        "\(path): warning: the record of what was read is damaged or from another version; "
        + "all reports are read again"
    }
    let isCurrent = index?.stamp == stamp
    let logPath = index.map { "\(folder)/\($0.log)" } ?? ""
    let old =
      isCurrent && FileAccess.kind(of: logPath) == .file
      ? try? CacheLog(logPath, isWritable: access == .readWrite) : nil
    if isCurrent, old == nil {
      note = "\(logPath): warning: the store of reports is gone; all reports are read again"
    }
    if let old {
      log = old
      before = index
      known = Dictionary(index?.entries.map { ($0.path, $0) } ?? []) { first, _ in first }
    } else {
      // A log that the index does not name may be half of one that a killed build left: a new name has none.
      log =
        access == .readWrite
        ? try CacheLog("\(folder)/\(ReportCache.freeName(in: folder))", isWritable: true) : nil
      before = nil
      known = [:]
    }
    self.note = note
    if before != nil, let bytes { written.withLock { $0 = Fingerprint.of(bytes) } }
  }

  /// Of the record as it stands on the disk: equal ones are of the same files with the same contents. Nil when there
  /// is none, or it could not be written.
  public var identity: UInt64? { written.withLock { $0 } }

  private static func freeName(in folder: String) -> String {
    var number = 1
    while FileAccess.kind(of: "\(folder)/log-\(number)") != nil { number += 1 }
    return "log-\(number)"
  }

  /// Forgets everything: the next build reads every report.
  public static func remove(_ folder: String) {
    for name in (try? FileAccess.names(in: folder)) ?? [] { unlink("\(folder)/\(name)") }
  }

  /// A part of the store that pages needed was not what was written: what was made with it must not be published.
  public var isDamaged: Bool { log?.isDamaged ?? false }

  // MARK: Finding

  /// Whether the last build kept so many reports.
  func holds(_ count: Int) -> Bool { before != nil && known.count == count }

  /// Whether the file is as it was when its report was kept.
  func isCurrent(_ entry: ReportFiles.Entry, _ mark: FileMark?, _ sidecar: FileMark?) -> Bool {
    guard let known = known[entry.path], let mark else { return false }
    return known.mark == mark && known.sidecar == sidecar && (entry.sidecar == nil) == (sidecar == nil)
  }

  /// The report as it was read from a file that has not changed since; nil when that cannot be told without reading.
  func report(_ entry: ReportFiles.Entry, _ mark: FileMark?, _ sidecar: FileMark?, _ common: CommonTexts)
    -> Report?
  {
    guard isCurrent(entry, mark, sidecar), let known = known[entry.path],
      let report = decoded(known, common)
    else { return nil }
    made.withLock { $0.append(known) }
    return report
  }

  /// The report as it was read from the same bytes.
  func report(
    _ entry: ReportFiles.Entry, digest: String, _ mark: FileMark?, _ sidecar: FileMark?, _ common: CommonTexts
  ) -> Report? {
    guard var known = known[entry.path], known.digest == digest, let report = decoded(known, common) else {
      return nil
    }
    known.mark = mark
    known.sidecar = sidecar
    made.withLock { $0.append(known) }
    return report
  }

  private func decoded(_ entry: CacheEntry, _ common: CommonTexts) -> Report? {
    guard let log else { return nil }
    let record = entry.record
    guard let bytes = log.read(at: record.offset, count: record.facts + CacheRecord.seal),
      var report = bytes.withUnsafeBytes({ sealed in
        CacheLog.unsealed(sealed).flatMap { ReportCodec.decoded($0, common: common) }
      })
    else { return nil }
    report.storedBody = .stored(log, offset: record.bodyOffset, count: record.body)
    report.storedExtracts = .stored(log, offset: record.extractsOffset, count: record.extracts)
    report.fingerprint = record.fingerprint
    return report
  }

  // MARK: Keeping

  /// Stores a report that was just read; gives it back with its text left in the store, unless the disk is full.
  func keep(
    _ report: Report, _ entry: ReportFiles.Entry, digest: String, _ mark: FileMark?, _ sidecar: FileMark?,
    _ common: CommonTexts
  ) -> Report {
    let facts = ReportCodec.encoded(report)
    let body = report.storedBody.bytes
    let extracts = report.storedExtracts.bytes
    var parts = ByteWriter()
    var whole = Fingerprint()
    for part in [facts, body, extracts] {
      let seal = Fingerprint.of(part)
      parts.addPlain(part)
      parts.addWhole(seal)
      whole.add(seal)
    }
    var report = report
    report.fingerprint = whole.value
    guard access == .readWrite, let log, !isFull.load(ordering: .relaxed) else { return report }
    guard let offset = try? log.append(parts.bytes) else {
      isFull.store(true, ordering: .relaxed)
      return report
    }
    let record = CacheRecord(
      offset: offset, facts: facts.count, body: body.count, extracts: extracts.count,
      fingerprint: whole.value)
    // As the next build will read it: that one takes half the memory of what reading has put together piece by piece.
    report = facts.withUnsafeBytes { ReportCodec.decoded($0, common: common) } ?? report
    report.fingerprint = whole.value
    report.storedBody = .stored(log, offset: record.bodyOffset, count: record.body)
    report.storedExtracts = .stored(log, offset: record.extractsOffset, count: record.extracts)
    let stored = CacheEntry(path: entry.path, mark: mark, sidecar: sidecar, digest: digest, record: record)
    made.withLock { $0.append(stored) }
    return report
  }

  /// Writes down what was found and kept in this build; the rest is forgotten. Does nothing when nothing changed.
  public func finish() throws(FileFailure) {
    guard access == .readWrite, let log else { return }
    written.withLock { $0 = nil }
    if isFull.load(ordering: .relaxed) { return }
    var index = CacheIndex(log: log.path.lastPart, stamp: stamp)
    index.entries = made.withLock { made in
      made.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }
    if index == before {
      written.withLock { $0 = Fingerprint.of(index.encoded()) }
      return
    }
    if let smaller = try compacted(index, log) { index = smaller }
    let path = "\(folder)/\(ReportCache.indexName)"
    let bytes = index.encoded()
    try FileAccess.replace(path, with: bytes)
    written.withLock { $0 = Fingerprint.of(bytes) }
    for name in try FileAccess.names(in: folder) where name != ReportCache.indexName && name != index.log {
      unlink("\(folder)/\(name)")
    }
  }

  /// A log of more than half of what no index names is written anew. Reports in memory go on with the old file, which
  /// the system keeps as long as it is open.
  private func compacted(_ index: CacheIndex, _ log: CacheLog) throws(FileFailure) -> CacheIndex? {
    let live = index.entries.reduce(0) { $0 + $1.record.count }
    guard log.count > 2 * live + ReportCache.spareBytes else { return nil }
    var index = index
    index.log = ReportCache.freeName(in: folder)
    let fresh = try CacheLog("\(folder)/\(index.log)", isWritable: true)
    for place in index.entries.indices {
      let record = index.entries[place].record
      guard let bytes = log.read(at: record.offset, count: record.count) else { return nil }
      index.entries[place].record.offset = try fresh.append(bytes)
    }
    return index
  }
  private static let spareBytes = 4 << 20
}

extension String {
  /// `/a/b` gives `b`.
  fileprivate var lastPart: String { split(separator: "/").last.map(String.init) ?? self }
}

import Archive

/// The two files that hold the records of reports.
final class CacheLogs: Sendable {
  /// Facts, texts and extracts, which are read when they are asked for.
  let log: CacheLog
  /// Heads, rows and names, which every build reads that has something to do.
  let heads: CacheLog
  private static let spareBytes = 4 << 20

  /// Nil when one of the files is not there.
  init?(_ index: CacheIndex, _ folder: String, isWritable: Bool) {
    func open(_ name: String) -> CacheLog? {
      let path = "\(folder)/\(name)"
      return FileAccess.kind(of: path) == .file ? try? CacheLog(path, isWritable: isWritable) : nil
    }
    guard let log = open(index.log), let heads = open(index.heads) else { return nil }
    self.log = log
    self.heads = heads
  }

  init(newIn folder: String) throws(FileFailure) {
    log = try CacheLog("\(folder)/\(CacheLogs.freeName("log", in: folder))", isWritable: true)
    heads = try CacheLog("\(folder)/\(CacheLogs.freeName("heads", in: folder))", isWritable: true)
  }

  private static func freeName(_ kind: String, in folder: String) -> String {
    var number = 1
    while FileAccess.kind(of: "\(folder)/\(kind)-\(number)") != nil { number += 1 }
    return "\(kind)-\(number)"
  }

  /// Names that rows give by number; nil when they do not stand there any more.
  func names(_ parts: [CachePart]) -> [String]? {
    var names: [String] = []
    let common = CommonTexts()
    for part in parts {
      guard let found = heads.sealed(part, { $0.texts() }, common) else { return nil }
      names += found
    }
    return names
  }

  func append(names: ArraySlice<String>) throws(FileFailure) -> CachePart {
    var out = ByteWriter()
    out.add(Array(names))
    return try heads.appendSealed(out)
  }

  /// A file of more than half of what no index names is written anew. Reports in memory go on with the old one, which
  /// the system keeps as long as it is open.
  func compacted(_ index: CacheIndex, in folder: String) throws(FileFailure) -> CacheIndex {
    var index = index
    let live = index.entries.reduce(0) { $0 + $1.record.count }
    if log.count > 2 * live + CacheLogs.spareBytes {
      let fresh = try CacheLog("\(folder)/\(CacheLogs.freeName("log", in: folder))", isWritable: true)
      var smaller = index
      for place in smaller.entries.indices {
        let record = smaller.entries[place].record
        guard let bytes = log.read(at: record.offset, count: record.count) else { return index }
        smaller.entries[place].record.offset = try fresh.append(bytes)
      }
      smaller.log = fresh.name
      index = smaller
    }
    let liveHeads = (index.entries.map(\.head) + index.names).reduce(0) { $0 + $1.count + CacheRecord.seal }
    if heads.count > 2 * liveHeads + CacheLogs.spareBytes {
      let fresh = try CacheLog("\(folder)/\(CacheLogs.freeName("heads", in: folder))", isWritable: true)
      var smaller = index
      func move(_ part: inout CachePart) throws(FileFailure) -> Bool {
        guard let bytes = heads.read(at: part.offset, count: part.count + CacheRecord.seal) else {
          return false
        }
        part.offset = try fresh.append(bytes)
        return true
      }
      for place in smaller.names.indices { guard try move(&smaller.names[place]) else { return index } }
      for place in smaller.entries.indices {
        guard try move(&smaller.entries[place].head) else { return index }
      }
      smaller.heads = fresh.name
      index = smaller
    }
    return index
  }
}

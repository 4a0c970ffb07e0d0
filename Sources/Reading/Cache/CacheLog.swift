import Archive
import Glibc
import Synchronization

/// The file that holds the records of all reports, written at its end only: what stands there stays.
final class CacheLog: ByteSource {
  let path: String
  private let descriptor: Int32
  private let end: Mutex<Int>
  private let damage = Atomic(false)
  private let kept = Mutex(Kept())

  /// Parts that were asked for lately, by where they begin.
  private struct Kept {
    var parts: [Int: [UInt8]] = [:]
    var bytes = 0
  }

  /// The quotations of one year's reports, of which every metric and every topic has a page, are 4 MB for 500 reports.
  private static let keptBytes = 48 << 20

  /// - Parameter isWritable: a log that is only read must exist.
  init(_ path: String, isWritable: Bool) throws(FileFailure) {
    self.path = path
    let flags = isWritable ? O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW : O_RDONLY | O_CLOEXEC | O_NOFOLLOW
    descriptor = open(path, flags, 0o644)
    guard descriptor >= 0 else { throw FileFailure(path: path, code: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw FileFailure(path: path, code: EINVAL)
    }
    end = Mutex(Int(status.st_size))
  }

  deinit { close(descriptor) }

  /// Something that was asked for was not there or not what was written.
  var isDamaged: Bool { damage.load(ordering: .relaxed) }

  var count: Int { end.withLock { $0 } }

  /// In its folder.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// Puts bytes at the end; gives where they begin.
  func append(_ bytes: [UInt8]) throws(FileFailure) -> Int {
    let offset = end.withLock { end in
      defer { end += bytes.count }
      return end
    }
    var done = 0
    while done < bytes.count {
      let put = bytes.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress! + done, bytes.count - done, offset + done)
      }
      if put < 0, errno == EINTR { continue }
      guard put > 0 else { throw FileFailure(path: path, code: put == 0 ? ENOSPC : errno) }
      done += put
    }
    return offset
  }

  func bytes(at offset: Int, count: Int) -> [UInt8] {
    kept.withLock { $0.parts[offset] } ?? readBytes(at: offset, count: count)
  }

  private func readBytes(at offset: Int, count: Int) -> [UInt8] {
    guard var sealed = read(at: offset, count: count + CacheRecord.seal),
      sealed.withUnsafeBytes({ CacheLog.unsealed($0) }) != nil
    else {
      damage.store(true, ordering: .relaxed)
      return []
    }
    sealed.removeLast(CacheRecord.seal)
    return sealed
  }

  func sharedBytes(at offset: Int, count: Int) -> [UInt8] {
    if let known = kept.withLock({ $0.parts[offset] }) { return known }
    let bytes = readBytes(at: offset, count: count)
    kept.withLock { kept in
      // Pages come year by year: what is there when the room is used up belongs to years that are done.
      if kept.bytes > CacheLog.keptBytes { kept = Kept() }
      if kept.parts.updateValue(bytes, forKey: offset) == nil { kept.bytes += bytes.count }
    }
    return bytes
  }

  func reportDamage() { damage.store(true, ordering: .relaxed) }

  /// Puts bytes and their fingerprint at the end.
  func appendSealed(_ contents: ByteWriter) throws(FileFailure) -> CachePart {
    var sealed = contents
    let seal = contents.bytes.withUnsafeBytes { Fingerprint.ofMany($0) }
    sealed.addWhole(seal)
    return CachePart(offset: try append(sealed.bytes), count: contents.bytes.count, seal: seal)
  }

  /// What `appendSealed` put there; nil when it does not stand there any more.
  func sealed<Contents>(_ part: CachePart, _ read: (inout ByteReader) -> Contents?, _ common: CommonTexts)
    -> Contents?
  {
    let count = part.count + CacheRecord.seal
    guard isInside(part.offset, count) else { return nil }
    return common.withRoom(count) { room in
      guard fill(room, from: part.offset) else { return nil }
      let sealed = UnsafeRawBufferPointer(room)
      let contents = UnsafeRawBufferPointer(rebasing: sealed[..<part.count])
      guard Fingerprint.ofMany(contents) == part.seal else { return nil }
      var reader = ByteReader(contents, common: common)
      let found = read(&reader)
      return reader.isBroken || !reader.isAtEnd ? nil : found
    }
  }

  /// Bytes as they stand, fewer never: nil.
  func read(at offset: Int, count: Int) -> [UInt8]? {
    guard isInside(offset, count) else { return nil }
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      isWhole = fill(UnsafeMutableRawBufferPointer(buffer), from: offset)
      filled = isWhole ? count : 0
    }
    return isWhole ? bytes : nil
  }

  private func isInside(_ offset: Int, _ count: Int) -> Bool {
    offset >= 0 && count > 0 && offset <= self.count - count
  }

  /// False when the file ends before the room does, or cannot be read.
  private func fill(_ room: UnsafeMutableRawBufferPointer, from offset: Int) -> Bool {
    var filled = 0
    while filled < room.count {
      let got = pread(descriptor, room.baseAddress! + filled, room.count - filled, offset + filled)
      if got < 0, errno == EINTR { continue }
      if got <= 0 { return false }
      filled += got
    }
    return true
  }

  /// What stands before the fingerprint that closes it; nil when the two do not agree.
  static func unsealed(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
    let count = bytes.count - CacheRecord.seal
    guard count >= 0 else { return nil }
    let part = UnsafeRawBufferPointer(rebasing: bytes[..<count])
    let seal = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: count, as: UInt64.self))
    return Fingerprint.ofMany(part) == seal ? part : nil
  }
}

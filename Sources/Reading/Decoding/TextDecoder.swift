import Archive

/// Turns a file's bytes into text, whatever the encoding.
///
/// UTF-8 when it is UTF-8; otherwise the encoding in which the bytes read most like Chinese. A sequence that the
/// encoding does not have is an error, never a replacement character.
public struct TextDecoder: Sendable {
  let folding: Folding
  /// In bytes.
  private let limit: Int

  /// - Parameter limit: the largest file that is read, in bytes; more than 1 GB counts as 1 GB.
  public init(scriptTable: ScriptTable, limit: Int = 32 << 20) {
    folding = Folding(scriptTable)
    self.limit = min(limit, 1 << 30)
  }

  public func decode(_ bytes: [UInt8]) throws(DecodingFailure) -> SourceText {
    guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
    guard !bytes.isEmpty else { throw .empty }
    if ByteEvidence.hasBinarySignature(bytes) { throw .binary(offset: 0) }
    if let mark = ByteEvidence.byteOrderMark(bytes) {
      return try decode(bytes, from: mark.length, as: mark.encoding)
    }
    if let null = ByteEvidence.firstNull(bytes) {
      let encoding = Plausibility.best(of: [.utf16LittleEndian, .utf16BigEndian], for: bytes, folding)
      guard let encoding else { throw .binary(offset: null) }
      return try decode(bytes, from: 0, as: encoding)
    }
    let firstTry = Result { () throws(DecodingFailure) in try decode(bytes, from: 0, as: .utf8) }
    switch firstTry {
    case .success(let text):
      guard text.couldBeLegacy else { return text }
      guard let encoding = Plausibility.best(of: [.gb18030, .big5], for: bytes, folding) else { return text }
      return try decode(bytes, from: 0, as: encoding)
    case .failure(.undecodable):
      guard let encoding = Plausibility.best(of: TextEncoding.allCases, for: bytes, folding) else {
        if let offset = ByteEvidence.firstOfManyControls(bytes) { throw .binary(offset: offset) }
        return try firstTry.get()
      }
      return try decode(bytes, from: 0, as: encoding)
    case .failure(let failure):
      throw failure
    }
  }

  private func decode(
    _ bytes: [UInt8], from start: Int, as encoding: TextEncoding
  ) throws(DecodingFailure) -> SourceText {
    switch encoding {
    case .utf8: try decode(bytes, from: start, with: UTF8Codec())
    case .utf16LittleEndian: try decode(bytes, from: start, with: UTF16Codec(isBigEndian: false))
    case .utf16BigEndian: try decode(bytes, from: start, with: UTF16Codec(isBigEndian: true))
    case .gb18030: try decode(bytes, from: start, with: GB18030Codec())
    case .big5: try decode(bytes, from: start, with: Big5Codec())
    }
  }

  private func decode(
    _ bytes: [UInt8], from start: Int, with codec: some Codec
  ) throws(DecodingFailure) -> SourceText {
    let capacity = codec.scalarCount(bytes.span)
    var failure: DecodingFailure?
    var lines: [SourceText.Line] = []
    var folded: [Unicode.Scalar] = []
    var marks: [Int32] = []
    var count = HanCount()
    let shown = [Unicode.Scalar](unsafeUninitializedCapacity: capacity) { shown, shownCount in
      folded = [Unicode.Scalar](unsafeUninitializedCapacity: capacity) { folded, foldedCount in
        marks = [Int32](unsafeUninitializedCapacity: capacity) { marks, markCount in
          folding.units.withUnsafeBufferPointer { units in
            var writer = ScalarWriter(
              units: units, moved: folding.moved, shown: shown, folded: folded, marks: marks)
            failure = write(bytes, from: start, with: codec, to: &writer)
            (shownCount, foldedCount, markCount) = (writer.count, writer.count, writer.markCount)
            (lines, count) = (writer.lines, writer.hanCount)
          }
        }
      }
    }
    if let failure { throw failure }
    return SourceText(
      encoding: codec.encoding, shown: shown, folded: folded, lines: lines, marks: marks, count: count)
  }

  private func write(
    _ bytes: [UInt8], from start: Int, with codec: some Codec, to writer: inout ScalarWriter
  ) -> DecodingFailure? {
    let span = bytes.span
    var offset = start
    while offset < span.count {
      if codec.isUTF8 {
        offset = bytes.withUnsafeBufferPointer { writer.appendHan($0, from: offset) }
        if offset == span.count { break }
      }
      let step = codec.step(span, at: offset)
      guard step.length > 0 else { return .undecodable(codec.encoding, offset: offset) }
      if step.scalar == 0 { return .binary(offset: offset) }
      writer.append(step.scalar)
      offset += step.length
    }
    writer.finish()
    if writer.controls > 0, !codec.isUTF16, let offset = ByteEvidence.firstOfManyControls(bytes) {
      return .binary(offset: offset)
    }
    return writer.hasText ? nil : .empty
  }
}

extension SourceText {
  /// Valid UTF-8 without a Chinese character, yet with neighbours outside ASCII: two Chinese characters of GBK
  /// can look like that.
  fileprivate var couldBeLegacy: Bool {
    var previous: UInt32 = 0
    var hasPair = false
    for scalar in shown {
      if scalar.value >= 0x800 { return false }
      if previous >= 0x80 && scalar.value >= 0x80 { hasPair = true }
      previous = scalar.value
    }
    return hasPair
  }
}

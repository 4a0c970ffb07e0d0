import Testing

@testable import Reading

@Suite struct DecodingFaultTests {
  static let sample = (DecodingSamples.traditional + DecodingSamples.traditional).joined(separator: "\n")

  /// Offsets at which a character of more than one byte begins, and its length.
  private func wideCharacters(_ encoding: TextEncoding) throws -> (
    bytes: [UInt8], places: [(at: Int, length: Int)]
  ) {
    var bytes: [UInt8] = []
    var places: [(at: Int, length: Int)] = []
    for scalar in Self.sample.unicodeScalars {
      let code = try #require(DecodingSamples.bytes(String(scalar), in: encoding))
      if code.count > 1 { places.append((bytes.count, code.count)) }
      bytes += code
    }
    return (bytes, places)
  }

  @Test(arguments: TextEncoding.allCases)
  func truncatedInsideItsLastCharacter(encoding: TextEncoding) throws {
    let (bytes, places) = try wideCharacters(encoding)
    for place in places.dropFirst(20) {
      for kept in 1..<place.length {
        let failure = DecodingSamples.failure(Array(bytes[..<(place.at + kept)]))
        #expect(failure == .undecodable(encoding, offset: place.at))
      }
    }
  }

  @Test(arguments: [TextEncoding.utf8, .gb18030, .big5])
  func brokenByte(encoding: TextEncoding) throws {
    let (bytes, places) = try wideCharacters(encoding)
    for place in places {
      var broken = bytes
      broken[place.at] = 0xFF
      #expect(DecodingSamples.failure(broken) == .undecodable(encoding, offset: place.at))
      broken = bytes
      broken[place.at + place.length - 1] = 0x20
      #expect(DecodingSamples.failure(broken) == .undecodable(encoding, offset: place.at))
    }
  }

  @Test(arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian])
  func loneSurrogate(encoding: TextEncoding) throws {
    let bytes = try #require(DecodingSamples.bytes(Self.sample, in: encoding))
    for at in stride(from: 0, to: bytes.count, by: 22) {
      for surrogate in [UInt8(0xD8), 0xDC] {
        var broken = bytes
        broken[encoding == .utf16BigEndian ? at : at + 1] = surrogate
        #expect(DecodingSamples.failure(broken) == .undecodable(encoding, offset: at))
      }
    }
  }

  @Test(arguments: [TextEncoding.utf8, .gb18030, .big5])
  func severalBrokenBytes(encoding: TextEncoding) throws {
    var (bytes, places) = try wideCharacters(encoding)
    places = places.enumerated().filter { $0.offset % 15 == 4 }.map(\.element)
    for place in places { bytes[place.at] = 0xFF }
    #expect(DecodingSamples.failure(bytes) == .undecodable(encoding, offset: places[0].at))
  }

  @Test(
    arguments: [
      [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
      [0xF0, 0x8F, 0xBF, 0xBF],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFE], [0xFF], [0x80], [0xBF], [0xE4, 0xB8],
      [0xF0, 0x9F, 0x98],
    ] as [[UInt8]])
  func illFormedUTF8(sequence: [UInt8]) {
    let start = Array("法治政府建设年度报告\n".utf8)
    let end = Array("\n完善行政执法监督\n".utf8)
    #expect(DecodingSamples.failure(start + sequence + end) == .undecodable(.utf8, offset: start.count))
    #expect(DecodingSamples.failure(start + sequence) == .undecodable(.utf8, offset: start.count))
    #expect(
      DecodingSamples.failure(DecodingSamples.mark(.utf8) + sequence + end) == .undecodable(.utf8, offset: 3))
  }

  @Test func empty() {
    for bytes in [
      [], [0x20], [0x0A, 0x0D, 0x09], [0xEF, 0xBB, 0xBF], [0xEF, 0xBB, 0xBF, 0x0A], [0xFF, 0xFE],
      [0xFE, 0xFF, 0, 0x20],
    ] as [[UInt8]] {
      #expect(DecodingSamples.failure(bytes) == .empty)
    }
    #expect(DecodingSamples.failure(Array("　\u{200B}\r\n\u{A0}\u{FEFF}".utf8)) == .empty)
  }

  @Test func tooLarge() {
    let decoder = TextDecoder(scriptTable: DecodingSamples.scriptTable, limit: 10)
    #expect(DecodingSamples.failure(Array("0123456789".utf8), decoder) == nil)
    #expect(DecodingSamples.failure(Array("0123456789a".utf8), decoder) == .tooLarge(bytes: 11, limit: 10))
  }

  @Test func binary() {
    let text = Array("法治政府建设年度报告".utf8)
    for (bytes, offset) in [
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], 0), (Array("%PDF-1.7\n".utf8), 0),
      ([0x50, 0x4B, 3, 4, 0x14, 0], 0), ([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1], 0), (text + [0] + text, 30),
      ([0], 0),
      (Array(repeating: 1, count: 40), 0), (text + Array(repeating: 2, count: 9), 30),
      ([0xEF, 0xBB, 0xBF] + text + [0], 33), ([0xFF, 0xFE, 0x41, 0, 0, 0], 4),
    ] as [([UInt8], Int)] {
      #expect(DecodingSamples.failure(bytes) == .binary(offset: offset))
    }
    // A stray control character or two is a portal's fault, not a binary file.
    #expect(DecodingSamples.failure(text + [0x08, 0x1B] + text) == nil)
  }

  @Test func longLinesAndManyLines() throws {
    let line = Array("执法监督".utf8)
    let long = try DecodingSamples.decoder.decode((0..<200_000).flatMap { _ in line })
    #expect(long.lines.count == 1 && long.shown.count == 800_000)
    let many = try DecodingSamples.decoder.decode([UInt8](repeating: 0x0A, count: 1_000_000) + line)
    #expect(many.lines.count == 1_000_001)
    let blank = try DecodingSamples.decoder.decode([UInt8](repeating: 0x20, count: 1_000_000) + line)
    #expect(blank.lines.map(\.range) == [1_000_000..<1_000_004])
  }
}

import Archive
import Testing

/// Numbers and texts as bytes and back, and bytes that are neither.
@Suite struct ByteReaderTests {
  private enum Colour: CaseIterable { case red, green, blue }

  @Test func everythingComesBack() {
    let numbers = [0, 1, -1, 63, 64, -64, -65, 127, 128, 1 << 40, -(1 << 40), .max, .min]
    let texts = ["", "a", "法治", "a text of more than sixteen bytes", String(repeating: "政", count: 4000)]
    var writer = ByteWriter()
    for number in numbers { writer.add(number) }
    for text in texts { writer.add(text) }
    for text in texts { writer.add(Optional(text)) }
    writer.add(nil as String?)
    writer.add(nil as Int?)
    writer.add(Optional(7))
    writer.addWhole(.max - 5)
    writer.add(true)
    writer.add(3..<11)
    writer.add(Optional(Colour.blue))
    writer.add(nil as Colour?)
    writer.add(texts)
    writer.bytes.withUnsafeBytes { bytes in
      var reader = ByteReader(bytes)
      for number in numbers { #expect(reader.number() == number) }
      for text in texts { #expect(reader.text() == text) }
      for text in texts { #expect(reader.textIfAny() == text) }
      #expect(reader.textIfAny() == nil)
      #expect(reader.numberIfAny() == nil)
      #expect(reader.numberIfAny() == 7)
      #expect(reader.wholeNumber() == UInt64.max - 5)
      #expect(reader.flag() == true)
      #expect(reader.range() == 3..<11)
      #expect(reader.name(Colour.self) == .blue)
      #expect(reader.name(Colour.self) == nil)
      #expect(reader.texts() == texts)
      #expect(reader.isAtEnd && !reader.isBroken)
    }
  }

  /// `ff ff ...` never ends a number; a count larger than what is left must not be believed.
  @Test(
    arguments: [[], [0xFF], [UInt8](repeating: 0xFF, count: 40), [0xFE, 0xFF, 0xFF, 0x7F, 65]] as [[UInt8]])
  func brokenBytes(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { bytes in
      func isBroken(_ read: (inout ByteReader) -> Void) -> Bool {
        var reader = ByteReader(bytes)
        read(&reader)
        return reader.isBroken
      }
      let answers = [
        isBroken { _ = $0.text() }, isBroken { _ = $0.list { $0.number() } },
        isBroken { for _ in 0..<41 { _ = $0.name(or: Colour.red) } },
        isBroken { for _ in 0..<6 { _ = $0.wholeNumber() } }, isBroken { for _ in 0..<6 { _ = $0.range() } },
      ]
      #expect(answers == [true, true, true, true, true])
    }
  }

  @Test func aTextMetBeforeIsItself() {
    let common = CommonTexts()
    // More texts than there are places for, some of them twice.
    let texts = (0..<9000).map { "a text that occurs in reports \($0 % 6000)" }
    var writer = ByteWriter()
    writer.add(texts)
    writer.bytes.withUnsafeBytes { bytes in
      var reader = ByteReader(bytes, common: common)
      #expect(reader.texts() == texts)
    }
  }
}

import Site
import Testing

@testable import Publishing

/// What pages were made from, as it stands beside the output.
@Suite struct InputRecordTests {
  private static let pages: [InputRecord.Entry] = (0..<40).map { number in
    var inputs = PageInputs()
    for kind in PageInputs.Kind.allCases {
      inputs[kind] = UInt64(number * 100 + kind.rawValue) &* 0x9E37_79B9
    }
    return InputRecord.Entry(
      path: InputRecord.fingerprint("reports/4102\(number)-2020.html"), page: UInt64(number) << 58,
      inputs: inputs)
  }
  private static let bytes = InputRecord.encoded(program: "0.1 a", pages)

  @Test func everyPageComesBack() throws {
    let record = try #require(InputRecord(InputRecordTests.bytes, program: "0.1 a"))
    #expect(record.count == 40)
    for entry in InputRecordTests.pages { #expect(record.entry(entry.path) == entry) }
    #expect(record.entry(InputRecord.fingerprint("reports/410299-2020.html")) == nil)
    let empty = try #require(InputRecord(InputRecord.encoded(program: "", []), program: ""))
    #expect(empty.count == 0 && empty.entry(0) == nil)
  }

  @Test func anotherProgramsRecordIsNone() {
    #expect(InputRecord(InputRecordTests.bytes, program: "0.1 b") == nil)
    #expect(InputRecord(InputRecordTests.bytes, program: "") == nil)
  }

  @Test func damagedBytesAreNone() {
    let bytes = InputRecordTests.bytes
    for count in stride(from: 0, to: bytes.count, by: 5) {
      #expect(InputRecord(Array(bytes.prefix(count)), program: "0.1 a") == nil, "cut to \(count)")
    }
    for at in stride(from: 0, to: bytes.count, by: 7) {
      var changed = bytes
      changed[at] ^= 1 << UInt8(at % 8)
      #expect(InputRecord(changed, program: "0.1 a") == nil, "byte \(at)")
    }
    #expect(InputRecord(bytes + [0], program: "0.1 a") == nil)
    #expect(InputRecord(bytes + bytes, program: "0.1 a") == nil)
  }

  @Test func differencesAreNamed() {
    var one = PageInputs()
    var other = PageInputs()
    #expect(one.differences(from: other) == [])
    one[.places] = 1
    other[.template] = 2
    #expect(one.differences(from: other) == [.template, .places])
    #expect(one != other)
  }
}

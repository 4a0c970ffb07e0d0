import Site
import Testing

@testable import Publishing

/// What pages were made from, as it stands beside the output.
@Suite struct InputRecordTests {
  private static let pages: [(path: String, entry: InputRecord.Entry)] = (0..<5).map { number in
    var inputs = PageInputs()
    for kind in PageInputs.Kind.allCases {
      inputs[kind] = UInt64(number * 100 + kind.rawValue) &* 0x9E37_79B9
    }
    return ("reports/41020\(number)-2020.html", InputRecord.Entry(inputs: inputs, page: UInt64(number) << 60))
  }
  private static let bytes = InputRecord.encoded(program: "0.1 a", pages)

  @Test func everyPageComesBack() throws {
    let record = try #require(InputRecord(InputRecordTests.bytes, program: "0.1 a"))
    #expect(record.entries.count == 5)
    for (path, entry) in InputRecordTests.pages { #expect(record.entries[path] == entry) }
    #expect(InputRecord(InputRecord.encoded(program: "", []), program: "")?.entries.isEmpty == true)
  }

  @Test func anotherProgramsRecordIsNone() {
    #expect(InputRecord(InputRecordTests.bytes, program: "0.1 b") == nil)
    #expect(InputRecord(InputRecordTests.bytes, program: "") == nil)
  }

  @Test func damagedBytesAreNone() {
    let bytes = InputRecordTests.bytes
    for count in 0..<bytes.count {
      #expect(InputRecord(Array(bytes.prefix(count)), program: "0.1 a") == nil, "cut to \(count)")
    }
    for at in bytes.indices {
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

import Foundation
import Mustache
import TestSupport
import Testing

/// The public specification's own cases, which stand beside a developer's clone.
@Suite struct SpecificationTests {
  static let folder = Repository.shared + "/mustache-spec"
  static let files = [
    "comments", "delimiters", "interpolation", "inverted", "partials", "sections", "~inheritance",
    "~dynamic-names",
  ]

  @Test(.enabled(if: FileManager.default.fileExists(atPath: folder), "../shared/mustache-spec is absent"))
  func everyCaseHolds() throws {
    var passed = 0
    var total = 0
    for file in SpecificationTests.files {
      let data = try Data(contentsOf: URL(fileURLWithPath: "\(SpecificationTests.folder)/\(file).json"))
      for test in try JSONDecoder().decode(Suite.self, from: data).tests {
        total += 1
        let template = try Template(lenient: test.template, partials: test.partials ?? [:])
        let got = String(decoding: try template.render(test.data.value), as: UTF8.self)
        #expect(got == test.expected, "\(file): \(test.name)")
        if got == test.expected { passed += 1 }
      }
    }
    print("mustache spec: \(passed) of \(total) pass")
    #expect(total > 100)
  }

  struct Suite: Decodable {
    struct Case: Decodable {
      let name: String
      let data: JSON
      let template: String
      let partials: [String: String]?
      let expected: String
    }
    let tests: [Case]
  }

  /// Any JSON, as a lenient template takes it.
  struct JSON: Decodable {
    let value: Value

    init(from decoder: Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        value = .missing
      } else if let flag = try? container.decode(Bool.self) {
        value = .flag(flag)
      } else if let number = try? container.decode(Int.self) {
        value = .number(number)
      } else if let number = try? container.decode(Double.self) {
        value = .text("\(number)")
      } else if let text = try? container.decode(String.self) {
        value = .text(text)
      } else if let list = try? container.decode([JSON].self) {
        value = .list(list.map(\.value))
      } else {
        value = .table(try container.decode([String: JSON].self).mapValues(\.value))
      }
    }
  }
}

import Archive
import Foundation
import TestSupport
import Testing

@testable import Reading

/// Pages of our own in the layouts of real portals, with what an archivist reads out of them.
struct HeadFixtureTests {
  static let folder = Repository.root + "/Tests/ReadingTests/Fixtures"

  /// One line of `heads/expected.tsv`, by column.
  static func rows() throws -> [[String: String]] {
    let text = String(decoding: try FileAccess.read("\(folder)/heads/expected.tsv"), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true).map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  static func fields(_ report: Report) -> [String: String] {
    let masthead = report.masthead
    return [
      "adcode": masthead.region?.adcode.description ?? "", "year": masthead.year.map(String.init) ?? "",
      "title": masthead.title ?? "", "titleDerived": String(masthead.titleDerived),
      "level": masthead.level?.rawValue ?? "", "unit": masthead.unit ?? "",
      "published": masthead.published?.description ?? "", "signed": masthead.signed?.description ?? "",
      "documentNumber": masthead.documentNumber ?? "", "indexNumber": masthead.indexNumber ?? "",
      "source": masthead.source ?? "", "addressees": masthead.addressees.joined(separator: ";"),
      "script": masthead.script.rawValue, "category": masthead.category ?? "",
    ]
  }

  @Test("twelve heads, each after another layout")
  func heads() throws {
    let rows = try HeadFixtureTests.rows()
    var right: [String: Int] = [:]
    for row in rows {
      let file = try #require(row["file"])
      let found = HeadFixtureTests.fields(
        try TestArchive.report(file: "\(HeadFixtureTests.folder)/heads/\(file)"))
      for (column, expected) in row where column != "file" {
        #expect(found[column] == expected, "\(file): \(column)")
        if found[column] == expected { right[column, default: 0] += 1 }
      }
    }
    for column in ["adcode", "year", "title"] {
      print("heads: \(column) right in \(right[column] ?? 0) of \(rows.count)")
    }
  }

  struct Portal: Decodable {
    let file: String
    let title: String?
    let titleDerived: Bool
    let unit: String?
    let adcode: String?
    let year: Int?
    let level: String?
    let published: String?
    let signed: String?
    let documentNumber: String?
    let indexNumber: String?
    let category: String?
    let source: String?
    let addressees: [String]
    let script: String
    let outline: [[Cell]]

    /// A number or a string of the outline's rows.
    enum Cell: Decodable {
      case number(Int)
      case text(String)
      init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let number = try? value.decode(Int.self) {
          self = .number(number)
        } else {
          self = .text(try value.decode(String.self))
        }
      }
      var string: String {
        switch self {
        case .number(let number): String(number)
        case .text(let text): text
        }
      }
    }
  }

  @Test("pages of many portals, scored", arguments: ["portals"])
  func portals(_ set: String) throws {
    let folder = "\(HeadFixtureTests.folder)/\(set)"
    let lines = String(decoding: try FileAccess.read("\(folder)/expected.jsonl"), as: UTF8.self).split(
      separator: "\n")
    var right: [String: Int] = [:]
    var outline = Score()
    for line in lines {
      let portal = try JSONDecoder().decode(Portal.self, from: Data(line.utf8))
      let report = try TestArchive.report(file: "\(folder)/\(portal.file)")
      let found = HeadFixtureTests.fields(report)
      let expected: [String: String] = [
        "adcode": portal.adcode ?? "", "year": portal.year.map(String.init) ?? "",
        "title": portal.title ?? "",
        "titleDerived": String(portal.titleDerived), "level": portal.level ?? "", "unit": portal.unit ?? "",
        "published": portal.published ?? "", "signed": portal.signed ?? "",
        "documentNumber": portal.documentNumber ?? "", "indexNumber": portal.indexNumber ?? "",
        "category": portal.category ?? "", "source": portal.source ?? "",
        "addressees": portal.addressees.joined(separator: ";"), "script": portal.script,
      ]
      for (field, value) in expected {
        #expect(found[field] == value, "\(portal.file): \(field)")
        if found[field] == value { right[field, default: 0] += 1 }
      }
      outline.add(
        found: report.outline.map { "\($0.level) \($0.title)" },
        expected: portal.outline.map { "\($0[0].string) \($0[2].string)" })
    }
    print(
      "\(set): " + right.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        + " of \(lines.count)")
    print("\(set): outline \(outline)")
    #expect(outline.f1 >= 0.97)
  }

  @Test("whole outlines", arguments: ["chapters-and-restarts", "running-numbers", "two-on-a-line"])
  func outlines(_ name: String) throws {
    let report = try TestArchive.report(file: "\(HeadFixtureTests.folder)/outlines/\(name).txt")
    let found = report.outline.map { heading in
      "\(heading.level)\t\(heading.label)\t\(heading.title)\t\(heading.runIn ? 1 : 0)\t"
        + (heading.parent.map(String.init) ?? "-")
    }
    let expected = String(
      decoding: try FileAccess.read("\(HeadFixtureTests.folder)/outlines/\(name).expected.txt"), as: UTF8.self
    )
    #expect(found == expected.split(separator: "\n").map(String.init))
  }
}

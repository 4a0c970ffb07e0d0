import Archive
import ArchiveGenerator
import Foundation
import Testing

/// What the tests read of the project's own files.
enum Divisions {
  static let gazetteer = Result { () throws -> Gazetteer in
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../Content/vocabulary")
    return try Gazetteer(
      divisions: Array(Data(contentsOf: folder.appending(path: "divisions.tsv"))),
      formerNames: Array(Data(contentsOf: folder.appending(path: "former_names.tsv"))))
  }

  /// Three divisions of our own table, so that what hangs on them changes with nothing else.
  static func few() throws -> Gazetteer {
    let header = "adcode\tname\tlevel\tparent\tvalid_from\tvalid_to\tsuccessor\tkind\tshort\tpinyin\tgrid\n"
    let rows = [
      "410000\t河南省\tprovince\t\t\t\t\tprovince\t河南\thenan\t",
      "410200\t开封市\tprefecture\t410000\t\t\t\tprefecture_city\t开封\tkaifeng\t",
      "410203\t顺河回族区\tcounty\t410200\t\t\t\tdistrict\t顺河\tshunhe\t",
    ]
    return try Gazetteer(
      divisions: Array((header + rows.joined(separator: "\n") + "\n").utf8), formerNames: Array(header.utf8))
  }

  static func reports(_ count: Int, seed: UInt64, years: ClosedRange<Int> = 2005...2025) throws
    -> [GeneratedReport]
  {
    let generator = try ArchiveGenerator(gazetteer: gazetteer.get(), seed: seed, years: years)
    var reports: [GeneratedReport] = []
    generator.forEachReport(count) { reports.append($0) }
    return reports
  }
}

@Suite struct GeneratedReportTests {
  @Test func sameSeedGivesSameBytes() throws {
    let first = try Divisions.reports(120, seed: 7)
    let second = try Divisions.reports(120, seed: 7)
    #expect(first.map(\.path) == second.map(\.path))
    #expect(first.map(\.text) == second.map(\.text))
    #expect(first.map(\.truth) == second.map(\.truth))
    #expect(try Divisions.reports(120, seed: 8).map(\.text) != first.map(\.text))
  }

  /// A report does not depend on how many others are made, so a larger archive holds the smaller one.
  @Test func largerArchiveHoldsTheSmaller() throws {
    let small = try Divisions.reports(60, seed: 3)
    #expect(try Divisions.reports(150, seed: 3).prefix(60).map(\.text) == small.map(\.text))
  }

  /// Bytes that must be the same on every machine: a hash over a small archive. It changes when a phrase does.
  @Test func bytesAreThoseOfEveryMachine() throws {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    try ArchiveGenerator(gazetteer: Divisions.few(), seed: 1).forEachReport(60) { report in
      for byte in report.text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    #expect(hash == 9_564_120_051_901_135_709)
  }

  @Test(arguments: [1, 2, 99] as [UInt64])
  func truthStandsInTheText(seed: UInt64) throws {
    for report in try Divisions.reports(80, seed: seed) {
      let text = String(decoding: report.text, as: UTF8.self)
      // In order: each number stands behind the one before it.
      var rest = text[...]
      for quantity in report.truth.quantities {
        let found = rest.range(of: quantity.text)
        #expect(found != nil, "\(report.path): \(quantity.text)")
        if let found { rest = rest[found.upperBound...] }
      }
      for citation in report.truth.citations {
        #expect(text.contains("《\(citation.title)》"), "\(report.path): \(citation.title)")
        if let number = citation.documentNumber { #expect(text.contains(number)) }
      }
      let opened = text.filter { $0 == "《" }.count
      #expect(
        opened == report.truth.citations.count,
        "\(report.path): something is cited that the truth does not tell")
      if let title = report.truth.title {
        #expect(
          text.filter { !$0.isWhitespace }.contains(title.filter { !$0.isWhitespace }),
          "\(report.path): \(title)")
      }
    }
  }

  @Test func valuesAreThoseOfTheirText() throws {
    for quantity in try Divisions.reports(200, seed: 5).flatMap(\.truth.quantities) {
      var digits = quantity.text.filter { "0123456789.".contains($0) }
      let power = quantity.text.contains("万") ? 4 : quantity.text.contains("亿") ? 8 : 0
      let decimals =
        digits.firstIndex(of: ".").map { digits.distance(from: $0, to: digits.endIndex) - 1 } ?? 0
      digits.removeAll { $0 == "." }
      let value = try #require(Decimal(string: digits)) * pow(10, power) / pow(10, decimals)
      #expect(Decimal(string: quantity.value.description) == value, "\(quantity.text) is \(quantity.value)")
      #expect(quantity.text.hasSuffix(quantity.unit))
    }
  }
}

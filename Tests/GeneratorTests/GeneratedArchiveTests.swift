import Archive
import Foundation
import Testing

@testable import ArchiveGenerator

@Suite struct GeneratedArchiveTests {
  /// Everything a small archive consists of, and nothing else.
  @Test func smallArchive() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "generated-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let generator = try ArchiveGenerator(gazetteer: Divisions.few(), seed: 42, years: 2018...2021)
    let made = try generator.write(10, to: folder.path)
    #expect(made.reports == 10)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { path in
      path.hasSuffix(".txt") || path.hasSuffix(".json") || path.hasSuffix(".yml")
    }
    // Two years of the city are missing, as years are in real archives.
    let reports = [
      "河南省/410000-2018", "河南省/410000-2019", "河南省/410000-2020", "河南省/410000-2021", "河南省/410200-2019",
      "河南省/410200-2021", "河南省/开封市/顺河回族区2018", "河南省/开封市/顺河回族区2019", "河南省/开封市/顺河回族区2020",
      "河南省/开封市/顺河回族区2021",
    ]
    let expected =
      reports.map { "Content/reports/\($0).txt" } + ["Content/site.yml"] + reports.map { "truth/\($0).json" }
    #expect(paths.sorted() == expected)
    let settings = try String(contentsOf: folder.appending(path: "Content/site.yml"), encoding: .utf8)
    #expect(settings.hasPrefix("title: 虚构测试档案\n"))
  }

  @Test func everyTextSaysThatItIsInvented() throws {
    for report in try Divisions.reports(100, seed: 11) {
      let lines = String(decoding: report.text, as: UTF8.self).split(whereSeparator: \.isNewline)
      #expect(lines.last?.contains("虚构") == true, "\(report.path)")
    }
  }

  @Test func pathsOfTheWholeCountryAreDistinct() throws {
    let gazetteer = try Divisions.gazetteer.get()
    let plan = ReportPlan(reports: .max, gazetteer: gazetteer, seed: 2, years: 2005...2025).entries
    var paths: Set<String> = []
    for entry in plan {
      let division = try #require(gazetteer.division(entry.adcode, year: entry.year))
      let place = Place(division, year: entry.year, gazetteer: gazetteer)
      paths.insert(ReportPath.path(place, Style(seed: 2, adcode: entry.adcode.number)))
    }
    #expect(paths.count == plan.count)
    #expect(plan.count > 64_000)
  }

  /// What metric pages are drawn from: no jumps that no place would have, and shares below their wholes.
  @Test func seriesLookLikeAPlacesOwn() throws {
    var last: (adcode: Int, year: Int, values: [String: Amount]) = (0, 0, [:])
    for report in try Divisions.reports(210, seed: 4) {
      var values: [String: Amount] = [:]
      for quantity in report.truth.quantities where quantity.period == .year || quantity.period == .asAt {
        guard let metric = quantity.metric, quantity.approximation == "exact" else { continue }
        #expect(
          values[metric] == nil || values[metric] == quantity.value, "\(report.path) tells \(metric) twice")
        values[metric] = quantity.value
      }
      if last.adcode == report.truth.adcode, last.year == report.truth.year - 1 {
        for (metric, value) in values where value.approximate > 100 {
          guard let before = last.values[metric], before.approximate > 100 else { continue }
          let ratio = value.approximate / before.approximate
          #expect((0.5...2.2).contains(ratio), "\(report.path): \(metric) from \(before) to \(value)")
        }
      }
      if let whole = values["disputes_mediated"], let part = values["disputes_mediated_success"] {
        #expect(part <= whole || whole.approximate >= 10_000)
      }
      last = (report.truth.adcode, report.truth.year, values)
    }
  }
}

import Archive
import Foundation
import TestSupport
import Testing

@testable import Reading

/// Reports that are read once and found again, as long as nothing that they depend on has changed.
@Suite struct ReportCacheTests {
  private static let text =
    "开封市顺河回族区2020年度法治政府建设情况报告\n\n2020年，现将情况报告如下：\n\n一、主要工作\n\n全年受理行政复议案件%d件。\n\n二、存在的不足\n\n文书写得不够规范。执法证件还要核对。\n"

  /// An archive of a few files and its store.
  private final class Fixture {
    let folder: CacheFolder

    init(_ count: Int) throws {
      folder = try CacheFolder()
      try FileManager.default.createDirectory(
        atPath: folder.path + "/Content/reports", withIntermediateDirectories: true)
      for number in 0..<count { try write(number, cases: 100 + number) }
    }

    func write(_ number: Int, cases: Int, padding: Int = 0) throws {
      let text = String(format: text, cases) + String(repeating: "\n\n工作按期完成。", count: padding)
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder.path)/Content/reports/\(number).txt"))
    }

    var store: String { folder.path + "/store" }

    /// Reads all; gives the reports and how many files had to be read.
    func load(stamp: String = "1") async throws -> (reports: [Report], isUnchanged: Bool, note: String?) {
      let content = folder.path + "/Content"
      let files = try ReportFiles(folder: content + "/reports", content: content)
      let cache = try ReportCache(folder: store, stamp: stamp, access: .readWrite)
      let loader = ReportLoader(files, cache: cache)
      let (reports, finish) = try await loader.reports(reader: Lazy { .success(TestArchive.reader) }, jobs: 2)
      { _ in }
      finish()
      return (reports, loader.isUnchanged, cache.note)
    }

    func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: store).sorted() }
  }

  private static func bytes(_ reports: [Report]) -> [[UInt8]] {
    reports.map { report in
      var head = ByteWriter()
      ReportCodec.addHead(of: report, to: &head)
      return head.bytes + Array((report.file + report.digest).utf8) + ReportCodec.encodedFacts(report)
        + report.storedBody.bytes + report.storedExtracts.bytes
    }
  }

  private static func body(_ report: Report) -> String {
    String(decoding: report.storedBody.bytes, as: UTF8.self)
  }

  @Test func foundAgain() async throws {
    let fixture = try Fixture(5)
    let first = try await fixture.load()
    #expect(first.reports.count == 5 && !first.isUnchanged && first.note == nil)
    // Marks of files written this moment are not kept: the second load still reads them.
    try await Task.sleep(for: .milliseconds(80))
    let second = try await fixture.load()
    let third = try await fixture.load()
    #expect(third.isUnchanged)
    for load in [second, third] {
      #expect(ReportCacheTests.bytes(load.reports) == ReportCacheTests.bytes(first.reports))
      #expect(load.reports.map(\.fingerprint) == first.reports.map(\.fingerprint))
    }
    try fixture.write(2, cases: 777)
    let edited = try await fixture.load()
    #expect(!edited.isUnchanged)
    #expect(edited.reports[2].fingerprint != first.reports[2].fingerprint)
    #expect(ReportCacheTests.body(edited.reports[2]).contains("777件"))
    #expect(edited.reports[1].fingerprint == first.reports[1].fingerprint)
  }

  @Test func anotherStampReadsAnew() async throws {
    let fixture = try Fixture(2)
    _ = try await fixture.load(stamp: "1")
    try await Task.sleep(for: .milliseconds(80))
    _ = try await fixture.load(stamp: "1")
    let other = try await fixture.load(stamp: "2")
    #expect(!other.isUnchanged && other.note == nil)
    #expect(try fixture.names().count == 3)
    #expect(try await !fixture.load(stamp: "1").isUnchanged)
  }

  @Test func damageIsSaidAndMended() async throws {
    let fixture = try Fixture(3)
    let first = try await fixture.load()
    let index = fixture.store + "/reports"
    try Data("nothing".utf8).write(to: URL(fileURLWithPath: index))
    let damaged = try await fixture.load()
    #expect(damaged.note?.contains("warning: the record of what was read is damaged") == true)
    #expect(ReportCacheTests.bytes(damaged.reports) == ReportCacheTests.bytes(first.reports))
    #expect(try fixture.names().count == 3)
    for kind in ["log-", "heads-"] {
      for name in try fixture.names() where name.hasPrefix(kind) {
        try FileManager.default.removeItem(atPath: "\(fixture.store)/\(name)")
      }
      let gone = try await fixture.load()
      #expect(gone.note?.contains("the store of reports is gone") == true)
      #expect(ReportCacheTests.bytes(gone.reports) == ReportCacheTests.bytes(first.reports))
      #expect(try await fixture.load().note == nil)
    }
  }

  /// Whatever byte of the heads is another, no report is another; nor is one when the file is cut off or another's.
  @Test func damagedHeadsAreReadAgain() async throws {
    let fixture = try Fixture(3)
    let other = try Fixture(2)
    try other.write(0, cases: 555)
    _ = try await other.load()
    let first = try await fixture.load()
    try await Task.sleep(for: .milliseconds(80))
    _ = try await fixture.load()
    let name = try #require(try fixture.names().first { $0.hasPrefix("heads-") })
    let url = URL(fileURLWithPath: "\(fixture.store)/\(name)")
    let whole = [UInt8](try Data(contentsOf: url))
    var spoilt = stride(from: 0, to: whole.count, by: 97).map { at in
      var bytes = whole
      bytes[at] ^= 1 << UInt8(at % 8)
      return bytes
    }
    spoilt += [0, 1, whole.count / 2, whole.count - 1].map { Array(whole.prefix($0)) }
    let foreign = try #require(try other.names().first { $0.hasPrefix("heads-") })
    spoilt.append([UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(other.store)/\(foreign)"))))
    for bytes in spoilt {
      try Data(bytes).write(to: url)
      let load = try await fixture.load()
      #expect(ReportCacheTests.bytes(load.reports) == ReportCacheTests.bytes(first.reports))
      #expect(load.reports.map(\.fingerprint) == first.reports.map(\.fingerprint))
      for report in load.reports {
        let rows = try #require(report.storedRows)
        for (figure, quantity) in zip(rows.figures, report.quantities) {
          #expect(rows.names.text(figure.unit) == quantity.unit)
        }
      }
      // Mended by now.
      #expect(
        try await ReportCacheTests.bytes(fixture.load().reports) == ReportCacheTests.bytes(first.reports))
    }
  }

  @Test func aLogOfOldRecordsIsWrittenAnew() async throws {
    let fixture = try Fixture(2)
    var sizes: [Int] = []
    for round in 0..<14 {
      // Each round adds half a megabyte to the log and takes as much out of use.
      try fixture.write(0, cases: 200 + round, padding: 20_000)
      let load = try await fixture.load()
      #expect(ReportCacheTests.body(load.reports[0]).contains("案件\(200 + round)件"))
      #expect(ReportCacheTests.body(load.reports[1]).contains("案件101件"))
      let names = try fixture.names()
      #expect(names.count == 3, "\(names)")
      let log = try #require(names.first { $0.hasPrefix("log-") })
      sizes.append(try Data(contentsOf: URL(fileURLWithPath: "\(fixture.store)/\(log)")).count)
    }
    #expect(zip(sizes, sizes.dropFirst()).contains { $1 < $0 }, "never written anew: \(sizes)")
  }
}

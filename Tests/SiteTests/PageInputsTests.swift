import Archive
import Mustache
import TestSupport
import Testing

@testable import Site

/// A page is rendered again when what it was made from has changed: pages of equal inputs must be equal, on the pages of
/// divided metrics too.
@Suite struct PageInputsTests {
  /// What one report states.
  private struct Entry: Hashable {
    var place: Int
    var year: Int
    var unit: String?
    /// Nil: silent.
    var accepted: Int?
    var corrected: Int?

    var id: String { "\(PageInputsTests.places[place].adcode)-\(year)" + (unit == nil ? "" : "-kfq") }

    var report: Report {
      var report = StatedArchive.stated(id, PageInputsTests.places[place], year) { report in
        report.heading("一、", "化解纠纷", topic: "disputes", roles: ["achievements"])
        report.paragraph(
          "受理\(accepted.map { "[[accepted|\($0)件]]" } ?? "若干")，纠错\(corrected.map { "[[corrected|\($0)件]]" } ?? "若干")。"
        )
      }
      report.masthead.unit = unit
      var mark = Fingerprint()
      mark.add("\(self)")
      report.fingerprint = mark.value
      return report
    }
  }

  private static let places: [Region] = [410000, 420000, 430000].flatMap { province -> [Region] in
    let above = (province, "省\(province / 10_000)")
    return [SmallArchive.region(.province, [above])]
      + (1...3).flatMap { city -> [Region] in
        let middle = (province + city * 100, "市\(city)")
        return [SmallArchive.region(.prefecture, [above, middle])]
          + (1...3).map { SmallArchive.region(.county, [above, middle, (middle.0 + $0, "县\($0)")]) }
      }
  }

  private struct Shown {
    let inputs: PageInputs
    let html: [UInt8]
  }

  private static func pages(_ entries: Set<Entry>, tableLimit: Int) throws -> [String: Shown] {
    let site = SiteBuilder(
      catalog: Catalog(entries.sorted { $0.id < $1.id }.map(\.report), indicators: StatedArchive.indicators),
      settings: SmallArchive.settings, words: [Theme.chinese.words], pages: [], assets: Theme.assets,
      formats: ReportFormats(markdown: { $0.body }, json: { Array($0.file.utf8) }), tableLimit: tableLimit)
    var shown: [String: Shown] = [:]
    for page in site.pages {
      var html: [UInt8] = []
      try Theme.chinese.templates.render(page.template, page.record(), into: &html)
      shown[page.path] = Shown(inputs: page.inputs(), html: html)
    }
    return shown
  }

  @Test(arguments: [1, 2, 3, 4], [600, 3_000, 150_000])
  func equalInputsGiveEqualPages(seed: UInt64, tableLimit: Int) throws {
    var random = Seeded(seed)
    func entry() -> Entry {
      Entry(
        place: Int.random(in: Self.places.indices, using: &random),
        year: 2016 + Int.random(in: 0..<5, using: &random),
        unit: Int.random(in: 0..<6, using: &random) == 0 ? "开发区" : nil,
        accepted: Int.random(in: 0..<3, using: &random) == 0 ? nil : Int.random(in: 1..<400, using: &random),
        corrected: Int.random(in: 0..<2, using: &random) == 0 ? nil : Int.random(in: 1..<40, using: &random))
    }
    var entries: [String: Entry] = [:]
    for _ in 0..<70 {
      let new = entry()
      entries[new.id] = new
    }
    var before = try Self.pages(Set(entries.values), tableLimit: tableLimit)
    for step in 0..<12 {
      if step % 3 == 2, let gone = entries.keys.sorted().randomElement(using: &random) {
        entries[gone] = nil
      } else {
        let new = entry()
        entries[new.id] = new
      }
      let after = try Self.pages(Set(entries.values), tableLimit: tableLimit)
      for (path, page) in after where before[path]?.inputs == page.inputs {
        #expect(before[path]?.html == page.html, "step \(step): \(path)")
      }
      before = after
    }
  }

  /// A county that never stated a metric reports once more, and says nothing of it again.
  @Test func silenceChangesNoPageOfAMetric() throws {
    var entries: Set<Entry> = []
    for (number, _) in Self.places.enumerated() {
      for year in 2016...2018 {
        entries.insert(Entry(place: number, year: year, accepted: number % 4 == 3 ? nil : 5))
      }
    }
    let before = try Self.pages(entries, tableLimit: 3_000)
    entries.insert(Entry(place: 3, year: 2019, accepted: nil))
    entries.insert(Entry(place: 3, year: 2015, accepted: nil))
    // The archive's years are on every page.
    entries.insert(Entry(place: 0, year: 2019, accepted: nil))
    entries.insert(Entry(place: 0, year: 2015, accepted: nil))
    let between = try Self.pages(entries, tableLimit: 3_000)
    entries.insert(Entry(place: 7, year: 2019, accepted: nil))
    let after = try Self.pages(entries, tableLimit: 3_000)
    #expect(Set(before.keys).isSuperset(of: ["metrics/accepted.html", "metrics/accepted-410000.html"]))
    for path in after.keys where path.hasPrefix("metrics/accepted") {
      #expect(between[path]?.inputs == after[path]?.inputs, "\(path)")
    }
  }
}

import Archive
import Reading
import TestSupport
import Testing

/// Bytes that no portal ever sent: the reader answers with a report or an error, and soon.
@Suite struct HostileReaderTests {
  static let page = """
    洛阳市2020年度法治政府建设情况报告

    索 引 号：01/2021-00003　　发布机构：洛阳市司法局　　发布时间：2021-03-01

    2020年，本地按照上级部署推进法治政府建设，各项任务按时做完。

    一、主要工作

    （一）学习培训。一是办讲座；二是发资料，全年发放3万份。

    洛阳市人民政府
    2021年2月26日

    """

  /// Every way of cutting the page off: most end in the middle of a character, a date, a label or a bracket.
  @Test func everyPrefix() {
    let bytes = Array(Self.page.utf8)
    for end in 0...bytes.count {
      let report = TestArchive.reader.read(Array(bytes[..<end]), file: "a.txt")
      expectPlaces(report)
    }
  }

  /// The page in another encoding than it says, shifted by a byte, doubled, reversed, with bytes changed.
  @Test func bytesInDisorder() {
    let bytes = Array(Self.page.utf8)
    var samples = [bytes.reversed(), Array(bytes.dropFirst()), bytes + bytes, Array(bytes.shuffled(by: 7))]
    samples.append(bytes.flatMap { [$0, 0] })
    samples.append([0xFF, 0xFE] + bytes)
    samples.append([0xFE, 0xFF] + bytes)
    for seed in 1...300 {
      var changed = bytes
      for (index, byte) in [UInt8]((0..<8).map { UInt8(truncatingIfNeeded: seed &* 31 &+ $0 &* 57) })
        .enumerated()
      {
        changed[(seed * 7919 + index * 104_729) % changed.count] = byte
      }
      samples.append(changed)
    }
    for sample in samples { expectPlaces(TestArchive.reader.read(sample, file: "a.txt")) }
  }

  /// Lines in every order: heads without bodies, ends before beginnings, labels alone.
  @Test func linesInDisorder() {
    let lines = Self.page.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.utf8) }
    for seed in 1...200 {
      let text = lines.shuffled(by: seed).prefix(seed % lines.count + 1).joined(separator: [0x0A])
      for name in ["a.txt", "a.md"] { expectPlaces(TestArchive.reader.read(Array(text), file: name)) }
    }
  }

  @Test(arguments: [
    "---", "---\n", "---\n---", "---\n---\n", "---\n\n---\n正文", "---\n...\n---\n", "--- \n a: b\n",
    "---\n%YAML 9.9\n---\n", "---\na: b\n...\nc\n---\n",
    "---\n\t- x\n---\n", "---\n? [a]\n: b\n---\n", "---\n<<: {year: 2020}\n---\n",
    "---\n!!binary aGk=: x\n---\n", "---\nyear: !!int x\n---\n",
    "---\n&a *a: b\n---\n", "---\na: &a [*a]\n---\n", "---\nyear: 99999999999999999999\n---\n",
    "---\nregion: [410000]\n---\n", "---\nid: ''\n---\n",
    "---\ntitle: >\n  folded\n  text\n---\n", "---\r\nyear: 2020\r\n---\r\n",
    "\u{FEFF}---\nyear: 2020\n---\n", "---\nyear: 2020\u{2028}---\n",
  ])
  func frontMatterOfAllKinds(_ head: String) {
    for name in ["a.txt", "a.md"] {
      expectPlaces(TestArchive.report(head + Self.page, name: name))
      expectPlaces(TestArchive.reader.read(Array(Self.page.utf8), file: name, sidecar: Array(head.utf8)))
    }
  }

  @Test func aFrontMatterWithWindowsLineEndsCounts() {
    let report = TestArchive.report("\u{FEFF}---\r\nyear: 2019\r\nsource: 手工\r\n---\r\n" + Self.page)
    #expect(report.masthead.year == 2019)
    #expect(report.masthead.source == "手工")
    #expect(report.id == "410300-2019")
  }

  @Test func lineNumbersCountFromTheFilesTop() {
    let report = TestArchive.report("---\n\nyear: 20190\n\nlevel: x\n---\n" + Self.page)
    #expect(report.diagnostics.filter { $0.code == "front-matter-value" }.map(\.line) == [3, 5])
  }

  /// Whatever was read, what it points to exists.
  private func expectPlaces(_ report: Report) {
    for (index, heading) in report.outline.enumerated() {
      #expect((1...4).contains(heading.level))
      if let parent = heading.parent {
        #expect(parent < index && report.outline[parent].level < heading.level)
      }
    }
    if let id = report.id { #expect(ReportIdentity.isValid(id)) }
    #expect(report.id != nil || report.diagnostics.contains { $0.severity == .error })
    #expect(String(validating: report.body, as: UTF8.self) != nil)
  }
}

extension Array {
  /// The same disorder for the same seed.
  fileprivate func shuffled(by seed: Int) -> [Element] {
    var state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    var items = self
    for index in indices.reversed() where index > 0 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      items.swapAt(index, Int(state >> 33) % (index + 1))
    }
    return items
  }
}

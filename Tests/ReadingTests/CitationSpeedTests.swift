import Archive
import Markdown
import Testing

@testable import Reading

/// Speed of citations and topics; the figures are printed, the limits are wide enough for a debug build.
@Suite struct CitationSpeedTests {
  /// A report's worth of text with `count` citations of many kinds.
  static func text(_ count: Int) -> [UInt8] {
    var text = ""
    for number in 0..<count {
      text += "按照《某县第\(number)号河道巡查工作方案(2021—2025年)》(某政发〔2021〕\(number % 900 + 1)号)要求,认真学习《行政处罚法》,落实《纲要》,"
      text += "全年共受理案件若干件,办结若干件,群众满意度持续提升,各项任务有序推进。"
      if number % 5 == 4 { text += "\n\n" }
    }
    return Array(text.utf8)
  }

  /// Passages are made before the clock starts: finding only.
  static func time(_ count: Int) -> (seconds: Double, found: Int, bytes: Int) {
    let bytes = text(count)
    let body = MarkdownBody(markdown: bytes, firstLine: 1)
    guard let document = try? Document(body.bytes) else { return (0, 0, 0) }
    let passages = Passages.of(document, outline: [], folding: CitationSamples.folding, body: body)
    var state = CitationState(year: 2022)
    var found = 0
    let duration = ContinuousClock().measure {
      for passage in passages {
        found += CitationFinder.find(in: passage, laws: CitationSamples.laws, state: &state).count
      }
    }
    return (
      Double(duration.components.attoseconds) / 1e18 + Double(duration.components.seconds), found, bytes.count
    )
  }

  @Test func linear() {
    _ = Self.time(50)
    let short = Self.time(350)
    let long = Self.time(2_800)
    print(
      "citations: \(short.found) in \(short.seconds * 1e3) ms, \(long.found) in \(long.seconds * 1e3) ms,",
      "\(Double(long.bytes) / long.seconds / 1e6) MB/s")
    #expect(short.found == 1_050 && long.found == 8_400)
    #expect(long.seconds < short.seconds * 8 * 4 + 0.5)
  }
}

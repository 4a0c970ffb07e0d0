import Archive
import Markdown
import Reading

/// Writes a report whose numbers and citations are marked in its text, so that their places need no finder:
///
///     受理案件[[accepted|109件]]，依据[[!penalty-law|《行政处罚法》]]
///
/// A mark may say more of a number: `[[rate;prior|88.1%]]`, `[[;change|12.5%]]`; `?` in place of a metric is none.
struct StatedReport {
  private(set) var blocks: [String] = []
  private(set) var outline: [Heading] = []
  private(set) var sections: [SectionTopics] = []
  private(set) var quantities: [Quantity] = []
  private(set) var citations: [Citation] = []
  var checks: [Check] = []
  let year: Int

  init(year: Int) { self.year = year }

  mutating func heading(
    _ label: String, _ title: String, level: Int = 1, topic: String? = nil, roles: [String] = [],
    parent: Int? = nil
  ) {
    outline.append(
      Heading(
        level: level, label: label, title: title, runIn: false, parent: parent,
        place: .init(block: blocks.count, range: 0..<(label + title).utf8.count)))
    sections.append(SectionTopics(topic: topic, roles: roles))
    blocks.append(String(repeating: "#", count: level) + " " + label + title)
  }

  mutating func paragraph(_ marked: String) {
    // The flat text, and the Markdown that it is the text of: stars are markup.
    var text = ""
    var markdown = ""
    var rest = marked[...]
    var sentenceStart = 0
    var pending: [(index: Int, start: Int)] = []
    func close(_ end: Int, _ quantities: inout [Quantity]) {
      for (index, start) in pending { quantities[index].sentence = start..<end }
      pending = []
    }
    while let first = rest.first {
      if rest.hasPrefix("[["), let mark = StatedReport.mark(&rest) {
        let start = text.utf8.count
        text += mark.shown
        markdown += mark.shown
        let place = TextPlace(textBlock: blocks.count, range: start..<text.utf8.count, line: blocks.count + 1)
        if mark.key.hasPrefix("!") {
          citations.append(StatedReport.citation(mark.shown, law: String(mark.key.dropFirst()), place))
        } else {
          pending.append((quantities.count, sentenceStart))
          quantities.append(
            StatedReport.quantity(mark.shown, mark.key, year, outline.indices.last, place))
        }
        continue
      }
      markdown.append(first)
      if first != "*" { text.append(first) }
      rest = rest.dropFirst()
      if first == "。" {
        close(text.utf8.count, &quantities)
        sentenceStart = text.utf8.count
      }
    }
    close(text.utf8.count, &quantities)
    blocks.append(markdown)
  }

  func report(_ base: Report) -> Report {
    var report = base
    report.body = Array((blocks.joined(separator: "\n\n") + "\n").utf8)
    report.outline = outline
    report.sections = sections
    report.quantities = quantities
    report.citations = citations
    report.checks = checks
    if let document = try? Document(report.body) {
      report.extracts = ReportExtracts.of(report, in: document)
    }
    return report
  }

  private static func mark(_ rest: inout Substring) -> (key: String, shown: String)? {
    guard let bar = rest.firstIndex(of: "|"), let end = rest.firstIndex(of: "]") else { return nil }
    let key = String(rest[rest.index(rest.startIndex, offsetBy: 2)..<bar])
    let shown = String(rest[rest.index(after: bar)..<end])
    rest = rest[rest.index(end, offsetBy: 2)...]
    return (key, shown)
  }

  private static func citation(_ text: String, law: String, _ place: TextPlace) -> Citation {
    let title = text.hasPrefix("《") ? String(text.dropFirst().prefix { $0 != "》" }) : nil
    return Citation(
      text: text, title: title, documentNumber: title == nil ? text : nil,
      kind: law.hasSuffix("law") ? .law : .policy, law: law, place: place)
  }

  private static func quantity(
    _ text: String, _ key: String, _ year: Int, _ section: Int?, _ place: TextPlace
  ) -> Quantity {
    let parts = key.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    let isAbout = text.hasPrefix("约")
    let digits = text.drop { !$0.isASCII }.prefix { $0.isNumber && $0.isASCII || $0 == "." || $0 == "," }
    let plain = digits.filter { $0 != "," }
    let decimals = plain.firstIndex(of: ".").map { plain.distance(from: $0, to: plain.endIndex) - 1 } ?? 0
    let unit = text.drop { !$0.isASCII }.dropFirst(digits.count).filter { $0 != "余" }
    var quantity = Quantity(
      text: text, value: Amount(Int(plain.filter { $0 != "." }) ?? 0, decimals: decimals),
      unit: String(unit), approximation: isAbout ? .about : text.contains("余") ? .atLeast : .exact,
      subject: "案件", metric: parts[0].isEmpty || parts[0] == "?" ? nil : parts[0], year: year,
      section: section, place: place, sentence: place.range)
    if parts.count > 1 {
      if let kind = Quantity.Kind(rawValue: parts[1]) { quantity.kind = kind }
      if let period = Quantity.PeriodKind(rawValue: parts[1]) { quantity.period = period }
      if let scope = Quantity.Scope(rawValue: parts[1]) { quantity.scope = scope }
    }
    return quantity
  }
}

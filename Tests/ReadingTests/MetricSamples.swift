import Archive
import Foundation
import Markdown
import TestSupport

@testable import Reading

/// Vocabulary and hand-marked sentences for the tests of metrics.
enum MetricSamples {
  static let folding = TestArchive.reader.decoder.folding
  static let vocabulary = TestArchive.vocabulary.statistics.metrics
  static let matcher = MetricMatcher(vocabulary: vocabulary)

  /// A marked number: `[30件|change=id]`.
  struct Mark {
    let text: String
    let kind: Quantity.Kind
    let period: Quantity.PeriodKind
    let metric: String?
    let range: Range<Int>
  }

  struct Sentence: CustomStringConvertible {
    let heading: String
    let text: String
    let marks: [Mark]
    var description: String { text }
  }

  static func sentences(_ name: String) -> [Sentence] {
    let path = Repository.root + "/Tests/ReadingTests/Fixtures/metrics/\(name).txt"
    let text = String(decoding: FileManager.default.contents(atPath: path)!, as: UTF8.self)
    var heading = ""
    var sentences: [Sentence] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("#") { continue }
      if line.hasPrefix(">") {
        heading = line.dropFirst().trimmingCharacters(in: .whitespaces)
      } else {
        sentences.append(parse(line, heading: heading))
      }
    }
    return sentences
  }

  private static func parse(_ line: Substring, heading: String) -> Sentence {
    var text: [Unicode.Scalar] = []
    var marks: [Mark] = []
    var rest = line[...]
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      text += rest[..<open].unicodeScalars
      let parts = rest[rest.index(after: open)..<close].split(
        separator: "=", omittingEmptySubsequences: false)
      let name = parts[0].split(separator: "|")
      let start = text.count
      text += name[0].unicodeScalars
      let flag = name.count > 1 ? String(name[1]) : ""
      marks.append(
        Mark(
          text: String(name[0]), kind: Quantity.Kind(rawValue: flag) ?? .level,
          period: Quantity.PeriodKind(rawValue: flag) ?? .year,
          metric: parts[1].isEmpty ? nil : String(parts[1]),
          range: start..<text.count))
      rest = rest[rest.index(after: close)...]
    }
    text += rest.unicodeScalars
    return Sentence(heading: heading, text: text.string, marks: marks)
  }

  /// Passages of a heading with a paragraph below it, and the outline.
  static func passages(heading: String, text: String) -> (
    passages: [Passage], outline: [Heading], titles: [[Unicode.Scalar]]
  ) {
    let markdown = [UInt8]((heading.isEmpty ? "" : "## \(heading)\n\n").utf8) + [UInt8](text.utf8) + [0x0A]
    let document = try! Document(markdown)
    let outline =
      heading.isEmpty
      ? []
      : [
        Heading(
          level: 1, label: "", title: heading, runIn: false, parent: nil,
          place: Heading.Place(block: 0, range: 0..<heading.utf8.count))
      ]
    let body = MarkdownBody(markdown: markdown, firstLine: 1)
    let passages = Passages.of(document, outline: outline, folding: folding, body: body)
    return (passages, outline, outline.map { folding.folded($0.title) })
  }

  /// The metrics that the matcher gives to the marked numbers.
  static func assigned(_ sentence: Sentence) -> [String?] {
    let (passages, outline, titles) = passages(heading: sentence.heading, text: sentence.text)
    let passage = passages[passages.count - 1]
    var found = sentence.marks.map { mark in
      let whole = passage.sentences.first { $0.contains(mark.range.lowerBound) } ?? mark.range
      let (value, unit) = reading(mark.text)
      return FoundQuantity(
        quantity: Quantity(
          text: mark.text, value: value, unit: unit, kind: mark.kind, period: mark.period,
          place: passage.place(mark.range), sentence: passage.text.bytes(whole)),
        range: mark.range, number: mark.range, sentence: whole)
    }
    matcher.assign(&found, in: passage, outline: outline, outlineFolded: titles)
    return found.map(\.quantity.metric)
  }

  /// Value and unit of a marked number: `1.2万件`.
  static func reading(_ text: String) -> (Amount, String) {
    var digits = 0
    var decimals = 0
    var isFraction = false
    var scale = 1
    var unit = ""
    for character in text where character != " " && character != "," {
      if let digit = character.wholeNumberValue, character.isASCII {
        digits = digits * 10 + digit
        if isFraction { decimals += 1 }
      } else {
        switch character {
        case ".": isFraction = true
        case "万": scale = 10_000
        case "亿": scale = 100_000_000
        case "余", "多": break
        default: unit.append(character)
        }
      }
    }
    return (Amount(digits * scale, decimals: decimals), unit)
  }
}

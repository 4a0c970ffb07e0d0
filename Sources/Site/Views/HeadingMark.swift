import Markdown

/// Marks a heading that stands inside a paragraph: `（一）加强领导。` in front of what it is about.
enum HeadingMark {
  typealias Place = (anchor: String, range: Range<Int>)

  /// `text` is that of the paragraph.
  static func all(_ headings: [Place], in text: [UInt8]) -> [(Range<Int>, Annotation)] {
    var marks: [(Range<Int>, Annotation)] = []
    var end = 0
    for (anchor, range) in headings.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      // One range that does not fit must not cost its neighbours their anchors.
      guard range.lowerBound >= end, range.upperBound <= text.count,
        range.upperBound == text.count || text[range.upperBound] & 0xC0 != 0x80,
        let first = firstCharacter(of: text[range])
      else { continue }
      end = range.upperBound
      marks.append((range, runIn))
      // The id goes on the first character: markup in the text may cut the heading into several elements,
      // and an id must not stand twice.
      marks.append((first, .span(id: anchor)))
    }
    return marks
  }

  /// Whether no range of one list touches one of the other. Those of `marks` ascend by their start.
  static func areApart(
    _ headings: [(Range<Int>, Annotation)], _ marks: [(Range<Int>, Annotation)]
  ) -> Bool {
    var next = 0
    for (range, _) in marks {
      while next < headings.count, headings[next].0.upperBound <= range.lowerBound { next += 1 }
      if next < headings.count, headings[next].0.lowerBound < range.upperBound { return false }
    }
    return true
  }

  private static let runIn = Annotation(.strong, [("class", "run-in")])

  /// Nil when the bytes do not begin with a whole character.
  private static func firstCharacter(of bytes: ArraySlice<UInt8>) -> Range<Int>? {
    guard let lead = bytes.first, lead & 0xC0 != 0x80 else { return nil }
    let end = bytes.dropFirst().firstIndex { $0 & 0xC0 != 0x80 } ?? bytes.endIndex
    return bytes.startIndex..<end
  }
}

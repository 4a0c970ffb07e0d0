/// A Markdown document seen as a page, so that its masthead is read like any other's.
enum MarkdownPage {
  /// The same lines without Markdown's heading marks and escapes.
  static func plain(of text: SourceText, from start: Int) -> SourceText {
    var shown: [Unicode.Scalar] = []
    var folded: [Unicode.Scalar] = []
    var lines: [SourceText.Line] = []
    for line in text.lines.dropFirst(start) {
      let low = folded.count
      var index = line.range.lowerBound
      if !line.range.isEmpty, text.folded[index] == "#" {
        while index < line.range.upperBound, text.folded[index] == "#" || text.folded[index] == " " {
          index += 1
        }
      }
      while index < line.range.upperBound {
        if text.folded[index] == "\\", index + 1 < line.range.upperBound { index += 1 }
        shown.append(text.shown[index])
        folded.append(text.folded[index])
        index += 1
      }
      lines.append(SourceText.Line(number: line.number, range: low..<folded.count))
    }
    return SourceText(encoding: text.encoding, shown: shown, folded: folded, lines: lines)
  }

  /// Takes a first line of `# Title` off the document.
  static func takeTitle(from markdown: inout [UInt8]) -> String? {
    guard let start = markdown.firstIndex(where: { $0 != 0x0A && $0 != 0x0D && $0 != 0x20 }),
      start + 1 < markdown.count, markdown[start] == UInt8(ascii: "#"), markdown[start + 1] == 0x20
    else { return nil }
    let end = markdown[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? markdown.endIndex
    let title = String(decoding: markdown[(start + 2)..<end], as: UTF8.self)
    // Blanks keep the lines below at their numbers.
    markdown.replaceSubrange(start..<end, with: [])
    return Array(title.unicodeScalars).string
  }
}

extension SourceText {
  /// Without its first lines; the others keep their numbers.
  func dropping(lines count: Int) -> SourceText {
    SourceText(encoding: encoding, shown: shown, folded: folded, lines: Array(lines.dropFirst(count)))
  }

  /// The lines after the first `count`, as UTF-8 with LF.
  func utf8(from count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for line in lines.dropFirst(count) {
      for scalar in shown[line.range] {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
      bytes.append(0x0A)
    }
    return bytes
  }
}

import Archive

/// Takes noise out of a page's text that would break words apart: pinyin in brackets, watermarks, lost characters, bullets.
enum Cleaning {
  struct Result {
    var text: SourceText
    /// What was taken out, in order; each distinct piece once.
    var noise: [String]
    var diagnostics: [Diagnostic]
  }

  static func clean(_ source: SourceText) -> Result {
    var dropped = [Bool](repeating: false, count: source.folded.count)
    var noise: [String] = []
    var diagnostics: [Diagnostic] = []
    dropLineOpeners(source, &dropped)
    let traits = Traits(source)
    let pinyin = traits.holdsBracket ? pinyinNotes(source) : []
    // A few Latin words in brackets are words; readings stand behind every other word.
    if pinyin.count >= 5 {
      for range in pinyin { for index in range { dropped[index] = true } }
      diagnostics.append(
        Diagnostic(
          .note, code: "pinyin-removed",
          message: "\(pinyin.count) readings in brackets between words were left out of the text"))
    }
    for mark in traits.holdsAddress ? watermarks(source) : [] {
      noise.append(source.shown[mark[0]].string)
      for range in mark { for index in range { dropped[index] = true } }
    }
    for range in siteStamp(source) where !dropped[range.lowerBound] {
      if !noise.contains(source.shown[range].string) { noise.append(source.shown[range].string) }
      for index in range { dropped[index] = true }
    }
    let lost =
      traits.holdsLoss
      ? source.folded.indices.count { !dropped[$0] && isLostCharacter(source.folded, $0) } : 0
    if lost > 0 {
      diagnostics.append(
        Diagnostic(
          .warning, code: "characters-lost",
          message: "\(lost) characters of the source are lost (�, ??); compare with the original"))
    }
    return Result(text: rebuilt(source, without: dropped), noise: noise, diagnostics: diagnostics)
  }

  /// What a text holds of the characters that the searches below begin with: most texts spare most searches.
  private struct Traits {
    var holdsBracket = false
    var holdsAddress = false
    var holdsLoss = false

    init(_ text: SourceText) {
      for mark in text.marks {
        switch text.folded[Int(mark)] {
        case "(": holdsBracket = true
        case "w", "h": holdsAddress = true
        case "?", "\u{FFFD}": holdsLoss = true
        default: break
        }
      }
    }
  }

  private static let openers: ScalarSet = "•●▪■◆·※►▶○◎★☆\u{F06C}\u{F0B7}"

  /// `??` in place of the indent, and list bullets.
  private static func dropLineOpeners(_ source: SourceText, _ dropped: inout [Bool]) {
    for line in source.lines where !line.range.isEmpty {
      var index = line.range.lowerBound
      var marks = 0
      while index < line.range.upperBound, source.folded[index] == "?" || source.folded[index] == " " {
        if source.folded[index] == "?" { marks += 1 }
        index += 1
      }
      if marks >= 2 {
        for at in line.range.lowerBound..<index { dropped[at] = true }
      } else {
        index = line.range.lowerBound
      }
      while index < line.range.upperBound,
        !source.folded[index].isHan,
        openers.contains(source.folded[index]) || source.folded[index] == " "
      {
        dropped[index] = true
        index += 1
      }
    }
  }

  private static func isLostCharacter(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    if text[index] == "\u{FFFD}" { return true }
    guard text[index] == "?", index > 0, index + 1 < text.count else { return false }
    // A lone ? between Han and a letter or another ?: ?F, ??.
    return text[index - 1].isHan && (text[index + 1] == "?" || text[index + 1].isLatinLetter)
  }

  /// `法治(fǎ zhì)政府`: Latin letters in brackets right behind Han.
  private static func pinyinNotes(_ source: SourceText) -> [Range<Int>] {
    var found: [Range<Int>] = []
    let text = source.folded
    var next = 1
    for mark in source.marks {
      let index = Int(mark)
      guard index >= next, text[index] == "(", text[index - 1].isHan else { continue }
      var end = index + 1
      var letters = 0
      while end < text.count, end - index < 40, isPinyin(text[end]) {
        if text[end] != " " { letters += 1 }
        end += 1
      }
      if end < text.count, text[end] == ")", letters >= 1, hasLowercase(text[(index + 1)..<end]) {
        found.append(index..<(end + 1))
        next = end + 1
      }
    }
    return found
  }

  private static func isPinyin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isLatinLetter || scalar == " " || scalar == "'" || scalar == "’" || scalar == "ɡ" || scalar == "·"
      || (0x300...0x36F).contains(scalar.value)
  }

  private static func hasLowercase(_ text: Scalars) -> Bool {
    text.contains { (0x61...0x7A).contains($0.value) || $0.value > 0xDF }
  }

  /// A web address, with the words before it that stand before every other copy of it, when the copies break the text.
  private static func watermarks(_ source: SourceText) -> [[Range<Int>]] {
    var copies: [String: [Range<Int>]] = [:]
    for line in source.lines where line.range.count >= 12 {
      let text = source.folded[line.range]
      var index = text.startIndex
      while index + 4 < text.endIndex {
        let opens = text[index] == "w" || text[index] == "h"
        let isAddress = opens && addressOpenings.contains { text.starts(at: index, with: $0) }
        guard isAddress, index == text.startIndex || !text[index - 1].isLatinLetter else {
          index += 1
          continue
        }
        var end = index
        while end < text.endIndex, isAddressScalar(text[end]) { end += 1 }
        copies[text[index..<end].string, default: []].append(index..<end)
        index = end
      }
    }
    return copies.keys.sorted().compactMap { address in
      let ranges = copies[address]!
      guard ranges.count >= 2 else { return nil }
      var shared = 0
      while shared < 16 {
        let scalars = ranges.map { range -> Unicode.Scalar? in
          let at = range.lowerBound - shared - 1
          return at >= 0 ? source.folded[at] : nil
        }
        guard let first = scalars[0], first.isHan || first == " " || first == "-" || first == ":",
          scalars.allSatisfy({ $0 == first })
        else { break }
        shared += 1
      }
      return ranges.map { ($0.lowerBound - shared)..<$0.upperBound }
    }
  }

  private static let addressOpenings: [[Unicode.Scalar]] = [Array("www."), Array("http")]

  /// `某县人民政府门户网站www.example.org` run into the first line's title, and the site's name wherever it breaks
  /// into the text again.
  private static func siteStamp(_ source: SourceText) -> [Range<Int>] {
    guard let line = source.lines.first(where: { !$0.range.isEmpty }) else { return [] }
    let text = source.folded[line.range]
    let head = text.prefix(60)
    guard let start = ["www.", "http"].compactMap({ head.firstIndex(of: Array($0)) }).min() else { return [] }
    var end = start
    while end < text.endIndex, isAddressScalar(text[end]) { end += 1 }
    // Behind a space stands an ordinary head; run into Han it is a stamp.
    guard end < text.endIndex, text[end].isHan else { return [] }
    let name = Array(text[text.startIndex..<start].trimmed)
    var found = [text.startIndex..<end]
    guard name.count >= 6, name[...].suffix(in: siteWords) != nil else { return found }
    for other in source.lines where !other.range.isEmpty {
      var from = max(other.range.lowerBound, end)
      guard other.range.lowerBound >= end || other.number == line.number else { continue }
      while from < other.range.upperBound,
        let at = source.folded[other.range].firstIndex(of: name, from: from)
      {
        found.append(at..<(at + name.count))
        from = at + name.count
      }
    }
    return found
  }

  private static let siteWords: WordList = "网 网站 门户 平台"

  private static func isAddressScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isDigit || (scalar.isLatinLetter && scalar.isASCII)
      || [".", "/", ":", "-", "_", "?", "=", "&"].contains(scalar)
  }

  private static func rebuilt(_ source: SourceText, without dropped: [Bool]) -> SourceText {
    guard dropped.contains(true) else { return source }
    var shown: [Unicode.Scalar] = []
    var folded: [Unicode.Scalar] = []
    shown.reserveCapacity(source.shown.count)
    folded.reserveCapacity(source.folded.count)
    var lines: [SourceText.Line] = []
    for line in source.lines {
      let start = folded.count
      for index in line.range where !dropped[index] {
        shown.append(source.shown[index])
        folded.append(source.folded[index])
      }
      var low = start
      var high = folded.count
      while low < high, folded[low] == " " { low += 1 }
      while high > low, folded[high - 1] == " " { high -= 1 }
      lines.append(SourceText.Line(number: line.number, range: low..<high))
    }
    return SourceText(encoding: source.encoding, shown: shown, folded: folded, lines: lines)
  }
}

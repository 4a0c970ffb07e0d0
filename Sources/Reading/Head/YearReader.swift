import Archive

/// Finds the year a report covers, from the title down to the file's name.
enum YearReader {
  struct Found: Equatable {
    let year: Int
    /// At the first digit.
    let index: Int
    /// Written as 2019年度, the surest form.
    let isAnnual: Bool
  }

  /// Years in a run of text, spans such as 2016-2020年 left out, and so are those inside 《》 unless wanted.
  static func years(in text: Scalars, inTitles: Bool = true) -> [Found] {
    var found: [Found] = []
    var depth = 0
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == "《" { depth += 1 }
      if text[index] == "》" { depth = max(0, depth - 1) }
      let opensRun =
        index == text.startIndex || !(text[index - 1].isDigit || text[index - 1].hanDigit != nil)
      guard inTitles || depth == 0, opensRun, text[index].isDigit || text[index].hanDigit != nil else {
        index += 1
        continue
      }
      var cursor = DateReader.Cursor(text: text, index: index)
      guard let year = cursor.number(), (1980...2099).contains(year), cursor.index - index == 4 else {
        index = max(index + 1, cursor.index)
        continue
      }
      let start = index
      index = cursor.index
      cursor.skipSpaces()
      guard cursor.peek == "年", !isSpan(text, before: start) else { continue }
      var next = cursor.index + 1
      while next < text.endIndex, text[next] == " " { next += 1 }
      found.append(Found(year: year, index: start, isAnnual: next < text.endIndex && text[next] == "度"))
    }
    return found
  }

  /// The second year of 2016-2020年.
  private static func isSpan(_ text: Scalars, before index: Int) -> Bool {
    var at = index - 1
    while at >= text.startIndex, text[at] == " " { at -= 1 }
    guard at > text.startIndex else { return false }
    let isDash = ["-", "—", "–", "~", "至", "－", "―", "─"].contains(text[at])
    var before = at - 1
    while before >= text.startIndex, ["-", "—", "–", " ", "年", "─"].contains(text[before]) { before -= 1 }
    return isDash && before >= text.startIndex && text[before].isDigit
  }

  static func fromTitle(_ title: Scalars) -> Int? {
    let all = years(in: title)
    return (all.first(where: \.isAnnual) ?? all.first)?.year
  }

  /// The year of the first sentences: `现将2024年…报告如下`, else the first that opens a sentence.
  static func fromOpening(_ opening: Scalars) -> Int? {
    let all = years(in: opening, inTitles: false)
    // `将2021年…情况报告如下` outranks a year named before it: the sentence may begin with last year's report.
    if let end = opening.firstIndex(of: Array("如下")) {
      let start = opening[..<end].lastIndex { $0 == "。" } ?? opening.startIndex
      let announced = opening[start..<end].firstIndex(of: ["将"]) ?? start
      if let year = all.first(where: { $0.index >= announced && $0.index < end }) { return year.year }
    }
    let opensSentence = all.first { found in
      let before = found.index - 1
      guard before >= opening.startIndex else { return true }
      let scalar = opening[before]
      return scalar == "。" || scalar == " " || scalar == "," || scalar == "(" || scalar == ":"
    }
    return (opensSentence ?? all.first(where: \.isAnnual) ?? all.first)?.year
  }

  /// The year of the report that a document of this day gives account of: the one before, from July on the same.
  static func covered(by day: Day) -> Int { day.month <= 6 ? day.year - 1 : day.year }

  /// The first plausible year in a file's path, the name before its folders.
  static func fromPath(_ path: String) -> Int? {
    for part in path.split(separator: "/").reversed() {
      let scalars = Array(part.unicodeScalars)
      var index = 0
      while index < scalars.count {
        var end = index
        while end < scalars.count, scalars[end].isDigit { end += 1 }
        // Part of a hash such as 2018ab3f is no year.
        let endsRun = end == scalars.count || !scalars[end].isLatinLetter
        if end - index == 4, endsRun, let year = Int(scalars[index..<end].string),
          (1990...2099).contains(year)
        {
          return year
        }
        index = max(index + 1, end)
      }
    }
    return nil
  }
}

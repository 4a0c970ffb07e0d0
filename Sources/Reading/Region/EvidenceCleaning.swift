extension RegionEvidence {
  /// No more than a report can hold that is one, so that a file that is none costs no more either.
  func bounded() -> RegionEvidence {
    var copy = self
    RegionEvidence.bound(&copy.titles)
    RegionEvidence.bound(&copy.issuers)
    RegionEvidence.bound(&copy.units)
    RegionEvidence.bound(&copy.documentNumbers)
    RegionEvidence.bound(&copy.citedTitles)
    RegionEvidence.bound(&copy.addressees)
    RegionEvidence.bound(&copy.indexNumbers)
    RegionEvidence.bound(&copy.sources)
    RegionEvidence.bound(&copy.chrome)
    if copy.body.count > 100_000 { copy.body.removeSubrange(100_000...) }
    copy.path = String(path.unicodeScalars.suffix(600))
    return copy
  }

  private static func bound(_ passages: inout [Passage]) {
    if passages.count > 300 { passages.removeSubrange(300...) }
    for index in passages.indices where passages[index].text.count > 600 {
      passages[index].text.removeSubrange(600...)
    }
  }

  /// Without readings set between the characters of a word, `安(an)丘(qiu)市`, which would cut names apart.
  func withoutReadings() -> RegionEvidence {
    var copy = self
    copy.body = RegionEvidence.withoutReadings(body)
    for index in copy.titles.indices where copy.titles[index].text.contains("(") {
      copy.titles[index].text = RegionEvidence.withoutReadings(copy.titles[index].text)
    }
    for index in copy.citedTitles.indices where copy.citedTitles[index].text.contains("(") {
      copy.citedTitles[index].text = RegionEvidence.withoutReadings(copy.citedTitles[index].text)
    }
    return copy
  }

  private static func withoutReadings(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard text.indices.contains(where: { text[$0] == "(" && length(ofReading: text, at: $0) != nil })
    else { return text }
    var kept: [Unicode.Scalar] = []
    kept.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if let length = length(ofReading: text, at: index) {
        index += length
      } else {
        kept.append(text[index])
        index += 1
      }
    }
    return kept
  }

  /// Of `(an)` or `(ān qiū)`: brackets around at most twelve small Latin letters, marked or not, and spaces.
  private static func length(ofReading text: [Unicode.Scalar], at start: Int) -> Int? {
    guard text[start] == "(", start > 0, text[start - 1].isHan else { return nil }
    var index = start + 1
    while index < text.count, index - start <= 13 {
      let scalar = text[index]
      if scalar == ")" { return index > start + 1 ? index + 1 - start : nil }
      let isMarked = (0xE0...0x1DC).contains(scalar.value)
      guard scalar.isSmallLetter || isMarked || scalar == " " else { return nil }
      index += 1
    }
    return nil
  }
}

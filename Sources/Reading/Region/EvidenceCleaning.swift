extension RegionEvidence {
  /// No more than a report can hold that is one, so that a file that is none costs no more either.
  func bounded() -> RegionEvidence {
    var copy = self
    for kind in [
      \RegionEvidence.titles, \.issuers, \.units, \.documentNumbers, \.citedTitles, \.addressees,
      \.indexNumbers,
      \.sources, \.chrome,
    ] {
      if copy[keyPath: kind].count > 300 { copy[keyPath: kind].removeSubrange(300...) }
      for index in copy[keyPath: kind].indices where copy[keyPath: kind][index].text.count > 600 {
        copy[keyPath: kind][index].text.removeSubrange(600...)
      }
    }
    if copy.body.count > 100_000 { copy.body.removeSubrange(100_000...) }
    copy.path = String(path.unicodeScalars.suffix(600))
    return copy
  }

  /// Without readings set between the characters of a word, `安(an)丘(qiu)市`, which would cut names apart.
  func withoutReadings() -> RegionEvidence {
    var copy = self
    copy.body = RegionEvidence.withoutReadings(body)
    for index in copy.titles.indices {
      copy.titles[index].text = RegionEvidence.withoutReadings(copy.titles[index].text)
    }
    for index in copy.citedTitles.indices {
      copy.citedTitles[index].text = RegionEvidence.withoutReadings(copy.citedTitles[index].text)
    }
    return copy
  }

  private static func withoutReadings(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard text.indices.contains(where: { length(ofReading: text, at: $0) != nil }) else { return text }
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

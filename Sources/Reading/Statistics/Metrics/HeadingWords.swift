import Archive

/// What the headings above a number say, looked up once a section.
struct HeadingWords {
  let index: MetricIndex
  let outline: [Heading]
  let titles: [[Unicode.Scalar]]
  private var known: [Int: Set<Int>] = [:]

  init(index: MetricIndex, outline: [Heading], titles: [[Unicode.Scalar]]) {
    self.index = index
    self.outline = outline
    self.titles = titles
  }

  /// Words of the vocabulary in one heading.
  private mutating func words(of heading: Int) -> Set<Int> {
    if let words = known[heading] { return words }
    let words = Set(
      titles.indices.contains(heading) ? index.finder.matches(in: titles[heading][...]).map(\.word) : [])
    known[heading] = words
    return words
  }

  /// Whether one of the words stands in a heading or in those above it.
  mutating func contains(any words: ArraySlice<Int>, from section: Int?) -> Bool {
    for heading in chain(from: section) where !self.words(of: heading).isDisjoint(with: words) { return true }
    return false
  }

  /// The family of subjects that the nearest heading with any names; nil when there is none or it names several.
  mutating func family(from section: Int?) -> Int? {
    for heading in chain(from: section) {
      let families = Set(words(of: heading).compactMap { index.familyByWord[$0] })
      if !families.isEmpty { return families.count == 1 ? families.first : nil }
    }
    return nil
  }

  private func chain(from section: Int?) -> [Int] {
    var chain: [Int] = []
    var next = section
    // Parents stand before their children, so this ends; four levels are all there are.
    while let heading = next, outline.indices.contains(heading), chain.count < 8 {
      chain.append(heading)
      next = outline[heading].parent
    }
    return chain
  }
}

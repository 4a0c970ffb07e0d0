import Archive

/// A metric that unit and wording allow for a number.
struct MetricCandidate {
  let metric: Int
  /// Scalars from the number to the nearest words, and to the outermost or the subject.
  let near: Int
  let far: Int
  /// Where the wording starts.
  let start: Int
}

/// Looks for the wordings around the numbers of one passage.
struct MetricSearch {
  let index: MetricIndex
  let passage: Passage
  var headings: HeadingWords
  private let text: [Unicode.Scalar]
  private let hits: [WordFinder.Hit]
  /// The quantity for which a wording was tried last; the sentence in which a word was seen last.
  private var triedFor: [Int]
  private var seenIn: [Int]
  private var quantityNumber = 0
  private var sentence = 0..<0
  private var sentenceNumber = 0

  init(index: MetricIndex, passage: Passage, headings: HeadingWords) {
    self.index = index
    self.passage = passage
    self.headings = headings
    text = passage.text.folded
    hits = index.finder.hits(in: text)
    triedFor = [Int](repeating: 0, count: index.wordings.count)
    seenIn = [Int](repeating: 0, count: index.wordCount)
  }

  mutating func candidates(for quantity: FoundQuantity) -> [MetricCandidate] {
    guard let unit = index.units[quantity.quantity.unit] else { return [] }
    enter(quantity.sentence)
    quantityNumber += 1
    let ends = LeadWords.ends(before: quantity.range.lowerBound, in: text, from: sentence.lowerBound)
    let starts = LeadWords.starts(behind: quantity.range.upperBound, in: text, to: sentence.upperBound)
    var candidates: [MetricCandidate] = []
    var hit = firstHit(endingAfter: quantity.range.lowerBound - index.windowBefore)
    let last = min(sentence.upperBound, quantity.range.upperBound + index.windowBehind)
    while hit < hits.count, hits[hit].end <= last {
      for number in index.wordingsByWord[hits[hit].word] where triedFor[number] != quantityNumber {
        triedFor[number] = quantityNumber
        let metric = index.wordings[number].metric
        guard index.takes[metric * index.units.count + unit] else { continue }
        guard let found = match(index.wordings[number], quantity, ends, starts) else { continue }
        candidates.append(found)
      }
      hit += 1
    }
    return candidates
  }

  /// Notes the words of a sentence when its first number is looked at.
  private mutating func enter(_ range: Range<Int>) {
    guard range != sentence else { return }
    sentence = range
    sentenceNumber += 1
    var hit = firstHit(endingAfter: range.lowerBound)
    while hit < hits.count, hits[hit].end <= range.upperBound {
      if hits[hit].start >= range.lowerBound { seenIn[hits[hit].word] = sentenceNumber }
      hit += 1
    }
  }

  private func firstHit(endingAfter position: Int) -> Int {
    var low = 0
    var high = hits.count
    while low < high {
      let middle = (low + high) / 2
      if hits[middle].end <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func match(
    _ wording: MetricIndex.Wording, _ quantity: FoundQuantity, _ ends: [Int], _ starts: [Int]
  ) -> MetricCandidate? {
    let matching = PatternMatch(text: text, bounds: sentence)
    var near = Int.max
    var start = quantity.range.lowerBound
    var end = quantity.range.upperBound
    var distance = 0
    let bare = ends[ends.count - 1]
    if !wording.pattern.left.isEmpty {
      guard let reach = ends.lazy.compactMap({ matching.left(wording.pattern.left, from: $0) }).first else { return nil }
      near = max(0, bare - reach.near)
      start = reach.far
    }
    if !wording.pattern.right.isEmpty {
      guard let reach = starts.lazy.compactMap({ matching.right(wording.pattern.right, from: $0) }).first else {
        return nil
      }
      near = min(near, max(0, reach.near - starts[starts.count - 1]))
      end = reach.far
    }
    if wording.pattern.subject != nil {
      guard let subject = subject(of: wording, before: start) else { return nil }
      distance = subject
    }
    guard allows(index.conditions[wording.metric], quantity, end) else { return nil }
    return MetricCandidate(
      metric: wording.metric, near: near, far: bare - start + distance, start: start)
  }

  /// How far before a wording its subject stands: in the sentence, else in the one before or in the headings.
  private mutating func subject(of wording: MetricIndex.Wording, before start: Int) -> Int? {
    var hit = firstHit(endingAfter: start) - 1
    var carried: Int?
    while hit >= 0, start - hits[hit].end <= MetricSearch.carry {
      let end = hits[hit].end
      var first = hit
      while first > 0, hits[first - 1].end == end { first -= 1 }
      var family: Int?
      var isOwn = false
      for same in first...hit {
        if family == nil { family = index.familyByWord[hits[same].word] }
        if wording.subjects.contains(hits[same].word) { isOwn = true }
      }
      if let family, !wording.families.contains(family) { return nil }
      let isOwnFamily = family != nil && family == wording.family
      if hits[first].start >= sentence.lowerBound {
        if isOwn, start - end <= wording.pattern.subjectLimit { return start - end }
        if isOwnFamily { return start - end }
      } else if isOwnFamily {
        // A sentence that names several families passes none on, so the rest of it is looked at as well.
        carried = carried ?? start - end
      }
      hit = first - 1
    }
    if let carried { return carried }
    guard let own = wording.family, headings.family(from: passage.section(at: start)) == own else { return nil }
    return 1000
  }

  /// How far back in a paragraph a subject is sought, in scalars.
  private static let carry = 160

  private mutating func allows(_ conditions: MetricIndex.Conditions, _ quantity: FoundQuantity, _ end: Int) -> Bool {
    if conditions.notSentence.contains(where: { seenIn[$0] == sentenceNumber }) { return false }
    if !conditions.not.isEmpty, stands(conditions.not, near: quantity, end),
      !stands(conditions.unless, near: quantity, end)
    {
      return false
    }
    if conditions.need.isEmpty || conditions.need.contains(where: { seenIn[$0] == sentenceNumber }) { return true }
    return headings.contains(any: conditions.need, from: passage.section(at: quantity.range.lowerBound))
  }

  /// Whether one of the words stands in the number's clause, at most 16 scalars before it or up to `end`.
  private func stands(_ words: [Int], near quantity: FoundQuantity, _ end: Int) -> Bool {
    guard !words.isEmpty else { return false }
    let number = quantity.range.lowerBound
    var start = number
    while start > max(sentence.lowerBound, number - 16), !MetricSearch.endsClause(text[start - 1]) { start -= 1 }
    var hit = firstHit(endingAfter: start)
    while hit < hits.count, hits[hit].end <= end {
      if hits[hit].start >= start, words.contains(hits[hit].word) { return true }
      hit += 1
    }
    return false
  }

  private static func endsClause(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ",", ";", "。", "!", "?": true
    default: false
    }
  }
}

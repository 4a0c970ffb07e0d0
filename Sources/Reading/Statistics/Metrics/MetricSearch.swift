import Archive

/// A metric that unit and wording allow for a number.
struct MetricCandidate {
  let metric: Int
  /// Scalars from the number to the nearest words, and to the outermost or the subject.
  let near: Int
  let far: Int
}

/// Looks for the wordings around the numbers of one passage.
struct MetricSearch {
  let index: MetricIndex
  let passage: Passage
  private(set) var scratch: MetricScratch
  private let text: [Unicode.Scalar]
  private let hits: [WordMatcher.Match]
  private var matching: PatternMatch
  private var sentence = 0..<0

  init(index: MetricIndex, passage: Passage, scratch: MetricScratch) {
    self.index = index
    self.passage = passage
    self.scratch = scratch
    text = passage.text.folded
    hits = index.finder.matches(in: text[...])
    matching = PatternMatch(store: index.store, text: text)
  }

  /// Both ranges are of scalars; `number` takes in the unit.
  mutating func candidates(
    for number: Range<Int>, unit: String, in sentence: Range<Int>
  ) -> [MetricCandidate] {
    guard let unit = index.units[unit] else { return [] }
    enter(sentence)
    scratch.quantityNumber += 1
    let sides = NumberSides(
      number, in: text, sentence: sentence, before: index.windowBefore, behind: index.windowBehind)
    var candidates: [MetricCandidate] = []
    let columns = index.units.count
    let column = UInt64(1) << UInt64(min(unit, 63))
    var hit = firstHit(endingAfter: number.lowerBound - index.windowBefore)
    let last = min(sentence.upperBound, number.upperBound + index.windowBehind)
    while hit < hits.count, hits[hit].range.upperBound <= last {
      let (word, start, end) = (hits[hit].word, hits[hit].range.lowerBound, hits[hit].range.upperBound)
      hit += 1
      if index.cueColumns[word] & column == 0 { continue }
      let cell = word * columns + unit
      for cue in index.firstCueWording[cell]..<index.firstCueWording[cell + 1] {
        let wording = index.cueWordings[cue]
        guard scratch.triedFor[wording] != scratch.quantityNumber else { continue }
        let shape = index.wordings[wording]
        let isBeside = shape.isCueBefore ? end <= number.lowerBound : start >= number.upperBound
        guard isBeside,
          sides.reaches(shape.isCueBefore ? end : start, isBefore: shape.isCueBefore, shape.cueGap)
        else {
          continue
        }
        scratch.triedFor[wording] = scratch.quantityNumber
        if let found = match(wording, number, sides) { candidates.append(found) }
      }
    }
    return candidates
  }

  /// Notes the words of a sentence when its first number is looked at.
  private mutating func enter(_ range: Range<Int>) {
    guard range != sentence else { return }
    sentence = range
    scratch.sentenceNumber += 1
    var hit = firstHit(endingAfter: range.lowerBound)
    while hit < hits.count, hits[hit].range.upperBound <= range.upperBound {
      if hits[hit].range.lowerBound >= range.lowerBound {
        scratch.seenIn[hits[hit].word] = scratch.sentenceNumber
      }
      hit += 1
    }
  }

  private func firstHit(endingAfter position: Int) -> Int {
    var low = 0
    var high = hits.count
    while low < high {
      let middle = (low + high) / 2
      if hits[middle].range.upperBound <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func match(_ found: Int, _ number: Range<Int>, _ sides: NumberSides) -> MetricCandidate? {
    let wording = index.wordings[found]
    var near = Int.max
    var start = number.lowerBound
    var end = number.upperBound
    var distance = 0
    let bare = sides.ends[sides.ends.count - 1]
    if !wording.sides.left.isEmpty {
      guard let reach = reach(wording.sides.left, from: sides.ends, step: -1) else { return nil }
      near = max(0, bare - reach.near)
      start = reach.far
    }
    if !wording.sides.right.isEmpty {
      guard let reach = reach(wording.sides.right, from: sides.starts, step: 1) else { return nil }
      near = min(near, max(0, reach.near - sides.starts[sides.starts.count - 1]))
      end = reach.far
    }
    if let limit = wording.subjectLimit {
      guard let near = self.distance(to: index.subjects[found], before: start, limit: limit) else {
        return nil
      }
      distance = near
    }
    guard allows(index.conditions[wording.metric], number, end) else { return nil }
    return MetricCandidate(metric: wording.metric, near: near, far: bare - start + distance)
  }

  private mutating func reach(_ items: Range<Int>, from positions: [Int], step: Int) -> PatternMatch.Reach? {
    matching.bounds = sentence
    for position in positions {
      if let reach = matching.reach(items, from: position, step: step) { return reach }
    }
    return nil
  }

  /// How far before a wording its subject stands: in the sentence, else in the one before or in the headings.
  private mutating func distance(to subject: MetricIndex.Subject, before start: Int, limit: Int) -> Int? {
    var hit = firstHit(endingAfter: start) - 1
    var carried: Int?
    while hit >= 0, start - hits[hit].range.upperBound <= MetricSearch.carry {
      let end = hits[hit].range.upperBound
      var first = hit
      while first > 0, hits[first - 1].range.upperBound == end { first -= 1 }
      var family: Int?
      var isOwn = false
      for same in first...hit {
        if family == nil { family = index.familyByWord[hits[same].word] }
        if subject.words.contains(hits[same].word) { isOwn = true }
      }
      if let family, !subject.families.contains(family) { return nil }
      let isOwnFamily = family != nil && family == subject.family
      if hits[first].range.lowerBound >= sentence.lowerBound {
        if isOwn, start - end <= limit { return start - end }
        if isOwnFamily { return start - end }
      } else if isOwnFamily {
        // A sentence that names several families passes none on, so the rest of it is looked at as well.
        carried = carried ?? start - end
      }
      hit = first - 1
    }
    if let carried { return carried }
    guard let own = subject.family, scratch.headings.family(from: passage.section(at: start)) == own else {
      return nil
    }
    return 1000
  }

  /// How far back in a paragraph a subject is sought, in scalars.
  private static let carry = 160

  private mutating func allows(_ conditions: MetricIndex.Conditions, _ number: Range<Int>, _ end: Int)
    -> Bool
  {
    if conditions.notSentence.contains(where: { scratch.seenIn[$0] == scratch.sentenceNumber }) {
      return false
    }
    if !conditions.not.isEmpty, stands(conditions.not, near: number, end),
      !stands(conditions.unless, near: number, end)
    {
      return false
    }
    if conditions.need.isEmpty
      || conditions.need.contains(where: { scratch.seenIn[$0] == scratch.sentenceNumber })
    {
      return true
    }
    return scratch.headings.contains(
      any: conditions.need, from: passage.section(at: number.lowerBound))
  }

  /// Whether one of the words stands in the number's clause, at most 16 scalars before it or up to `end`.
  private func stands(_ words: [Int], near range: Range<Int>, _ end: Int) -> Bool {
    guard !words.isEmpty else { return false }
    let number = range.lowerBound
    var start = number
    while start > max(sentence.lowerBound, number - 16), !MetricSearch.endsClause(text[start - 1]) {
      start -= 1
    }
    var hit = firstHit(endingAfter: start)
    while hit < hits.count, hits[hit].range.upperBound <= end {
      if hits[hit].range.lowerBound >= start, words.contains(hits[hit].word) { return true }
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

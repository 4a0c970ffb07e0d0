import Archive

/// A metric that unit and wording allow for a number.
struct MetricCandidate {
  let metric: Int
  /// Scalars from the number to the nearest words, and to the outermost or the subject.
  let near: Int
  let far: Int
}

/// Looks for the wordings around the numbers of a report, passage by passage.
struct MetricSearch {
  let index: MetricIndex
  /// What was found for the number looked at last.
  private(set) var candidates: [MetricCandidate] = []
  private var passage: Passage
  private var text: [Unicode.Scalar] = []
  private var hits: [WordMatcher.Match] = []
  private var sides = NumberSides()
  private var sentence = 0..<0
  private var headings: HeadingWords
  /// The quantity for which a wording was tried last, the sentence in which a word was seen last: numbers that only grow,
  /// so that nothing need be cleared.
  private var triedFor: [Int32]
  private var seenIn: [Int32]
  private var quantityNumber: Int32 = 0
  private var sentenceNumber: Int32 = 0

  init(index: MetricIndex, headings: HeadingWords) {
    self.index = index
    self.headings = headings
    passage = .empty
    triedFor = [Int32](repeating: 0, count: index.wordings.count)
    seenIn = [Int32](repeating: 0, count: index.wordCount)
  }

  /// - Parameter sentences: from the first sentence whose numbers are looked at to the last.
  mutating func enter(_ passage: Passage, sentences: Range<Int>) {
    self.passage = passage
    text = passage.text.folded
    // Nothing farther off is ever asked for.
    let start = max(0, sentences.lowerBound - MetricSearch.carry - 1 - index.longestWord)
    index.finder.matches(in: text[start..<min(text.count, sentences.upperBound)], into: &hits)
    sentence = 0..<0
  }

  /// Both ranges are of scalars; `number` takes in the unit.
  mutating func look(at number: Range<Int>, unit: String, in sentence: Range<Int>) {
    candidates.removeAll(keepingCapacity: true)
    guard let unit = index.units[ByteKey(unit)] else { return }
    enter(sentence)
    quantityNumber += 1
    sides.look(
      at: number, in: text, sentence: sentence, before: index.windowBefore, behind: index.windowBehind)
    let columns = index.units.count
    let column = UInt64(1) << UInt64(min(unit, 63))
    var hit = firstHit(endingAfter: number.lowerBound - index.windowBefore)
    let last = min(sentence.upperBound, number.upperBound + index.windowBehind)
    while hit < hits.count, hits[hit].range.upperBound <= last {
      let (word, start, end) = (hits[hit].word, hits[hit].range.lowerBound, hits[hit].range.upperBound)
      hit += 1
      if index.cueColumns[word] & column == 0 { continue }
      let cell = word * columns + unit
      for place in index.firstCueWording[cell]..<index.firstCueWording[cell + 1] {
        let wording = Int(index.cueWordings[Int(place)])
        guard triedFor[wording] != quantityNumber else { continue }
        let cue = index.cues[wording]
        let isBeside = cue.isBefore ? end <= number.lowerBound : start >= number.upperBound
        guard isBeside, sides.reaches(cue.isBefore ? end : start, isBefore: cue.isBefore, cue.reach) else {
          continue
        }
        triedFor[wording] = quantityNumber
        if let found = match(wording, number) { candidates.append(found) }
      }
    }
  }

  /// Notes the words of a sentence when its first number is looked at.
  private mutating func enter(_ range: Range<Int>) {
    guard range != sentence else { return }
    sentence = range
    sentenceNumber += 1
    var hit = firstHit(endingAfter: range.lowerBound)
    while hit < hits.count, hits[hit].range.upperBound <= range.upperBound {
      if hits[hit].range.lowerBound >= range.lowerBound {
        seenIn[hits[hit].word] = sentenceNumber
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

  private mutating func match(_ found: Int, _ number: Range<Int>) -> MetricCandidate? {
    let wording = index.wordings[found]
    var near = Int.max
    var start = number.lowerBound
    var end = number.upperBound
    var distance = 0
    let bare = sides.ends[sides.ends.count - 1]
    if !wording.sides.left.isEmpty {
      guard
        let reach = PatternMatch.reach(
          wording.sides.left, of: index.store, in: text, from: sides.ends, bounds: sentence, step: -1)
      else { return nil }
      near = max(0, bare - reach.near)
      start = reach.far
    }
    if !wording.sides.right.isEmpty {
      guard
        let reach = PatternMatch.reach(
          wording.sides.right, of: index.store, in: text, from: sides.starts, bounds: sentence, step: 1)
      else { return nil }
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

  /// How far before a wording its subject stands: in the sentence, else in the one before or in the headings.
  private mutating func distance(to subject: MetricIndex.Subject, before start: Int, limit: Int) -> Int? {
    let index = index
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
        if index.holds(subject.words, hits[same].word) { isOwn = true }
      }
      if let family, !index.holds(subject.families, family) { return nil }
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
    guard let own = subject.family, headings.family(from: passage.section(at: start)) == own else {
      return nil
    }
    return 1000
  }

  /// How far back in a paragraph a subject is sought, in scalars.
  private static let carry = 160

  private mutating func allows(_ conditions: MetricIndex.Conditions, _ number: Range<Int>, _ end: Int)
    -> Bool
  {
    if isSeen(conditions.notSentence) { return false }
    if !conditions.not.isEmpty, stands(conditions.not, near: number, end),
      !stands(conditions.unless, near: number, end)
    {
      return false
    }
    if conditions.need.isEmpty || isSeen(conditions.need) { return true }
    return headings.contains(
      any: index.lists[conditions.need], from: passage.section(at: number.lowerBound))
  }

  /// Whether the sentence holds one of the words.
  private func isSeen(_ words: Range<Int>) -> Bool {
    for place in words where seenIn[index.lists[place]] == sentenceNumber { return true }
    return false
  }

  /// Whether one of the words stands in the number's clause, at most 16 scalars before it or up to `end`.
  private func stands(_ words: Range<Int>, near range: Range<Int>, _ end: Int) -> Bool {
    guard !words.isEmpty else { return false }
    let number = range.lowerBound
    var start = number
    while start > max(sentence.lowerBound, number - 16), !MetricSearch.endsClause(text[start - 1]) {
      start -= 1
    }
    var hit = firstHit(endingAfter: start)
    while hit < hits.count, hits[hit].range.upperBound <= end {
      if hits[hit].range.lowerBound >= start, index.holds(words, hits[hit].word) { return true }
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

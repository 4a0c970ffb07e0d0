import Archive

/// Tells from its headings what each section of a report is about and what part of the report it is.
public struct TopicClassifier: Sendable {
  private let vocabulary: TopicVocabulary
  private let folding: Folding
  private let matcher: WordMatcher
  /// What each word of the matcher counts for.
  private let uses: [[Use]]
  /// Index of the top topic of each topic.
  private let top: [Int]

  private enum Use {
    case strong(Int)
    case weak(Int)
    case block(Int)
    case role(Int)
  }

  public init(vocabulary: TopicVocabulary, scriptTable: ScriptTable) {
    self.init(vocabulary: vocabulary, folding: Folding(scriptTable))
  }

  init(vocabulary: TopicVocabulary, folding: Folding) {
    self.vocabulary = vocabulary
    self.folding = folding
    var words: [[Unicode.Scalar]] = []
    var uses: [[Use]] = []
    var index: [[Unicode.Scalar]: Int] = [:]
    func add(_ word: [Unicode.Scalar], _ use: Use) {
      if let known = index[word] {
        uses[known].append(use)
      } else {
        index[word] = words.count
        words.append(word)
        uses.append([use])
      }
    }
    for (topic, cues) in vocabulary.cues.enumerated() {
      for word in cues.strong { add(word, .strong(topic)) }
      for word in cues.weak { add(word, .weak(topic)) }
      for word in cues.block { add(word, .block(topic)) }
    }
    for (role, cues) in vocabulary.roleCues.enumerated() { for word in cues { add(word, .role(role)) } }
    matcher = WordMatcher(words)
    self.uses = uses
    top = vocabulary.topics.enumerated().map { number, topic in
      topic.parent.flatMap { parent in vocabulary.topics.firstIndex { $0.id == parent } } ?? number
    }
  }

  /// As many results as headings, in their order.
  public func topics(of outline: [Heading]) -> [SectionTopics] {
    var found: [SectionTopics] = []
    found.reserveCapacity(outline.count)
    for heading in outline {
      let above = heading.parent.flatMap { found.indices.contains($0) ? found[$0] : nil }
      found.append(section(folding.folded(heading.title), under: above, level: heading.level))
    }
    return found
  }

  private func section(_ title: [Unicode.Scalar], under above: SectionTopics?, level: Int) -> SectionTopics {
    // Ascending, each once; a title holds a handful of words.
    var seen: [Int] = []
    var roles: [Int] = []
    let text = title.filter { $0 != " " && $0 != "、" && $0 != "“" && $0 != "”" }
    matcher.forEach(in: text[...]) { match in seen.append(match.word) }
    seen = TopicClassifier.distinct(seen)
    for word in seen { for case .role(let role) in uses[word] { roles.append(role) } }
    roles = TopicClassifier.distinct(roles)
    return SectionTopics(
      topic: topic(seen, under: above?.topic, level: level), roles: combined(roles, above?.roles ?? []))
  }

  private static func distinct(_ numbers: [Int]) -> [Int] {
    if numbers.count < 2 { return numbers }
    var distinct: [Int] = []
    for number in numbers.sorted() where number != distinct.last { distinct.append(number) }
    return distinct
  }

  /// A part found above holds below too, until a heading says that it is another part. The leader's duty is told of
  /// inside the other parts.
  private func combined(_ own: [Int], _ inherited: [String]) -> [String] {
    // What is inherited stands in the vocabulary's order already.
    if own.isEmpty { return inherited }
    let names = own.map { vocabulary.roles[$0].id }
    guard names.allSatisfy({ $0 == "leader_duty" }) else { return names }
    return vocabulary.roles.map(\.id).filter { names.contains($0) || inherited.contains($0) }
  }

  // MARK: Topics

  private struct Score {
    var points = 0
    /// Length of the longest cue, in scalars.
    var longest = 0
    var isWeak = true

    mutating func add(_ points: Int, _ length: Int) {
      self.points += points
      longest = max(longest, length)
      if points > 1 { isWeak = false }
    }
    func beats(_ other: Score) -> Bool {
      points != other.points ? points > other.points : longest > other.longest
    }
  }

  /// - Parameter seen: words of the matcher, ascending.
  private func topic(_ seen: [Int], under parent: String?, level: Int) -> String? {
    if seen.isEmpty { return parent }
    let count = vocabulary.topics.count
    var isBlocked = [Bool](repeating: false, count: count)
    for word in seen { for case .block(let topic) in uses[word] { isBlocked[topic] = true } }
    var own = [Score](repeating: Score(), count: count)
    var united = [Score](repeating: Score(), count: count)
    for word in seen {
      let length = matcher.count(of: word)
      // What a top topic gains from this word, once however many of its sub-topics list it.
      var gains: [(topic: Int, points: Int)] = []
      for use in uses[word] {
        let (topic, points): (Int, Int)
        switch use {
        case .strong(let index): (topic, points) = (index, 3)
        case .weak(let index): (topic, points) = (index, 1)
        case .block, .role: continue
        }
        guard !isBlocked[topic], !isBlocked[top[topic]] else { continue }
        own[topic].add(points, length)
        if let known = gains.firstIndex(where: { $0.topic == top[topic] }) {
          gains[known].points = max(gains[known].points, points)
        } else {
          gains.append((top[topic], points))
        }
      }
      for gain in gains { united[gain.topic].add(gain.points, length) }
    }
    guard let best = best(of: united, where: { top[$0] == $0 }) else { return parent }
    if level > 1, parent != nil, united[best].isWeak, vocabulary.yielding.contains(vocabulary.topics[best].id)
    {
      return parent
    }
    // 社会矛盾纠纷行政预防调处化解体系: a weak word of one part does not narrow what a strong one says of the whole.
    let part = self.best(of: own) { top[$0] == best && $0 != best && (!own[$0].isWeak || own[best].isWeak) }
    return vocabulary.topics[part ?? best].id
  }

  private func best(of scores: [Score], where fits: (Int) -> Bool) -> Int? {
    var best: Int?
    for index in scores.indices where fits(index) && scores[index].points > 0 {
      if best.map({ scores[index].beats(scores[$0]) }) ?? true { best = index }
    }
    return best
  }
}

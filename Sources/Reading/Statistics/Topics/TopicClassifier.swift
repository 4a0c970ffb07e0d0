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
    topics(of: outline, titles: outline.map { folding.folded($0.title) })
  }

  /// - Parameter titles: the titles of `outline`, folded.
  func topics(of outline: [Heading], titles: [[Unicode.Scalar]]) -> [SectionTopics] {
    var found: [SectionTopics] = []
    found.reserveCapacity(outline.count)
    for (heading, title) in zip(outline, titles) {
      let above = heading.parent.flatMap { found.indices.contains($0) ? found[$0] : nil }
      found.append(section(title, under: above, level: heading.level))
    }
    return found
  }

  private func section(_ title: [Unicode.Scalar], under above: SectionTopics?, level: Int) -> SectionTopics {
    // Ascending, each once; a title holds a handful of words.
    var seen: [Int] = []
    seen.reserveCapacity(16)
    var roles: [Int] = []
    let text =
      title.contains(where: TopicClassifier.isPassed) ? title.filter { !TopicClassifier.isPassed($0) } : title
    matcher.forEach(in: text[...]) { match in seen.append(match.word) }
    seen = TopicClassifier.distinct(seen)
    for word in seen { for case .role(let role) in uses[word] { roles.append(role) } }
    roles = TopicClassifier.distinct(roles)
    return SectionTopics(
      topic: topic(seen, under: above?.topic, level: level), roles: combined(roles, above?.roles ?? []))
  }

  private static func isPassed(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "、" || scalar == "“" || scalar == "”"
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

  /// The few topics that words of one title speak for.
  private struct Scores {
    private(set) var topics: [(topic: Int, score: Score)] = []

    subscript(topic: Int) -> Score { topics.first { $0.topic == topic }?.score ?? Score() }

    mutating func add(_ topic: Int, _ points: Int, _ length: Int) {
      if let known = topics.firstIndex(where: { $0.topic == topic }) {
        topics[known].score.add(points, length)
      } else {
        var score = Score()
        score.add(points, length)
        topics.append((topic, score))
      }
    }

    /// Of equals the first in the vocabulary's order.
    func best(where fits: (Int) -> Bool) -> Int? {
      var best: (topic: Int, score: Score)?
      for (topic, score) in topics where fits(topic) {
        guard let known = best else {
          best = (topic, score)
          continue
        }
        if score.beats(known.score) || topic < known.topic && !known.score.beats(score) {
          best = (topic, score)
        }
      }
      return best?.topic
    }
  }

  /// - Parameter seen: words of the matcher, ascending.
  private func topic(_ seen: [Int], under parent: String?, level: Int) -> String? {
    if seen.isEmpty { return parent }
    var blocked: [Int] = []
    for word in seen { for case .block(let topic) in uses[word] { blocked.append(topic) } }
    var own = Scores()
    var united = Scores()
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
        guard !blocked.contains(topic), !blocked.contains(top[topic]) else { continue }
        own.add(topic, points, length)
        if let known = gains.firstIndex(where: { $0.topic == top[topic] }) {
          gains[known].points = max(gains[known].points, points)
        } else {
          gains.append((top[topic], points))
        }
      }
      for gain in gains { united.add(gain.topic, gain.points, length) }
    }
    guard let best = united.best(where: { top[$0] == $0 }) else { return parent }
    let isWeak = united[best].isWeak
    if level > 1, parent != nil, isWeak, vocabulary.yielding.contains(vocabulary.topics[best].id) {
      return parent
    }
    // 社会矛盾纠纷行政预防调处化解体系: a weak word of one part does not narrow what a strong one says of the whole.
    let isOwnWeak = own[best].isWeak
    let part = own.best { top[$0] == best && $0 != best && (!own[$0].isWeak || isOwnWeak) }
    return vocabulary.topics[part ?? best].id
  }
}

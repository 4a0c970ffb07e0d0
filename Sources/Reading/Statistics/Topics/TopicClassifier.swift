import Archive

/// Tells from its headings what each section of a report is about and what part of the report it is.
public struct TopicClassifier: Sendable {
  private let vocabulary: TopicVocabulary
  private let folding: Folding
  private let matcher: WordMatcher
  /// What the words of the matcher count for: those of a word from `firstUse[word]` to `firstUse[word + 1]`.
  private let uses: [Use]
  private let firstUse: [Int]
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
    self.uses = uses.flatMap { $0 }
    firstUse = uses.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
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
    var notes = Notes()
    for index in 0..<min(outline.count, titles.count) {
      let above = outline[index].parent.flatMap { found.indices.contains($0) ? $0 : nil }
      note(titles[index], in: &notes)
      let topic = topic(&notes, under: above.flatMap { found[$0].topic }, level: outline[index].level)
      found.append(
        SectionTopics(topic: topic, roles: combined(notes.roles, above.map { found[$0].roles } ?? [])))
    }
    return found
  }

  /// What one title holds; made anew for each in the memory of the one before.
  private struct Notes {
    /// The title without the marks that are passed over, where it holds any.
    var title: [Unicode.Scalar] = []
    /// Words of the matcher, ascending, each once.
    var seen: [Int] = []
    /// Likewise.
    var roles: [Int] = []
    var blocked: [Int] = []
    var own = Scores()
    var united = Scores()
    /// What a top topic gains from one word, once however many of its sub-topics list it.
    var gains: [(topic: Int, points: Int)] = []
  }

  private func note(_ title: [Unicode.Scalar], in notes: inout Notes) {
    notes.seen.removeAll(keepingCapacity: true)
    notes.roles.removeAll(keepingCapacity: true)
    if title.contains(where: TopicClassifier.isPassed) {
      notes.title.removeAll(keepingCapacity: true)
      for scalar in title where !TopicClassifier.isPassed(scalar) { notes.title.append(scalar) }
      noteWords(of: notes.title[...], &notes.seen)
    } else {
      noteWords(of: title[...], &notes.seen)
    }
    TopicClassifier.reduceToDistinct(&notes.seen)
    for word in notes.seen {
      for use in firstUse[word]..<firstUse[word + 1] {
        if case .role(let role) = uses[use] { notes.roles.append(role) }
      }
    }
    TopicClassifier.reduceToDistinct(&notes.roles)
  }

  private func noteWords(of title: Scalars, _ words: inout [Int]) {
    matcher.forEach(in: title) { match in words.append(match.word) }
  }

  private static func isPassed(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "、" || scalar == "“" || scalar == "”"
  }

  private static func reduceToDistinct(_ numbers: inout [Int]) {
    if numbers.count < 2 { return }
    numbers.sort()
    var kept = 1
    for index in 1..<numbers.count where numbers[index] != numbers[kept - 1] {
      numbers[kept] = numbers[index]
      kept += 1
    }
    numbers.removeSubrange(kept...)
  }

  /// Parts that follow one another in a report.
  private static let parts: Set<String> = ["achievements", "problems", "plan"]
  /// Those whose headings speak of the others without being them: 补齐基层短板 is planned.
  private static let settling: Set<String> = ["problems", "plan"]

  /// A part found above holds below too, until a heading says that it is another part. Below shortcomings or plans none
  /// does; below a heading that names both, one of them may. The leader's duty is told of inside the other parts.
  private func combined(_ own: [Int], _ inherited: [String]) -> [String] {
    var names = own.map { vocabulary.roles[$0].id }
    if inherited.contains(where: TopicClassifier.settling.contains) {
      names.removeAll { TopicClassifier.parts.contains($0) && !inherited.contains($0) }
    }
    // What is inherited stands in the vocabulary's order already.
    if names.isEmpty { return inherited }
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

    mutating func removeAll() { topics.removeAll(keepingCapacity: true) }

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

  private func topic(_ notes: inout Notes, under parent: String?, level: Int) -> String? {
    if notes.seen.isEmpty { return parent }
    notes.blocked.removeAll(keepingCapacity: true)
    notes.own.removeAll()
    notes.united.removeAll()
    for word in notes.seen {
      for use in firstUse[word]..<firstUse[word + 1] {
        if case .block(let topic) = uses[use] { notes.blocked.append(topic) }
      }
    }
    for word in notes.seen {
      let length = matcher.count(of: word)
      notes.gains.removeAll(keepingCapacity: true)
      for use in firstUse[word]..<firstUse[word + 1] {
        let (topic, points): (Int, Int)
        switch uses[use] {
        case .strong(let index): (topic, points) = (index, 3)
        case .weak(let index): (topic, points) = (index, 1)
        case .block, .role: continue
        }
        guard !notes.blocked.contains(topic), !notes.blocked.contains(top[topic]) else { continue }
        notes.own.add(topic, points, length)
        if let known = notes.gains.firstIndex(where: { $0.topic == top[topic] }) {
          notes.gains[known].points = max(notes.gains[known].points, points)
        } else {
          notes.gains.append((top[topic], points))
        }
      }
      for gain in notes.gains { notes.united.add(gain.topic, gain.points, length) }
    }
    let (own, united) = (notes.own, notes.united)
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

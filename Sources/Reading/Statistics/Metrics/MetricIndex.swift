import Archive

/// All rules compiled: one word finder for every cue, condition and subject, and what each word stands for.
///
/// A class: every passage's search holds it, and copying its arrays one by one would be counted in references.
final class MetricIndex: Sendable {
  /// A pattern and the metric it finds.
  struct Wording: Sendable {
    let metric: Int
    let sides: PatternStore.Sides
    /// Characters over which the subject may stand off; nil for a pattern without one.
    let subjectLimit: Int?
  }

  /// Where the words stand that a pattern is known by. One byte, apart from the rest of a wording: it is looked at ten
  /// times as often.
  struct Cue: Sendable {
    /// Whether they stand before the number.
    let isBefore: Bool
    /// How far the gap between them and the number reaches; nil when nothing but small words may stand there.
    let reach: MetricPattern.Gap.Reach?
  }

  /// The words that open a pattern over a `{-}`. Its lists are ranges of `lists`, so that no reference is counted when
  /// a pattern is tried.
  struct Subject: Sendable {
    let words: Range<Int>
    /// Family of these words, index in the vocabulary's `subjects`; nil when they belong to none.
    let family: Int?
    /// Families that any word of the pattern belongs to: no bar to its `{-}`.
    let families: Range<Int>
  }

  /// The words that allow or cancel a hit: ranges of `lists`, which has the indices of words.
  struct Conditions: Sendable {
    let need: Range<Int>
    let not: Range<Int>
    let unless: Range<Int>
    let notSentence: Range<Int>
  }

  let finder: WordMatcher
  let wordCount: Int
  let store: PatternStore
  let wordings: [Wording]
  /// By wording.
  let cues: [Cue]
  /// What the ranges of subjects and conditions lie in.
  let lists: [Int]
  /// By wording.
  let subjects: [Subject]
  /// By metric.
  let conditions: [Conditions]
  /// The wordings whose cue a word is and whose metric takes a unit:
  /// `cueWordings[firstCueWording[cell]..<firstCueWording[cell + 1]]` with `cell = word * units.count + column`.
  let cueWordings: [Int32]
  let firstCueWording: [Int32]
  /// By word: the columns for which it is the cue of a wording, one bit each, those from the 63rd on together.
  let cueColumns: [UInt64]
  /// By word: the family it belongs to.
  let familyByWord: [Int?]
  /// Units that some metric takes, to their column.
  let units: [ByteKey: Int]
  /// `beats[winner * metrics + loser]`.
  let beats: [Bool]
  /// Scalars of the longest word.
  let longestWord: Int
  /// How far from the number a cue can stand, in scalars.
  let windowBefore: Int
  let windowBehind: Int

  init(_ vocabulary: MetricVocabulary) {
    var words: [[Unicode.Scalar]] = []
    var numbers: [[Unicode.Scalar]: Int] = [:]
    func number(_ word: [Unicode.Scalar]) -> Int {
      if let known = numbers[word] { return known }
      numbers[word] = words.count
      words.append(word)
      return words.count - 1
    }
    var lists: [Int] = []
    func list(_ numbers: [Int]) -> Range<Int> {
      lists += numbers
      return (lists.count - numbers.count)..<lists.count
    }
    var families: [Int: Int] = [:]
    for (family, spellings) in vocabulary.subjects.enumerated() {
      for word in spellings { families[number(word)] = family }
    }
    let store = PatternStore(vocabulary.rules.flatMap(\.patterns))
    var wordings: [Wording] = []
    var subjects: [Subject] = []
    var cues: [Cue] = []
    var cueWords: [[Int]] = []
    var conditions: [Conditions] = []
    var units: [ByteKey: Int] = [:]
    var reaches = (before: 0, behind: 0)
    for (metric, rule) in vocabulary.rules.enumerated() {
      for pattern in rule.patterns {
        let family = MetricIndex.families(of: pattern.subject ?? [], in: vocabulary.subjects)
        let others = MetricIndex.families(of: pattern.leftWords, in: vocabulary.subjects)
        subjects.append(
          Subject(
            words: list((pattern.subject ?? []).map(number)), family: family.first,
            families: list(family + others)))
        let cue = pattern.cue
        cues.append(Cue(isBefore: cue.isBefore, reach: cue.gap?.reach))
        cueWords.append(cue.words.map(number))
        wordings.append(
          Wording(
            metric: metric, sides: store.sides[wordings.count],
            subjectLimit: pattern.subject == nil ? nil : pattern.subjectLimit))
        reaches.before = max(reaches.before, MetricIndex.reach(pattern.left))
        reaches.behind = max(reaches.behind, MetricIndex.reach(pattern.right))
      }
      conditions.append(
        Conditions(
          need: list(rule.need.map(number)), not: list(rule.not.map(number)),
          unless: list(rule.unless.map(number)), notSentence: list(rule.notSentence.map(number))))
      for unit in rule.units where units[ByteKey(unit)] == nil { units[ByteKey(unit)] = units.count }
    }
    var byWord = [[Int]](repeating: [], count: words.count)
    for (wording, cue) in cueWords.enumerated() { for word in cue { byWord[word].append(wording) } }
    let columns = vocabulary.rules.map { rule in Set(rule.units.compactMap { units[ByteKey($0)] }) }
    var cueWordings: [Int32] = []
    var firstCueWording: [Int32] = [0]
    for all in byWord {
      for column in 0..<units.count {
        cueWordings += all.filter { columns[wordings[$0].metric].contains(column) }.map(Int32.init)
        firstCueWording.append(Int32(cueWordings.count))
      }
    }
    var beats = [Bool](repeating: false, count: vocabulary.rules.count * vocabulary.rules.count)
    for pair in vocabulary.beats { beats[pair.winner * vocabulary.rules.count + pair.loser] = true }
    finder = WordMatcher(words)
    wordCount = words.count
    longestWord = words.map(\.count).max() ?? 0
    self.wordings = wordings
    self.cues = cues
    self.conditions = conditions
    self.subjects = subjects
    self.lists = lists
    self.store = store
    self.cueWordings = cueWordings
    cueColumns = byWord.indices.map { word in
      (0..<units.count).reduce(UInt64(0)) { bits, column in
        let cell = word * units.count + column
        return firstCueWording[cell] == firstCueWording[cell + 1] ? bits : bits | 1 << UInt64(min(column, 63))
      }
    }
    self.firstCueWording = firstCueWording
    familyByWord = (0..<words.count).map { families[$0] }
    self.units = units
    self.beats = beats
    windowBefore = reaches.before + LeadWords.reach
    windowBehind = reaches.behind + LeadWords.reach
  }

  /// Whether a range of `lists` holds a number.
  @inline(__always) func holds(_ list: Range<Int>, _ number: Int) -> Bool {
    for place in list where lists[place] == number { return true }
    return false
  }

  private static func families(of words: [[Unicode.Scalar]], in subjects: [[[Unicode.Scalar]]]) -> [Int] {
    subjects.indices.filter { family in
      words.contains { word in subjects[family].contains { word[...].firstIndex(of: $0) != nil } }
    }
  }

  /// Scalars from the number to the far end of the first run that must be there.
  private static func reach(_ items: [MetricPattern.Item]) -> Int {
    var reach = 0
    for item in items {
      switch item {
      case .gap(let gap): reach += gap.limit
      case .words(let words):
        reach += words.map(\.count).max() ?? 0
        if !words.contains([]) { return reach }
      }
    }
    return reach
  }
}

/// A wording around a number, as a curator writes it: `(审查|审核){~}合同{N}`.
struct MetricPattern: Sendable {
  /// What may stand between two runs of words.
  struct Gap: Sendable, Equatable {
    enum Reach: UInt8, Sendable, Comparable {
      /// `{~}` words of one phrase, `{、}` also 、 and :, `{,}` also commas, `{-}` also other numbers.
      case phrase, list, clauses, sentence

      static func < (left: Reach, right: Reach) -> Bool { left.rawValue < right.rawValue }
    }
    let reach: Reach
    /// In characters.
    let limit: Int

    /// Whether the gap may lie over the scalar.
    @inline(__always) func passes(_ scalar: Unicode.Scalar) -> Bool {
      // Nearly everything is Han.
      if scalar.isHan { return true }
      return switch scalar {
      case "。", ";", "!", "?", "\n": false
      case ",": reach.rawValue >= Reach.clauses.rawValue
      case "、", ":": reach != .phrase
      case "0"..."9": reach == .sentence
      default: true
      }
    }
  }

  enum Item: Sendable {
    /// One of these, which may include the empty word; spelt from the number outwards.
    case words([[Unicode.Scalar]])
    case gap(Gap)
  }

  /// What stands before the number and behind it, both from the number outwards.
  var left: [Item]
  var right: [Item]

  /// The words of an outermost run that a `{-}` joins to the rest: what the clause is about.
  var subject: [[Unicode.Scalar]]?
  /// Characters of the same sentence over which the subject may stand off.
  var subjectLimit = 0

  init(left: [Item], right: [Item]) {
    self.left = left
    self.right = right
    if left.count >= 3, case .words(let words) = left[left.count - 1],
      case .gap(let gap) = left[left.count - 2],
      gap.reach == .sentence, words.allSatisfy({ !$0.isEmpty })
    {
      subject = words.map { $0.reversed() }
      subjectLimit = gap.limit
      self.left.removeLast(2)
    }
  }

  /// All words before the number without the subject, spelt forwards.
  var leftWords: [[Unicode.Scalar]] {
    left.flatMap { item -> [[Unicode.Scalar]] in
      guard case .words(let words) = item else { return [] }
      return words.map { $0.reversed() }
    }
  }

  /// The run of words nearest to the number that cannot be missing, spelt forwards; it stands before the number where
  /// there is one. The gap covers all that may lie between them.
  var cue: (words: [[Unicode.Scalar]], isBefore: Bool, gap: Gap?) {
    for (side, isBefore) in [(left, true), (right, false)] {
      var gap: Gap?
      for item in side {
        switch item {
        case .gap(let next):
          gap = Gap(
            reach: max(gap?.reach ?? .phrase, next.reach), limit: (gap?.limit ?? 0) + next.limit)
        case .words(let words):
          if !words.contains([]) { return (isBefore ? words.map { $0.reversed() } : words, isBefore, gap) }
          // Words that may be missing can hold anything a phrase cannot pass, such as 、.
          gap = Gap(reach: .sentence, limit: (gap?.limit ?? 0) + (words.map(\.count).max() ?? 0))
        }
      }
    }
    return ([], true, nil)
  }
}

/// How far the text beside a number can be passed, seen once for all patterns that are tried on it.
struct NumberSides {
  /// Outermost positions that gaps of each reach get to, by `Gap.Reach.rawValue`.
  private var before = (0, 0, 0, 0)
  private var behind = (0, 0, 0, 0)
  /// Where a wording may end or begin beside the number, small words such as 共计 passed; never empty once looked at.
  private(set) var ends: [Int] = []
  private(set) var starts: [Int] = []

  /// Looks at another number, in the memory of the one before.
  mutating func look(
    at number: Range<Int>, in text: [Unicode.Scalar], sentence: Range<Int>, before far: Int, behind wide: Int
  ) {
    LeadWords.ends(before: number.lowerBound, in: text, from: sentence.lowerBound, into: &ends)
    LeadWords.starts(behind: number.upperBound, in: text, to: sentence.upperBound, into: &starts)
    before = NumberSides.limits(
      text, number.lowerBound, max(sentence.lowerBound, number.lowerBound - far), -1)
    behind = NumberSides.limits(
      text, number.upperBound, min(sentence.upperBound, number.upperBound + wide), 1)
  }

  /// Whether words that end (or, behind the number, begin) at a position can be the nearest of a pattern.
  @inline(__always) func reaches(_ position: Int, isBefore: Bool, _ reach: MetricPattern.Gap.Reach?) -> Bool {
    guard let reach else {
      return isBefore ? position >= ends[ends.count - 1] : position <= starts[starts.count - 1]
    }
    let limits = isBefore ? before : behind
    let limit =
      switch reach {
      case .phrase: limits.0
      case .list: limits.1
      case .clauses: limits.2
      case .sentence: limits.3
      }
    // Small words may lie between the number and the gap.
    return isBefore
      ? position >= min(limit, ends[ends.count - 1]) : position <= max(limit, starts[starts.count - 1])
  }

  private static func limits(_ text: [Unicode.Scalar], _ start: Int, _ end: Int, _ step: Int) -> (
    Int, Int, Int, Int
  ) {
    var limits = (end, end, end, end)
    var level = 0
    var position = start
    while position != end {
      let stop = barrier(text[step < 0 ? position - 1 : position])
      if stop > level {
        if level < 1 { limits.0 = position }
        if level < 2, stop >= 2 { limits.1 = position }
        if level < 3, stop >= 3 { limits.2 = position }
        if stop >= 4 {
          limits.3 = position
          return limits
        }
        level = stop
      }
      position += step
    }
    return limits
  }

  /// 1 stops phrases, 2 lists as well, 3 clauses, 4 everything.
  @inline(__always) private static func barrier(_ scalar: Unicode.Scalar) -> Int {
    // Nearly everything is Han.
    if scalar.isHan { return 0 }
    return switch scalar {
    case "、", ":", "》", "《": 1
    case ",": 2
    case "0"..."9": 3
    case "。", ";", "!", "?", "\n": 4
    default: 0
    }
  }
}

import Archive

extension CheckFinder {
  /// Not all parts need be named behind these.
  private static let sampling: WordList = "包括 主要 等 含 占"
  private static let among = Array("其中".unicodeScalars)

  /// Parts in brackets or behind 其中 against the total before them.
  func sumChecks() -> [Check] {
    quantities.indices.compactMap { total in
      guard isPlain(total), quantities[total].unit != "%", let parts = parts(of: total),
        parts.members.count >= 2
      else { return nil }
      return sum(total, parts)
    }
  }

  /// The longest list of parts that is added up.
  private static let mostParts = 60

  private struct Parts {
    var members: [Int]
    /// The list is closed by its bracket.
    var isClosed: Bool
    /// 其中, 包括, 等: not all parts need be named.
    var isSample: Bool
  }

  /// The figures of one unit that follow a total inside a bracket, or behind 其中 up to the end of the sentence.
  private func parts(of total: Int) -> Parts? {
    guard total + 1 < quantities.count, isSameSentence(total, total + 1) else { return nil }
    let opening = text(between: total, and: total + 1)
    guard opening.prefix(3).contains(where: { $0 == "(" || $0 == "其" }) else { return nil }
    let bracket = opening.firstIndex(of: "(")
    let sample = opening.firstIndex(of: CheckFinder.among)
    // The list starts right behind the total, at most a comma before it.
    guard let start = bracket ?? sample, start - opening.startIndex <= 2 else { return nil }
    var members: [Int] = []
    var isClosed = false
    var isSample = sample != nil
    var index = total + 1
    while index < quantities.count, isSameSentence(total, index) {
      let between = index == total + 1 ? opening : text(between: index - 1, and: index)
      if index > total + 1, bracket != nil, between.contains(")") {
        isClosed = true
        break
      }
      if between.contains(";"), bracket == nil { break }
      if between.contains(any: CheckFinder.sampling) { isSample = true }
      guard quantities[index].unit == quantities[total].unit, isPlain(index) else { break }
      members.append(index)
      // A sentence of thousands of figures, each with its 其中, is no list of parts.
      if members.count > CheckFinder.mostParts { return nil }
      index += 1
    }
    if bracket != nil, !isClosed, let last = members.last { isClosed = closes(behind: last) }
    return bracket == nil || isClosed ? Parts(members: members, isClosed: isClosed, isSample: isSample) : nil
  }

  private func closes(behind index: Int) -> Bool {
    let passage = passages[quantities[index].place.textBlock]
    let start = passage.text.scalar(at: quantities[index].place.range.upperBound)
    let rest = passage.text.folded[start...].prefix(12)
    guard let close = rest.firstIndex(of: ")") else { return false }
    return !rest[..<close].contains { $0.isDigit }
  }

  private func sum(_ total: Int, _ parts: Parts) -> Check? {
    let counts = parts.members.compactMap(count)
    guard let whole = count(total), counts.count == parts.members.count else { return nil }
    var running = 0
    for (position, part) in counts.enumerated() {
      running += part.value
      // Behind 其中 other things may be told after the parts.
      if running == whole.value, position >= 1, !parts.isClosed || position == counts.count - 1 {
        return check(total, Array(parts.members[...position]), running, .equal)
      }
    }
    // A list that names some parts only may be less than the whole, never more.
    guard parts.isClosed, !parts.isSample || running > whole.value else { return nil }
    // One part may be a part of another: 受理10件(审结9件,其中纠错1件).
    if counts.contains(where: { $0.value == whole.value }) { return nil }
    let least = counts.reduce(0) { $0 + $1.range.lowerBound }
    let most = counts.reduce(0) { $0 + $1.range.upperBound }
    let isWithin = (least...most).overlaps(whole.range)
    // Of parts that need not be all, being near the whole says nothing.
    if isWithin, parts.isSample { return nil }
    return check(total, parts.members, running, isWithin ? .rounded : .different)
  }

  private enum Outcome {
    case equal
    /// Total and parts are rounded each by itself.
    case rounded
    case different
  }

  private func check(_ total: Int, _ members: [Int], _ sum: Int, _ outcome: Outcome) -> Check {
    let terms = members.map { quantities[$0].value.description }.joined(separator: " + ")
    let whole = quantities[total].value
    let words =
      switch outcome {
      case .equal: "与所载总数相符。"
      case .rounded: "与所载总数\(whole)之差不超出各数取整的出入。"
      case .different: "与所载总数\(whole)不相符；可能有未列出或重复计算的部分，原文未说明。"
      }
    return Check(
      kind: .sum, holds: outcome != .different, stated: whole, computed: Amount(sum),
      quantities: [total] + members, note: "\(terms) = \(sum)，\(words)", line: quantities[total].place.line)
  }
}

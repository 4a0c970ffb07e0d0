/// Tries one side of a pattern on the text beside a number.
enum PatternMatch {
  struct Reach {
    /// Where the nearest words begin, seen from the number, and where the outermost end.
    let near: Int
    let far: Int
  }

  /// - Parameters:
  ///   - positions: where the side may begin; the first that fits counts.
  ///   - bounds: what may be looked at: the sentence.
  ///   - step: -1 before the number, 1 behind it.
  static func reach(
    _ items: Range<Int>, of store: PatternStore, in text: [Unicode.Scalar], from positions: [Int],
    bounds: Range<Int>, step: Int
  ) -> Reach? {
    text.withUnsafeBufferPointer { text in
      var walk = Walk(
        items: UnsafeBufferPointer(store.items), words: UnsafeBufferPointer(store.words),
        scalars: UnsafeBufferPointer(store.scalars), text: text, bounds: bounds, step: step)
      for position in positions {
        walk.fuel = Walk.fullFuel
        if let reach = walk.from(position, items.lowerBound, items.upperBound, nil) { return reach }
      }
      return nil
    }
  }
}

/// One try of one side of a pattern.
private struct Walk {
  let items: UnsafeBufferPointer<PatternStore.Item>
  let words: UnsafeBufferPointer<Range<Int>>
  let scalars: UnsafeBufferPointer<Unicode.Scalar>
  let text: UnsafeBufferPointer<Unicode.Scalar>
  let bounds: Range<Int>
  let step: Int
  /// Steps left for the wording at hand; only three wide gaps in a row use them up.
  var fuel = fullFuel
  static let fullFuel = 6000

  /// Nearest words first, so that the first match found is the tightest.
  mutating func from(_ position: Int, _ next: Int, _ last: Int, _ near: Int?) -> PatternMatch.Reach? {
    guard next < last else { return PatternMatch.Reach(near: near ?? position, far: position) }
    let item = items[next]
    guard let gap = item.gap else {
      guard mayStand(item, position) else { return nil }
      for number in item.firstWord..<item.lastWord where stands(words[number], position) {
        let length = words[number].count
        let near = length == 0 ? near : near ?? position
        if let reach = from(position + step * length, next + 1, last, near) { return reach }
      }
      return nil
    }
    var end = position
    for _ in 0...gap.limit {
      fuel -= 1
      guard fuel > 0 else { return nil }
      if let reach = from(end, next + 1, last, near) { return reach }
      let beside = step < 0 ? end - 1 : end
      guard bounds.contains(beside), gap.passes(text[beside]) else { return nil }
      // 发出《责令履行通知书》3份 counts papers: words of a title are no wording of the number beside it.
      if near == nil, text[beside] == "》" || text[beside] == "《" { return nil }
      end += step
    }
    return nil
  }

  @inline(__always) private func mayStand(_ item: PatternStore.Item, _ position: Int) -> Bool {
    if item.firsts == .max { return true }
    let index = step < 0 ? position - 1 : position
    return bounds.contains(index) && item.firsts & 1 << UInt64(text[index].value & 63) != 0
  }

  @inline(__always) private func stands(_ word: Range<Int>, _ position: Int) -> Bool {
    var index = step < 0 ? position - 1 : position
    for scalar in word {
      guard index >= bounds.lowerBound, index < bounds.upperBound, text[index] == scalars[scalar] else {
        return false
      }
      index += step
    }
    return true
  }
}

/// Tries one side of a pattern on the text beside a number.
struct PatternMatch {
  let store: PatternStore
  let text: [Unicode.Scalar]
  /// What may be looked at: the sentence.
  var bounds: Range<Int>
  /// Steps left for the wording at hand; only three wide gaps in a row use them up.
  private var fuel = 0

  init(store: PatternStore, text: [Unicode.Scalar]) {
    self.store = store
    self.text = text
    bounds = 0..<text.count
  }

  struct Reach {
    /// Where the nearest words begin, seen from the number, and where the outermost end.
    let near: Int
    let far: Int
  }

  /// - Parameter step: -1 before the number, 1 behind it.
  mutating func reach(_ items: Range<Int>, from position: Int, step: Int) -> Reach? {
    fuel = 6000
    return walk(items, position, step, nil)
  }

  /// Nearest words first, so that the first match found is the tightest.
  private mutating func walk(_ items: Range<Int>, _ position: Int, _ step: Int, _ near: Int?) -> Reach? {
    guard !items.isEmpty else { return Reach(near: near ?? position, far: position) }
    let rest = items.dropFirst()
    let item = store.items[items.lowerBound]
    guard let gap = item.gap else {
      for word in item.firstWord..<item.lastWord where stands(store.words[word], position, step) {
        let length = store.words[word].count
        if let reach = walk(rest, position + step * length, step, length == 0 ? near : near ?? position) {
          return reach
        }
      }
      return nil
    }
    var end = position
    for _ in 0...gap.limit {
      fuel -= 1
      guard fuel > 0 else { return nil }
      if let reach = walk(rest, end, step, near) { return reach }
      let next = step < 0 ? end - 1 : end
      guard bounds.contains(next), gap.passes(text[next]) else { return nil }
      // 发出《责令履行通知书》3份 counts papers: words of a title are no wording of the number beside it.
      if near == nil, text[next] == "》" || text[next] == "《" { return nil }
      end += step
    }
    return nil
  }

  @inline(__always) private func stands(_ word: Range<Int>, _ position: Int, _ step: Int) -> Bool {
    var index = step < 0 ? position - 1 : position
    for scalar in word {
      guard index >= bounds.lowerBound, index < bounds.upperBound, text[index] == store.scalars[scalar] else {
        return false
      }
      index += step
    }
    return true
  }
}

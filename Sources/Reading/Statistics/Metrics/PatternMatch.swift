/// Tries one side of a pattern on the text beside a number.
struct PatternMatch {
  let text: [Unicode.Scalar]
  /// What may be looked at: the sentence.
  let bounds: Range<Int>

  struct Reach {
    /// Where the nearest words begin, seen from the number, and where the outermost end.
    let near: Int
    let far: Int
  }

  /// Steps a wording may cost; only three wide gaps in a row come near it.
  private static let fuel = 6000

  func left(_ items: [MetricPattern.Item], from position: Int) -> Reach? {
    var fuel = PatternMatch.fuel
    return walk(items[...], position, -1, nil, &fuel)
  }

  func right(_ items: [MetricPattern.Item], from position: Int) -> Reach? {
    var fuel = PatternMatch.fuel
    return walk(items[...], position, 1, nil, &fuel)
  }

  /// Nearest words first, so that the first match found is the tightest.
  private func walk(
    _ items: ArraySlice<MetricPattern.Item>, _ position: Int, _ step: Int, _ near: Int?, _ fuel: inout Int
  ) -> Reach? {
    guard let item = items.first else { return Reach(near: near ?? position, far: position) }
    let rest = items.dropFirst()
    switch item {
    case .words(let words):
      for word in words where stands(word, position, step) {
        let end = position + step * word.count
        if let reach = walk(rest, end, step, word.isEmpty ? near : near ?? position, &fuel) { return reach }
      }
      return nil
    case .gap(let gap):
      var end = position
      for _ in 0...gap.limit {
        fuel -= 1
        guard fuel > 0 else { return nil }
        if let reach = walk(rest, end, step, near, &fuel) { return reach }
        let next = step < 0 ? end - 1 : end
        guard bounds.contains(next), gap.passes(text[next]) else { return nil }
        // 发出《责令履行通知书》3份 counts papers: words of a title are no wording of the number beside it.
        if near == nil, text[next] == "》" || text[next] == "《" { return nil }
        end += step
      }
      return nil
    }
  }

  /// Words are spelt from the number outwards.
  @inline(__always) private func stands(_ word: [Unicode.Scalar], _ position: Int, _ step: Int) -> Bool {
    var index = step < 0 ? position - 1 : position
    for scalar in word {
      guard bounds.contains(index), text[index] == scalar else { return false }
      index += step
    }
    return true
  }
}

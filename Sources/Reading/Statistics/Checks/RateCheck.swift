import Archive

extension CheckFinder {
  /// Stated rates against the counts they are made of, or, when one count is not stated, against the whole numbers
  /// that could have made them.
  func rateChecks() -> [Check] {
    quantities.indices.compactMap { index in
      guard quantities[index].unit == "%", isPlain(index), Ratio.takes(quantities[index].value),
        let id = quantities[index].metric, let metric = metrics[id],
        let numerator = metric.numerator, let denominator = metric.denominator
      else { return nil }
      let base = count(denominator, near: index)
      guard let base else { return nil }
      if let part = count(numerator, near: index), part != base { return rate(index, part, base) }
      return wholeNumber(index, base)
    }
  }

  /// The count of a metric that stands in the rate's sentence, or else in the sentence's paragraph alone of its kind.
  private func count(_ metric: String, near rate: Int) -> Int? {
    let all = (byMetric[metric] ?? []).filter {
      isPlain($0) && quantities[$0].value.decimals == 0
        && quantities[$0].place.textBlock == quantities[rate].place.textBlock
    }
    let beside = all.filter { isSameSentence($0, rate) }
    if let before = beside.last(where: { $0 < rate }) ?? beside.first { return before }
    return all.count == 1 ? all[0] : nil
  }

  private func rate(_ rate: Int, _ part: Int, _ base: Int) -> Check? {
    let stated = quantities[rate].value
    guard let n = count(part), let m = count(base), let ratio = Ratio(n, of: m) else { return nil }
    let agreement = ratio.agreement(with: stated)
    // 出庭率 and the like have more than one base: a whole number of another count in the sentence may fit.
    if agreement == nil, fitsOtherBase(rate, besides: [part, base]) { return nil }
    let computed = ratio.percent(decimals: 3)
    let outcome =
      switch agreement {
      case .exact: "与所载\(stated)%相符。"
      case .rounded: "所载数字是取整后的数，按取整前可能的数计算，可与所载\(stated)%相符。"
      case nil: "与所载\(stated)%不相符；可能另有基数或口径，原文未说明。"
      }
    return Check(
      kind: .rate, holds: agreement != nil, stated: stated, computed: computed,
      quantities: [rate, part, base], note: "\(n.value) ÷ \(m.value) = \(computed)%，\(outcome)",
      line: quantities[rate].place.line)
  }

  /// Is there any whole number of `base` cases that rounds to the rate?
  private func wholeNumber(_ rate: Int, _ base: Int) -> Check? {
    let stated = quantities[rate].value
    guard let count = count(base), (1...CheckFinder.largestBase).contains(count.value),
      !Ratio.fits(stated, of: count), !fitsOtherBase(rate, besides: [base])
    else { return nil }
    let m = count.value
    let below = Int(stated.approximate * Double(m) / 100)
    let (low, high) = (
      Ratio.percent(below, of: m, decimals: 2), Ratio.percent(below + 1, of: m, decimals: 2)
    )
    let rounding = count.isRounded ? "，计入基数取整的出入也是如此" : ""
    return Check(
      kind: .rate, holds: false, stated: stated, computed: Ratio.percent(below, of: m, decimals: 3),
      quantities: [rate, base],
      note: "以\(m)为基数，没有任何整数能得出\(stated)%（\(below)对应\(low)%，\(below + 1)对应\(high)%）\(rounding)；可能另有基数或口径，"
        + "原文未说明。",
      line: quantities[rate].place.line)
  }

  /// In a larger base some whole number fits nearly any rate.
  private static let largestBase = 100_000
  /// In quantities.
  private static let farthestBase = 60

  /// Another count of the same sentence, of the same unit, that the rate could rest on.
  private func fitsOtherBase(_ rate: Int, besides used: [Int]) -> Bool {
    let unit = used.last.map { quantities[$0].unit }
    // Further off in a sentence of thousands of figures nothing belongs to the rate.
    let near = (rate - CheckFinder.farthestBase)..<(rate + CheckFinder.farthestBase)
    return sentence(of: rate).clamped(to: near).contains { index in
      guard !used.contains(index), index != rate, quantities[index].unit == unit,
        let base = count(index), (1...CheckFinder.largestBase).contains(base.value)
      else { return false }
      return Ratio.fits(quantities[rate].value, of: base)
    }
  }
}

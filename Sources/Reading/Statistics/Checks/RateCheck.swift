import Archive

extension CheckFinder {
  /// Stated rates against the counts they are made of, or, when one count is not stated, against the whole numbers
  /// that could have made them.
  func rateChecks() -> [Check] {
    quantities.indices.compactMap { index in
      guard quantities[index].unit == "%", isPlain(index), let id = quantities[index].metric,
        let metric = metrics[id], let numerator = metric.numerator, let denominator = metric.denominator
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
    let (stated, n, m) = (
      quantities[rate].value, quantities[part].value.digits, quantities[base].value.digits
    )
    guard m > 0, n >= 0, n < 1_000_000_000 else { return nil }
    let computed = Ratio(n, m)
    let holds = computed.prints(as: stated)
    // 出庭率 and the like have more than one base: a whole number of another count in the sentence may fit.
    if !holds, fitsOtherBase(rate, besides: [part, base]) { return nil }
    return Check(
      kind: .rate, holds: holds, stated: stated, computed: computed.percent(decimals: 3),
      quantities: [rate, part, base],
      note: holds
        ? "\(n) ÷ \(m) = \(computed.percent(decimals: 3))%，与所载\(stated)%相符。"
        : "\(n) ÷ \(m) = \(computed.percent(decimals: 3))%，与所载\(stated)%不相符；可能另有基数或口径，原文未说明。",
      line: quantities[rate].place.line)
  }

  /// Is there any whole number of `base` cases that rounds to the rate?
  private func wholeNumber(_ rate: Int, _ base: Int) -> Check? {
    let (stated, m) = (quantities[rate].value, quantities[base].value.digits)
    guard (1...100_000).contains(m), !Ratio.fits(stated, of: m), !fitsOtherBase(rate, besides: [base]) else {
      return nil
    }
    let below = Int(stated.approximate * Double(m) / 100)
    let (low, high) = (Ratio(below, m).percent(decimals: 2), Ratio(below + 1, m).percent(decimals: 2))
    return Check(
      kind: .rate, holds: false, stated: stated, computed: Ratio(below, m).percent(decimals: 3),
      quantities: [rate, base],
      note:
        "以\(m)为基数，没有任何整数能得出\(stated)%（\(below)对应\(low)%，\(below + 1)对应\(high)%）；可能另有基数或口径，原文未说明。",
      line: quantities[rate].place.line)
  }

  /// Another count of the same sentence, of the same unit, that the rate could rest on.
  private func fitsOtherBase(_ rate: Int, besides used: [Int]) -> Bool {
    let unit = used.last.map { quantities[$0].unit }
    return sentence(of: rate).contains { index in
      !used.contains(index) && index != rate && quantities[index].unit == unit
        && quantities[index].value.decimals == 0 && (1...100_000).contains(quantities[index].value.digits)
        && Ratio.fits(quantities[rate].value, of: quantities[index].value.digits)
    }
  }
}

/// A share of two whole numbers, as it may be printed in percent.
struct Ratio {
  let part: Int
  let whole: Int

  init(_ part: Int, _ whole: Int) { (self.part, self.whole) = (part, whole) }

  /// In percent, rounded half up to `decimals`.
  func percent(decimals: Int) -> Amount {
    let scale = (0..<decimals).reduce(100) { scale, _ in scale * 10 }
    return Amount((part * scale * 2 + whole) / (2 * whole), decimals: decimals)
  }

  /// Rounded, or cut off, at the decimals that are printed.
  func prints(as stated: Amount) -> Bool {
    let scale = (0..<stated.decimals).reduce(100) { scale, _ in scale * 10 }
    return percent(decimals: stated.decimals) == stated || part * scale / whole == stated.digits
  }

  /// Whether some whole number out of `whole` prints as the rate.
  static func fits(_ stated: Amount, of whole: Int) -> Bool {
    let near = Int(stated.approximate * Double(whole) / 100)
    return (max(0, near - 1)...min(whole, max(0, near) + 2)).contains { Ratio($0, whole).prints(as: stated) }
  }
}

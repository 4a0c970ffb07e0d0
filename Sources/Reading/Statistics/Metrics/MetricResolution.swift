import Archive

/// Settles which metric each number of a passage gets when several fit, or when it is only a part.
struct MetricResolution {
  let metrics: [Metric]
  let index: MetricIndex
  /// By quantity.
  private var settled: [Int?]

  /// - Parameter count: how many quantities the passage has.
  init(metrics: [Metric], index: MetricIndex, count: Int) {
    self.metrics = metrics
    self.index = index
    settled = [Int?](repeating: nil, count: count)
  }

  func metric(at position: Int) -> Int? { settled[position] }

  mutating func settle(
    _ found: [FoundQuantity], at position: Int, _ candidates: [MetricCandidate], in text: [Unicode.Scalar]
  ) {
    if let best = best(candidates) {
      settled[position] = best
    } else if let inherited = inherited(found, at: position) {
      settled[position] = inherited
    }
    guard let metric = settled[position], isPart(found, at: position, of: metric, in: text) else { return }
    settled[position] = nil
  }

  /// First what beats, then the nearest words, then the nearest subject, then the order of the file.
  private func best(_ candidates: [MetricCandidate]) -> Int? {
    if candidates.count < 2 { return candidates.first?.metric }
    let count = metrics.count
    let standing = candidates.filter { loser in
      !candidates.contains { index.beats[$0.metric * count + loser.metric] }
    }
    return standing.min { ($0.near, $0.far, $0.metric) < ($1.near, $1.far, $1.metric) }?.metric
  }

  /// `受理113件,较上年增加12件,明年达到120件`: a change, last year's value or a target speaks of the level just before.
  private func inherited(_ found: [FoundQuantity], at position: Int) -> Int? {
    let period = found[position].quantity.period
    let isOther = period == .prior || period == .target
    guard isOther || found[position].quantity.kind == .change, position > 0,
      let metric = settled[position - 1], found[position - 1].sentence == found[position].sentence,
      found[position].range.lowerBound - found[position - 1].range.upperBound <= 20
    else { return nil }
    let (unit, unitBefore) = (found[position].quantity.unit, found[position - 1].quantity.unit)
    // A rate that grows by 2% grows by a part of itself; its own distance is in points.
    let isSameUnit = unit == unitBefore && (unit != "%" || isOther)
    let isPoints = unit == "个百分点" && unitBefore == "%"
    return isSameUnit || isPoints ? metric : nil
  }

  /// Behind 其中 or in a bracket behind a total, a number of the total's own metric is a part of it.
  private func isPart(
    _ found: [FoundQuantity], at position: Int, of metric: Int, in text: [Unicode.Scalar]
  ) -> Bool {
    guard found[position].quantity.kind == .level, position > 0 else { return false }
    let (sentence, period) = (found[position].sentence, found[position].quantity.period)
    // Two dozen numbers back is farther than any total stands.
    for earlier in stride(from: position - 1, through: max(0, position - 24), by: -1) {
      guard found[earlier].sentence == sentence else { return false }
      guard settled[earlier] == metric, found[earlier].quantity.period == period else { continue }
      return opensParts(text[found[earlier].range.upperBound..<found[position].range.lowerBound])
    }
    return false
  }

  private func opensParts(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    var depth = 0
    var last: Unicode.Scalar = " "
    for scalar in text {
      if scalar == "(" { depth += 1 }
      if scalar == ")" { depth -= 1 }
      if last == "其", scalar == "中" { return true }
      last = scalar
    }
    return depth > 0
  }

  /// Numbers of one metric in one sentence that add up to the one before them are its parts.
  mutating func dropParts(_ found: [FoundQuantity]) {
    var position = 0
    while position < found.count {
      guard let metric = settled[position], metrics[metric].kind != .rate else {
        position += 1
        continue
      }
      var run: [Int] = []
      var next = position + 1
      while next < min(found.count, position + 13), found[next].sentence == found[position].sentence {
        if settled[next] == metric { run.append(next) }
        next += 1
      }
      position = drop(run, below: position, found) ?? position + 1
    }
  }

  /// Where to go on when the first of the run add up to the total.
  private mutating func drop(_ run: [Int], below total: Int, _ found: [FoundQuantity]) -> Int? {
    let whole = found[total].quantity.value
    var sum = 0.0
    for (count, part) in run.enumerated() {
      sum += found[part].quantity.value.approximate
      if count >= 1, abs(sum - whole.approximate) < 0.5 {
        for part in run[...count] { settled[part] = nil }
        return part + 1
      }
    }
    return nil
  }
}

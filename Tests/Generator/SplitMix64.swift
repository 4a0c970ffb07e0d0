/// Random numbers that are the same on every machine: integers only, from the seed alone.
struct SplitMix64 {
  private var state: UInt64

  /// One stream for each combination of a seed and what it is for, so that nothing depends on what was drawn
  /// before.
  init(_ seed: UInt64, _ keys: UInt64...) {
    state = seed
    for key in keys { state = next() ^ (key &* 0xD6E8_FEB8_6659_FD93) }
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// 0 ..< bound; 0 for a bound below 1.
  mutating func below(_ bound: Int) -> Int {
    bound < 1 ? 0 : Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  mutating func within(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

  /// True in so many of a hundred cases.
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[below(elements.count)]
  }

  /// Fisher and Yates.
  mutating func shuffle<Element>(_ elements: inout [Element]) {
    for end in elements.indices.dropFirst().reversed() { elements.swapAt(end, below(end + 1)) }
  }
}

extension SplitMix64 {
  /// An index below the count, from the stream's first number.
  func choice(_ count: Int) -> Int {
    var copy = self
    return copy.below(count)
  }
}

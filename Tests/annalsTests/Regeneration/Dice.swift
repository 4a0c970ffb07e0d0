/// Chance that comes out the same in every run: SplitMix64.
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// From 0 to one less than `sides`.
  mutating func roll(_ sides: Int) -> Int { Int(truncatingIfNeeded: next() >> 33) % max(1, sides) }

  mutating func pick<Element>(_ all: [Element]) -> Element? { all.isEmpty ? nil : all[roll(all.count)] }

  /// True once in so many times.
  mutating func once(in times: Int) -> Bool { roll(times) == 0 }
}

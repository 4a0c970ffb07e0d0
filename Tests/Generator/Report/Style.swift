/// The habits of the office that writes a region's reports, and of the portal that shows them: the same every
/// year, but for what each year draws anew.
struct Style: Sendable {
  enum Structure: Sendable {
    /// A chapter for each theme: 一、…十、.
    case themes
    /// Achievements, problems and plan, the themes as (一) (二) below the first.
    case parts
  }

  /// How the single statements stand under their theme.
  enum Run: CaseIterable, Sendable {
    case labelled, numbered, yishi, plain
  }

  let seed: UInt64
  let structure: Structure
  let run: Run
  /// The lead ends its own line instead of running into its paragraph.
  let leadStandsAlone: Bool
  let isNarrow: Bool
  let indent: String
  let lineEnd: String
  let hasByteOrderMark: Bool
  /// 1.2万件 rather than 12,000件.
  let usesWan: Bool
  let usesCommas: Bool
  let isSpaced: Bool
  /// In how many of a hundred numbers the office rounds and says 余 or 近.
  let rounding: Int
  let decimals: Int
  let layout: Int
  let title: Int
  let dates: Int
  let file: Int

  init(seed: UInt64, adcode: Int) {
    self.seed = SplitMix64(seed, UInt64(adcode), 0x57).peek
    var random = SplitMix64(self.seed)
    structure = random.chance(55) ? .parts : .themes
    run = Run.allCases[random.below(4)]
    leadStandsAlone = random.chance(40)
    isNarrow = random.chance(40)
    indent = ["", "　　", "  ", "    "][random.below(4)]
    lineEnd = random.chance(15) ? "\r\n" : "\n"
    hasByteOrderMark = random.chance(12)
    usesWan = random.chance(55)
    usesCommas = random.chance(10)
    isSpaced = random.chance(7)
    rounding = [0, 5, 12, 25][random.below(4)]
    decimals = random.within(0...2)
    layout = random.below(Layout.count)
    title = random.below(8)
    dates = random.below(5)
    file = random.below(5)
  }
}

extension SplitMix64 {
  /// The first number of a stream.
  var peek: UInt64 {
    var copy = self
    return copy.next()
  }
}

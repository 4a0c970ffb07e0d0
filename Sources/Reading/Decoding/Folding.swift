import Archive

/// What a scalar becomes for matching, and whether it is text at all: one look-up for both.
struct Folding: Sendable {
  /// By scalar of the Basic Multilingual Plane: the scalar to match on, or one of the three below.
  let units: [UInt16]
  /// What does not stand for itself, spaces and line ends aside: few scalars of a text, so that most need no look at a
  /// table that is larger than the processor's nearest cache.
  let moved: BitSet16

  /// Not text: zero-width, control characters.
  static let nothing: UInt16 = 0
  static let lineEnd: UInt16 = 0x0A
  static let space: UInt16 = 0x20

  init(_ table: ScriptTable) {
    var units = [UInt16](0...UInt16.max)
    for (forms, plain) in Folding.forms {
      for (form, plain) in zip(forms.utf16, plain.utf16) { units[Int(form)] = plain }
    }
    for form in UInt16(0xFF01)...0xFF5E { units[Int(form)] = form - 0xFEE0 }
    for (start, ideographs) in UnifiedForms.blocks {
      for (index, ideograph) in ideographs.utf16.enumerated() where ideograph != UnifiedForms.itself {
        units[start + index] = ideograph
      }
    }
    for unit in units.indices {
      guard let scalar = Unicode.Scalar(units[unit]), scalar.value >= 0x2E80 else { continue }
      units[unit] = UInt16(table.simplified(scalar).value)
    }
    for range in Folding.ignored { for unit in range { units[Int(unit)] = Folding.nothing } }
    for unit in Folding.spaces { units[Int(unit)] = Folding.space }
    for unit in Folding.lineEnds { units[Int(unit)] = Folding.lineEnd }
    self.init(units: units)
  }

  /// Leaves every scalar as it is: for texts that are shown and not matched.
  static let none = Folding(units: [UInt16](0...UInt16.max))

  private init(units: [UInt16]) {
    self.units = units
    moved = BitSet16(units.indices.lazy.filter { units[$0] != UInt16($0) }.map { UInt32($0) })
  }

  /// The scalar to match on; for scalars that are text.
  func folded(_ scalar: UInt32) -> UInt32 { scalar <= 0xFFFF ? UInt32(units[Int(scalar)]) : scalar }

  private static let lineEnds: [UInt16] = [0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029]

  /// U+E5E5 is what GB18030 makes of A3 A0, a blank of old Chinese editors; U+2800 and U+3164 look empty.
  private static let spaces: [UInt16] =
    [0x09, 0x20, 0xA0, 0x1680] + (0x2000...0x200A) + [0x202F, 0x205F, 0x2800, 0x3000, 0x3164, 0xE5E5, 0xFFA0]

  private static let ignored: [ClosedRange<UInt16>] = [
    0x00...0x1F, 0x7F...0x9F, 0xAD...0xAD, 0x034F...0x034F, 0x061C...0x061C, 0x115F...0x1160, 0x17B4...0x17B5,
    0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF...0xFEFF,
    0xFFF0...0xFFFB,
  ]

  /// Forms of print and of vertical setting beside what they stand for, in the same order.
  private static let forms: [(forms: String, plain: String)] = [
    ("﹐﹑﹒﹔﹕﹖﹗﹙﹚﹛﹜﹝﹞﹟﹠﹡﹢﹣﹤﹥﹦﹨﹩﹪﹫", ",、.;:?!(){}〔〕#&*+-<>=\\$%@"),
    ("︐︑︒︓︔︕︖︰︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈", ",、。:;!?:(){}〔〕【】《》〈〉「」『』[]"),
    ("｡｢｣､", "。「」、"),
    ("❲❳⦗⦘〘〙⟨⟩⟪⟫≪≫", "〔〕〔〕〔〕〈〉《》《》"),
    ("\u{2329}\u{232A}", "〈〉"),
    ("‐‑〜∼", "--~~"),
    ("‧・･", "···"),
    ("￥￠￡", "¥¢£"),
  ]
}

/// A sentence of the phrase files, compiled.
///
/// In the files: `{name}` and the other words of `Word`; `{metric 件}` a value of the year, with `prior`,
/// `target`, `asat` or `total` behind it another one; `{metric change}` its growth; `{# 3-9 个}` a number of no
/// metric; `{cite disputes}` a law or document; `<one|other>` a choice.
struct Wording: Sendable {
  var pieces: [Piece]

  indirect enum Piece: Sendable {
    case text(Printed)
    case word(Word)
    case citation(String)
    case level(measure: Int, unit: String, TruthQuantity.Period)
    case change(measure: Int)
    case loose(ClosedRange<Int>, unit: String)
    case choice([Wording])
  }

  /// Measures whose values of the year the sentence needs.
  var measures: [Int] {
    pieces.flatMap { piece -> [Int] in
      switch piece {
      case .level(let measure, _, _), .change(let measure): [measure]
      case .choice(let wordings): wordings.flatMap(\.measures)
      case .text, .word, .citation, .loose: []
      }
    }
  }
}

/// The words that differ from region to region and year to year.
enum Word: String, CaseIterable, Sendable {
  /// 顺河回族区.
  case name
  /// 河南省开封市顺河回族区.
  case path
  /// 我区.
  case we
  /// 全区.
  case all
  /// 区, as in 区司法局.
  case own
  /// 顺河回族区人民政府.
  case government
  /// 开封市委、市政府; for a province 党中央、国务院.
  case up
  /// The office for rule of law: 区司法局, until 2018 区政府法制办.
  case bureau
  case year = "y"
  case lastYear = "y-1"
  case nextYear = "y+1"
}

/// Text in both of the ways portals print it: with full-width marks, and with ASCII ones.
struct Printed: Sendable {
  let wide: [UInt8]
  let narrow: [UInt8]

  init(_ text: some StringProtocol) {
    wide = Array(text.utf8)
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "，": scalars.append(",")
      case "；": scalars.append(";")
      case "：": scalars.append(":")
      case "（": scalars.append("(")
      case "）": scalars.append(")")
      default: scalars.append(scalar)
      }
    }
    narrow = Array(String(scalars).utf8)
  }

  func bytes(narrow isNarrow: Bool) -> [UInt8] { isNarrow ? narrow : wide }
}

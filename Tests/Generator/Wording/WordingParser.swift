/// A sentence in the phrase files that cannot be compiled.
public struct WordingError: Error, CustomStringConvertible {
  public let sentence: String
  public let message: String
  public var description: String { "\(message): \(sentence)" }
}

struct WordingParser {
  /// Position of each metric in the table of measures.
  let measures: [String: Int]

  func wording(_ sentence: String) throws(WordingError) -> Wording {
    var rest = Substring(sentence)
    let wording = try parse(&rest, sentence, isChoice: false)
    guard rest.isEmpty else { throw WordingError(sentence: sentence, message: "a | or > outside a choice") }
    return wording
  }

  func wordings(_ sentences: [String]) throws(WordingError) -> [Wording] {
    var wordings: [Wording] = []
    for sentence in sentences { wordings.append(try wording(sentence)) }
    return wordings
  }

  /// Up to the end, or to the `|` or `>` that ends this branch of a choice.
  private func parse(_ rest: inout Substring, _ sentence: String, isChoice: Bool) throws(WordingError)
    -> Wording
  {
    var wording = Wording(pieces: [])
    while let first = rest.unicodeScalars.first {
      switch first {
      case "{":
        guard let end = rest.unicodeScalars.firstIndex(of: "}") else {
          throw WordingError(sentence: sentence, message: "a { without }")
        }
        wording.pieces.append(
          try slot(rest[rest.unicodeScalars.index(after: rest.startIndex)..<end], sentence))
        rest = rest[rest.unicodeScalars.index(after: end)...]
      case "<":
        var branches: [Wording] = []
        repeat {
          rest.unicodeScalars.removeFirst()
          branches.append(try parse(&rest, sentence, isChoice: true))
        } while rest.unicodeScalars.first == "|"
        guard rest.unicodeScalars.popFirst() == ">" else {
          throw WordingError(sentence: sentence, message: "a < without >")
        }
        wording.pieces.append(.choice(branches))
      case "|", ">":
        return wording
      default:
        let end = rest.unicodeScalars.firstIndex { "{<|>".unicodeScalars.contains($0) } ?? rest.endIndex
        wording.pieces.append(.text(Printed(rest[..<end])))
        rest = rest[end...]
      }
    }
    return wording
  }

  private func slot(_ text: Substring, _ sentence: String) throws(WordingError) -> Wording.Piece {
    let parts = text.split(separator: " ").map(String.init)
    if parts.count == 1, let word = Word(rawValue: parts[0]) { return .word(word) }
    guard let name = parts.first, parts.count == 2 || parts.count == 3 else {
      throw WordingError(
        sentence: sentence, message: "{\(text)} is neither a word nor a number with its unit")
    }
    if name == "cite" {
      guard Source.tags.contains(parts[1]) else {
        throw WordingError(sentence: sentence, message: "nothing to cite has the tag \(parts[1])")
      }
      return .citation(parts[1])
    }
    if name == "#" {
      let bounds = parts[1].split(separator: "-").compactMap { Int($0) }
      guard bounds.count == 2, bounds[0] <= bounds[1], parts.count == 3 else {
        throw WordingError(sentence: sentence, message: "{\(text)} should read {# 3-9 个}")
      }
      return .loose(bounds[0]...bounds[1], unit: parts[2])
    }
    guard let measure = measures[name] else {
      throw WordingError(sentence: sentence, message: "no measure is called \(name)")
    }
    if parts[1] == "change" { return .change(measure: measure) }
    guard let period = parts.count == 2 ? .year : TruthQuantity.Period(rawValue: Self.periods[parts[2]] ?? "")
    else {
      throw WordingError(sentence: sentence, message: "\(parts[2]) is no period")
    }
    return .level(measure: measure, unit: parts[1], period)
  }

  private static let periods = ["prior": "prior", "target": "target", "asat": "as_at", "total": "cumulative"]
}

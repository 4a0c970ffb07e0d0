/// Why a pattern cannot be used, and where in it.
struct PatternFault: Error, Equatable {
  /// 1-based character of the pattern.
  let column: Int
  /// What is wrong; what to do.
  let message: String
}

extension MetricPattern {
  /// Reads the language that the head of `metrics.yml` explains.
  init(parsing text: String) throws(PatternFault) {
    var parser = PatternParser(text: Array(text.unicodeScalars))
    self = try parser.pattern()
  }
}

private struct PatternParser {
  let text: [Unicode.Scalar]
  var index = 0

  /// So many spellings of one run are tried one by one; more would be slow and surely a slip.
  private static let mostSpellings = 200
  private static let deepestGroup = 8

  mutating func pattern() throws(PatternFault) -> MetricPattern {
    var sides: [[MetricPattern.Item]] = [[]]
    while index < text.count {
      if text[index] == "{" {
        let start = index
        if let gap = try gap() {
          if case .gap = sides[sides.count - 1].last {
            throw fault(start, "two gaps side by side; keep one of them")
          }
          sides[sides.count - 1].append(.gap(gap))
        } else {
          guard sides.count == 1 else {
            throw fault(start, "{N} stands twice; write one pattern for each number")
          }
          sides.append([])
        }
      } else {
        sides[sides.count - 1].append(.words(try words(depth: 0)))
      }
    }
    guard sides.count == 2 else { throw fault(0, "{N} is missing; put it where the number stands") }
    if case .gap = sides[0].first { throw fault(0, "opens with a gap; begin with words or {N}") }
    if case .gap = sides[1].last { throw fault(text.count - 1, "ends in a gap; end in words or {N}") }
    let left = sides[0].reversed().map { item -> MetricPattern.Item in
      guard case .words(let words) = item else { return item }
      return .words(words.map { $0.reversed() })
    }
    let pattern = MetricPattern(left: left, right: sides[1])
    guard !pattern.cue.words.isEmpty else { throw fault(0, "holds no word that must be there; add one") }
    return pattern
  }

  private func fault(_ position: Int, _ message: String) -> PatternFault {
    PatternFault(column: position + 1, message: message)
  }

  /// A gap, or nil for the number itself.
  private mutating func gap() throws(PatternFault) -> MetricPattern.Gap? {
    let start = index
    guard let close = text[start...].firstIndex(of: "}") else {
      throw fault(start, "`{` is never closed; add `}`")
    }
    let inside = text[(start + 1)..<close]
    index = close + 1
    if inside.elementsEqual("N".unicodeScalars) { return nil }
    let reach: MetricPattern.Gap.Reach
    let usual: Int
    switch inside.first {
    case "~": (reach, usual) = (.phrase, 18)
    case "、": (reach, usual) = (.list, 12)
    case ",": (reach, usual) = (.clauses, 24)
    case "-": (reach, usual) = (.sentence, 80)
    default: throw fault(start, "`{\(inside.string)}` is no mark; use {N} {~} {、} {,} or {-}")
    }
    guard inside.count > 1 else { return MetricPattern.Gap(reach: reach, limit: usual) }
    guard let limit = Int(String(String.UnicodeScalarView(inside.dropFirst()))), (1...120).contains(limit)
    else {
      throw fault(start, "`{\(inside.string)}` has no usable limit; write 1 to 120 behind the mark")
    }
    return MetricPattern.Gap(reach: reach, limit: limit)
  }

  /// Every spelling of a run of words and groups, up to a brace, a bar, a bracket or the end.
  private mutating func words(depth: Int) throws(PatternFault) -> [[Unicode.Scalar]] {
    var spellings: [[Unicode.Scalar]] = [[]]
    while index < text.count, text[index] != "{" {
      let start = index
      var atom: [[Unicode.Scalar]]
      switch text[index] {
      case "(": atom = try group(depth: depth + 1)
      case ")" where depth > 0, "|" where depth > 0: return spellings
      case ")": throw fault(start, "`)` without `(`; remove it or open the group")
      case "|": throw fault(start, "`|` outside a group; put brackets round the choice")
      case "?": throw fault(start, "`?` has nothing before it; put it behind a group or a character")
      case "}": throw fault(start, "`}` without `{`; remove it")
      case "*", "+", "[", "]", "\\", "^", " ", "，", "。", ";":
        throw fault(start, "`\(text[index])` is not part of the language; see the head of the file")
      default:
        atom = [[text[index]]]
        index += 1
      }
      if index < text.count, text[index] == "?" {
        index += 1
        if !atom.contains([]) { atom.append([]) }
      }
      guard spellings.count * atom.count <= PatternParser.mostSpellings else {
        throw fault(start, "more than \(PatternParser.mostSpellings) spellings; split the pattern")
      }
      spellings = spellings.flatMap { head in atom.map { head + $0 } }
    }
    return spellings
  }

  private mutating func group(depth: Int) throws(PatternFault) -> [[Unicode.Scalar]] {
    let start = index
    guard depth <= PatternParser.deepestGroup else { throw fault(start, "groups too deep; write them out") }
    var choices: [[Unicode.Scalar]] = []
    repeat {
      index += 1
      choices += try words(depth: depth)
      guard index < text.count else { throw fault(start, "`(` is never closed; add `)`") }
      if text[index] == "{" { throw fault(index, "a gap inside a group; write one pattern for each choice") }
    } while text[index] == "|"
    index += 1
    return choices
  }
}

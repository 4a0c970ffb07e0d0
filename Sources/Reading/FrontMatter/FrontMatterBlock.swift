/// The block between two lines of `---` at the top of a text file.
struct FrontMatterBlock {
  /// The YAML between the lines.
  let yaml: String
  /// 1-based line of the file on which the YAML starts.
  let firstLine: Int
  /// 1-based line of the closing `---`.
  let lastLine: Int

  enum Found {
    case none
    case block(FrontMatterBlock)
    /// Opened and never closed, though it starts like YAML.
    case unclosed
  }

  /// How many lines are searched for the closing mark.
  private static let reach = 400

  static func find(in text: SourceText) -> Found {
    guard let first = text.lines.first, isMark(text, first) else { return .none }
    var yaml = ""
    var before = first.range.upperBound
    for line in text.lines.dropFirst().prefix(reach) {
      if isMark(text, line) {
        return .block(FrontMatterBlock(yaml: yaml, firstLine: 2, lastLine: line.number))
      }
      // The spaces before the trimmed line are its indent, which YAML needs.
      for scalar in text.shown[before..<max(before, line.range.upperBound)] {
        yaml.unicodeScalars.append(scalar)
      }
      yaml += "\n"
      before = line.range.upperBound
    }
    let second = text.lines.dropFirst().first { !$0.range.isEmpty }
    let looksLikeYAML = second.map { line in text.folded[line.range].contains(":") } ?? false
    return looksLikeYAML ? .unclosed : .none
  }

  private static func isMark(_ text: SourceText, _ line: SourceText.Line) -> Bool {
    text.folded[line.range].elementsEqual("---".unicodeScalars)
  }
}

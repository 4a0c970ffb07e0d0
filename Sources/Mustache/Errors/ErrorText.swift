// The one place where template errors become words.

extension TemplateError {
  /// `file:line:column: error: what is wrong; what to do`, then a line for each tag that led there.
  public var rendered: String {
    let head = (place.map { "\($0): " } ?? "") + "error: \(message)"
    return head + includedFrom.map { "\n  included from \($0)" }.joined()
  }

  /// What is wrong; what to do.
  public var message: String {
    switch reason {
    case .unclosedTag(let tag, let expected):
      "the tag `\(tag)` is not closed; end it with `\(expected)`"
    case .emptyTag:
      "the tag names nothing; write a name in it or take it out"
    case .badName(let name):
      "`\(name)` is not a name; write one word, parts joined by single dots"
    case .badDelimiters(let text):
      "`\(text)` does not set delimiters; write two words without `=`, as in `{{=<% %>=}}`"
    case .unclosedSection(let tag):
      "`\(tag)` is not closed; end it with `{{/\(tag.dropFirst(3))`"
    case .mismatchedClose(let name, let open, let place):
      "`{{/\(name)}}` stands where `\(open)` of line \(place.line), column \(place.column) is still open; "
        + "close that first with `{{/\(open.dropFirst(3))`"
    case .strayClose(let name):
      "`{{/\(name)}}` closes nothing; open it with `{{#\(name)}}` or take it out"
    case .unknownName(let name, let suggestion, let shape, let available):
      "nothing is named `\(name)` here; "
        + Self.advice(suggestion, "`\(shape)` has", available)
    case .unknownField(let name, let owner, let suggestion, let available):
      "`\(owner)` has no `\(name)`; " + Self.advice(suggestion, "it has", available)
    case .unknownTemplate(let name, let suggestion, let available):
      "there is no template `\(name)`; " + Self.advice(suggestion, "there are", available)
    case .unknownBlock(let name, let parent, let suggestion, let available):
      "`\(parent)` has no block `\(name)`; " + Self.advice(suggestion, "it has", available)
    case .dynamicName(let name):
      "`*\(name)` would choose a template by a value, which cannot be checked beforehand; "
        + "write a section for each case with its own `{{>name}}`"
    case .escapedMarkup(let name):
      "`\(name)` is finished HTML and would be escaped; write `{{{\(name)}}}`"
    case .rawValue(let name, let holds):
      "`\(name)` is \(holds) and must be escaped; write `{{\(name)}}`"
    case .unprintable(let name, let holds, let hint):
      "`\(name)` is \(holds) and cannot be written out; "
        + Self.instead(name, hint)
    case .noFields(let name, let holds):
      "`\(name)` is \(holds) and has no fields; use a section `{{#\(name)}}...{{/\(name)}}`"
    case .contextIsRecord(let shape):
      "`.` is a whole record `\(shape)` here; name one of its fields"
    case .missingPage(let name):
      "the template `\(name)` is missing; add it to the theme"
    case .tooManyVariants(let limit):
      "the templates include each other in more than \(limit) different ways; include fewer from fewer places"
    case .tooLarge(let bytes, let limit):
      "the templates have \(bytes) bytes together, more than \(limit); make them smaller"
    case .tooDeep(let name, let limit):
      "`\(name)` is included more than \(limit) deep; let the recursion end with a section that becomes empty"
    case .tooManyCalls(let limit):
      "the page includes more than \(limit) templates; include fewer"
    case .notAPage(let name, let shape):
      "`\(name)` was not loaded as a page for `\(shape)`; name it among the pages"
    }
  }

  private static func instead(_ name: String, _ hint: Hint) -> String {
    switch hint {
    case .section: "use a section `{{#\(name)}}...{{/\(name)}}`"
    case .loop: "repeat for each with `{{#\(name)}}...{{/\(name)}}`"
    case .field: "write one of its fields, `{{\(name).field}}`"
    }
  }

  private static func advice(_ suggestion: String?, _ lead: String, _ available: [String]) -> String {
    // Long lists hide what they should show.
    let limit = 12
    let shown = available.prefix(limit).joined(separator: ", ")
    let rest = available.count > limit ? " and \(available.count - limit) more" : ""
    let list = available.isEmpty ? "\(lead) none" : "\(lead) \(shown)\(rest)"
    return suggestion.map { "did you mean `\($0)`? \(list)" } ?? list
  }
}

extension TemplateError.Place: CustomStringConvertible {
  public var description: String { "\(file):\(line):\(column)" }
}

extension Kind {
  /// With its article, for messages and for the description of a shape.
  public var description: String {
    switch self {
    case .text: "a text"
    case .number: "a number"
    case .flag: "a flag"
    case .markup: "HTML"
    case .list(let shape): "a list of `\(shape.name)`"
    case .record(let shape): "a record `\(shape.name)`"
    case .texts: "a list of texts"
    }
  }
}

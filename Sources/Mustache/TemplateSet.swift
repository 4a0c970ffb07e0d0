/// All templates of a theme, compiled strictly: every page template against the shape of the values it is
/// given.
///
/// What the public Mustache language leaves to be rendered as nothing (a name that nothing has, a partial
/// that is not there, an argument for a block that the parent lacks) is an error when the set is made,
/// and so is HTML that would be escaped or text that would not. `{{>*name}}` is refused: it could not be
/// checked.
///
/// A name is looked up in the innermost record whose shape has it, even when its value is missing there.
public struct TemplateSet: Sendable {
  /// Bytes of all templates together.
  public static let sizeLimit = 64 << 20

  private let program: Program
  private var routines: [Page: Int] = [:]
  private var used: [String: Set<String>] = [:]

  private struct Page: Hashable {
    let template: String
    let shape: ObjectIdentifier
  }

  /// `pages` names the templates to be rendered on their own, each with the shape of its values; one
  /// template may serve several shapes. All other sources are for them to include.
  public init(
    sources: [TemplateSource], pages: [(template: String, shape: Shape)]
  ) throws(TemplateErrors) {
    let (templates, parseErrors) = try TemplateSet.parse(sources)
    var errors = parseErrors
    var compiler = Compiler(.strict, sources: sources, templates: templates)
    for page in pages {
      guard let index = compiler.indices[page.template] else {
        errors.append(TemplateError(at: nil, .missingPage(page.template)))
        continue
      }
      if templates[index] == nil { continue }
      let key = Page(template: page.template, shape: ObjectIdentifier(page.shape))
      routines[key] = compiler.page(index, Scope(frames: [page.shape], dot: nil))
    }
    compiler.run()
    errors += compiler.errors
    if !errors.isEmpty { throw TemplateErrors(errors) }
    program = compiler.program
    for (page, routine) in routines {
      let names = compiler.templates(usedBy: routine).map { sources[$0].name }
      used[page.template, default: []].formUnion(names)
    }
  }

  /// Appends the page to `buffer`. Fails when templates include each other without end, or when the
  /// template is no page for the record's shape; `buffer` then ends anywhere.
  public func render(
    _ template: String, _ record: Record, into buffer: inout [UInt8]
  ) throws(TemplateError) {
    guard let routine = routines[Page(template: template, shape: ObjectIdentifier(record.shape))] else {
      throw TemplateError(at: nil, .notAPage(template, shape: record.shape.name))
    }
    let context = Context(frames: [record.first], dot: .record(UInt32(record.first)))
    var renderer = Renderer(program, context)
    try renderer.run(routine, on: record.sheet, into: &buffer)
  }

  /// Names of the templates whose text a page can show, itself among them, sorted; empty for what is no page.
  public func dependencies(of template: String) -> [String] { used[template, default: []].sorted() }

  /// Nil for each template with errors.
  static func parse(
    _ sources: [TemplateSource]
  ) throws(TemplateErrors) -> (templates: [Syntax?], errors: [TemplateError]) {
    let size = sources.reduce(0) { $0 + $1.bytes.count }
    if size > sizeLimit {
      throw TemplateErrors([TemplateError(at: nil, .tooLarge(bytes: size, limit: sizeLimit))])
    }
    var errors: [TemplateError] = []
    let templates = sources.map { source -> Syntax? in
      var parser = Parser(source)
      parser.parse()
      errors += parser.errors
      return parser.errors.isEmpty ? parser.syntax : nil
    }
    return (templates, errors)
  }
}

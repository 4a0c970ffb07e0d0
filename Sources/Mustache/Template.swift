/// One template with its partials, in the language as its public specification has it: names are looked
/// up while rendering, and what is not there renders as nothing.
public struct Template: Sendable {
  private let program: Program
  private let routine: Int

  /// Fails only for what cannot be parsed, such as a section without an end.
  public init(lenient source: String, partials: [String: String] = [:]) throws(TemplateErrors) {
    var sources = [TemplateSource(name: "", file: "template", text: source)]
    sources += partials.sorted { $0.key < $1.key }
      .map { TemplateSource(name: $0.key, file: $0.key, text: $0.value) }
    let (templates, errors) = try TemplateSet.parse(sources)
    if !errors.isEmpty { throw TemplateErrors(errors) }
    var compiler = Compiler(.lenient, sources: sources, templates: templates)
    routine = compiler.page(0, Scope(frames: [], dot: nil))
    compiler.run()
    if !compiler.errors.isEmpty { throw TemplateErrors(compiler.errors) }
    program = compiler.program
  }

  /// Fails only when partials include each other without end.
  public func render(_ value: Value) throws(TemplateError) -> [UInt8] {
    var buffer: [UInt8] = []
    var sheet = Sheet()
    let root = sheet.cell(value)
    var renderer = Renderer(program, Context(scopes: [root], dot: root))
    try renderer.run(routine, on: sheet, into: &buffer)
    return buffer
  }
}

/// From parsed templates to a `Program`.
///
/// A routine is a template, or a block's content, compiled for one way of being reached: the names in
/// scope, the blocks overridden, whether lines are indented. Equal ways share a routine, which is how
/// recursion ends.
struct Compiler {
  enum Mode { case strict, lenient }

  static let routineLimit = 10_000
  static let codeLimit = 20_000_000
  static let errorLimit = 200

  let mode: Mode
  /// Nil where parsing failed; such a template is not looked into again.
  let templates: [Syntax?]
  let indices: [String: Int]
  /// Where each template's bytes start in the pool.
  let bases: [Int]

  var program = Program()
  var errors: [TemplateError] = []
  var fields = FieldIndex()
  var routines: [Routine] = []
  private var routineIndices: [Routine.Key: Int] = [:]
  private(set) var scopes: [Scope] = []
  private var scopeIndices: [Scope.Key: Int] = [:]
  private(set) var overrides: [Overrides] = [Overrides()]
  private var overridesIndices: [Overrides: Int] = [Overrides(): 0]
  /// Arguments of parents whose names have been checked.
  var checked: Set<Overrides.Body> = []
  /// Names of the blocks in a template and in all that it includes.
  var reachedBlocks: [Int: Set<String>] = [:]
  private var compiled = 0

  /// Content for blocks, by name: where it stands.
  struct Overrides: Hashable {
    struct Body: Hashable {
      let template: Int
      let node: Int
    }
    var bodies: [String: Body] = [:]
  }

  struct Routine {
    struct Key: Hashable {
      var template: Int
      /// The block whose content it is; nil for the whole template.
      var block: Int?
      var scope: Int
      var overrides: Int
      var indented: Bool
      /// It starts on a line of its own.
      var opensLine = true

      func with(_ template: Int) -> Key {
        var key = self
        key.template = template
        return key
      }
    }
    let key: Key
    /// From where it was first reached: a routine, and the tag's offset in that routine's template.
    let origin: (routine: Int, offset: Int)?
    /// Routines it calls.
    var calls: [Int] = []
    /// Templates of nothing but text that were put in.
    var texts: Set<Int> = []
  }

  init(_ mode: Mode, sources: [TemplateSource], templates: [Syntax?]) {
    self.mode = mode
    self.templates = templates
    indices = Dictionary(
      sources.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    var bases: [Int] = []
    for source in sources {
      bases.append(program.pool.count)
      program.pool += source.bytes
    }
    self.bases = bases
    program.sources = sources
  }

  /// The routine for a template as a page.
  mutating func page(_ template: Int, _ scope: Scope) -> Int {
    let key = Routine.Key(template: template, scope: intern(scope), overrides: 0, indented: false)
    return routine(key, from: nil)
  }

  /// Compiles all that was asked for, and all that this needs.
  mutating func run() {
    while compiled < routines.count, errors.count < Compiler.errorLimit {
      if routines.count > Compiler.routineLimit || program.code.count > Compiler.codeLimit {
        let place = chain(compiled).first
        errors.append(TemplateError(at: place, .tooManyVariants(limit: Compiler.routineLimit)))
        return
      }
      program.entries[compiled] = program.code.count
      compile(compiled)
      program.code.append(.end)
      compiled += 1
    }
  }

  /// The templates that a routine needs, its own among them.
  func templates(usedBy routine: Int) -> Set<Int> {
    var seen: Set<Int> = [routine]
    var queue = [routine]
    while let next = queue.popLast() {
      for call in routines[next].calls where seen.insert(call).inserted { queue.append(call) }
    }
    return seen.reduce(into: []) { templates, routine in
      templates.insert(routines[routine].key.template)
      templates.formUnion(routines[routine].texts)
    }
  }

  // MARK: Interning

  mutating func routine(_ key: Routine.Key, from origin: (routine: Int, offset: Int)?) -> Int {
    if let origin, let known = routineIndices[key] {
      routines[origin.routine].calls.append(known)
      return known
    }
    if let known = routineIndices[key] { return known }
    let index = routines.count
    routineIndices[key] = index
    routines.append(Routine(key: key, origin: origin))
    program.entries.append(0)
    program.routineNames.append(program.sources[key.template].name)
    if let origin { routines[origin.routine].calls.append(index) }
    return index
  }

  mutating func intern(_ scope: Scope) -> Int {
    let key = scope.key
    if let known = scopeIndices[key] { return known }
    scopes.append(scope)
    scopeIndices[key] = scopes.count - 1
    return scopes.count - 1
  }

  mutating func intern(_ set: Overrides) -> Int {
    if let known = overridesIndices[set] { return known }
    overrides.append(set)
    overridesIndices[set] = overrides.count - 1
    return overrides.count - 1
  }

  // MARK: Errors

  mutating func report(_ routine: Int, _ offset: Int, _ reason: TemplateError.Reason) {
    guard errors.count < Compiler.errorLimit else { return }
    let source = program.sources[routines[routine].key.template]
    errors.append(TemplateError(at: source.place(of: offset), reason, includedFrom: chain(routine)))
  }

  /// The tags through which a routine was first reached, innermost first.
  private func chain(_ routine: Int) -> [TemplateError.Place] {
    var places: [TemplateError.Place] = []
    var next = routines[routine].origin
    while let origin = next, places.count < TemplateError.chainLimit {
      let template = routines[origin.routine].key.template
      places.append(program.sources[template].place(of: origin.offset))
      next = routines[origin.routine].origin
    }
    return places
  }
}

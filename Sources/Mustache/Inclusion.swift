// Partials, parents and blocks: how one routine calls another.

extension Compiler {
  /// `{{>target}}`, or `{{<target}}` with its arguments among `overrides`. `indent` when it stands alone.
  mutating func include(
    _ target: Syntax.Target, _ overrides: Int, _ indent: Range<Int>?, _ offset: Int, _ walk: Walk
  ) {
    let (indentation, indented) = indentation(indent, walk)
    var key = Routine.Key(
      template: 0, scope: walk.scope, overrides: overrides, indented: indented)
    switch target {
    case .fixed(let name):
      guard let template = indices[name] else {
        if mode == .strict { report(walk.routine, offset, unknownTemplate(name)) }
        return
      }
      guard let called = templates[template] else { return }
      // A few words: a call would cost more than they do.
      if indent == nil, inline(called, base: bases[template], walk) {
        routines[walk.routine].texts.insert(template)
        return
      }
      key = key.with(template)
      call(key, indentation, offset, walk)
    case .dynamic(let name):
      if mode == .strict {
        report(walk.routine, offset, .dynamicName(name.text))
        return
      }
      var choices: [String: Int] = [:]
      for template in templates.indices {
        choices[program.sources[template].name] = routine(key.with(template), from: (walk.routine, offset))
      }
      program.choices.append(choices)
      program.calls.append(
        Program.Call(
          routine: 0, indentation: indentation, template: walk.key.template, offset: offset))
      program.code.append(
        .dynamicCall(
          lookup(name), choices: program.choices.count - 1, call: program.calls.count - 1))
    }
  }

  /// Content from elsewhere in place of a block's own.
  mutating func use(
    _ body: Overrides.Body, _ name: String, _ site: Syntax.Block.Site, _ offset: Int, _ walk: Walk
  ) {
    var inner = overrides[walk.key.overrides]
    // A block of the same name inside the content is its own, not the content again.
    inner.bodies[name] = nil
    var key = Routine.Key(
      template: body.template, block: body.node, scope: walk.scope, overrides: intern(inner),
      indented: walk.key.indented)
    var indentation = Program.Indentation.same
    switch site {
    case .standalone(let range), .leading(let range):
      (indentation, key.indented) = self.indentation(walk.dedented(range), walk)
    case .inline: key.opensLine = false
    }
    call(key, indentation, offset, walk)
  }

  /// The overrides inside a parent: its own arguments, where nothing further out comes before them.
  mutating func overrides(_ parent: Int, _ target: Syntax.Target, _ walk: Walk) -> Int {
    var set = overrides[walk.key.overrides]
    for (name, node) in walk.syntax.arguments(ofParent: parent) {
      if mode == .strict, case .fixed(let template) = target, let index = indices[template] {
        check(name, node, parent: parent, template: index, walk)
      }
      if set.bodies[name] == nil {
        set.bodies[name] = Overrides.Body(template: walk.key.template, node: node)
      }
    }
    return intern(set)
  }

  private mutating func call(
    _ key: Routine.Key, _ indentation: Program.Indentation, _ offset: Int, _ walk: Walk
  ) {
    program.calls.append(
      Program.Call(
        routine: routine(key, from: (walk.routine, offset)), indentation: indentation,
        template: walk.key.template, offset: offset))
    program.code.append(.call(program.calls.count - 1))
  }

  /// How lines are indented inside something that stands alone after `indent`, or within a line.
  private func indentation(_ indent: Range<Int>?, _ walk: Walk) -> (Program.Indentation, indented: Bool) {
    guard let indent else { return (.none, false) }
    if indent.isEmpty { return (.same, walk.key.indented) }
    return (.add((walk.base + indent.lowerBound)..<(walk.base + indent.upperBound)), true)
  }

  private func unknownTemplate(_ name: String) -> TemplateError.Reason {
    let names = indices.keys.sorted()
    return .unknownTemplate(name, suggestion: Spelling.nearest(to: name, among: names), available: names)
  }

  // MARK: Blocks that nobody has

  /// An argument for a block that neither the parent nor anything it includes has would silently be lost.
  private mutating func check(_ name: String, _ node: Int, parent: Int, template: Int, _ walk: Walk) {
    let argument = Overrides.Body(template: walk.key.template, node: node)
    guard checked.insert(argument).inserted, var names = blockNames(reachedFrom: template) else { return }
    names.formUnion(nestedBlocks(in: walk.syntax, parent))
    for body in overrides[walk.key.overrides].bodies.values {
      if let syntax = templates[body.template] { names.formUnion(nestedBlocks(in: syntax, body.node)) }
    }
    if names.contains(name) { return }
    let sorted = names.sorted()
    report(
      walk.routine, walk.syntax.offsets[node],
      .unknownBlock(
        name, of: program.sources[template].name,
        suggestion: Spelling.nearest(to: name, among: sorted), available: sorted))
  }

  /// Blocks inside a node, without the arguments directly in it.
  private func nestedBlocks(in syntax: Syntax, _ node: Int) -> Set<String> {
    let direct = Set(syntax.arguments(ofParent: node).map(\.node))
    var names: Set<String> = []
    for at in (node + 1)..<syntax.end(of: node) where !direct.contains(at) {
      if case .block(let name, _, _) = syntax.nodes[at] { names.insert(name) }
    }
    return names
  }

  /// Nil when one of the templates could not be parsed.
  private mutating func blockNames(reachedFrom template: Int) -> Set<String>? {
    if let known = reachedBlocks[template] { return known }
    var names: Set<String> = []
    var seen: Set<Int> = [template]
    var queue = [template]
    while let next = queue.popLast() {
      guard let syntax = templates[next] else { return nil }
      for node in syntax.nodes {
        switch node {
        case .block(let name, _, _): names.insert(name)
        case .partial(.fixed(let target), _), .parent(.fixed(let target), _, _):
          if let index = indices[target], seen.insert(index).inserted { queue.append(index) }
        default: break
        }
      }
    }
    reachedBlocks[template] = names
    return names
  }
}

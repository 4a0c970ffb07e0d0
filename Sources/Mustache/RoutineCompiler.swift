extension Compiler {
  /// Compiles one routine to the end of the program.
  mutating func compile(_ routine: Int) {
    let key = routines[routine].key
    guard let syntax = templates[key.template] else { return }
    var walk = Walk(routine: routine, key: key, syntax: syntax, base: bases[key.template])
    var at = 0
    var end = syntax.nodes.count
    if let block = key.block, case .block(_, let content, let last) = syntax.nodes[block] {
      at = block + 1
      end = last
      walk.dedent = content.dedent
      if key.opensLine, !content.opensLine { indent(walk) }
      walk.joinsLine = !key.opensLine && content.opensLine
    }
    while at < end, errors.count < Compiler.errorLimit {
      at = compile(at, &walk)
    }
  }

  /// Where the compilation of a routine stands.
  struct Walk {
    let routine: Int
    let key: Routine.Key
    let syntax: Syntax
    /// Where the template's bytes start in the pool.
    let base: Int
    var scope: Int
    /// To be taken off each line.
    var dedent = 0..<0
    /// The content of a block goes on inside a line, so that its first line has no indentation.
    var joinsLine = false
    /// The next text is the first thing on its line.
    var atLineStart = false
    /// Text must not be joined to what stands before this instruction.
    var barrier = 0
    var open: [Open] = []

    /// What the next `end` ends.
    enum Open {
      case section(instruction: Int, inverted: Bool, outerScope: Int)
      case block
    }

    init(routine: Int, key: Routine.Key, syntax: Syntax, base: Int) {
      self.routine = routine
      self.key = key
      self.syntax = syntax
      self.base = base
      scope = key.scope
    }

    /// Whitespace at the start of a line without what the block's own indentation has in common with it.
    func dedented(_ range: Range<Int>) -> Range<Int> {
      let bytes = syntax.source.bytes
      var low = range.lowerBound
      for byte in bytes[dedent] {
        guard low < range.upperBound, bytes[low] == byte else { break }
        low += 1
      }
      return low..<range.upperBound
    }
  }

  /// Compiles the node at `at` and returns the index of the next one.
  private mutating func compile(_ at: Int, _ walk: inout Walk) -> Int {
    let offset = walk.syntax.offsets[at]
    switch walk.syntax.nodes[at] {
    case .nothing: break
    case .lineStart: startLine(&walk)
    case .text(let range):
      text(walk.atLineStart ? walk.dedented(range) : range, &walk)
    case .variable(let name, let raw):
      if let reference = printable(name, raw: raw, offset, walk) {
        program.code.append(raw ? .raw(reference) : .escaped(reference))
      }
    case .section(let name, let inverted, let end):
      guard openSection(name, inverted: inverted, offset, &walk) else {
        walk.atLineStart = false
        return end + 1
      }
    case .partial(let target, let indent):
      include(target, walk.key.overrides, indent.map(walk.dedented), offset, walk)
    case .parent(let target, let indent, let end):
      let overrides = overrides(at, target, walk)
      include(target, overrides, indent.map(walk.dedented), offset, walk)
      walk.atLineStart = false
      return end + 1
    case .block(let name, let block, let end):
      if let body = overrides[walk.key.overrides].bodies[name] {
        use(body, name, block.site, offset, walk)
        walk.atLineStart = false
        return end + 1
      }
      if case .leading(let range) = block.site {
        startLine(&walk)
        text(walk.dedented(range), &walk)
      }
      walk.open.append(.block)
    case .end: close(&walk)
    }
    if case .lineStart = walk.syntax.nodes[at] {} else { walk.atLineStart = false }
    return at + 1
  }

  // MARK: Text

  private mutating func startLine(_ walk: inout Walk) {
    walk.atLineStart = true
    if walk.joinsLine {
      walk.joinsLine = false
    } else {
      indent(walk)
    }
  }

  private mutating func indent(_ walk: Walk) {
    if walk.key.indented { program.code.append(.indent) }
  }

  private mutating func text(_ range: Range<Int>, _ walk: inout Walk) {
    text(walk.base + range.lowerBound, walk.base + range.upperBound, walk)
  }

  /// Puts a template of nothing but text on one line where it is called; false for any other.
  mutating func inline(_ syntax: Syntax, base: Int, _ walk: Walk) -> Bool {
    let texts = syntax.nodes.compactMap { node -> Range<Int>? in
      if case .text(let range) = node { range } else { nil }
    }
    let lines = syntax.nodes.count { if case .lineStart = $0 { true } else { false } }
    guard lines < 2, texts.count + lines == syntax.nodes.count else { return false }
    for range in texts { text(base + range.lowerBound, base + range.upperBound, walk) }
    return true
  }

  private mutating func text(_ start: Int, _ end: Int, _ walk: Walk) {
    if start == end { return }
    // Lines that follow each other are one piece, unless a jump leads between them.
    if program.code.count > walk.barrier, case .text(let first, start)? = program.code.last {
      program.code[program.code.count - 1] = .text(first, end)
    } else {
      program.code.append(.text(start, end))
    }
  }

  // MARK: Sections

  /// False when the name is wrong, and the content cannot be judged.
  private mutating func openSection(
    _ name: Syntax.Name, inverted: Bool, _ offset: Int, _ walk: inout Walk
  ) -> Bool {
    var opening = Program.Opening.scope
    let outer = walk.scope
    let reference: Program.Reference
    if mode == .lenient {
      reference = lookup(name)
    } else {
      guard let (found, kind) = resolve(name, offset, walk) else { return false }
      reference = found
      if !inverted {
        let inside = scopes[walk.scope].opening(kind)
        walk.scope = intern(inside.scope)
        opening = inside.opening
      }
    }
    walk.open.append(
      .section(instruction: program.code.count, inverted: inverted, outerScope: outer))
    program.code.append(inverted ? .inverted(reference, end: 0) : .section(reference, opening, end: 0))
    return true
  }

  private mutating func close(_ walk: inout Walk) {
    guard case .section(let index, let inverted, let outer)? = walk.open.popLast() else { return }
    walk.scope = outer
    switch program.code[index] {
    case .inverted(let reference, _):
      program.code[index] = .inverted(reference, end: program.code.count)
    case .section(let reference, let opening, _):
      program.code[index] = .section(reference, opening, end: program.code.count)
    default: break
    }
    if !inverted { program.code.append(.sectionEnd) }
    walk.barrier = program.code.count
  }

  // MARK: Names

  mutating func lookup(_ name: Syntax.Name) -> Program.Reference {
    if name.parts.isEmpty { return .dot }
    program.names.append(name.parts.map { Array($0.utf8) })
    return .name(program.names.count - 1)
  }

  /// Where a strict template's name is found; reports it when there is no such thing.
  private mutating func resolve(
    _ name: Syntax.Name, _ offset: Int, _ walk: Walk
  ) -> (Program.Reference, Kind)? {
    let scope = scopes[walk.scope]
    if name.parts.isEmpty {
      if let kind = scope.dot { return (.dot, kind) }
      report(walk.routine, offset, .contextIsRecord(shape: scope.frames.last?.name ?? ""))
      return nil
    }
    switch fields.resolve(name, in: scope) {
    case .failure(let failure):
      report(walk.routine, offset, failure.reason)
      return nil
    case .success(let (frame, slots, kind)):
      if slots.count == 1 { return (.slot(frame: frame, slot: slots[0]), kind) }
      program.paths.append(Program.Path(frame: frame, slots: slots))
      return (.path(program.paths.count - 1), kind)
    }
  }

  /// As `resolve`, for a value that is to be written.
  private mutating func printable(
    _ name: Syntax.Name, raw: Bool, _ offset: Int, _ walk: Walk
  ) -> Program.Reference? {
    if mode == .lenient { return lookup(name) }
    guard let (reference, kind) = resolve(name, offset, walk) else { return nil }
    let holds = kind.description
    let wrong: TemplateError.Reason? =
      switch kind {
      case .markup: raw ? nil : .escapedMarkup(name.text)
      case .text, .number: raw ? .rawValue(name.text, holds: holds) : nil
      case .flag: .unprintable(name.text, holds: holds, hint: .section)
      case .list, .texts: .unprintable(name.text, holds: holds, hint: .loop)
      case .record: .unprintable(name.text, holds: holds, hint: .field)
      }
    if let wrong { report(walk.routine, offset, wrong) }
    return wrong == nil ? reference : nil
  }
}

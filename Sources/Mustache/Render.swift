/// Runs a program. Sections and calls are kept on stacks of its own, so that no template can exhaust the
/// thread's.
struct Renderer {
  /// Deeper than any tree of an archive.
  static let depthLimit = 1_000
  /// A page of 60,000 rows with ten partials each stays below.
  static let callLimit = 1_000_000

  let program: Program
  private var context: Context
  private var repetitions: [Repetition] = []
  private var returns: [Return] = []
  private var callCount = 0
  private var indentation: [UInt8] = []
  /// Where the indentation of the innermost partial that stands in a line begins.
  private var indentationStart = 0

  /// A section that is open.
  private struct Repetition {
    let opening: Program.Opening
    /// Cells of the elements that are still to come; none for a section that is no list.
    var rest: Range<Int>
    /// Index of its first instruction.
    let body: Int
    let outerDot: Sheet.Cell
    /// The record that the section's own took the place of.
    let hidden: Int?
  }

  private struct Return {
    let to: Int
    let indentationCount: Int
    let indentationStart: Int
  }

  init(_ program: Program, _ context: Context) {
    self.program = program
    self.context = context
  }

  /// Renders a routine to its end.
  mutating func run(_ routine: Int, on sheet: Sheet, into buffer: inout [UInt8]) throws(TemplateError) {
    try Memory.of(program, sheet) { (memory) throws(TemplateError) in
      try run(memory, from: program.entries[routine], into: &buffer)
    }
  }

  private mutating func run(
    _ memory: Memory, from start: Int, into buffer: inout [UInt8]
  ) throws(TemplateError) {
    let program = program
    var at = start
    while true {
      switch memory.code[at] {
      case .text(let start, let end):
        buffer.append(contentsOf: UnsafeBufferPointer(rebasing: memory.pool[start..<end]))
      case .indent:
        indentation.withUnsafeBufferPointer {
          buffer.append(contentsOf: UnsafeBufferPointer(rebasing: $0[indentationStart...]))
        }
      case .escaped(let reference):
        write(context.value(reference, program, memory), of: memory, escaping: true, to: &buffer)
      case .raw(let reference):
        let value = context.value(reference, program, memory)
        write(value, of: memory, escaping: lenient ? false : nil, to: &buffer)
      case .section(let reference, let opening, let end):
        if !open(context.value(reference, program, memory), opening, body: at + 1, memory) { at = end }
      case .sectionEnd:
        if let body = repeatOrClose(memory) {
          at = body
          continue
        }
      case .inverted(let reference, let end):
        if context.value(reference, program, memory).isTruthy {
          at = end
          continue
        }
      case .call(let index):
        at = try call(program.calls[index], program.calls[index].routine, from: at)
        continue
      case .dynamicCall(let reference, let choices, let index):
        if case .text(let name) = context.value(reference, program, memory),
          let routine = program.choices[choices][String(decoding: memory.text(name), as: UTF8.self)]
        {
          at = try call(program.calls[index], routine, from: at)
          continue
        }
      case .end:
        guard let back = returns.popLast() else { return }
        indentation.removeSubrange(back.indentationCount...)
        indentationStart = back.indentationStart
        at = back.to
        continue
      }
      at += 1
    }
  }

  private var lenient: Bool { !context.scopes.isEmpty }

  // MARK: Sections

  /// False when the value is falsy.
  private mutating func open(
    _ value: Sheet.Cell, _ opening: Program.Opening, body: Int, _ memory: Memory
  ) -> Bool {
    guard value.isTruthy else { return false }
    var first = value
    var rest = 0..<0
    if case .list(let elements) = value {
      first = memory.cells[elements.range.lowerBound]
      rest = elements.range.dropFirst()
    }
    var hidden: Int?
    switch opening {
    case .dot: break
    case .frame(let replaced):
      if let replaced { hidden = context.frames.remove(at: replaced) }
      context.frames.append(Renderer.record(first))
    case .scope: context.scopes.append(first)
    }
    repetitions.append(
      Repetition(opening: opening, rest: rest, body: body, outerDot: context.dot, hidden: hidden))
    context.dot = first
    return true
  }

  /// The index to go on at for the next element; nil when the section is over.
  private mutating func repeatOrClose(_ memory: Memory) -> Int? {
    let last = repetitions.count - 1
    if let next = repetitions[last].rest.popFirst() {
      let value = memory.cells[next]
      switch repetitions[last].opening {
      case .dot: break
      case .frame: context.frames[context.frames.count - 1] = Renderer.record(value)
      case .scope: context.scopes[context.scopes.count - 1] = value
      }
      context.dot = value
      return repetitions[last].body
    }
    let closed = repetitions.removeLast()
    context.dot = closed.outerDot
    switch closed.opening {
    case .dot: break
    case .frame(let replaced):
      context.frames.removeLast()
      if let replaced, let hidden = closed.hidden { context.frames.insert(hidden, at: replaced) }
    case .scope: context.scopes.removeLast()
    }
    return nil
  }

  /// The first cell of a record: a strict template opens frames for fields of records only.
  private static func record(_ value: Sheet.Cell) -> Int {
    guard case .record(let first) = value else { preconditionFailure("a frame that is no record") }
    return Int(first)
  }

  // MARK: Calls

  /// The index to go on at.
  private mutating func call(
    _ call: Program.Call, _ routine: Int, from at: Int
  ) throws(TemplateError) -> Int {
    callCount += 1
    if returns.count >= Renderer.depthLimit || callCount > Renderer.callLimit {
      throw error(at: call, name: program.routineNames[routine])
    }
    returns.append(
      Return(to: at + 1, indentationCount: indentation.count, indentationStart: indentationStart))
    switch call.indentation {
    case .none: indentationStart = indentation.count
    case .same: break
    case .add(let range): indentation.append(contentsOf: program.pool[range])
    }
    return program.entries[routine]
  }

  private func error(at call: Program.Call, name: String) -> TemplateError {
    TemplateError(
      at: program.sources[call.template].place(of: call.offset),
      callCount > Renderer.callLimit
        ? .tooManyCalls(limit: Renderer.callLimit) : .tooDeep(name, limit: Renderer.depthLimit))
  }

  // MARK: Values

  /// `escaping` nil: everything but finished HTML.
  private func write(_ value: Sheet.Cell, of memory: Memory, escaping: Bool?, to buffer: inout [UInt8]) {
    switch value {
    case .text(let piece): Renderer.write(memory.text(piece), escaping: escaping ?? true, to: &buffer)
    case .markup(let piece): Renderer.write(memory.text(piece), escaping: escaping ?? false, to: &buffer)
    case .number(let number): Renderer.write(number, to: &buffer)
    case .flag(let flag): buffer.append(contentsOf: (flag ? "true" : "false").utf8)
    case .missing, .list, .record, .table: break
    }
  }

  private static func write(
    _ bytes: UnsafeBufferPointer<UInt8>, escaping: Bool, to buffer: inout [UInt8]
  ) {
    if escaping {
      Escape.append(bytes, to: &buffer)
    } else {
      buffer.append(contentsOf: bytes)
    }
  }

  private static func write(_ number: Int, to buffer: inout [UInt8]) {
    if number < 0 { buffer.append(UInt8(ascii: "-")) }
    let start = buffer.count
    var rest = number.magnitude
    repeat {
      buffer.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    buffer[start...].reverse()
  }
}

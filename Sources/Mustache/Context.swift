/// What a running program reads: its own instructions and text, and the page's values.
struct Memory {
  let code: UnsafeBufferPointer<Program.Instruction>
  /// The templates' bytes.
  let pool: UnsafeBufferPointer<UInt8>
  let cells: UnsafeBufferPointer<Sheet.Cell>
  /// The values' bytes.
  let bytes: UnsafeBufferPointer<UInt8>

  /// Calls `run` while program and values stand still.
  static func of(
    _ program: Program, _ sheet: Sheet, _ run: (Memory) throws(TemplateError) -> Void
  ) throws(TemplateError) {
    try program.code.withUnsafeBufferPointer { (code) throws(TemplateError) in
      try program.pool.withUnsafeBufferPointer { (pool) throws(TemplateError) in
        try sheet.cells.withUnsafeBufferPointer { (cells) throws(TemplateError) in
          try sheet.bytes.withUnsafeBufferPointer { (bytes) throws(TemplateError) in
            try run(Memory(code: code, pool: pool, cells: cells, bytes: bytes))
          }
        }
      }
    }
  }

  func text(_ piece: Sheet.Piece) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[piece.range])
  }
}

/// The values that are open while a page is rendered.
struct Context {
  /// Strict: the first cells of the open records, in the order of the compiler's `Scope.frames`.
  var frames: [Int] = []
  /// Lenient: every open value, outermost first.
  var scopes: [Sheet.Cell] = []
  /// What `.` is.
  var dot: Sheet.Cell

  func value(_ reference: Program.Reference, _ program: Program, _ memory: Memory) -> Sheet.Cell {
    switch reference {
    case .slot(let frame, let slot): memory.cells[frames[frame] + slot]
    case .path(let index): follow(program.paths[index], memory)
    case .dot: dot
    case .name(let index): lookup(program.names[index], memory)
    }
  }

  private func follow(_ path: Program.Path, _ memory: Memory) -> Sheet.Cell {
    var value = Sheet.Cell.record(UInt32(frames[path.frame]))
    for slot in path.slots {
      guard case .record(let first) = value else { return .missing }
      value = memory.cells[Int(first) + slot]
    }
    return value
  }

  /// The first part in the innermost context that has it, the others below it and nowhere else.
  private func lookup(_ parts: [[UInt8]], _ memory: Memory) -> Sheet.Cell {
    guard let first = parts.first else { return dot }
    for scope in scopes.reversed() {
      guard var value = memory.member(first, of: scope) else { continue }
      for part in parts.dropFirst() {
        guard let next = memory.member(part, of: value) else { return .missing }
        value = next
      }
      return value
    }
    return .missing
  }
}

extension Memory {
  /// What a table has by that name; nil when it has no such name, or is none.
  fileprivate func member(_ name: [UInt8], of value: Sheet.Cell) -> Sheet.Cell? {
    guard case .table(let piece) = value else { return nil }
    for at in stride(from: piece.range.lowerBound, to: piece.range.upperBound, by: 2) {
      if case .text(let known) = cells[at], text(known).elementsEqual(name) { return cells[at + 1] }
    }
    return nil
  }
}

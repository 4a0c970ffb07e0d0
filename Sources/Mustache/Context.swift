/// The values that are open while a page is rendered.
struct Context {
  /// Strict: the values of the open records, in the order of the compiler's `Scope.frames`.
  var frames: [[Value]] = []
  /// Lenient: every open value, outermost first.
  var scopes: [Value] = []
  /// What `.` is.
  var dot: Value

  func value(_ reference: Program.Reference, _ program: Program) -> Value {
    switch reference {
    case .slot(let frame, let slot):
      // A record made by hand may be shorter than its shape.
      slot < frames[frame].count ? frames[frame][slot] : .missing
    case .path(let index): follow(program.paths[index])
    case .dot: dot
    case .name(let index): lookup(program.names[index])
    }
  }

  private func follow(_ path: Program.Path) -> Value {
    var values = frames[path.frame]
    for slot in path.slots.dropLast() {
      guard slot < values.count, case .record(let record) = values[slot] else { return .missing }
      values = record.values
    }
    guard let last = path.slots.last, last < values.count else { return .missing }
    return values[last]
  }

  /// The first part in the innermost context that has it, the others below it and nowhere else.
  private func lookup(_ parts: [String]) -> Value {
    guard let first = parts.first else { return dot }
    for scope in scopes.reversed() {
      guard var value = scope.member(first) else { continue }
      for part in parts.dropFirst() {
        guard let next = value.member(part) else { return .missing }
        value = next
      }
      return value
    }
    return .missing
  }
}

extension Value {
  /// Whether a section on it is rendered.
  var isTruthy: Bool {
    switch self {
    case .missing: false
    case .flag(let flag): flag
    case .number, .record, .table: true
    case .text(let text): !text.isEmpty
    case .markup(let bytes): !bytes.isEmpty
    case .list(let list): !list.isEmpty
    }
  }

  /// What it has by that name; nil when it has no such name.
  func member(_ name: String) -> Value? {
    switch self {
    case .table(let values): values[name]
    case .record(let record):
      record.shape.slot(of: name).map { $0 < record.values.count ? record.values[$0] : .missing }
    default: nil
    }
  }
}

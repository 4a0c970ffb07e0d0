/// What a strict template can name at one place: the records that are open, and what `.` is.
struct Scope {
  /// Outermost first, no shape twice.
  var frames: [Shape]
  /// Nil when `.` is the innermost record.
  var dot: Kind?

  /// Equal for scopes in which every name means the same.
  struct Key: Hashable {
    let frames: [ObjectIdentifier]
    let dot: String
  }

  var key: Key { Key(frames: frames.map(ObjectIdentifier.init), dot: dot?.description ?? "") }

  /// The scope inside a section on a value of that kind, and how rendering gets there.
  func opening(_ kind: Kind) -> (scope: Scope, opening: Program.Opening) {
    var inner = self
    switch kind {
    case .list(let shape), .record(let shape):
      let hidden = frames.firstIndex { $0 === shape }
      if let hidden { inner.frames.remove(at: hidden) }
      inner.frames.append(shape)
      inner.dot = nil
      return (inner, .frame(replacing: hidden))
    case .texts: inner.dot = .text
    case .text, .number, .flag, .markup: inner.dot = kind
    }
    return (inner, .dot)
  }
}

/// Finds a shape's fields by name, without walking the list each time.
struct FieldIndex {
  private var slots: [ObjectIdentifier: [String: Int]] = [:]

  mutating func slot(of name: String, in shape: Shape) -> Int? {
    let id = ObjectIdentifier(shape)
    if let known = slots[id] { return known[name] }
    let index = Dictionary(
      shape.fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    slots[id] = index
    return index[name]
  }

  /// Where a name is found in a scope, innermost record first, and what it holds; or what is wrong with it.
  mutating func resolve(
    _ name: Syntax.Name, in scope: Scope
  ) -> Result<(frame: Int, slots: [Int], kind: Kind), TemplateError.Reason.Failure> {
    guard let first = name.parts.first else { return .failure(.init(.emptyTag)) }
    for (frame, shape) in scope.frames.enumerated().reversed() {
      guard let slot = slot(of: first, in: shape) else { continue }
      return follow(name.parts, frame: frame, slot: slot, kind: shape.fields[slot].kind)
    }
    let innermost = scope.frames.last
    let all = scope.frames.reversed().flatMap { $0.fields.map(\.name) }
    return .failure(
      .init(
        .unknownName(
          first, suggestion: Spelling.nearest(to: first, among: all), shape: innermost?.name ?? "",
          available: innermost?.fields.map(\.name) ?? [])))
  }

  private mutating func follow(
    _ parts: [String], frame: Int, slot: Int, kind: Kind
  ) -> Result<(frame: Int, slots: [Int], kind: Kind), TemplateError.Reason.Failure> {
    var slots = [slot]
    var kind = kind
    for (depth, part) in parts.enumerated().dropFirst() {
      guard case .record(let shape) = kind else {
        let owner = parts[..<depth].joined(separator: ".")
        return .failure(.init(.noFields(owner, holds: kind.description)))
      }
      guard let next = self.slot(of: part, in: shape) else {
        let owner = parts[..<depth].joined(separator: ".")
        let names = shape.fields.map(\.name)
        return .failure(
          .init(
            .unknownField(
              part, of: owner, suggestion: Spelling.nearest(to: part, among: names), available: names)))
      }
      slots.append(next)
      kind = shape.fields[next].kind
    }
    return .success((frame, slots, kind))
  }
}

extension TemplateError.Reason {
  /// A reason whose place the caller knows.
  struct Failure: Error {
    let reason: TemplateError.Reason
    init(_ reason: TemplateError.Reason) { self.reason = reason }
  }
}

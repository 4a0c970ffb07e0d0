/// The values of one page, laid side by side: cells that refer to one another by number, and all their texts in one
/// run of bytes.
///
/// A page has thousands of values. As objects that hold each other, counting who holds them takes longer than writing
/// them out.
@usableFromInline struct Sheet: Sendable {
  @usableFromInline var cells: [Cell] = []
  private(set) var bytes: [UInt8] = []

  /// One value, of a small closed set, so that rendering never asks a type at run time.
  @usableFromInline enum Cell: Sendable {
    /// Nothing there. Renders as nothing and is falsy.
    case missing
    case flag(Bool)
    case number(Int)
    /// Plain text; escaped wherever a strict template writes it. A piece of the bytes.
    case text(Piece)
    /// Finished UTF-8 HTML, the only value that a strict template ever writes without escaping. A piece of the bytes.
    case markup(Piece)
    /// A piece of the cells: its elements.
    case list(Piece)
    /// Number of the first cell; the others of its shape follow it.
    case record(UInt32)
    /// For lenient templates only. A piece of the cells: a name before each value.
    case table(Piece)
  }

  @usableFromInline struct Piece: Sendable {
    @usableFromInline let start: UInt32
    @usableFromInline let count: UInt32

    /// Pages end far below 4 GiB.
    @inlinable init(_ start: Int, count: Int) {
      self.start = UInt32(start)
      self.count = UInt32(count)
    }

    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
  }

  @usableFromInline init() {}

  /// Makes cells that follow one another, to be set one by one; returns the number of the first.
  @usableFromInline mutating func reserve(_ count: Int) -> Int {
    let start = cells.count
    for _ in 0..<count { cells.append(.missing) }
    return start
  }

  @usableFromInline mutating func text(_ text: String) -> Cell {
    let start = bytes.count
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
    return .text(Piece(start, count: bytes.count - start))
  }

  @usableFromInline mutating func markup(_ html: [UInt8]) -> Cell {
    let start = bytes.count
    bytes.append(contentsOf: html)
    return .markup(Piece(start, count: html.count))
  }

  mutating func cell(_ value: Value) -> Cell {
    switch value {
    case .missing: return .missing
    case .flag(let flag): return .flag(flag)
    case .number(let number): return .number(number)
    case .text(let text): return self.text(text)
    case .list(let values):
      let start = reserve(values.count)
      for (number, value) in values.enumerated() {
        let cell = cell(value)
        cells[start + number] = cell
      }
      return .list(Piece(start, count: values.count))
    case .table(let values):
      let start = reserve(2 * values.count)
      for (number, (name, value)) in values.enumerated() {
        let (name, cell) = (text(name), cell(value))
        cells[start + 2 * number] = name
        cells[start + 2 * number + 1] = cell
      }
      return .table(Piece(start, count: 2 * values.count))
    }
  }
}

extension Sheet.Cell {
  /// Whether a section on it is rendered.
  var isTruthy: Bool {
    switch self {
    case .missing: false
    case .flag(let flag): flag
    case .number, .record, .table: true
    case .text(let piece), .markup(let piece), .list(let piece): piece.count > 0
    }
  }
}

/// The values of one context with the shape that they have. Made by `Schema.record(_:)`.
public struct Record: Sendable {
  public let shape: Shape
  let sheet: Sheet
  /// Number of its first cell.
  let first: Int

  @usableFromInline init(shape: Shape, sheet: Sheet, first: Int) {
    self.shape = shape
    self.sheet = sheet
    self.first = first
  }
}

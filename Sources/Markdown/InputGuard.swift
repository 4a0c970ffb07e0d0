/// Disarms input on which cmark-gfm 0.29.0.gfm.6 needs quadratic time or memory, before cmark sees it.
///
/// Disarming puts a backslash before the character that would start the trouble, so it shows as the text it
/// is (in a code block the backslash shows too). No line is cut and no line number moves. Ordinary documents
/// come nowhere near the limits and are parsed as they are. Measured, on the input named:
/// - `![[]()` 50,000 times: 20 s; `<?` or `<!A` in running text, 50,000 times: 2 to 8 s;
/// - one row of 30,000 cells: 4 s; 5,000 delimiter rows in one paragraph: 5 s;
/// - a table of 200 columns and 50,000 one-cell rows: 8 s and gigabytes, as each row is filled up;
/// - `- ` 5,000 times, then 50,000 blank lines: 6 s, as each line visits every open list;
/// - one definition of 50 KB used 2,000 times: 100 MB, as each use copies it.
struct InputGuard {
  /// Block quotes and lists inside each other; two columns of indentation count as one of them.
  static let nestingLimit = 16
  /// Nesting that costs nothing; what goes deeper is paid for by the lines that may continue it.
  private static let freeNesting = 4
  /// Cells of one table row.
  static let cellLimit = 200
  /// Steps of about a nanosecond, over the whole document. A paragraph may hold 20,000 special characters.
  static let budget = 200_000_000

  private let source: [UInt8]
  private var budget = InputGuard.budget
  /// Source with backslashes put in, up to `copied`; stays empty when there is nothing to disarm.
  private var output: [UInt8] = []
  private var copied = 0
  private var squareBrackets: Int?

  /// Lines up to the next blank one: no inline construct or table reaches further.
  private struct Run {
    var start = 0
    var end = 0
    var lines = 0
    var pipes = 0
    var mayDefine = false
    /// Spent so far, from the start of the run.
    var linesBefore = 0
    var pipesBefore = 0
    var specials = 0
    var deepest = InputGuard.freeNesting
    var definitionsAllowed: Bool?
  }
  private var run = Run()

  private init(_ source: [UInt8]) { self.source = source }

  /// Nil when the document can be parsed as it is.
  static func disarmed(_ source: [UInt8]) -> [UInt8]? {
    if HarmlessText.isAll(of: source) { return nil }
    var work = InputGuard(source)
    work.scan()
    guard !work.output.isEmpty else { return nil }
    work.output.append(contentsOf: source[work.copied...])
    return work.output
  }

  private mutating func scan() {
    var start = 0
    while start < source.count {
      let end = lineEnd(from: start)
      if isBlank(start, end) {
        run = Run()
      } else {
        if run.end <= start { run = measureRun(from: start) }
        scanLine(start, end)
        run.linesBefore += 1
      }
      let isCRLF = end + 1 < source.count && source[end] == 0x0D && source[end + 1] == 0x0A
      start = end + (isCRLF ? 2 : 1)
    }
  }

  private mutating func scanLine(_ start: Int, _ end: Int) {
    let content = scanContainers(start, end)
    guard content < end else { return }
    if source[content] == UInt8(ascii: "["), run.mayDefine, !allowDefinitions(from: content) {
      escape(at: content)
      return scanInlines(content + 1, end)
    }
    if let columns = delimiterColumns(content, end), !allowTable(columns: columns, at: start) {
      escape(at: content)
      run.pipesBefore += columns
      return
    }
    scanInlines(content, end)
  }

  private mutating func charge(_ cost: Int) -> Bool {
    guard cost <= budget else { return false }
    budget -= cost
    return true
  }

  private mutating func escape(at index: Int) {
    output.append(contentsOf: source[copied..<index])
    output.append(UInt8(ascii: "\\"))
    copied = index
  }
}

// MARK: Lines and runs

extension InputGuard {
  private func lineEnd(from start: Int) -> Int {
    source.withUnsafeBufferPointer { bytes in
      var index = start
      // Bytes of Chinese are passed with one look each.
      while index < bytes.count, bytes[index] > 0x0D || bytes[index] != 0x0A && bytes[index] != 0x0D {
        index += 1
      }
      return index
    }
  }

  private func isBlank(_ start: Int, _ end: Int) -> Bool {
    source[start..<end].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  private func measureRun(from start: Int) -> Run {
    var run = Run(start: start)
    source.withUnsafeBufferPointer { bytes in
      var index = start
      var blank = true
      var previous: UInt8 = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte >= 0x80 {
          blank = false
          previous = byte
          index += 1
          continue
        }
        if byte == 0x0A, previous == 0x0D {
          blank = true  // CR LF ends one line, not two.
        } else if byte == 0x0A || byte == 0x0D {
          if blank { break }
          run.lines += 1
          blank = true
        } else if byte != 0x20, byte != 0x09 {
          blank = false
          if byte == UInt8(ascii: "|") { run.pipes += 1 }
          if byte == UInt8(ascii: ":"), previous == UInt8(ascii: "]") { run.mayDefine = true }
        }
        previous = byte
        index += 1
      }
      if !blank { run.lines += 1 }
      run.end = index
    }
    return run
  }

  /// Skips block quote and list markers; returns where the line's text starts.
  private mutating func scanContainers(_ start: Int, _ end: Int) -> Int {
    var index = start
    var markers = 0
    var columns = 0
    while index < end {
      let byte = source[index]
      if byte == 0x20 || byte == 0x09 {
        columns += byte == 0x20 ? 1 : 4
        index += 1
        continue
      }
      guard let next = byte == UInt8(ascii: ">") ? index + 1 : listMarkerEnd(index, end) else { return index }
      if !allowNesting(markers + columns / 2 + 1) {
        // `* * * *` is a rule however long it is.
        if isRule(index, end) { return end }
        escape(at: next - 1)
        return next
      }
      markers += 1
      index = next
    }
    return end
  }

  /// Every line up to the next blank one is offered to each open quote and list.
  private mutating func allowNesting(_ depth: Int) -> Bool {
    if depth <= run.deepest { return true }
    guard depth <= InputGuard.nestingLimit, charge((run.lines - run.linesBefore) * 100) else { return false }
    run.deepest = depth
    return true
  }

  private func isRule(_ start: Int, _ end: Int) -> Bool {
    let mark = source[start]
    guard mark == UInt8(ascii: "*") || mark == UInt8(ascii: "-") else { return false }
    return source[start..<end].allSatisfy { $0 == mark || $0 == 0x20 || $0 == 0x09 }
      && source[start..<end].reduce(0, { $1 == mark ? $0 + 1 : $0 }) >= 3
  }

  /// `-`, `+`, `*`, `1.` or `1)` before a space or the line's end.
  private func listMarkerEnd(_ start: Int, _ end: Int) -> Int? {
    var index = start
    while index < end, index - start < 10, (0x30...0x39).contains(source[index]) { index += 1 }
    guard index < end else { return nil }
    let byte = source[index]
    let isMarker =
      index == start
      ? byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "*")
      : byte == UInt8(ascii: ".") || byte == UInt8(ascii: ")")
    guard isMarker, index + 1 == end || source[index + 1] == 0x20 || source[index + 1] == 0x09 else {
      return nil
    }
    return index + 1
  }
}

// MARK: What costs

extension InputGuard {
  /// Each use of a definition copies its address and title, however long.
  private mutating func allowDefinitions(from start: Int) -> Bool {
    if let allowed = run.definitionsAllowed { return allowed }
    let uses = squareBrackets ?? source.reduce(0) { $1 == UInt8(ascii: "]") ? $0 + 1 : $0 }
    squareBrackets = uses
    let allowed = charge((run.end - start) * uses * 4)
    run.definitionsAllowed = allowed
    return allowed
  }

  /// The number of columns if the line could be a table's delimiter row, such as `|:-|-|`.
  private func delimiterColumns(_ start: Int, _ end: Int) -> Int? {
    var pipes = 0
    var dashes = 0
    var colons = 0
    for index in start..<end {
      switch source[index] {
      case UInt8(ascii: "|"): pipes += 1
      case UInt8(ascii: "-"): dashes += 1
      case UInt8(ascii: ":"): colons += 1
      case 0x20, 0x09: break
      default: return nil
      }
    }
    return dashes > 0 && pipes + colons > 0 ? pipes + 1 : nil
  }

  /// A delimiter row makes cmark search the whole paragraph before it, and every row after it is filled up to
  /// the number of columns.
  private mutating func allowTable(columns: Int, at start: Int) -> Bool {
    let search = run.linesBefore * (start - run.start) / 2
    let rows = run.lines - run.linesBefore
    let missing = max(0, columns * rows - (run.pipes - run.pipesBefore))
    return charge(search + missing * 400)
  }

  private mutating func scanInlines(_ start: Int, _ end: Int) {
    var cells = 0
    var index = plainEnd(from: start, to: end)
    while index < end {
      switch InputGuard.classes[Int(source[index])] {
      case .plain: break
      case .backslash: index += 1
      case .pipe:
        run.pipesBefore += 1
        cells += 1
        if cells > InputGuard.cellLimit { escape(at: index) }
      case .special:
        if !allowSpecial(at: index, end) { escape(at: index) }
      }
      index = plainEnd(from: index + 1, to: end)
    }
  }

  /// The next byte that is not plain.
  private func plainEnd(from start: Int, to end: Int) -> Int {
    source.withUnsafeBufferPointer { bytes in
      InputGuard.classes.withUnsafeBufferPointer { classes in
        var index = start
        while index < end, classes[Int(bytes[index])] == .plain { index += 1 }
        return index
      }
    }
  }

  /// In the worst case each delimiter is compared with all before it in its paragraph.
  private mutating func allowSpecial(at index: Int, _ end: Int) -> Bool {
    var cost = run.specials + 1
    // `<?`, `<!A`, `<![CDATA[`: cmark looks for the end up to the end of the paragraph, each time anew.
    if source[index] == UInt8(ascii: "<"), index + 1 < end,
      source[index + 1] == UInt8(ascii: "?") || source[index + 1] == UInt8(ascii: "!")
    {
      cost += (run.end - index) * 4
    }
    guard charge(cost) else { return false }
    run.specials += 1
    return true
  }

  private enum ByteClass: UInt8 { case plain, special, pipe, backslash }

  private static let classes: [ByteClass] = {
    var classes = [ByteClass](repeating: .plain, count: 256)
    for byte in "![]*_`<".utf8 { classes[Int(byte)] = .special }
    classes[Int(UInt8(ascii: "|"))] = .pipe
    classes[Int(UInt8(ascii: "\\"))] = .backslash
    return classes
  }()
}

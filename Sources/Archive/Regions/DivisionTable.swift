/// Reads the tab-separated division tables: eleven columns, one header line, no quoting.
enum DivisionTable {
  static let columns = [
    "adcode", "name", "level", "parent", "valid_from", "valid_to", "successor", "kind", "short", "pinyin",
    "grid",
  ]

  static func parse(_ bytes: [UInt8], file: String) throws(TableError) -> [Division] {
    var divisions: [Division] = []
    divisions.reserveCapacity(bytes.count / 64)
    // An editor may have put a byte order mark in front.
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = 0
    while start < bytes.count {
      line += 1
      var end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let next = end + 1
      if end > start, bytes[end - 1] == 0x0D { end -= 1 }
      let row = Row(bytes: bytes, range: start..<end, file: file, line: line)
      start = next
      if line == 1 {
        try row.checkHeader()
      } else if !row.isBlank {
        divisions.append(try row.division())
      }
    }
    if line == 0 {
      throw TableError(file: file, line: 1, message: "the table is empty; put its header line and rows back")
    }
    return divisions
  }
}

/// One line of a table, cut at its tabs.
private struct Row {
  let bytes: [UInt8]
  let cells: [Range<Int>]
  let file: String
  let line: Int

  init(bytes: [UInt8], range: Range<Int>, file: String, line: Int) {
    self.bytes = bytes
    self.file = file
    self.line = line
    var cells: [Range<Int>] = []
    cells.reserveCapacity(DivisionTable.columns.count)
    var start = range.lowerBound
    for index in range where bytes[index] == 0x09 {
      cells.append(start..<index)
      start = index + 1
    }
    cells.append(start..<range.upperBound)
    self.cells = cells
  }

  var isBlank: Bool { cells.count == 1 && cells[0].isEmpty }

  func text(_ column: Int) -> String { String(decoding: bytes[cells[column]], as: UTF8.self) }

  func error(_ message: String) -> TableError { TableError(file: file, line: line, message: message) }

  func checkHeader() throws(TableError) {
    let found = cells.indices.map(text)
    guard found == DivisionTable.columns else {
      throw error(
        "the header is not that of the division table; "
          + "name the columns \(DivisionTable.columns.joined(separator: ", "))")
    }
  }

  func division() throws(TableError) -> Division {
    guard cells.count == DivisionTable.columns.count else {
      throw error(
        "\(cells.count) cells where the table has \(DivisionTable.columns.count); "
          + "separate them by single tabs"
      )
    }
    guard let adcode = Adcode(text(0)) else {
      throw error("'\(text(0))' is not a code; write six digits")
    }
    guard let name = String(validating: bytes[cells[1]], as: UTF8.self), !name.isEmpty else {
      throw error("\(adcode) has no readable name; write the full name in UTF-8")
    }
    guard let level = DivisionLevel(rawValue: text(2)) else {
      throw error("'\(text(2))' is not a level; write province, prefecture or county")
    }
    return Division(
      adcode: adcode, name: name, level: level, parent: try codes(3).first, validFrom: try year(4),
      validTo: try year(5), successors: try codes(6), kind: text(7), shorts: list(8), pinyin: text(9),
      grid: try grid())
  }

  private func list(_ column: Int) -> [String] {
    bytes[cells[column]].split(separator: 0x2C).map { String(decoding: $0, as: UTF8.self) }
  }

  private func codes(_ column: Int) throws(TableError) -> [Adcode] {
    var codes: [Adcode] = []
    for cell in list(column) {
      guard let code = Adcode(cell) else {
        throw error("'\(cell)' in \(DivisionTable.columns[column]) is not a code; write six digits")
      }
      codes.append(code)
    }
    return codes
  }

  private func year(_ column: Int) throws(TableError) -> Int? {
    if cells[column].isEmpty { return nil }
    guard let year = Int(text(column)), (1900...2999).contains(year) else {
      throw error("'\(text(column))' in \(DivisionTable.columns[column]) is not a year; write four digits")
    }
    return year
  }

  private func grid() throws(TableError) -> (column: Int, row: Int)? {
    if cells[10].isEmpty { return nil }
    let parts = list(10).compactMap { Int($0) }
    guard parts.count == 2, parts.allSatisfy({ (0...31).contains($0) }) else {
      throw error("'\(text(10))' is not a place on the tile map; write column,row")
    }
    return (parts[0], parts[1])
  }
}

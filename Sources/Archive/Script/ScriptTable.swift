/// Traditional characters and what they are in Simplified: one scalar to one scalar, without context.
///
/// For matching and indexing only; pages show what was printed. Applying it twice changes nothing more.
public struct ScriptTable: Sendable {
  /// How many pairs the table holds.
  public let count: Int
  /// The Simplified code unit of every scalar of the Basic Multilingual Plane.
  private let units: [UInt16]

  /// From the bytes of `hant-hans.tsv`: a header line, then `traditional<TAB>simplified`, by code point.
  ///
  /// A byte order mark and CRLF are accepted. Throws for a line that is not two single characters of the Basic
  /// Multilingual Plane, for lines out of order, and for a result that the table would change again.
  public init(parsing tsv: [UInt8]) throws(TableError) {
    var units = [UInt16](0...UInt16.max)
    var lines: [(key: UInt16, line: Int)] = []
    var number = 0
    var rest = tsv.starts(with: [0xEF, 0xBB, 0xBF]) ? tsv.dropFirst(3) : tsv[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
      var line = rest[..<end]
      rest = rest[min(end + 1, rest.endIndex)...]
      number += 1
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      if number == 1 {
        guard line.elementsEqual("traditional\tsimplified".utf8) else {
          throw fault(1, "no header line; put `traditional<TAB>simplified` first")
        }
        continue
      }
      let (key, value) = try pair(line, number)
      guard key > lines.last?.key ?? 0 else {
        throw fault(number, "out of order or there twice; sort the lines by code point and keep one of each")
      }
      units[Int(key)] = value
      lines.append((key, number))
    }
    guard number > 0 else { throw fault(1, "the table is empty; put it back from the project's own") }
    for (key, line) in lines where units[Int(units[Int(key)])] != units[Int(key)] {
      throw fault(line, "the table changes its own result again; give the final character here")
    }
    count = lines.count
    self.units = units
  }

  /// The scalar itself when the table does not hold it.
  public func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard scalar.value <= 0xFFFF else { return scalar }
    return Unicode.Scalar(units[Int(scalar.value)]) ?? scalar
  }
}

private func pair(_ line: ArraySlice<UInt8>, _ number: Int) throws(TableError) -> (UInt16, UInt16) {
  let columns = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
  guard columns.count == 2 else {
    throw fault(number, "\(columns.count) columns instead of 2; write `traditional<TAB>simplified`")
  }
  guard let key = unit(columns[0]), let value = unit(columns[1]) else {
    throw fault(number, "not one character in each column; pairs that leave the BMP cannot stand here")
  }
  guard key != value else { throw fault(number, "a character paired with itself; delete the line") }
  return (key, value)
}

private func unit(_ column: ArraySlice<UInt8>) -> UInt16? {
  guard let text = String(validating: column, as: UTF8.self) else { return nil }
  let units = text.utf16
  // White space and marks below the first CJK block would make the table eat a text's layout.
  guard units.count == 1, let unit = units.first, unit >= 0x2E80, !UTF16.isSurrogate(unit) else { return nil }
  return unit
}

private func fault(_ line: Int, _ message: String) -> TableError {
  TableError(file: "hant-hans.tsv", line: line, message: message)
}

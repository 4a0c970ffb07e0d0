/// Which scalars a walk for quantities stops at: all others are passed over.
enum ScalarClasses {
  static let digit: UInt8 = 1
  static let mark: UInt8 = 2
  static let period: UInt8 = 4
  static let scope: UInt8 = 8
  static let zero: UInt8 = 16
  static let department: UInt8 = 32

  /// By scalar of the Basic Multilingual Plane.
  static let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 0x10000)
    func set(_ bit: UInt8, _ values: some Sequence<UInt32>) {
      for value in values where value <= 0xFFFF { table[Int(value)] |= bit }
    }
    set(digit, 0x30...0x39)
    set(mark, ",;。!?:()《〈〔“‘「『\n".unicodeScalars.map(\.value))
    set(period, PeriodWord.table.keys)
    set(scope, ScopeMarks.table.keys)
    set(zero, StatedZero.openers)
    set(department, ScopeMarks.departments.keys)
    return table
  }()

  /// The same in one bit each, small enough for the processor's nearest cache.
  private static let stops = BitSet16(table.indices.lazy.filter { table[$0] != 0 }.map { UInt32($0) })

  /// The first scalar of a class from `start` on; `end` when none stands before it.
  static func next(in text: [Unicode.Scalar], from start: Int, to end: Int) -> Int {
    let stops = stops
    return text.withUnsafeBufferPointer { text in
      var index = start
      while index < end, text[index].value > 0xFFFF || !stops.contains(text[index]) { index += 1 }
      return index
    }
  }
}

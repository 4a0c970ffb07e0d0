/// The encodings that files are read in.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  /// Holds GBK and GB2312.
  case gb18030 = "GB18030"
  /// With the ETEN and HKSCS additions.
  case big5 = "Big5"
}

/// A file's text as two rows of scalars with the same count: one to show, one to match on.
public struct SourceText: Sendable {
  /// One line of the source file.
  public struct Line: Hashable, Sendable {
    /// 1-based line of the source file.
    public var number: Int { Int(storedNumber) }
    /// Into `shown` and `folded`, without spaces at either end; empty for a blank line.
    public var range: Range<Int> { Int(start)..<Int(end) }

    // Twelve bytes a line: a file of nothing but line ends is as long as any other.
    private let storedNumber: UInt32
    private let start: UInt32
    private let end: UInt32

    public init(number: Int, range: Range<Int>) {
      storedNumber = UInt32(number)
      start = UInt32(range.lowerBound)
      end = UInt32(range.upperBound)
    }
  }

  public let encoding: TextEncoding
  /// All lines' text as printed, without line ends. Every kind of space and tab is U+0020; zero-width
  /// characters, byte order marks, soft hyphens and control characters are left out.
  public let shown: [Unicode.Scalar]
  /// As many scalars as `shown`, for matching only: Simplified, full-width ASCII narrowed, presentation forms
  /// and small forms replaced by the ordinary character.
  public let folded: [Unicode.Scalar]
  /// Every line in order, blank ones too. CRLF, CR, LF, VT, FF, U+0085, U+2028 and U+2029 end a line.
  public let lines: [Line]
  /// Indices of the scalars of `folded` that are no Han characters, ascending: whoever looks for a mark or a digit passes
  /// over six scalars of seven unseen.
  let marks: [Int32]
  /// Of the whole text, where it was counted when it was read.
  let count: HanCount?

  /// - Parameter marks: where they are known already.
  init(
    encoding: TextEncoding, shown: [Unicode.Scalar], folded: [Unicode.Scalar], lines: [Line],
    marks: [Int32]? = nil, count: HanCount? = nil
  ) {
    (self.encoding, self.shown, self.folded, self.lines) = (encoding, shown, folded, lines)
    self.marks = marks ?? SourceText.marks(in: folded)
    self.count = count
  }

  static func marks(in text: [Unicode.Scalar]) -> [Int32] {
    [Int32](unsafeUninitializedCapacity: text.count) { marks, count in
      // Written always and kept when it is a mark: nothing to foretell.
      for index in 0..<text.count {
        marks[count] = Int32(truncatingIfNeeded: index)
        count &+= text[index].isHan ? 0 : 1
      }
    }
  }
}

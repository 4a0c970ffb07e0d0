/// A line of a page with what it was judged to be.
///
/// Several page lines share a source line when a report came as one line without breaks.
struct PageLine {
  /// 1-based line of the source file.
  let number: Int
  /// Into `SourceText.shown` and `.folded`.
  let range: Range<Int>
  /// The label that opens the line.
  let label: Label?
  let kind: LineKind

  /// - Parameter keys: the line's metadata, when it has been looked for.
  init(_ text: SourceText, number: Int, range: Range<Int>, keys: MetadataLine?? = nil) {
    self.number = number
    self.range = range
    let folded = text.folded[range]
    label = Label(in: folded, at: range.lowerBound)
    kind = LineKind(folded, label: label, keys: keys)
  }
}

extension SourceText {
  func folded(_ line: PageLine) -> Scalars { folded[line.range] }
  func shown(_ line: PageLine) -> Scalars { shown[line.range] }
}

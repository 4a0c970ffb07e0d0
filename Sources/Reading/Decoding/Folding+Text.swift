extension Folding {
  /// A short text as it is matched: for names that were cut out of a page as printed.
  func folded(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.map { Unicode.Scalar(folded($0.value)) ?? $0 }
  }
}

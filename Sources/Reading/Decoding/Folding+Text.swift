extension Folding {
  /// A short text as it is matched: for names that were cut out of a page as printed.
  func folded(_ text: String) -> [Unicode.Scalar] {
    var folded: [Unicode.Scalar] = []
    folded.reserveCapacity(text.utf8.count / 3 + 2)
    for scalar in text.unicodeScalars {
      folded.append(Unicode.Scalar(self.folded(scalar.value)) ?? scalar)
    }
    return folded
  }
}

import Archive

/// A number found in a sentence, before a metric is given to it.
struct FoundQuantity: Sendable {
  var quantity: Quantity
  /// Scalars of the passage: number and unit.
  let range: Range<Int>
  /// The digits only, with their separators and decimal point.
  let number: Range<Int>
  /// Scalars of the sentence it stands in.
  let sentence: Range<Int>
}

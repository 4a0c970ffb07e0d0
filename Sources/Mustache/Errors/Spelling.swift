/// Finds what a misspelt name was meant to be.
public enum Spelling {
  /// The candidate that is fewest edits away, the first of several; nil when none is near enough to be
  /// likely.
  public static func nearest(to name: String, among candidates: [String]) -> String? {
    // A name from a hostile template may be megabytes long.
    let wanted = Array(name.lowercased().unicodeScalars.prefix(65))
    guard wanted.count <= 64 else { return nil }
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let given = Array(candidate.lowercased().unicodeScalars.prefix(65))
      let limit = max(1, min(wanted.count, given.count) / 3)
      guard given.count <= 64, abs(given.count - wanted.count) <= limit else { continue }
      let distance = edits(wanted, given)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// Insertions, deletions, replacements and swaps of neighbours that turn one into the other.
  private static func edits(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var previous = Array(0...right.count)
    for (row, scalar) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(
          previous[column] + (scalar == other ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, scalar == right[column - 1], left[row - 1] == other {
          cost = min(cost, before[column - 1] + 1)
        }
        current.append(cost)
      }
      before = previous
      previous = current
    }
    return previous[right.count]
  }
}

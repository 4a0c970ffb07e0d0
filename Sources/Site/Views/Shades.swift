/// Which of four shades a count is shown in: its quarter among all counts of a table or a map.
///
/// Quarters rather than equal steps, since a few provinces hold most of an archive's reports.
struct Shades {
  private let sorted: [Int]

  init(_ counts: [Int]) { sorted = counts.sorted() }

  /// 1 for the lowest quarter, 4 for the highest; equal counts have equal shades.
  func step(_ count: Int) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < count { low = middle + 1 } else { high = middle }
    }
    return 1 + min(3, low * 4 / max(1, sorted.count))
  }
}

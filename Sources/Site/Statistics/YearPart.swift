/// A page for one year of a long list, or for a stretch of that year.
public struct YearPart: Hashable, Sendable {
  public let year: Int
  /// Counts the year's pages from 1.
  public let number: Int
  /// Which of the year's entries stand on the page.
  let range: Range<Int>

  var name: String { number == 1 ? String(year) : "\(year)-\(number)" }
  var suffix: String { "-\(name)" }

  /// How a list by year is spread over pages: no parts when one page of `limit` entries holds all of it.
  static func parts(of years: [(year: Int, count: Int)], limit: Int) -> [YearPart] {
    guard years.reduce(0, { $0 + $1.count }) > limit else { return [] }
    return years.flatMap { year, count in
      stride(from: 0, to: count, by: limit).map { start in
        YearPart(year: year, number: start / limit + 1, range: start..<min(start + limit, count))
      }
    }
  }
}

/// A page for one year of a long list, or for some divisions of that year.
///
/// Parts go by year and by the leading digits of division codes, never by running numbers as long as that can be
/// helped: an entry more changes the one page that it stands on.
public struct YearPart: Hashable, Sendable {
  public let year: Int
  /// The digits with which the codes of the page's divisions begin: one for a great region, two for a province,
  /// four for a prefecture; nil for the whole year.
  public let code: Int?
  /// Counts the pages of one prefecture from 1.
  public let number: Int

  init(year: Int, code: Int? = nil, number: Int = 1) {
    self.year = year
    self.code = code
    self.number = number
  }

  var name: String {
    var name = String(year)
    if let code { name += "-" + String(code) }
    if number > 1 { name += "-" + String(number) }
    return name
  }

  var suffix: String { "-" + name }
}
